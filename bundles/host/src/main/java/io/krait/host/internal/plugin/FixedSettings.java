package io.krait.host.internal.plugin;

import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.storage.HostSettings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/**
 * What Configuration Admin says of the server configuration, by names such as {@code
 * ServiceSettings.SiteURL} in {@code io.krait.host.server}, and by the settings of {@code
 * io.krait.host} that have another name there. Safe for use from any thread.
 */
@Component(service = FixedSettings.class, configurationPid = "io.krait.host.server")
public final class FixedSettings {

  private static final long USUAL_LARGEST_FILE = 100L << 20;

  private final Set<Applied> applied = new HashSet<>();
  private Map<String, Object> settings = Map.of();

  /** With these settings. */
  @Activate
  public FixedSettings(Map<String, Object> settings) {
    this.settings = ofServer(settings);
  }

  @Modified
  synchronized void modified(Map<String, Object> changed) {
    settings = ofServer(changed);
    applied.forEach(this::fix);
  }

  /** Settings that hold until it is closed. */
  @FunctionalInterface
  public interface Application extends AutoCloseable {
    @Override
    void close();
  }

  private record Applied(ServerConfiguration configuration, HostSettings host) {}

  /** Fixes what is set, now and after each change. */
  public synchronized Application apply(ServerConfiguration configuration, HostSettings host) {
    Applied one = new Applied(configuration, host);
    applied.add(one);
    fix(one);
    return () -> forget(one);
  }

  private synchronized void forget(Applied one) {
    applied.remove(one);
  }

  private void fix(Applied one) {
    Map<String, Object> all = new LinkedHashMap<>(ofHost(one.host()));
    all.putAll(settings);
    one.configuration().fix(all);
  }

  /** What is as by default there may be set elsewhere. */
  private static Map<String, Object> ofHost(HostSettings host) {
    Map<String, Object> fixed = new LinkedHashMap<>();
    if (!host.siteUrl().isEmpty()) {
      fixed.put("ServiceSettings.SiteURL", host.siteUrl());
    }
    if (host.openSignUp()) {
      fixed.put("TeamSettings.EnableOpenServer", true);
    }
    if (host.maxFileBytes() != USUAL_LARGEST_FILE) {
      fixed.put("FileSettings.MaxFileSize", host.maxFileBytes());
    }
    fixed.put("SqlSettings.DriverName", host.jdbc().isPostgreSql() ? "postgres" : "h2");
    fixed.put("SqlSettings.DataSource", host.jdbc().shown());
    fixed.put("SqlSettings.MaxOpenConns", (long) host.jdbc().connections());
    return fixed;
  }

  private static Map<String, Object> ofServer(Map<String, Object> settings) {
    Map<String, Object> named = new LinkedHashMap<>();
    settings.forEach(
        (name, value) -> {
          // Others are the framework's own, such as service.pid.
          if (Character.isUpperCase(name.charAt(0))) {
            named.put(name, value);
          }
        });
    return named;
  }
}
