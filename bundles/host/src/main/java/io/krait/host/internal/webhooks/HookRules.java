package io.krait.host.internal.webhooks;

import io.krait.api.AppError;

/** Bounds that webhooks of both directions share. */
final class HookRules {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_ICON = 1024;

  private final String kind;

  /** For hooks of a kind, as the ids of errors have it: incoming or outgoing. */
  HookRules(String kind) {
    this.kind = kind;
  }

  void check(String displayName, String description, String username, String iconUrl) {
    atMost(displayName, LONGEST_NAME, "display_name");
    atMost(description, LONGEST_DESCRIPTION, "description");
    atMost(username, LONGEST_NAME, "username");
    atMost(iconUrl, LONGEST_ICON, "icon_url");
  }

  private void atMost(String text, int longest, String field) {
    require(
        text.codePointCount(0, text.length()) <= longest,
        field,
        "at most %d characters".formatted(longest));
  }

  void require(boolean allowed, String field, String wanted) {
    if (!allowed) {
      throw AppError.of(
          "model.%s_hook.%s.app_error".formatted(kind, field),
          "%s of a webhook is %s".formatted(field, wanted),
          400);
    }
  }
}
