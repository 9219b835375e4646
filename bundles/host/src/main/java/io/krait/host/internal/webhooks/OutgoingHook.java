package io.krait.host.internal.webhooks;

import java.util.List;
import java.util.Optional;

/**
 * Addresses that are called with posts to open channels.
 *
 * @param id given by the server
 * @param token by which those who are called know that it is this server; given by it
 * @param createAt in milliseconds since the epoch
 * @param updateAt in milliseconds since the epoch
 * @param deleteAt 0, as deleted ones are gone
 * @param creatorId who has made it, and in whose name answers are posted
 * @param channelId the only channel; empty for all open ones of the team
 * @param teamId the team
 * @param triggerWords with one of which a post begins; may be empty where there is a channel
 * @param triggerWhen 0 where the first word of a post is a trigger word, 1 where it begins with one
 * @param callbackUrls all of them are called
 * @param displayName as people read it
 * @param description what it is for
 * @param contentType in which posts are sent: as a form, or as JSON
 * @param username what the author of answers is called, where names may be overridden
 * @param iconUrl the author's picture, where pictures may be overridden
 */
public record OutgoingHook(
    String id,
    String token,
    long createAt,
    long updateAt,
    long deleteAt,
    String creatorId,
    String channelId,
    String teamId,
    List<String> triggerWords,
    int triggerWhen,
    List<String> callbackUrls,
    String displayName,
    String description,
    String contentType,
    String username,
    String iconUrl) {

  /** Posts are sent as a form. */
  static final String FORM = "application/x-www-form-urlencoded";

  /** Posts are sent as JSON. */
  static final String JSON = "application/json";

  /** What people say of it. */
  public Wanted wanted() {
    return new Wanted(
        channelId,
        teamId,
        triggerWords,
        triggerWhen,
        callbackUrls,
        displayName,
        description,
        contentType,
        username,
        iconUrl);
  }

  /** What people say of one. */
  public record Wanted(
      String channelId,
      String teamId,
      List<String> triggerWords,
      int triggerWhen,
      List<String> callbackUrls,
      String displayName,
      String description,
      String contentType,
      String username,
      String iconUrl) {}

  /** The word that a post begins with, if it is for this hook; empty where none is needed. */
  Optional<String> trigger(String message) {
    if (triggerWords.isEmpty()) {
      return Optional.of("");
    }
    String first = message.strip().split("\\s+", 2)[0];
    return triggerWords.stream()
        .filter(word -> triggerWhen == 1 ? first.startsWith(word) : first.equals(word))
        .findFirst();
  }
}
