package io.krait.host.internal.pluginapi;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.ServerFacts;

/** The server itself, as a plugin asks for them. Safe for use from any thread. */
final class SystemApi implements PluginApi {

  private final HostServices services;

  SystemApi(HostServices services) {
    this.services = services;
  }

  @Override
  public Bytes getLicense() {
    return Bytes.EMPTY;
  }

  @Override
  public boolean isEnterpriseReady() {
    return false;
  }

  @Override
  public String getServerVersion() {
    return ServerFacts.VERSION;
  }

  @Override
  public long getSystemInstallDate() {
    return services.facts().installDate();
  }

  @Override
  public String getDiagnosticId() {
    return services.facts().diagnosticId();
  }

  @Override
  public String getTelemetryId() {
    return services.facts().diagnosticId();
  }
}
