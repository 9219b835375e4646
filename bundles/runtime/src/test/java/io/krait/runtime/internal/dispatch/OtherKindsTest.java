package io.krait.runtime.internal.dispatch;

import static io.krait.runtime.internal.dispatch.Plugins.CONTEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.PluginHooks;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.FileData;
import io.krait.api.model.PluginContext;
import io.krait.api.model.RemoteCluster;
import io.krait.api.model.SamlAssertionInfoJson;
import io.krait.api.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OtherKindsTest {

  private static final User USER = User.builder().build();

  private final HookDispatch dispatch = new HookDispatch(Plugins.settings(100));

  @AfterEach
  void close() {
    dispatch.close();
  }

  private static PluginHooks login(String answer, List<String> asked) {
    return new PluginHooks() {
      @Override
      public String userWillLogIn(PluginContext context, User user) {
        asked.add(answer);
        return answer;
      }
    };
  }

  @Test
  void firstAnswerThatIsNotEmptyWins() {
    List<String> asked = new ArrayList<>();
    dispatch.register("a", 0, login("", asked));
    dispatch.register("b", 0, login("because", asked));
    dispatch.register("c", 0, login("never", asked));

    assertThat(dispatch.blocking().userWillLogIn(CONTEXT, USER)).isEqualTo("because");
    assertThat(asked).containsExactly("", "because");
  }

  private static PluginHooks retaining(long count) {
    return new PluginHooks() {
      @Override
      public long runDataRetention(long nowTime, long batchSize) {
        if (count < 0) {
          throw AppError.of("id", "broken", 500);
        }
        return count;
      }

      @Override
      public List<FileData> generateSupportData(PluginContext context) {
        return List.of(FileData.builder().filename("f" + count).build());
      }
    };
  }

  @Test
  void countsOfAllPluginsAreAddedUpAndFailuresAddNothing() {
    dispatch.register("a", 0, retaining(3));
    dispatch.register("b", 0, retaining(-1));
    dispatch.register("c", 0, retaining(4));

    assertThat(dispatch.blocking().runDataRetention(0, 100)).isEqualTo(7);
  }

  @Test
  void listsOfAllPluginsAreJoined() {
    dispatch.register("a", 0, retaining(1));
    dispatch.register("b", 0, retaining(2));

    assertThat(dispatch.blocking().generateSupportData(CONTEXT))
        .extracting(FileData::filename)
        .containsExactly("f1", "f2");
  }

  @Test
  void firstErrorRefusesTheOperation() {
    List<String> asked = new ArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      dispatch.register(
          id,
          0,
          new PluginHooks() {
            @Override
            public void onSamlLogin(PluginContext c, User user, SamlAssertionInfoJson assertion) {
              asked.add(id);
              if (id.equals("b")) {
                throw AppError.of("no.way", "no", 403);
              }
            }
          });
    }

    assertThatThrownBy(
            () ->
                dispatch
                    .blocking()
                    .onSamlLogin(CONTEXT, USER, SamlAssertionInfoJson.builder().build()))
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.id()).isEqualTo("no.way");
              assertThat(error.params()).containsEntry("plugin_id", "b");
            });
    assertThat(asked).containsExactly("a", "b");
  }

  @Test
  void namedPluginAloneIsAsked() {
    for (String id : List.of("a", "b")) {
      dispatch.register(
          id,
          0,
          new PluginHooks() {
            @Override
            public Optional<CommandResponse> executeCommand(PluginContext c, CommandArgs args) {
              return Optional.of(CommandResponse.builder().text(id).build());
            }
          });
    }

    assertThat(
            dispatch
                .blocking("b")
                .orElseThrow()
                .executeCommand(CONTEXT, CommandArgs.builder().build())
                .orElseThrow()
                .text())
        .isEqualTo("b");
    assertThat(dispatch.blocking("unknown")).isEmpty();
  }

  @Test
  void hookThatTheNamedPluginDoesNotHandleDoesNothing() {
    dispatch.register("a", 0, new PluginHooks() {});
    PluginHooks plugin = dispatch.blocking("a").orElseThrow();

    plugin.onActivate();
    assertThat(plugin.executeCommand(CONTEXT, CommandArgs.builder().build())).isEmpty();
    assertThat(plugin.implemented()).isEmpty();
    assertThatThrownBy(() -> plugin.onSharedChannelsPing(RemoteCluster.builder().build()))
        .isInstanceOfSatisfying(
            AppError.class,
            error -> assertThat(error.id()).isEqualTo("plugin.hook.not_implemented"));
  }

  @Test
  void hookForOnePluginIsRefusedWhereAllAreMeant() {
    assertThatThrownBy(() -> dispatch.blocking().onActivate())
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.id()).isEqualTo("plugin.hook.single"));
    assertThatThrownBy(() -> dispatch.blocking().serveHttp(null)).isInstanceOf(AppError.class);
  }

  @Test
  void failureOfTheNamedPluginIsItsCallersBusinessUnlessTheHookFailsOpen() {
    dispatch.register(
        "a",
        0,
        new PluginHooks() {
          @Override
          public void onActivate() {
            throw new IllegalStateException("broken");
          }

          @Override
          public void onDeactivate() {
            throw new IllegalStateException("broken");
          }
        });
    PluginHooks plugin = dispatch.blocking("a").orElseThrow();

    assertThatThrownBy(plugin::onActivate)
        .isInstanceOf(AppError.class)
        .hasMessageContaining("plugin a failed in OnActivate")
        .hasMessageContaining("broken");
    plugin.onDeactivate();
  }

  @Test
  void idIsTakenUntilItsPluginLeaves() {
    var registration = dispatch.register("a", 0, new PluginHooks() {});
    assertThatThrownBy(() -> dispatch.register("a", 0, new PluginHooks() {}))
        .hasMessage("plugin a takes part already");

    registration.close();

    assertThat(dispatch.async("a")).isEmpty();
    dispatch.register("a", 0, new PluginHooks() {});
  }
}
