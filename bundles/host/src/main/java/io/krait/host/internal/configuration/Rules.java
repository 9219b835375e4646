package io.krait.host.internal.configuration;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Which values of a configuration can be worked with. */
final class Rules {

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{2,4})?");
  private static final int LONGEST_SITE_NAME = 30;
  private static final int SHORTEST_PASSWORD = 5;
  private static final int LONGEST_PASSWORD = 72;

  private final Document document;

  private Rules(Document document) {
    this.document = document;
  }

  /**
   * Refuses a configuration that the server could not work with.
   *
   * @throws AppError with status 400, which says what is wrong
   */
  static void check(Document document) {
    Rules rules = new Rules(document);
    rules.checkSite();
    rules.positive("ServiceSettings", "MaximumLoginAttempts", "login_attempts");
    rules.positive("TeamSettings", "MaxUsersPerTeam", "max_users");
    rules.positive("TeamSettings", "MaxChannelsPerTeam", "max_channels");
    rules.positive("TeamSettings", "MaxNotificationsPerChannel", "max_notify_per_channel");
    rules.positive("TeamSettings", "UserStatusAwayTimeout", "user_status_away_timeout");
    rules.oneOf(
        "TeamSettings", "RestrictDirectMessage", "restrict_direct_message", Set.of("any", "team"));
    rules.oneOf(
        "TeamSettings",
        "TeammateNameDisplay",
        "teammate_name_display",
        Set.of("username", "nickname_full_name", "full_name"));
    rules.positive("FileSettings", "MaxFileSize", "max_file_size");
    rules.oneOf(
        "EmailSettings",
        "ConnectionSecurity",
        "email_security",
        Set.of("", "PLAIN", "TLS", "STARTTLS"));
    rules.oneOf(
        "EmailSettings",
        "PushNotificationContents",
        "push_notification_contents",
        Set.of("full", "generic", "generic_no_channel", "id_loaded"));
    rules.oneOf(
        "EmailSettings",
        "EmailNotificationContentsType",
        "email_notification_contents_type",
        Set.of("full", "generic"));
    rules.between(
        "PasswordSettings",
        "MinimumLength",
        "password_length",
        SHORTEST_PASSWORD,
        LONGEST_PASSWORD);
    rules.positive("RateLimitSettings", "PerSec", "rate_sec");
    rules.positive("RateLimitSettings", "MaxBurst", "max_burst");
    rules.positive("RateLimitSettings", "MemoryStoreSize", "rate_mem");
    rules.notNegative("DataRetentionSettings", "MessageRetentionDays", "data_retention.message");
    rules.notNegative("DataRetentionSettings", "MessageRetentionHours", "data_retention.message");
    rules.notNegative("DataRetentionSettings", "FileRetentionDays", "data_retention.file");
    rules.notNegative("DataRetentionSettings", "FileRetentionHours", "data_retention.file");
    rules.between("DataRetentionSettings", "BatchSize", "data_retention.batch_size", 1, 100_000);
    rules.matches(
        "DataRetentionSettings",
        "DeletionJobStartTime",
        "data_retention.deletion_job_start_time",
        TIME,
        "a time such as 02:00");
    rules.matches(
        "LocalizationSettings",
        "DefaultServerLocale",
        "localization.server_locale",
        LOCALE,
        "a language such as en or pt-BR");
    rules.matches(
        "LocalizationSettings",
        "DefaultClientLocale",
        "localization.client_locale",
        LOCALE,
        "a language such as en or pt-BR");
  }

  private void checkSite() {
    String url = text("ServiceSettings", "SiteURL");
    if (!url.isEmpty() && !isWebAddress(url)) {
      throw invalid("site_url", "ServiceSettings.SiteURL must begin with http:// or https://");
    }
    if (text("TeamSettings", "SiteName").length() > LONGEST_SITE_NAME) {
      throw invalid(
          "sitename_length",
          "TeamSettings.SiteName has at most %d characters".formatted(LONGEST_SITE_NAME));
    }
  }

  private static boolean isWebAddress(String url) {
    try {
      URI uri = new URI(url);
      return Set.of("http", "https").contains(Objects.toString(uri.getScheme(), ""))
          && uri.getHost() != null;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  private void positive(String section, String name, String error) {
    between(section, name, error, 1, Long.MAX_VALUE);
  }

  private void notNegative(String section, String name, String error) {
    between(section, name, error, 0, Long.MAX_VALUE);
  }

  private void between(String section, String name, String error, long least, long most) {
    if (document.value(section, name) instanceof Long number && (number < least || number > most)) {
      throw invalid(
          error,
          most == Long.MAX_VALUE
              ? "%s.%s must be at least %d".formatted(section, name, least)
              : "%s.%s must be from %d to %d".formatted(section, name, least, most));
    }
  }

  private void oneOf(String section, String name, String error, Set<String> choices) {
    if (!choices.contains(text(section, name))) {
      throw invalid(
          error,
          "%s.%s must be one of %s".formatted(section, name, choices.stream().sorted().toList()));
    }
  }

  private void matches(String section, String name, String error, Pattern pattern, String what) {
    if (!pattern.matcher(text(section, name)).matches()) {
      throw invalid(error, "%s.%s must be %s".formatted(section, name, what));
    }
  }

  private String text(String section, String name) {
    @Nullable Object value = document.value(section, name);
    return value instanceof String text ? text : "";
  }

  private static AppError invalid(String error, String message) {
    return AppError.of("model.config.is_valid." + error + ".app_error", message, 400);
  }
}
