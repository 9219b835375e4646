package io.krait.host.internal.notifications;

import java.util.Map;
import java.util.Set;

/**
 * Somebody who may want to know of a post.
 *
 * @param userId identifier of the user
 * @param username the name by which posts mention the user
 * @param firstName one that may be taken for a mention
 * @param email where mails go
 * @param wishes of the user in general, by name
 * @param here what of them is otherwise in the channel of the post
 */
record Recipient(
    String userId,
    String username,
    String firstName,
    String email,
    Map<String, String> wishes,
    Map<String, String> here) {

  private static final String USUAL = "default";

  /** Whether a post is to be pushed to the user, who is in that state. */
  boolean wantsPush(boolean mentioned, String status) {
    String when = wish("push", "mention");
    boolean wanted = when.equals("all") || (when.equals("mention") && mentioned);
    return wanted && !isMuted() && isDisturbedBy(status);
  }

  private boolean isDisturbedBy(String status) {
    Set<String> silent =
        switch (wishes.getOrDefault("push_status", "away")) {
          case "online" -> Set.of("dnd", "ooo");
          case "offline" -> Set.of("dnd", "ooo", "online", "away");
          default -> Set.of("dnd", "ooo", "online");
        };
    return !silent.contains(status);
  }

  /** Whether the user is to be written to, who is in that state. */
  boolean wantsMail(boolean mentioned, String status) {
    return mentioned
        && !email.isEmpty()
        && !isMuted()
        && !wish("email", "true").equals("false")
        && (status.equals("offline") || status.equals("away"));
  }

  /** Whether the words of a post are such that the user wants to be taken for mentioned. */
  boolean isMeant(Mentions mentions) {
    if (mentions.names().contains(username)) {
      return true;
    }
    if (wishes.getOrDefault("first_name", "false").equals("true") && mentions.hasWord(firstName)) {
      return true;
    }
    for (String key : wishes.getOrDefault("mention_keys", "").split(",")) {
      if (mentions.hasWord(key.trim())) {
        return true;
      }
    }
    return mentions.all() && wishes.getOrDefault("channel", "true").equals("true") && !ignoresAll();
  }

  private boolean ignoresAll() {
    return here.getOrDefault("ignore_channel_mentions", USUAL).equals("on");
  }

  private boolean isMuted() {
    return here.getOrDefault("mark_unread", "all").equals("mention");
  }

  private String wish(String name, String usual) {
    String local = here.getOrDefault(name, USUAL);
    return local.equals(USUAL) ? wishes.getOrDefault(name, usual) : local;
  }
}
