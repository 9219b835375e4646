package io.krait.runtime.internal.dispatch;

import static io.krait.runtime.internal.dispatch.Plugins.CONTEXT;
import static io.krait.runtime.internal.dispatch.Plugins.answering;
import static io.krait.runtime.internal.dispatch.Plugins.editing;
import static io.krait.runtime.internal.dispatch.Plugins.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.HookWitness;
import io.krait.api.PluginHooks;
import io.krait.api.model.ConfigJson;
import io.krait.api.model.EmailNotificationContent;
import io.krait.api.model.EmailNotificationJson;
import io.krait.api.model.EmailNotificationWillBeSentResult;
import io.krait.api.model.FileInfo;
import io.krait.api.model.FileWillBeUploadedResult;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.api.model.PostMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainTest {

  private final HookDispatch dispatch = new HookDispatch(Plugins.settings(100));

  @AfterEach
  void close() {
    dispatch.close();
  }

  private MessageWillBePostedResult posted(Post post) {
    return dispatch.blocking().messageWillBePosted(CONTEXT, post);
  }

  private HookStatistics statistics(String plugin, HookName hook) {
    return dispatch.statistics().stream()
        .filter(one -> one.pluginId().equals(plugin) && one.hook() == hook)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pluginsAreAskedByPriorityAndThenById() {
    dispatch.register("b", 0, editing(text -> text + "b"));
    dispatch.register("c", 5, editing(text -> text + "c"));
    dispatch.register("a", 0, editing(text -> text + "a"));
    dispatch.register("d", -1, editing(text -> text + "d"));

    assertThat(posted(post("")).modifiedPost().orElseThrow().message()).isEqualTo("cabd");
    assertThat(dispatch.handlersOf(HookName.MESSAGE_WILL_BE_POSTED))
        .containsExactly("c", "a", "b", "d");
  }

  @Test
  void witnessSeesWhatEachPluginHasMadeOfAValue() throws Exception {
    dispatch.register("a", 0, editing(text -> text + "a"));
    dispatch.register(
        "b",
        0,
        editing(
            text -> {
              throw new IllegalStateException("b is broken");
            }));
    dispatch.register("c", 0, editing(text -> text + "c"));
    List<String> seen = new ArrayList<>();
    HookWitness witness =
        new HookWitness() {
          @Override
          public void answered(String pluginId, HookName hook, Duration took, Object together) {
            Post post = ((MessageWillBePostedResult) together).modifiedPost().orElseThrow();
            seen.add(pluginId + " " + hook.hookName() + " " + post.message());
          }

          @Override
          public void failed(String pluginId, HookName hook, Duration took) {
            seen.add(pluginId + " failed");
          }
        };

    dispatch
        .async(witness)
        .messageWillBePosted(CONTEXT, post("-"))
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);

    assertThat(seen)
        .containsExactly("a MessageWillBePosted -a", "b failed", "c MessageWillBePosted -ac");
  }

  @Test
  void withoutPluginsNothingChanges() {
    assertThat(posted(post("x"))).isEqualTo(MessageWillBePostedResult.builder().build());
  }

  @Test
  void pluginThatChangesNothingLeavesTheChangesBeforeIt() {
    dispatch.register("a", 0, editing(text -> text + "!"));
    dispatch.register("b", 0, answering(""));

    assertThat(posted(post("x")).modifiedPost()).contains(post("x!"));
  }

  @Test
  void pluginThatDoesNotHandleTheHookIsNotCalled() {
    dispatch.register(
        "a",
        0,
        List.of(HookName.ON_ACTIVATE),
        new BackgroundHooks(editing(text -> "called"), Runnable::run));

    assertThat(dispatch.handlersOf(HookName.MESSAGE_WILL_BE_POSTED)).isEmpty();
    assertThat(posted(post("x")).modifiedPost()).isEmpty();
  }

  @Test
  void rejectionEndsThePass() {
    dispatch.register("a", 0, answering("no"));
    dispatch.register("b", 0, editing(text -> "changed"));

    MessageWillBePostedResult result = posted(post("x"));

    assertThat(result.rejectionReason()).isEqualTo("no");
    assertThat(statistics("a", HookName.MESSAGE_WILL_BE_POSTED).decisions()).isEqualTo(1);
    assertThat(statistics("b", HookName.MESSAGE_WILL_BE_POSTED).calls()).isZero();
  }

  @Test
  void dismissalArrivesAsTheReasonThatSaysSo() {
    dispatch.register("a", 0, answering("plugin.message_will_be_posted.dismiss_post"));

    assertThat(posted(post("x")).rejectionReason())
        .isEqualTo("plugin.message_will_be_posted.dismiss_post");
  }

  @Test
  void whatTheHostAloneKnowsOfAPostSurvives() {
    Post post =
        post("x").toBuilder()
            .id("id")
            .props(Map.of("key", "value"))
            .metadata(PostMetadata.builder().build())
            .replyCount(7)
            .build();
    dispatch.register("a", 0, editing(text -> text + "a"));
    dispatch.register(
        "b",
        0,
        new PluginHooks() {
          @Override
          public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post given) {
            return MessageWillBePostedResult.builder()
                .modifiedPost(
                    Post.builder().message(given.message() + "b").props(given.props()).build())
                .build();
          }
        });

    assertThat(posted(post).modifiedPost()).contains(post.toBuilder().message("xab").build());
  }

  @Test
  void failingPluginIsPassedOverWhereTheHookFailsOpen() {
    dispatch.register("a", 0, editing(text -> text + "a"));
    dispatch.register(
        "b",
        0,
        editing(
            text -> {
              throw new IllegalStateException("broken");
            }));
    dispatch.register("c", 0, editing(text -> text + "c"));

    assertThat(posted(post("x")).modifiedPost()).contains(post("xac"));
    assertThat(statistics("b", HookName.MESSAGE_WILL_BE_POSTED).errors()).isEqualTo(1);
  }

  @Test
  void answerOfNothingCountsAsAFailure() {
    dispatch.register("a", 0, editing(text -> text + "a"));
    dispatch.register(
        "b",
        0,
        new PluginHooks() {
          @Override
          public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post post) {
            return null;
          }
        });

    assertThat(posted(post("x")).modifiedPost()).contains(post("xa"));
    assertThat(statistics("b", HookName.MESSAGE_WILL_BE_POSTED).errors()).isEqualTo(1);
  }

  private static PluginHooks savingConfiguration(String json) {
    return new PluginHooks() {
      @Override
      public Optional<ConfigJson> configurationWillBeSaved(ConfigJson given) {
        return Optional.of(
            ConfigJson.builder()
                .configJson(Bytes.utf8(given.configJson().toUtf8() + json))
                .build());
      }
    };
  }

  @Test
  void configurationGoesFromPluginToPlugin() {
    dispatch.register("a", 0, savingConfiguration("a"));
    dispatch.register("b", 0, savingConfiguration("b"));

    assertThat(
            dispatch
                .blocking()
                .configurationWillBeSaved(ConfigJson.builder().configJson(Bytes.utf8("-")).build())
                .orElseThrow()
                .configJson()
                .toUtf8())
        .isEqualTo("-ab");
  }

  @Test
  void failingPluginPreventsTheOperationWhereTheHookFailsClosed() {
    dispatch.register(
        "a",
        0,
        new PluginHooks() {
          @Override
          public Optional<ConfigJson> configurationWillBeSaved(ConfigJson given) {
            throw AppError.of("my.id", "not like this", 400);
          }
        });
    dispatch.register("b", 0, savingConfiguration("b"));

    assertThatThrownBy(
            () -> dispatch.blocking().configurationWillBeSaved(ConfigJson.builder().build()))
        .isInstanceOfSatisfying(
            AppError.class,
            error -> {
              assertThat(error.id()).isEqualTo("my.id");
              assertThat(error.message()).isEqualTo("not like this");
              assertThat(error.statusCode()).isEqualTo(400);
              assertThat(error.params()).containsEntry("plugin_id", "a");
            });
    assertThat(statistics("b", HookName.CONFIGURATION_WILL_BE_SAVED).calls()).isZero();
  }

  @Test
  void consumedPostsAreReplacedByIdAndNoneIsLost() {
    Post one = post("1").toBuilder().id("one").build();
    Post two = post("2").toBuilder().id("two").build();
    Post changed = two.toBuilder().message("changed").build();
    dispatch.register(
        "a",
        0,
        new PluginHooks() {
          @Override
          public List<Post> messagesWillBeConsumed(List<Post> posts) {
            return List.of(changed, post("stray").toBuilder().id("stray").build());
          }
        });

    assertThat(dispatch.blocking().messagesWillBeConsumed(List.of(one, two)))
        .containsExactly(one, changed);
  }

  @Test
  void sizeOfAFileFollowsItsContent() {
    List<Long> sizes = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      dispatch.register(
          id,
          0,
          new PluginHooks() {
            @Override
            public FileWillBeUploadedResult fileWillBeUploaded(
                PluginContext context, FileInfo file, Bytes content) {
              sizes.add(file.size());
              return FileWillBeUploadedResult.builder()
                  .modifiedContent(Bytes.utf8(content.toUtf8() + id))
                  .build();
            }
          });
    }

    FileWillBeUploadedResult result =
        dispatch
            .blocking()
            .fileWillBeUploaded(
                CONTEXT, FileInfo.builder().name("f").size(1).build(), Bytes.utf8("x"));

    assertThat(result.modifiedContent().toUtf8()).isEqualTo("xab");
    assertThat(result.modifiedFileInfo()).contains(FileInfo.builder().name("f").size(3).build());
    assertThat(sizes).containsExactly(1L, 2L);
  }

  @Test
  void nextPluginSeesTheChangedMail() {
    List<String> mails = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      dispatch.register(
          id,
          0,
          new PluginHooks() {
            @Override
            public EmailNotificationWillBeSentResult emailNotificationWillBeSent(
                EmailNotificationJson mail) {
              mails.add(mail.notificationJson().toUtf8());
              return EmailNotificationWillBeSentResult.builder()
                  .modifiedContent(EmailNotificationContent.builder().subject(id).build())
                  .build();
            }
          });
    }

    var result =
        dispatch
            .blocking()
            .emailNotificationWillBeSent(
                EmailNotificationJson.builder()
                    .notificationJson(Bytes.utf8("{\"post_id\":\"p\",\"subject\":\"s\"}"))
                    .build());

    assertThat(result.modifiedContent().orElseThrow().subject()).isEqualTo("b");
    assertThat(mails.get(1)).contains("\"post_id\":\"p\"").contains("\"subject\":\"a\"");
  }
}
