package io.krait.host.internal.outside;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.configuration.ServerConfiguration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The licence of the server, as clients and plugins are told of it: a service of an integrator
 * knows it, or the configuration. The host itself is the same with every licence. Safe for use from
 * any thread.
 */
public final class Licences {

  private static final String SECTION = "KraitSettings";

  private final Surroundings surroundings;
  private final Users users;
  private final Outside outside;

  /** The licence of the server in these surroundings. */
  public Licences(Surroundings surroundings, Users users, Outside outside) {
    this.surroundings = surroundings;
    this.users = users;
    this.outside = outside;
  }

  /** The licence as JSON; empty where there is none. */
  public Bytes licence() {
    if (outside.licence().isPresent()) {
      return outside.licence().get().licence();
    }
    Map<?, ?> licence = configured();
    return licence.isEmpty() ? Bytes.EMPTY : Bytes.utf8(surroundings.json().write(licence));
  }

  private Map<?, ?> configured() {
    return surroundings.configuration().document().value(SECTION, "License")
            instanceof Map<?, ?> licence
        ? licence
        : Map.of();
  }

  /** Whether the server could do what a licence allows. */
  public boolean isEnterpriseReady() {
    return surroundings.configuration().flag(SECTION, "EnterpriseReady");
  }

  /**
   * Gets a licence for a trial.
   *
   * @throws AppError with status 400 where the terms are not accepted or the number is not one of
   *     users, 403 where there is no trial any more, 404 where there is no such user
   */
  public void requestTrial(
      String requesterId, int seats, boolean termsAccepted, boolean receiveEmails) {
    if (!termsAccepted) {
      throw AppError.of(
          "api.license.request-trial.bad-request.terms-not-accepted",
          "the terms of a trial have to be accepted",
          400);
    }
    if (seats <= 0) {
      throw AppError.of(
          "api.license.request-trial.bad-request", "a trial is for one user at least", 400);
    }
    users.get(requesterId);
    if (outside.licence().isPresent()) {
      outside.licence().get().requestTrial(requesterId, seats, receiveEmails);
      return;
    }
    ServerConfiguration configuration = surroundings.configuration();
    if (!configuration.flag(SECTION, "TrialLicenseAllowed") || !configured().isEmpty()) {
      throw AppError.of(
          "api.license.request-trial.can-start-trial.not-allowed",
          "there is no trial for this server: it is switched off by"
              + " KraitSettings.TrialLicenseAllowed of its configuration, or there is a licence"
              + " already",
          403);
    }
    Map<String, Object> trial = trial(requesterId, seats);
    configuration.patch(Map.of(SECTION, Map.of("License", trial, "TrialLicenseAllowed", false)));
  }

  private Map<String, Object> trial(String requesterId, int seats) {
    long now = surroundings.now();
    long days = surroundings.configuration().number(SECTION, "TrialLicenseDays");
    Map<String, Object> trial = new LinkedHashMap<>();
    trial.put("id", surroundings.ids().next());
    trial.put("issued_at", now);
    trial.put("starts_at", now);
    trial.put("expires_at", now + Duration.ofDays(Math.max(1, days)).toMillis());
    trial.put("customer", Map.of("id", requesterId));
    trial.put("features", Map.of("users", seats));
    trial.put("sku_name", "Trial");
    trial.put("sku_short_name", "enterprise");
    trial.put("is_trial", true);
    trial.put("is_gov_sku", false);
    return trial;
  }

  /** The licence as clients are told of it. */
  public Map<String, String> forClients() {
    Bytes text = licence();
    if (text.isEmpty()) {
      return Map.of("IsLicensed", "false");
    }
    Map<String, Object> licence = surroundings.json().object(text.toUtf8());
    Map<String, String> told = new LinkedHashMap<>();
    told.put("IsLicensed", "true");
    told.put("SkuName", text(licence, "sku_name"));
    told.put("SkuShortName", text(licence, "sku_short_name"));
    told.put("IsTrial", text(licence, "is_trial"));
    told.put("IssuedAt", text(licence, "issued_at"));
    told.put("StartsAt", text(licence, "starts_at"));
    told.put("ExpiresAt", text(licence, "expires_at"));
    if (licence.get("features") instanceof Map<?, ?> features && features.get("users") != null) {
      told.put("Users", String.valueOf(features.get("users")));
    }
    return told;
  }

  private static String text(Map<String, Object> licence, String name) {
    Object value = licence.get(name);
    return value == null ? "" : value.toString();
  }
}
