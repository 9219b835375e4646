package io.krait.host.internal.interactive;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Dialog;
import io.krait.api.model.DialogElement;
import io.krait.api.model.OpenDialogRequest;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.events.FakeWire;
import io.krait.host.internal.plugin.HostServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogsTest {

  @AutoClose private TestHost host;
  private HostServices services;
  private User ann;
  private FakeWire anns;
  private FakeWire bens;

  @BeforeEach
  void open(@TempDir Path folder) {
    host = new TestHost(folder, HostHooks.NONE);
    services = host.services();
    ann = host.user("ann");
    anns = connect(ann);
    bens = connect(host.user("ben"));
  }

  @Test
  void aDialogOpensForTheUserOfItsTriggerAlone() {
    services.dialogs().open(request(services.triggers().make(ann.id()), "submit"), "com.example");

    assertThat(eventually(anns).toString())
        .contains("/plugins/com.example/submit", "Your order", "\\\"default\\\":\\\"tea\\\"");
    assertThat(bens.events("open_dialog")).isEmpty();
  }

  @Test
  void aTriggerIsOfUseOnceAndNotForLong() {
    String trigger = services.triggers().make(ann.id());
    services.dialogs().open(request(trigger, "submit"), "com.example");
    assertFails(400, () -> services.dialogs().open(request(trigger, "submit"), "com.example"));

    String late = services.triggers().make(ann.id());
    host.later(Triggers.LIFETIME.plusMillis(1));
    assertFails(400, () -> services.dialogs().open(request(late, "submit"), "com.example"));
  }

  @Test
  void nobodyMakesATriggerButTheServer() {
    assertFails(400, () -> services.triggers().use("made up"));
    assertFails(400, () -> services.triggers().use("bWFkZTp1cDoxOjI"));
    assertFails(400, () -> services.triggers().use(""));
  }

  @Test
  void aDialogThatBreaksARuleIsRefusedAndItsTriggerIsStillOfUse() {
    String trigger = services.triggers().make(ann.id());
    OpenDialogRequest request = request(trigger, "submit");
    Dialog longTitle = Dialog.builder().title("x".repeat(25)).build();

    assertFails(
        400,
        () ->
            services.dialogs().open(request.toBuilder().dialog(longTitle).build(), "com.example"));

    services.dialogs().open(request, "com.example");
  }

  private static OpenDialogRequest request(String trigger, String url) {
    return OpenDialogRequest.builder()
        .triggerId(trigger)
        .url(url)
        .dialog(
            Dialog.builder()
                .title("Your order")
                .elements(
                    List.of(
                        DialogElement.builder()
                            .name("drink")
                            .displayName("Drink")
                            .type("text")
                            .defaultValue("tea")
                            .build()))
                .build())
        .build();
  }

  private FakeWire connect(User user) {
    FakeWire wire = FakeWire.reading();
    var unused =
        services.events().connect("of" + user.username(), user.id(), "session", wire, Map.of());
    return wire;
  }

  private Object eventually(FakeWire wire) {
    services.events().settle();
    return wire.events("open_dialog");
  }
}
