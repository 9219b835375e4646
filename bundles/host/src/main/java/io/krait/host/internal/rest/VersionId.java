package io.krait.host.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.plugin.HostServices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** By what clients notice that the server is another one, or set up otherwise, than before. */
final class VersionId {

  private VersionId() {}

  /** That of a host that runs. */
  static String of(HostServices services) {
    return text(
        services.configuration().text("KraitSettings", "ServerVersion"),
        services.configuration().sanitized().hashCode(),
        services.system().licences().isEnterpriseReady());
  }

  /** That of a host that does not know yet how it is set up. */
  static String unknown() {
    try (InputStream defaults = ServerConfiguration.class.getResourceAsStream("defaults.json")) {
      String version =
          new ObjectMapper().readTree(defaults).at("/KraitSettings/ServerVersion").asText();
      return text(version, 0, false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(String version, int configuration, boolean enterprise) {
    return "%1$s.%1$s.%2$08x.%3$b".formatted(version, configuration, enterprise);
  }
}
