package io.krait.testing.exam;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import io.krait.testing.internal.BundlesAtHand;
import io.krait.testing.internal.FakeInterpreter;
import io.krait.testing.internal.KraitBundles;
import java.util.Collection;
import java.util.List;
import org.ops4j.pax.exam.Option;

/**
 * What a container of Pax Exam needs so that plugins run in it: which bundles, in an order in which
 * they can start. They come from the class path of the test, or from the folder that the system
 * property {@code krait.bundles} names; one that is missing is named by an {@link
 * IllegalStateException}.
 *
 * <pre>{@code
 * @Configuration
 * public Option[] container() {
 *   return options(components(), krait(), hostKit(), fakeInterpreter(), junitBundles());
 * }
 * }</pre>
 *
 * <p>Parts can be left out, or named in another order: the framework resolves bundles when all are
 * installed.
 */
public final class KraitOptions {

  private KraitOptions() {}

  /** What runs the components of bundles, and their configuration. */
  public static Option components() {
    return bundles(KraitBundles.COMPONENTS);
  }

  /** All of Krait that runs plugins, and the libraries of it: nothing of a host, no HTTP. */
  public static Option krait() {
    return composite(wire(), apiServer(), supervisor(), runtime());
  }

  /** The API alone, for bundles that use services of Krait which the test offers itself. */
  public static Option api() {
    return bundles(List.of(KraitBundles.API));
  }

  /** What carries a call to a plugin, and one of a plugin: library, API and protocol. */
  public static Option wire() {
    return composite(api(), bundles(KraitBundles.WIRE));
  }

  /** What plugins call. */
  public static Option apiServer() {
    return bundles(List.of(KraitBundles.API_SERVER));
  }

  /** What runs the processes of plugins. */
  public static Option supervisor() {
    return bundles(List.of(KraitBundles.SUPERVISOR));
  }

  /** What looks after plugins, and what it reads manifests with. */
  public static Option runtime() {
    return composite(json(), bundles(List.of(KraitBundles.RUNTIME)));
  }

  /** What JSON is read with. */
  public static Option json() {
    return bundles(KraitBundles.JSON);
  }

  /** What manifests in YAML are read with: without it, those in JSON are read. */
  public static Option yaml() {
    return bundles(List.of(KraitBundles.YAML));
  }

  /** What answers in every host, such as the key-value store and the settings of plugins. */
  public static Option hostKit() {
    return composite(json(), bundles(List.of("io.krait.hostkit")));
  }

  /** What deploys plugins from bundles that carry one. */
  public static Option deploy() {
    return composite(archives(), bundles(List.of("io.krait.deploy")));
  }

  /** The Gogo shell with our commands. */
  public static Option shell() {
    return bundles(List.of("org.apache.felix.gogo.runtime", "io.krait.shell"));
  }

  /** What archives are packed and unpacked with. */
  public static Option archives() {
    return bundles(
        List.of(
            "org.apache.commons.commons-codec",
            "org.apache.commons.commons-io",
            "org.apache.commons.lang3",
            "org.apache.commons.commons-compress"));
  }

  /** {@link io.krait.testing}, for tests in the container that use plugins in memory. */
  public static Option testing() {
    return bundles(List.of("io.krait.testing"));
  }

  /**
   * {@link io.krait.testing}, for tests in the container that make plugins which need no Python
   * ({@link io.krait.testing.FakePlugin}): these are started on the class path that the calling JVM
   * has.
   */
  public static Option fakeInterpreter() {
    return composite(
        systemProperty(FakeInterpreter.CLASS_PATH).value(FakeInterpreter.classPath()),
        archives(),
        json(),
        testing());
  }

  /** Bundles by their symbolic names. */
  public static Option bundles(Collection<String> symbolicNames) {
    BundlesAtHand atHand = BundlesAtHand.find();
    return composite(
        symbolicNames.stream()
            .map(name -> (Option) bundle(atHand.jar(name).toUri().toString()))
            .toArray(Option[]::new));
  }
}
