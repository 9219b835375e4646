package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.host.SamlLogins;
import io.krait.api.model.Session;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logs in whom a bundle vouches for that speaks SAML. */
@Component(service = SamlLogins.class)
public final class SamlLoginsComponent implements SamlLogins {

  private final HostServices services;

  /** To this host. */
  @Activate
  public SamlLoginsComponent(@Reference Host host) {
    this(host.services());
  }

  SamlLoginsComponent(HostServices services) {
    this.services = services;
  }

  @Override
  public Session accept(String userId, Bytes assertion) {
    if (!services.configuration().flag("SamlSettings", "Enable")) {
      throw AppError.of(
          "api.user.saml.not_available.app_error",
          "nobody logs in by SAML: SamlSettings.Enable of the server configuration is off",
          403);
    }
    User user = services.users().get(userId);
    if (user.deleteAt() != 0) {
      throw AppError.of("api.user.login.inactive.app_error", "the account is not active", 400);
    }
    try {
      services.surroundings().json().object(assertion.toUtf8());
    } catch (IllegalArgumentException noObject) {
      throw AppError.of(
          "api.user.saml.assertion.app_error", "the assertion is no JSON object", 400);
    }
    HostHooks hooks = services.surroundings().hooks();
    hooks.samlLogin(user, assertion).await();
    hooks.userWillLogIn(user).await();
    Session session = services.sessions().open(Session.builder().userId(userId).build());
    hooks.userHasLoggedIn(user);
    return session;
  }
}
