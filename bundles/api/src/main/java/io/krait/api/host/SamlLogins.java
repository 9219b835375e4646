package io.krait.api.host;

import io.krait.api.Bytes;
import io.krait.api.model.Session;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Logs people in whom an identity provider has vouched for. The embedded host offers it as a
 * service; a bundle that speaks SAML with a provider calls it when it has checked an assertion. The
 * host itself does not speak SAML. Safe for use from any thread.
 */
@ProviderType
public interface SamlLogins {

  /**
   * Logs in the user that an assertion belongs to, after the hooks OnSAMLLogin, UserWillLogIn and
   * UserHasLoggedIn have had their say. Waits for them.
   *
   * @param userId identifier of the user
   * @param assertion what the identity provider has said, as a JSON object in UTF-8
   * @return the session that has been opened, with its token
   * @throws io.krait.api.AppError with status 404 where there is no such user, 403 where SAML is
   *     switched off in the configuration ({@code SamlSettings.Enable}), 400 where the account is
   *     not active, the assertion is no JSON object or a plugin refuses the login
   */
  Session accept(String userId, Bytes assertion);
}
