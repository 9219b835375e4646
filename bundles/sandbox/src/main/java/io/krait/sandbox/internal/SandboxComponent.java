package io.krait.sandbox.internal;

import io.krait.api.Nullable;
import io.krait.supervisor.IsolatedProcess;
import io.krait.supervisor.ProcessIsolation;
import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Isolates plugins as it is configured; without a configuration it is not there. */
@Component(
    service = ProcessIsolation.class,
    configurationPid = SandboxComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SandboxConfiguration.class)
public final class SandboxComponent implements ProcessIsolation {

  static final String PID = "io.krait.sandbox";

  private static final System.Logger LOG = System.getLogger(SandboxComponent.class.getName());

  private final @Nullable SandboxChoices choices;
  private final String mistake;
  private final Map<Mode, Confinement> confinements;

  /** Isolation as {@code configuration} says. */
  @Activate
  public SandboxComponent(SandboxConfiguration configuration) {
    this(configuration, new Tools(System.getenv().getOrDefault("PATH", "")));
  }

  SandboxComponent(SandboxConfiguration configuration, Tools tools) {
    SandboxChoices read = null;
    String wrong = "";
    try {
      read = new SandboxChoices(configuration);
    } catch (IllegalArgumentException e) {
      wrong = e.getMessage();
      LOG.log(
          Level.ERROR,
          "configuration {0}: {1}; no plugin is started until it is right",
          PID,
          wrong);
    }
    choices = read;
    mistake = wrong;
    UnitNames names = new UnitNames(new SecureRandom()::nextLong);
    confinements =
        Map.of(
            Mode.NONE, (request, settings) -> IsolatedProcess.notIsolated(request),
            Mode.USER,
                new OtherUser(tools, new Accounts(Path.of("/etc/passwd")), new FileOwnership()),
            Mode.BUBBLEWRAP, new Bubblewrap(tools),
            Mode.SYSTEMD, new Systemd(tools, names, Path.of("/run/systemd/system")),
            Mode.CONTAINER, new Container(tools, names));
  }

  @Override
  public IsolatedProcess isolate(ProcessRequest request) throws IOException {
    if (choices == null) {
      throw new IOException(
          "it cannot be isolated: %s; correct the configuration %s".formatted(mistake, PID));
    }
    SandboxSettings allowed = choices.of(request.pluginId());
    // What a plugin does without is not left to it.
    SandboxSettings settings =
        request.needs().network() ? allowed : allowed.with("network", "false");
    try {
      return confinements.get(settings.mode()).confine(request, settings);
    } catch (IOException e) {
      throw new IOException(
          "it cannot be isolated by mode %s: %s".formatted(settings.mode().label(), e.getMessage()),
          e);
    }
  }
}
