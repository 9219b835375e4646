package io.krait.host.internal.sidebar;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Channel;
import io.krait.api.model.Preference;
import io.krait.api.model.SidebarCategoryWithChannels;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.plugin.HostServices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidebarsTest {

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private HostServices services;
  private Sidebars sidebars;
  private User ada;
  private User bob;
  private Team team;
  private Channel talk;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    services = HostServices.in(host.surroundings(), new Passwords(8, 1));
    sidebars = services.sidebars();
    ada = host.user("ada");
    bob = host.user("bob");
    team = host.team("team");
    talk = host.channel(team, "talk");
    services.teamMembers().add(team.id(), ada.id(), "");
    services.channelMembers().add(talk.id(), ada.id(), "");
  }

  @Test
  void threeCategoriesAreAlwaysThereAndHoldWhatIsNowhereElse() {
    Channel direct = services.directChannels().ofTwo(ada.id(), bob.id());

    List<SidebarCategoryWithChannels> categories = sidebars.get(ada.id(), team.id()).categories();

    assertThat(categories)
        .extracting(SidebarCategoryWithChannels::type)
        .containsExactly("favorites", "channels", "direct_messages");
    assertThat(sidebars.get(ada.id(), team.id()).order())
        .containsExactly(
            "favorites_" + ada.id() + "_" + team.id(),
            "channels_" + ada.id() + "_" + team.id(),
            "direct_messages_" + ada.id() + "_" + team.id());
    assertThat(categories.get(0).channelIds()).isEmpty();
    assertThat(categories.get(1).channelIds()).contains(talk.id()).doesNotContain(direct.id());
    assertThat(categories.get(2).channelIds()).containsExactly(direct.id());
    assertFails(404, () -> sidebars.get("nobody", team.id()));
    assertFails(404, () -> sidebars.get(ada.id(), "nothing"));
  }

  @Test
  void channelsAreMutedWithTheirCategoryAndWhenTheyMoveThere() {
    Channel deck = host.channel(team, "deck");
    services.channelMembers().add(deck.id(), ada.id(), "");
    SidebarCategoryWithChannels quiet = create("Quiet", talk.id());
    assertThat(markUnread(talk)).isNotEqualTo("mention");

    sidebars.update(ada.id(), team.id(), List.of(quiet.toBuilder().muted(true).build()));
    assertThat(markUnread(talk)).isEqualTo("mention");

    sidebars.update(
        ada.id(),
        team.id(),
        List.of(quiet.toBuilder().muted(true).channelIds(List.of(deck.id())).build()));
    assertThat(markUnread(talk)).isEqualTo("all");
    assertThat(markUnread(deck)).isEqualTo("mention");

    sidebars.update(
        ada.id(),
        team.id(),
        List.of(quiet.toBuilder().muted(false).channelIds(List.of(deck.id())).build()));
    assertThat(markUnread(deck)).isEqualTo("all");
  }

  private String markUnread(Channel channel) {
    return services
        .channelMembers()
        .get(channel.id(), ada.id())
        .notifyProps()
        .getOrDefault("mark_unread", "");
  }

  @Test
  void aCategoryOfOnesOwnTakesItsChannelsAndGivesThemBack() {
    SidebarCategoryWithChannels work = create("Work", talk.id());

    assertThat(work.type()).isEqualTo("custom");
    assertThat(work.channelIds()).containsExactly(talk.id());
    assertThat(sidebars.get(ada.id(), team.id()).order().get(1)).isEqualTo(work.id());
    assertThat(category("channels").channelIds()).doesNotContain(talk.id());

    sidebars.delete(ada.id(), team.id(), work.id());
    assertThat(category("channels").channelIds()).contains(talk.id());
    assertFails(404, () -> sidebars.delete(ada.id(), team.id(), work.id()));
    assertFails(400, () -> sidebars.delete(ada.id(), team.id(), category("channels").id()));
  }

  @Test
  void channelsMoveBetweenCategoriesAndKeepTheirOrder() {
    Channel news = host.channel(team, "news");
    services.channelMembers().add(news.id(), ada.id(), "");
    SidebarCategoryWithChannels work = create("Work", talk.id());
    SidebarCategoryWithChannels fun = create("Fun");

    List<SidebarCategoryWithChannels> stored =
        sidebars.update(
            ada.id(),
            team.id(),
            List.of(
                work.toBuilder().channelIds(List.of()).collapsed(true).build(),
                fun.toBuilder()
                    .displayName("Games")
                    .channelIds(List.of(talk.id(), news.id()))
                    .build()));

    assertThat(stored)
        .extracting(SidebarCategoryWithChannels::id)
        .containsExactly(work.id(), fun.id());
    assertThat(stored.get(0).collapsed()).isTrue();
    assertThat(stored.get(0).channelIds()).isEmpty();
    assertThat(stored.get(1).displayName()).isEqualTo("Games");
    assertThat(stored.get(1).channelIds()).containsExactly(talk.id(), news.id());
  }

  @Test
  void aFavoriteIsOneForClientsThatKnowNoCategoriesToo() {
    SidebarCategoryWithChannels favorites = category("favorites");
    sidebars.update(
        ada.id(),
        team.id(),
        List.of(favorites.toBuilder().displayName("Mine").channelIds(List.of(talk.id())).build()));

    assertThat(category("favorites").displayName()).isEqualTo("Favorites");
    assertThat(category("favorites").channelIds()).containsExactly(talk.id());
    assertThat(services.preferences().of(ada.id()))
        .extracting(Preference::category, Preference::name, Preference::value)
        .contains(org.assertj.core.groups.Tuple.tuple("favorite_channel", talk.id(), "true"));

    sidebars.update(ada.id(), team.id(), List.of(favorites));
    assertThat(category("favorites").channelIds()).isEmpty();
    assertThat(category("channels").channelIds()).contains(talk.id());
  }

  @Test
  void whatIsNotTheUsersIsRefused() {
    Channel foreign = host.channel(team, "foreign");
    SidebarCategoryWithChannels work = create("Work");

    assertFails(400, () -> create(""));
    assertFails(400, () -> create("n".repeat(65)));
    assertFails(400, () -> create("Other", foreign.id()));
    assertFails(404, () -> sidebars.update(bob.id(), team.id(), List.of(work)));
    assertFails(
        404,
        () -> sidebars.update(ada.id(), team.id(), List.of(work.toBuilder().id("none").build())));
    assertFails(
        400,
        () ->
            sidebars.update(
                ada.id(),
                team.id(),
                List.of(
                    category("direct_messages").toBuilder()
                        .channelIds(List.of(talk.id()))
                        .build())));
  }

  @Test
  void theOrderNamesEachCategoryOnce() {
    SidebarCategoryWithChannels work = create("Work");
    List<String> order = new ArrayList<>(sidebars.get(ada.id(), team.id()).order());
    Collections.reverse(order);

    sidebars.setOrder(ada.id(), team.id(), order);

    assertThat(sidebars.get(ada.id(), team.id()).order()).isEqualTo(order);
    assertFails(400, () -> sidebars.setOrder(ada.id(), team.id(), List.of(work.id())));
  }

  @Test
  void aChannelThatIsLeftIsNotShown() {
    create("Work", talk.id());

    services.channelMembers().remove(talk.id(), ada.id(), "");

    assertThat(sidebars.get(ada.id(), team.id()).categories())
        .allSatisfy(category -> assertThat(category.channelIds()).doesNotContain(talk.id()));
  }

  private SidebarCategoryWithChannels create(String name, String... channels) {
    return sidebars.create(
        ada.id(),
        team.id(),
        SidebarCategoryWithChannels.builder()
            .displayName(name)
            .channelIds(List.of(channels))
            .build());
  }

  private SidebarCategoryWithChannels category(String type) {
    return sidebars.get(ada.id(), team.id()).categories().stream()
        .filter(category -> category.type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
