package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The channels of two users or of some: made when they are first asked for, and never left. Safe
 * for use from any thread.
 */
public final class DirectChannels {

  private final Surroundings surroundings;
  private final Database database;
  private final Users users;
  private final ChannelRows rows;

  /** The channels between these users. */
  public DirectChannels(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.users = users;
    this.rows = new ChannelRows(surroundings.json());
  }

  /** The channel of two users, made where it does not exist. */
  public Channel ofTwo(String userId1, String userId2) {
    List<String> ids = List.copyOf(new TreeSet<>(List.of(userId1, userId2)));
    String name = ids.get(0) + "__" + ids.get(ids.size() - 1);
    return conversation(ChannelType.DIRECT, name, ids, 404);
  }

  /** The channel of three to eight users, made where it does not exist. */
  public Channel ofSome(List<String> userIds) {
    Set<String> ids = new TreeSet<>(userIds);
    if (ids.size() < 3 || ids.size() > 8) {
      throw AppError.of(
          "api.channel.create_group.bad_size.app_error",
          "a group channel has three to eight different users",
          400);
    }
    return conversation(ChannelType.GROUP, sha1(String.join("", ids)), List.copyOf(ids), 400);
  }

  private Channel conversation(ChannelType type, String name, List<String> userIds, int missing) {
    Optional<Channel> there = database.inTransaction(sql -> rows.byName(sql, "", name));
    if (there.isPresent()) {
      return there.get();
    }
    List<User> members = users.byIds(userIds);
    if (members.size() != userIds.size()) {
      throw AppError.of(
          "api.channel.create_conversation.user.app_error",
          "one of the users does not exist",
          missing);
    }
    String displayName =
        type == ChannelType.DIRECT
            ? ""
            : members.stream().map(User::username).collect(Collectors.joining(", "));
    long now = surroundings.now();
    Channel made =
        Channel.builder()
            .id(surroundings.ids().next())
            .createAt(now)
            .updateAt(now)
            .type(type)
            .name(name)
            .displayName(displayName.substring(0, Math.min(512, displayName.length())))
            .build();
    try {
      database.inTransaction(
          sql -> {
            rows.insert(sql, made);
            for (String userId : userIds) {
              rows.insertMember(sql, surroundings, made.id(), userId);
            }
            return made;
          });
    } catch (DuplicateException madeBesideUs) {
      return database.inTransaction(sql -> rows.byName(sql, "", name)).orElseThrow();
    }
    Channel stored = database.inTransaction(sql -> rows.existing(sql, made.id()));
    surroundings.hooks().channelHasBeenCreated(stored);
    return stored;
  }

  /** As other servers of this API name group channels; nothing secret depends on it. */
  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
