package io.krait.testing.internal;

import java.util.List;

/** The bundles that plugins need to run, by symbolic name, in an order in which they can start. */
public final class KraitBundles {

  /** What runs the components of bundles, and their configuration. */
  public static final List<String> COMPONENTS =
      List.of(
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.osgi.service.component",
          "org.apache.felix.configadmin",
          "org.apache.felix.scr");

  /** What hosts and other bundles compile against. */
  public static final String API = "io.krait.api";

  /** What carries calls. */
  public static final List<String> WIRE = List.of("io.krait.grpc", "io.krait.protocol");

  /** What JSON is read with. */
  public static final List<String> JSON =
      List.of(
          "com.fasterxml.jackson.core.jackson-annotations",
          "com.fasterxml.jackson.core.jackson-core",
          "com.fasterxml.jackson.core.jackson-databind");

  /** What manifests in YAML are read with, where it is there. */
  public static final String YAML = "org.yaml.snakeyaml";

  /** What plugins call. */
  public static final String API_SERVER = "io.krait.apiserver";

  /** What runs processes. */
  public static final String SUPERVISOR = "io.krait.supervisor";

  /** What looks after plugins. */
  public static final String RUNTIME = "io.krait.runtime";

  private KraitBundles() {}
}
