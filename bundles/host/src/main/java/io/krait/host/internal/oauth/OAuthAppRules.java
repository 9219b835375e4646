package io.krait.host.internal.oauth;

import io.krait.api.AppError;
import io.krait.api.model.OAuthApp;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;

/** What a registration must be like. */
final class OAuthAppRules {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DESCRIPTION = 512;
  private static final int LONGEST_ADDRESS = 256;
  private static final int LONGEST_ICON = 512;
  private static final int LONGEST_CALLBACKS = 1024;
  private static final int LONGEST_APP = 32;
  private static final int LONGEST_CREATOR = 26;

  private OAuthAppRules() {}

  /**
   * A registration whose callback addresses are separated by single spaces.
   *
   * @throws AppError with status 400 where a value is not allowed
   */
  static OAuthApp checked(OAuthApp app) {
    List<String> callbacks =
        Arrays.stream(app.callbackUrls().split("\\s+")).filter(url -> !url.isEmpty()).toList();
    String together = String.join(" ", callbacks);
    require(app.creatorId().length() <= LONGEST_CREATOR, "creator_id", "an id, or empty");
    require(
        !app.name().isBlank() && length(app.name()) <= LONGEST_NAME,
        "name",
        "1 to %d characters".formatted(LONGEST_NAME));
    require(
        length(app.description()) <= LONGEST_DESCRIPTION,
        "description",
        "at most %d characters".formatted(LONGEST_DESCRIPTION));
    require(
        !callbacks.isEmpty()
            && together.length() <= LONGEST_CALLBACKS
            && callbacks.stream().allMatch(OAuthAppRules::isAddress),
        "callback",
        "at least one http or https address, together at most %d characters"
            .formatted(LONGEST_CALLBACKS));
    require(
        isAddress(app.homepage()) && app.homepage().length() <= LONGEST_ADDRESS,
        "homepage",
        "an http or https address of at most %d characters".formatted(LONGEST_ADDRESS));
    require(
        app.iconUrl().isEmpty()
            || (isAddress(app.iconUrl()) && app.iconUrl().length() <= LONGEST_ICON),
        "icon_url",
        "an http or https address of at most %d characters, or empty".formatted(LONGEST_ICON));
    require(
        app.mattermostAppId().length() <= LONGEST_APP,
        "mattermost_app_id",
        "at most %d characters".formatted(LONGEST_APP));
    return app.toBuilder().callbackUrls(together).build();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return ("http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme()))
          && address.getHost() != null;
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private static void require(boolean allowed, String field, String wanted) {
    if (!allowed) {
      throw AppError.of(
          "model.oauth.is_valid.%s.app_error".formatted(field),
          "%s of an OAuth application is %s".formatted(field, wanted),
          400);
    }
  }
}
