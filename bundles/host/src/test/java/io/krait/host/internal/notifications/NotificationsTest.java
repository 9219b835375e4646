package io.krait.host.internal.notifications;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.model.Channel;
import io.krait.api.model.EmailNotificationContent;
import io.krait.api.model.Post;
import io.krait.api.model.PushNotification;
import io.krait.api.model.Session;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.mail.Outbox;
import io.krait.host.internal.outside.Outside;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.push.Pushes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsTest {

  private static final Page FIRST = Page.of(0, 60);

  @TempDir Path folder;

  private final Plugins plugins = new Plugins();
  private final Outside outside = new Outside();
  @AutoClose private TestHost host;
  private HostServices services;
  private Outbox outbox;
  private Pushes pushes;
  private Notifications notifications;
  private User ada;
  private User bob;
  private Channel deck;

  @BeforeEach
  void open() {
    host = new TestHost(folder, plugins);
    services = host.services();
    outbox = services.system().outbox();
    pushes = new Pushes(host.surroundings(), host.users(), outside, outbox, "server");
    notifications =
        new Notifications(
            host.surroundings(),
            host.users(),
            host.teams(),
            host.channels(),
            services.statuses(),
            pushes,
            services.system().mails(),
            Runnable::run);
    ada = host.user("ada");
    bob = host.user("bob");
    deck = host.channel(host.team("crew"), "deck");
    for (User user : List.of(ada, bob)) {
      host.teamMembers().add(deck.teamId(), user.id(), "");
      host.channelMembers().add(deck.id(), user.id(), "");
    }
    services
        .sessions()
        .open(Session.builder().userId(bob.id()).deviceId("android_rn:phone").build());
  }

  @Test
  void aMentionIsPushedAndWrittenToWhoIsAway() {
    posted(deck, "hello @bob");

    assertThat(pushed()).containsExactly("@ada: hello @bob");
    assertThat(outbox.list(Outbox.PUSH, FIRST).get(0).get("content"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("device_id", "phone")
        .containsEntry("platform", "android_rn")
        .containsEntry("server_id", "server")
        .containsEntry("type", "message");
    assertThat(written()).containsExactly("[Krait] Notification in crew");
  }

  @Test
  void whatDoesNotConcernAnybodyIsNotTold() {
    posted(deck, "hello");
    posted(deck, "hello @ada");

    assertThat(pushed()).isEmpty();
    assertThat(written()).isEmpty();
  }

  @Test
  void aDirectMessageConcernsTheOtherOne() {
    posted(services.directChannels().ofTwo(ada.id(), bob.id()), "psst");

    assertThat(pushed()).containsExactly("@ada: psst");
    assertThat(written()).containsExactly("[Krait] New Direct Message from @ada");
  }

  @Test
  void whoIsThereIsNotDisturbed() {
    services.statuses().set(bob.id(), "online");
    posted(deck, "hello @bob");
    services.statuses().set(bob.id(), "dnd");
    posted(deck, "hello @bob");

    assertThat(pushed()).isEmpty();
    assertThat(written()).isEmpty();
  }

  @Test
  void usersAreToldAsTheyWishToBe() {
    wishes(Map.of("push", "none", "email", "false"));
    posted(deck, "hello @bob");
    assertThat(pushed()).isEmpty();
    assertThat(written()).isEmpty();

    wishes(Map.of("push", "all", "email", "true"));
    posted(deck, "hello");
    assertThat(pushed()).containsExactly("@ada: hello");
    assertThat(written()).isEmpty();

    wishes(Map.of("mention_keys", "anchor,sail"));
    posted(deck, "hoist the sail");
    assertThat(pushed()).containsExactly("@ada: hoist the sail", "@ada: hello");
  }

  @Test
  void everybodyIsToldButInAChannelOfTooMany() {
    posted(deck, "hello @all");
    assertThat(pushed()).containsExactly("@ada: hello @all");

    host.surroundings()
        .configuration()
        .patch(Map.of("TeamSettings", Map.of("MaxNotificationsPerChannel", 1)));
    User cyd = host.user("cyd");
    host.teamMembers().add(deck.teamId(), cyd.id(), "");
    host.channelMembers().add(deck.id(), cyd.id(), "");
    posted(deck, "again @all");
    assertThat(pushed()).containsExactly("@ada: hello @all");
  }

  @Test
  void aMutedChannelIsSilent() {
    host.channelMembers().setNotifications(deck.id(), bob.id(), Map.of("mark_unread", "mention"));

    posted(deck, "hello @bob");

    assertThat(pushed()).isEmpty();
    assertThat(written()).isEmpty();
  }

  @Test
  void systemMessagesAreForNobody() {
    notifications.posted(
        Post.builder()
            .id("x")
            .userId(ada.id())
            .channelId(deck.id())
            .type("system_join_channel")
            .message("@bob joined")
            .build());

    assertThat(pushed()).isEmpty();
  }

  @Test
  void pluginsChangeWhatIsPushedAndWritten() {
    plugins.push = given -> Optional.of(given.get().toBuilder().message("changed").build());
    plugins.mail = given -> Optional.of(given.get().toBuilder().subject("Changed").build());

    posted(deck, "hello @bob");

    assertThat(pushed()).containsExactly("changed");
    assertThat(written()).containsExactly("Changed");
    assertThat(plugins.told).contains("\"sender_id\":\"" + ada.id() + "\"").contains("hello @bob");
  }

  @Test
  void pluginsWithholdIt() {
    plugins.push = given -> Optional.empty();
    plugins.mail = given -> Optional.empty();

    posted(deck, "hello @bob");

    assertThat(pushed()).isEmpty();
    assertThat(written()).isEmpty();
  }

  @Test
  void theTextOfAPostIsNoHtmlOfAMail() {
    posted(deck, "@bob <script>");

    assertThat(outbox.list(Outbox.MAIL, FIRST).get(0).toString())
        .contains("&lt;script&gt;")
        .doesNotContain("<blockquote>@bob <script>");
  }

  @Test
  void aPushServiceGoesBeforeTheOutbox() {
    List<String> taken = new ArrayList<>();
    outside.bindPush(notification -> taken.add(notification.deviceId()));

    pushes.send(bob.id(), PushNotification.builder().message("hi").build());

    assertThat(taken).containsExactly("phone");
    assertThat(pushed()).isEmpty();
  }

  @Test
  void aUserWithoutDevicesIsNoFailureButAnUnknownOneIs() {
    pushes.send(ada.id(), PushNotification.builder().message("hi").build());

    assertThat(pushed()).isEmpty();
    assertFails(404, () -> pushes.send("nobody", PushNotification.builder().build()));
  }

  @Test
  void nothingIsPushedWhereThatIsSwitchedOff() {
    host.surroundings()
        .configuration()
        .patch(Map.of("EmailSettings", Map.of("SendPushNotifications", false)));

    posted(deck, "hello @bob");

    assertThat(pushed()).isEmpty();
    assertFails(501, () -> pushes.send(bob.id(), PushNotification.builder().build()));
  }

  private void posted(Channel channel, String message) {
    notifications.posted(
        Post.builder()
            .id(host.surroundings().ids().next())
            .userId(ada.id())
            .channelId(channel.id())
            .message(message)
            .build());
  }

  private void wishes(Map<String, String> wishes) {
    host.users().update(host.users().get(bob.id()).toBuilder().notifyProps(wishes).build());
  }

  private List<Object> pushed() {
    return told(Outbox.PUSH, "message");
  }

  private List<Object> written() {
    return told(Outbox.MAIL, "subject");
  }

  private List<Object> told(String kind, String name) {
    return outbox.list(kind, FIRST).stream()
        .map(one -> (Object) ((Map<?, ?>) one.get("content")).get(name))
        .toList();
  }

  private static final class Plugins implements HostHooks {
    private UnaryOperator<Optional<PushNotification>> push = UnaryOperator.identity();
    private UnaryOperator<Optional<EmailNotificationContent>> mail = UnaryOperator.identity();
    private String told = "";

    @Override
    public Asked<Optional<PushNotification>> notificationWillBePushed(
        PushNotification notification, String userId) {
      return Asked.nobody(push.apply(Optional.of(notification)));
    }

    @Override
    public Asked<Optional<EmailNotificationContent>> emailNotificationWillBeSent(
        Bytes notification, EmailNotificationContent content) {
      told = notification.toUtf8();
      return Asked.nobody(mail.apply(Optional.of(content)));
    }
  }
}
