package io.krait.host.internal.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Bytes;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.PostPriority;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.images.TestPictures;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientEventsTest {

  @AutoClose private TestHost host;
  private final FakeWire anns = FakeWire.reading();
  private final FakeWire bens = FakeWire.reading();
  private User ann;
  private Channel channel;
  private Post post;

  @BeforeEach
  void open(@TempDir Path data) {
    host = new TestHost(data, HostHooks.NONE);
    ann = host.user("ann");
    User ben = host.user("ben");
    Team team = host.team("home");
    host.teamMembers().add(team.id(), ann.id(), "");
    host.teamMembers().add(team.id(), ben.id(), "");
    channel = host.channel(team, "quiet");
    host.channelMembers().add(channel.id(), ann.id(), "");
    host.channelMembers().add(channel.id(), ben.id(), "");
    post =
        host.services()
            .posts()
            .create(Post.builder().channelId(channel.id()).userId(ben.id()).message("hi").build());
    connect(ann, anns);
    connect(ben, bens);
  }

  @Test
  void whoMarksAPostUnreadIsToldSoOnAllDevicesAndNobodyElse() {
    host.services().channelViews().markUnread(ann.id(), post.id());
    host.services().events().settle();

    assertThat(data(anns, "post_unread").path("post_id").asText()).isEqualTo(post.id());
    assertThat(data(anns, "post_unread").path("last_viewed_at").asLong())
        .isEqualTo(post.createAt() - 1);
    assertThat(bens.names()).doesNotContain("post_unread");
  }

  @Test
  void aMemberIsToldOfItsChangedRolesAndNotifications() {
    host.channelMembers().setRoles(channel.id(), ann.id(), "channel_user channel_admin");
    host.channelMembers().setNotifications(channel.id(), ann.id(), Map.of("desktop", "none"));
    host.services().events().settle();

    assertThat(anns.names()).filteredOn("channel_member_updated"::equals).hasSize(2);
    assertThat(bens.names()).doesNotContain("channel_member_updated");
  }

  @Test
  void whetherAUserIsThereIsToldToThoseWhoTalkWithThem() {
    User carl = host.user("carl");
    FakeWire carls = FakeWire.reading();
    connect(carl, carls);
    host.services().directChannels().ofTwo(ann.id(), carl.id());

    host.services().statuses().set(ann.id(), "dnd");
    // What is told to others is found out in the turn of the first.
    host.services().events().settle();
    host.services().events().settle();

    assertThat(data(anns, "status_change").path("status").asText()).isEqualTo("dnd");
    assertThat(data(carls, "status_change").path("user_id").asText()).isEqualTo(ann.id());
    assertThat(bens.names()).doesNotContain("status_change");
  }

  @Test
  void everybodyIsToldOfANewEmoji() {
    host.services().emoji().create(ann.id(), "kraken", Bytes.owning(TestPictures.png(8, 8)));
    host.services().events().settle();

    assertThat(data(bens, "emoji_added").path("emoji").asText()).contains("\"name\":\"kraken\"");
  }

  @Test
  void whoConfirmsAPostIsSeenByTheOthersOfTheChannel() throws Exception {
    Post urgent =
        host.services()
            .posts()
            .create(
                post.toBuilder()
                    .metadata(
                        PostMetadata.builder()
                            .priority(
                                PostPriority.builder()
                                    .priority("urgent")
                                    .requestedAck(true)
                                    .build())
                            .build())
                    .build());
    host.services().acknowledgements().add(ann.id(), urgent.id());
    host.services().acknowledgements().add(ann.id(), urgent.id());
    host.services().acknowledgements().remove(ann.id(), urgent.id());
    host.services().events().settle();

    assertThat(bens.names()).filteredOn("post_acknowledgement_added"::equals).hasSize(1);
    JsonNode added =
        new ObjectMapper()
            .readTree(data(bens, "post_acknowledgement_added").path("acknowledgement").asText());
    assertThat(added.path("user_id").asText()).isEqualTo(ann.id());
    assertThat(added.path("acknowledged_at").asLong()).isPositive();
    assertThat(data(bens, "post_acknowledgement_removed").path("acknowledgement").asText())
        .contains("\"acknowledged_at\":0");
  }

  private static JsonNode data(FakeWire wire, String event) {
    return wire.events(event).get(0).path("data");
  }

  private void connect(User user, FakeWire wire) {
    host.services()
        .events()
        .connect("connection of " + user.id(), user.id(), "session", wire, Map.of());
  }
}
