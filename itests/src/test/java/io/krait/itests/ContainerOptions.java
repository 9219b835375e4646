package io.krait.itests;

import static io.krait.testing.exam.KraitOptions.hostKit;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/**
 * What a container of our own tests consists of besides {@link io.krait.testing.exam.KraitOptions},
 * in parts that a test puts together.
 */
final class ContainerOptions {
  private ContainerOptions() {}

  static Option library() {
    return installed("io.krait.grpc");
  }

  /** What tests of all modules share. */
  static Option answering() {
    return installed("io.krait.api-tests");
  }

  /** An HTTP server, on a free port, that takes up servlets from the whiteboard. */
  static Option http() {
    return composite(
        httpOnAFreePort(),
        installed("commons-io"),
        installed("commons-fileupload"),
        // Newer than Pax Exam's own: it has the SLF4J that Jetty logs through.
        installed("pax-logging-api"),
        installed("org.apache.felix.http.servlet-api"),
        installed("org.apache.felix.http.jetty12"));
  }

  /**
   * What the distribution has besides our bundles, less what writes the log and reads from the
   * terminal.
   */
  static Option distribution() throws IOException {
    try (Stream<Path> jars = distributed()) {
      return composite(
          httpOnAFreePort(),
          composite(
              jars.filter(jar -> !isOurs(jar))
                  .filter(jar -> !jar.endsWith("pax-logging-logback.jar"))
                  .filter(jar -> !jar.endsWith("org.apache.felix.gogo.jline.jar"))
                  .map(jar -> bundle(jar.toUri().toString()))
                  .toArray(Option[]::new)));
    }
  }

  /** Where our bundles of the distribution are. */
  static List<String> ours() throws IOException {
    try (Stream<Path> jars = distributed()) {
      return jars.filter(ContainerOptions::isOurs).map(jar -> jar.toUri().toString()).toList();
    }
  }

  private static Stream<Path> distributed() throws IOException {
    return Files.walk(Path.of(System.getProperty("krait.distribution"), "bundle"))
        .filter(jar -> jar.toString().endsWith(".jar"));
  }

  private static boolean isOurs(Path jar) {
    return jar.getFileName().toString().startsWith("io.krait.");
  }

  private static Option httpOnAFreePort() {
    return composite(
        systemProperty("org.osgi.service.http.port").value("0"),
        systemProperty("org.apache.felix.http.host").value("127.0.0.1"));
  }

  /** What the embedded host works with. */
  static Option hostLibraries() {
    return composite(
        hostKit(),
        installed("h2"),
        installed("postgresql"),
        installed("HikariCP"),
        installed("bcprov-jdk18on"),
        installed("jackson-datatype-jdk8"));
  }

  /** What deploys archives from a folder, which it looks into all the time. */
  static Option watched(Path folder) {
    return composite(watching(folder), installed("org.apache.felix.fileinstall"));
  }

  /** In which folder archives and configurations are looked for, where something does that. */
  static Option watching(Path folder) {
    return composite(
        systemProperty("felix.fileinstall.dir").value(folder.toString()),
        systemProperty("felix.fileinstall.poll").value("50"));
  }

  /** What asks health checks. */
  static Option healthChecks() {
    return composite(
        installed("org.apache.felix.eventadmin"),
        installed("org.apache.felix.healthcheck.api"),
        installed("org.apache.felix.healthcheck.core"));
  }

  /** What figures are kept in. */
  static Option micrometer() {
    return composite(
        installed("micrometer-commons"),
        installed("micrometer-observation"),
        installed("micrometer-core"));
  }

  /** What tests need themselves; a bundle that does not resolve is printed and fails them. */
  static Option tools() {
    return composite(
        systemProperty("pax.exam.osgi.unresolved.fail").value("true"),
        junitBundles(),
        installed("assertj-core"),
        installed("byte-buddy"));
  }

  /** A bundle of the build, by its file name. */
  static Option installed(String name) {
    Path jar = Path.of(System.getProperty("krait.bundles"), name + ".jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "no bundle " + jar + "; run the container tests with ./test --container");
    }
    return bundle(jar.toUri().toString());
  }
}
