package io.krait.host.internal.plugin;

import io.krait.api.PluginRequestAuthenticator;
import io.krait.host.internal.chat.Sessions;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the sessions of this host for requests to plugins. */
@Component
public final class SessionAuthenticator implements PluginRequestAuthenticator {

  /** The property of a session that holds what cookies need besides. */
  public static final String CSRF = "csrf";

  private final Sessions sessions;

  /** The sessions of this host. */
  @Activate
  public SessionAuthenticator(@Reference Host host) {
    this.sessions = host.services().sessions();
  }

  @Override
  public Optional<AuthenticatedSession> authenticate(String token) {
    return sessions
        .byToken(token)
        .map(
            session ->
                new AuthenticatedSession(
                    session.id(), session.userId(), session.props().getOrDefault(CSRF, "")));
  }
}
