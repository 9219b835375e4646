package io.krait.host.internal.groups;

import io.krait.api.AppError;
import io.krait.api.model.Group;
import java.util.Set;
import java.util.regex.Pattern;

/** What a group must be like. */
final class GroupRules {

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]*");
  private static final Set<String> RESERVED = Set.of("all", "channel", "here");
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DISPLAY_NAME = 128;
  private static final int LONGEST_DESCRIPTION = 1024;
  private static final int LONGEST_SOURCE = 64;
  private static final int LONGEST_REMOTE_ID = 48;

  private GroupRules() {}

  /** Fails with 400 where a group is not as it must be. */
  static void check(Group group) {
    if (group.name().length() > LONGEST_NAME) {
      throw invalid("name.invalid_length", "the name of a group has at most 64 characters");
    }
    if (!NAME.matcher(group.name()).matches()) {
      throw invalid(
          "name.invalid_chars",
          "the name of a group has lower-case letters, digits, dots, hyphens and underscores");
    }
    if (RESERVED.contains(group.name())) {
      throw invalid("name.reserved_name", "no group can be named " + group.name());
    }
    if (group.name().isEmpty() && group.allowReference()) {
      throw invalid("name", "a group that can be mentioned has a name");
    }
    if (group.displayName().isBlank() || longer(group.displayName(), LONGEST_DISPLAY_NAME)) {
      throw invalid("display_name", "the display name of a group has 1 to 128 characters");
    }
    if (longer(group.description(), LONGEST_DESCRIPTION)) {
      throw invalid("description", "the description of a group has at most 1024 characters");
    }
    if (group.source().length() > LONGEST_SOURCE
        || !group.source().equals("ldap")
            && !group.source().equals("custom")
            && !group.source().startsWith("plugin_")) {
      throw invalid(
          "source", "the source of a group is ldap, custom, or a name that begins with plugin_");
    }
    if (longer(group.remoteId(), LONGEST_REMOTE_ID)
        || group.remoteId().isEmpty() && group.source().equals("ldap")) {
      throw invalid("remote_id", "a group of ldap is known there by an id of 1 to 48 characters");
    }
  }

  private static boolean longer(String text, int longest) {
    return text.codePointCount(0, text.length()) > longest;
  }

  private static AppError invalid(String what, String message) {
    return AppError.of("model.group." + what + ".app_error", message, 400);
  }
}
