package io.krait.testing.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packages that the test and the bundles of a server have in common, so that they can talk. */
public final class SharedPackages {

  private static final Pattern VERSION = Pattern.compile(";\\s*version\\s*=\\s*\"?([^\";]+)\"?");

  private final List<String> clauses = new ArrayList<>();

  /**
   * Shares all packages that a bundle exports, in their versions, or those that begin like that.
   */
  public void exportsOf(BundlesAtHand bundles, String symbolicName, String prefix) {
    for (String clause : clauses(bundles.header(symbolicName, "Export-Package"))) {
      String name = clause.split(";")[0].trim();
      if (name.startsWith(prefix)) {
        Matcher version = VERSION.matcher(clause);
        clauses.add(version.find() ? name + ";version=\"" + version.group(1) + "\"" : name);
      }
    }
  }

  /** As the framework wants to be told. */
  public String asProperty() {
    return String.join(",", clauses);
  }

  /**
   * A bundle that imports them, in whose name the test does what it does. The framework's own would
   * see what is on the class path, and not the services of bundles that have the same classes.
   */
  public byte[] importingBundle() throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "io.krait.testing.test");
    headers.putValue(
        "Import-Package",
        clauses.stream().map(clause -> clause.split(";")[0]).collect(Collectors.joining(",")));
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    new JarOutputStream(jar, manifest).close();
    return jar.toByteArray();
  }

  /** Split at commas that are not in quotes. */
  private static List<String> clauses(String header) {
    return Stream.of(header.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)")).toList();
  }
}
