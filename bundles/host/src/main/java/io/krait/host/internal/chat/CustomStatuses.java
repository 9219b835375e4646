package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.CustomStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The line of text and the emoji beside a user's name, which clients look for among the user's
 * properties. Safe for use from any thread.
 */
public final class CustomStatuses {

  private static final int LONGEST = 100;
  private static final Set<String> DURATIONS =
      Set.of(
          "",
          "thirty_minutes",
          "one_hour",
          "four_hours",
          "today",
          "this_week",
          "date_and_time",
          "custom_date_time");
  private static final String PROPERTY = "customStatus";

  private final Surroundings surroundings;
  private final Users users;

  /** The custom statuses of these users. */
  public CustomStatuses(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
  }

  /**
   * Sets what is beside the name.
   *
   * @throws AppError with status 404 where there is no such user, 400 where the text is longer than
   *     100 characters or the duration is none that clients know
   */
  public void set(String userId, CustomStatus status) {
    if (Characters.in(status.text()) > LONGEST || !DURATIONS.contains(status.duration())) {
      users.get(userId);
      throw AppError.of(
          "api.custom_status.set_custom_statuses.update.app_error",
          "text of at most 100 characters and a known duration are required",
          400);
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("emoji", status.emoji().isEmpty() ? "speech_balloon" : status.emoji());
    value.put("text", status.text());
    value.put("duration", status.duration());
    value.put("expires_at", Instant.ofEpochMilli(status.expiresAt()).toString());
    change(userId, props -> props.put(PROPERTY, surroundings.json().write(value)));
  }

  /**
   * Clears it, if there is one.
   *
   * @throws AppError with status 404 where there is no such user
   */
  public void clear(String userId) {
    change(userId, props -> props.remove(PROPERTY));
  }

  private void change(String userId, Consumer<Map<String, String>> change) {
    users.change(
        userId,
        user -> {
          Map<String, String> props = new TreeMap<>(user.props());
          change.accept(props);
          return user.toBuilder().props(props).build();
        });
  }
}
