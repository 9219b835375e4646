package io.krait.doctor;

import java.util.List;
import java.util.Optional;

/** What usually brings the packages, services and capabilities that Krait's bundles ask for. */
public final class UsualProviders {

  /**
   * A provider.
   *
   * @param prefix how the names begin of what it brings
   * @param bundle what to install
   * @param without what is not there without it; empty where bundles need it
   */
  public record Provider(String prefix, String bundle, String without) {}

  private static final List<Provider> KNOWN =
      List.of(
          optional("org.yaml.snakeyaml", "org.yaml:snakeyaml", "manifests in YAML are refused"),
          optional(
              "org.osgi.service.event",
              "org.apache.felix.eventadmin",
              "nobody is told of the states of plugins by events"),
          optional(
              "org.apache.felix.fileinstall",
              "org.apache.felix.fileinstall",
              "no archive is installed from a watched folder"),
          optional(
              "org.apache.felix.inventory",
              "org.apache.felix.inventory",
              "plugins are not on the status pages of the Web Console"),
          optional(
              "org.osgi.service.log",
              "org.apache.felix.log, or another Log Service",
              "the log of the server is not shown to plugins and administrators"),
          needed("io.krait.api.PluginApiProvider", "io.krait.host, or a host of your own"),
          needed("io.krait.api.HookDispatcher", "io.krait.runtime"),
          needed("io.krait.api.Readiness", "io.krait.runtime"),
          needed("io.krait.api.management", "io.krait.runtime"),
          needed("com.fasterxml.jackson.datatype.jdk8", "jackson-datatype-jdk8"),
          needed("com.fasterxml.jackson", "jackson-annotations, jackson-core and jackson-databind"),
          optional(
              "jakarta.servlet", "org.apache.felix.http.servlet-api", "nothing is served by HTTP"),
          needed(
              "org.osgi.service.servlet",
              "org.apache.felix.http.jetty12, or another server for the Jakarta HTTP Whiteboard"),
          needed(
              "osgi.http",
              "org.apache.felix.http.jetty12, or another server for the Jakarta HTTP Whiteboard"),
          needed("JakartaServlet", "org.apache.felix.http.servlet-api"),
          needed("org.eclipse.jetty", "org.apache.felix.http.jetty12"),
          needed("org.apache.felix.http.jetty", "org.apache.felix.http.jetty12"),
          needed("org.apache.felix.webconsole", "org.apache.felix.webconsole"),
          needed("org.apache.felix.hc", "org.apache.felix.healthcheck.api"),
          needed("org.apache.felix.service.command", "org.apache.felix.gogo.runtime"),
          needed("runtime.implementation", "org.apache.felix.gogo.runtime"),
          needed("io.micrometer", "micrometer-core, micrometer-commons, micrometer-observation"),
          needed("org.apache.commons.compress", "org.apache.commons:commons-compress"),
          needed("com.zaxxer.hikari", "com.zaxxer:HikariCP"),
          needed("org.bouncycastle", "org.bouncycastle:bcprov-jdk18on"),
          needed("org.h2", "com.h2database:h2"),
          needed("org.postgresql", "org.postgresql:postgresql"),
          needed("org.slf4j", "org.slf4j:slf4j-api, or pax-logging-api"),
          needed("javax.sql.DataSource", "a bundle of yours that registers the database"),
          needed("org.osgi.service.cm", "org.apache.felix.configadmin"),
          needed("org.osgi.service.component", "org.osgi.service.component"),
          needed("org.osgi.util.promise", "org.osgi.util.promise"),
          needed("org.osgi.util.function", "org.osgi.util.function"),
          needed("osgi.component", "org.apache.felix.scr"),
          needed("io.krait.plugin", "io.krait.deploy"),
          needed("JavaSE", "a newer Java"));

  private UsualProviders() {}

  /** Who brings what has that name; empty where nobody is known. */
  public static Optional<Provider> of(String name) {
    Optional<Provider> known =
        KNOWN.stream().filter(provider -> name.startsWith(provider.prefix())).findFirst();
    return known.isPresent() || !name.startsWith("io.krait.") ? known : Optional.of(ours(name));
  }

  /** As the end of a sentence: who brings it; empty where nobody is known. */
  public static String advice(String name) {
    return of(name).map(provider -> "; usually " + provider.bundle() + " has it").orElse("");
  }

  /** Packages of our bundles begin with their names, which have three parts. */
  private static Provider ours(String name) {
    String[] parts = name.split("\\.", -1);
    return needed(name, String.join(".", parts[0], parts[1], parts[2]));
  }

  private static Provider needed(String prefix, String bundle) {
    return new Provider(prefix, bundle, "");
  }

  private static Provider optional(String prefix, String bundle, String without) {
    return new Provider(prefix, bundle, without);
  }
}
