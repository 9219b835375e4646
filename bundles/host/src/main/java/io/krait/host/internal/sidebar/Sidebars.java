package io.krait.host.internal.sidebar;

import io.krait.api.AppError;
import io.krait.api.model.OrderedSidebarCategories;
import io.krait.api.model.SidebarCategoryWithChannels;
import io.krait.host.internal.chat.ChannelMembers;
import io.krait.host.internal.chat.SidebarChange;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.chat.UserRules;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.sidebar.SidebarRows.Own;
import io.krait.host.internal.sidebar.SidebarRows.Placed;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The categories under which users see the channels of a team. Three are always there: what is in
 * no other one is in one of them. Safe for use from any thread.
 */
public final class Sidebars {

  static final String FAVORITES = "favorites";
  static final String CHANNELS = "channels";
  static final String DIRECT_MESSAGES = "direct_messages";
  private static final String CUSTOM = "custom";

  /** The number of the way in which conversations are sorted: the most recent one first. */
  private static final int BY_TIME = 2;

  private static final int DISTANCE = 10;
  private static final int LONGEST_NAME = 64;
  private static final int MOST = 100;
  private static final String INVALID = "api.channel.sidebar_category.invalid.app_error";

  private static final Map<String, String> STANDARD = standard();

  private final Surroundings surroundings;
  private final Users users;
  private final Teams teams;
  private final MutedChannels muted;

  /** The sidebars of these users in these teams. */
  public Sidebars(Surroundings surroundings, Users users, Teams teams, ChannelMembers members) {
    this.muted = new MutedChannels(members);
    this.surroundings = surroundings;
    this.users = users;
    this.teams = teams;
  }

  private static Map<String, String> standard() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(FAVORITES, "Favorites");
    names.put(CHANNELS, "Channels");
    names.put(DIRECT_MESSAGES, "Direct Messages");
    return names;
  }

  /**
   * The categories of a user in a team, each with its channels.
   *
   * @throws AppError with status 404 where there is no such user or team
   */
  public OrderedSidebarCategories get(String userId, String teamId) {
    users.get(userId);
    teams.get(teamId);
    List<SidebarCategoryWithChannels> categories =
        reading(sql -> List.copyOf(filled(sql, userId, teamId).values()));
    return OrderedSidebarCategories.builder()
        .categories(categories)
        .order(categories.stream().map(SidebarCategoryWithChannels::id).toList())
        .build();
  }

  /**
   * One category of a user in a team, with its channels.
   *
   * @throws AppError with status 404 where there is none
   */
  public SidebarCategoryWithChannels get(String userId, String teamId, String id) {
    return reading(sql -> existing(filled(sql, userId, teamId), id));
  }

  /**
   * Adds a category of the user's own, below the favorites; its channels move there.
   *
   * @throws AppError with status 404 where there is no such user or team, 400 where the name or a
   *     channel is not allowed
   */
  public SidebarCategoryWithChannels create(
      String userId, String teamId, SidebarCategoryWithChannels wanted) {
    users.get(userId);
    teams.get(teamId);
    checkName(wanted.displayName());
    SidebarCategoryWithChannels category =
        wanted.toBuilder()
            .id(surroundings.ids().next())
            .userId(userId)
            .teamId(teamId)
            .type(CUSTOM)
            .channelIds(distinct(wanted.channelIds()))
            .build();
    List<SidebarCategoryWithChannels> before = new ArrayList<>();
    SidebarCategoryWithChannels created =
        changing(
            userId,
            sql -> {
              checkOwn(sql, category);
              before.clear();
              before.addAll(filled(sql, userId, teamId).values());
              List<String> order = new ArrayList<>(kept(sql, userId, teamId).keySet());
              if (order.size() >= MOST) {
                throw invalid("there are at most %d categories".formatted(MOST));
              }
              SidebarRows.insert(sql, category, 0);
              place(sql, category);
              boolean below = order.get(0).equals(idOf(FAVORITES, userId, teamId));
              order.add(below ? 1 : 0, category.id());
              arrange(sql, order);
              return filled(sql, userId, teamId).get(category.id());
            });
    muted.follow(userId, before, List.of(created));
    tell(userId, teamId, SidebarChange.Kind.CREATED, List.of(created.id()));
    return created;
  }

  /**
   * Replaces categories, with their channels; standard ones keep their name.
   *
   * @return them as they are stored, in the order given
   * @throws AppError with status 404 where one is not the user's in this team, 400 where a name or
   *     a channel is not allowed
   */
  public List<SidebarCategoryWithChannels> update(
      String userId, String teamId, List<SidebarCategoryWithChannels> wanted) {
    if (wanted.size() > MOST) {
      throw invalid("at most %d categories can be changed at once".formatted(MOST));
    }
    users.get(userId);
    teams.get(teamId);
    List<SidebarCategoryWithChannels> earlier = new ArrayList<>();
    List<SidebarCategoryWithChannels> all = new ArrayList<>();
    List<SidebarCategoryWithChannels> updated =
        changing(
            userId,
            sql -> {
              Map<String, SidebarCategoryWithChannels> before = filled(sql, userId, teamId);
              earlier.clear();
              earlier.addAll(before.values());
              for (SidebarCategoryWithChannels category : wanted) {
                SidebarCategoryWithChannels old = existing(before, category.id());
                SidebarCategoryWithChannels changed = changed(old, category);
                checkOwn(sql, changed);
                SidebarRows.update(sql, changed);
                unfavored(sql, old, changed);
                place(sql, changed);
              }
              Map<String, SidebarCategoryWithChannels> after = filled(sql, userId, teamId);
              all.clear();
              all.addAll(after.values());
              return wanted.stream().map(category -> existing(after, category.id())).toList();
            });
    muted.follow(userId, earlier, all);
    tell(
        userId,
        teamId,
        SidebarChange.Kind.UPDATED,
        updated.stream().map(SidebarCategoryWithChannels::id).toList());
    return updated;
  }

  /**
   * Puts the categories into another order.
   *
   * @throws AppError with status 400 where not each of them is named once
   */
  public List<String> setOrder(String userId, String teamId, List<String> ids) {
    users.get(userId);
    teams.get(teamId);
    List<String> ordered =
        changing(
            userId,
            sql -> {
              Set<String> there = kept(sql, userId, teamId).keySet();
              if (ids.size() != there.size() || !Set.copyOf(ids).equals(there)) {
                throw invalid("an order names each category once");
              }
              arrange(sql, ids);
              return List.copyOf(ids);
            });
    tell(userId, teamId, SidebarChange.Kind.ORDERED, ordered);
    return ordered;
  }

  /**
   * Removes a category of the user's own; its channels are in the standard ones again.
   *
   * @throws AppError with status 404 where there is none, 400 where it is a standard one
   */
  public void delete(String userId, String teamId, String id) {
    changing(
        userId,
        sql -> {
          SidebarCategoryWithChannels category = existing(kept(sql, userId, teamId), id);
          if (!category.type().equals(CUSTOM)) {
            throw invalid("the standard categories stay");
          }
          SidebarRows.delete(sql, id);
          return id;
        });
    tell(userId, teamId, SidebarChange.Kind.DELETED, List.of(id));
  }

  private void tell(String userId, String teamId, SidebarChange.Kind kind, List<String> ids) {
    surroundings.hooks().sidebarHasChanged(new SidebarChange(userId, teamId, kind, ids));
  }

  /** Reading makes the standard categories where they are missing. */
  private <T> T reading(Database.Work<T> work) {
    return surroundings.database().untilNobodyInterferes(work);
  }

  /** Of several who change the categories of a user, each sees what the one before has made. */
  private <T> T changing(String userId, Database.Work<T> work) {
    return surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              sql.lock("users", "id = ?", userId);
              return work.with(sql);
            });
  }

  /** The categories without their channels; the standard ones are made where they are missing. */
  private static Map<String, SidebarCategoryWithChannels> kept(
      Sql sql, String userId, String teamId) {
    Map<String, SidebarCategoryWithChannels> categories =
        SidebarRows.categories(sql, userId, teamId);
    if (!categories.isEmpty()) {
      return categories;
    }
    long order = 0;
    for (Map.Entry<String, String> standard : STANDARD.entrySet()) {
      SidebarCategoryWithChannels category =
          SidebarCategoryWithChannels.builder()
              .id(idOf(standard.getKey(), userId, teamId))
              .userId(userId)
              .teamId(teamId)
              .type(standard.getKey())
              .displayName(standard.getValue())
              .sorting(standard.getKey().equals(DIRECT_MESSAGES) ? BY_TIME : 0)
              .build();
      SidebarRows.insert(sql, category, order);
      order += DISTANCE;
    }
    return SidebarRows.categories(sql, userId, teamId);
  }

  /** The categories with their channels, of which only those are shown that the user is in. */
  private static Map<String, SidebarCategoryWithChannels> filled(
      Sql sql, String userId, String teamId) {
    Map<String, SidebarCategoryWithChannels> categories = kept(sql, userId, teamId);
    Map<String, Own> own = new LinkedHashMap<>();
    SidebarRows.own(sql, userId, teamId).forEach(channel -> own.put(channel.channelId(), channel));
    Map<String, List<String>> channels = new LinkedHashMap<>();
    categories.keySet().forEach(id -> channels.put(id, new ArrayList<>()));
    for (Placed placed : SidebarRows.placed(sql, userId, teamId)) {
      if (own.remove(placed.channelId()) != null) {
        channels.get(placed.categoryId()).add(placed.channelId());
      }
    }
    for (Own nowhere : own.values()) {
      String kind = nowhere.favorite() ? FAVORITES : nowhere.direct() ? DIRECT_MESSAGES : CHANNELS;
      channels.get(idOf(kind, userId, teamId)).add(nowhere.channelId());
    }
    Map<String, SidebarCategoryWithChannels> filled = new LinkedHashMap<>();
    categories.forEach(
        (id, category) ->
            filled.put(id, category.toBuilder().channelIds(channels.get(id)).build()));
    return filled;
  }

  private SidebarCategoryWithChannels changed(
      SidebarCategoryWithChannels old, SidebarCategoryWithChannels wanted) {
    boolean custom = old.type().equals(CUSTOM);
    if (custom) {
      checkName(wanted.displayName());
    }
    return old.toBuilder()
        .displayName(custom ? wanted.displayName() : old.displayName())
        .sorting(wanted.sorting())
        .muted(wanted.muted())
        .collapsed(wanted.collapsed())
        .channelIds(distinct(wanted.channelIds()))
        .build();
  }

  private static void place(Sql sql, SidebarCategoryWithChannels category) {
    SidebarRows.place(sql, category);
    boolean favorites = category.type().equals(FAVORITES);
    for (String channelId : category.channelIds()) {
      SidebarRows.favorite(sql, category.userId(), channelId, favorites);
    }
  }

  /** What was a favorite and is no longer listed there is none. */
  private static void unfavored(
      Sql sql, SidebarCategoryWithChannels old, SidebarCategoryWithChannels changed) {
    if (old.type().equals(FAVORITES)) {
      for (String channelId : old.channelIds()) {
        if (!changed.channelIds().contains(channelId)) {
          SidebarRows.favorite(sql, old.userId(), channelId, false);
        }
      }
    }
  }

  private static void checkOwn(Sql sql, SidebarCategoryWithChannels category) {
    Map<String, Own> own =
        SidebarRows.own(sql, category.userId(), category.teamId()).stream()
            .collect(Collectors.toMap(Own::channelId, channel -> channel));
    for (String channelId : category.channelIds()) {
      Own channel = own.get(channelId);
      if (channel == null) {
        throw invalid("the user is not in the channel " + channelId);
      }
      boolean elsewhere =
          (category.type().equals(CHANNELS) && channel.direct())
              || (category.type().equals(DIRECT_MESSAGES) && !channel.direct());
      if (elsewhere) {
        throw invalid("the channel %s is of another kind".formatted(channelId));
      }
    }
  }

  private static void arrange(Sql sql, List<String> ids) {
    long order = 0;
    for (String id : ids) {
      SidebarRows.order(sql, id, order);
      order += DISTANCE;
    }
  }

  private static List<String> distinct(List<String> ids) {
    return List.copyOf(new LinkedHashSet<>(ids));
  }

  private static String idOf(String kind, String userId, String teamId) {
    return kind + "_" + userId + "_" + teamId;
  }

  private static void checkName(String name) {
    if (name.isBlank()) {
      throw invalid("a category has a name");
    }
    UserRules.longest(INVALID, "display_name", name, LONGEST_NAME);
  }

  private static SidebarCategoryWithChannels existing(
      Map<String, SidebarCategoryWithChannels> categories, String id) {
    SidebarCategoryWithChannels category = categories.get(id);
    if (category == null) {
      throw AppError.of(
          "app.channel.sidebar_categories.app_error",
          "the user has no category %s in this team".formatted(id),
          404);
    }
    return category;
  }

  private static AppError invalid(String why) {
    return AppError.of(INVALID, why, 400);
  }
}
