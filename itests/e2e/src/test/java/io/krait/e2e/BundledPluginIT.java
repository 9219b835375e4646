package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a plugin in a bundle, built as its README says and looked after as a bundle. */
class BundledPluginIT {

  private static final String ID = "com.example.hello-bundle";

  @TempDir private Path folder;

  @Test
  void thePluginInABundleFollowsItsBundle() throws Exception {
    Path first = build("1.0.0");
    Path second = build("2.0.0");
    Path data = folder.resolve("data");
    Path deployed = data.resolve("deploy/hello-bundle.jar");

    try (Server server = Server.atTerminal(data)) {
      Shell shell = server.shell();
      drop(first, deployed);
      see(shell, ID + " +1\\.0\\.0 +running");
      RestClient ann = server.client().signUp("ann");
      String channel = ann.newTeam("home");
      assertThat(ann.command(channel, "/bundle")).isEqualTo("Hello from a bundle!");

      String bundle = bundle(shell);
      shell.run("felix:stop " + bundle);
      see(shell, ID + " +1\\.0\\.0 +disabled");
      assertThat(server.plugins()).isEmpty();

      shell.run("felix:start " + bundle);
      see(shell, ID + " +1\\.0\\.0 +running");

      drop(second, deployed);
      see(shell, ID + " +2\\.0\\.0 +running");
      assertThat(bundle(shell)).as("updated, not installed beside it").isEqualTo(bundle);
      assertThat(ann.command(channel, "/bundle")).isEqualTo("Hello from a bundle!");

      List<ProcessHandle> last = server.plugin(ID);
      assertThat(last).isNotEmpty();
      Files.delete(deployed);
      see(shell, "no plugin is installed");
      assertThat(last).noneMatch(ProcessHandle::isAlive);
    }
  }

  /** Builds a copy of the example with Maven. */
  private Path build(String version) throws Exception {
    Path source = Workspace.root().resolve("examples/hello_bundle");
    Path copy = Files.createDirectories(folder.resolve("bundle-" + version));
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(
            copy.resolve(file.getFileName()),
            Files.readString(file)
                .replace("<version>1.0.0</version>", "<version>" + version + "</version>")
                .replace("\"version\": \"1.0.0\"", "\"version\": \"" + version + '"'));
      }
    }
    Process maven =
        new ProcessBuilder("mvn", "-B", "-ntp", "package")
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(maven.waitFor()).as(output).isZero();
    Path bundle = copy.resolve("target/hello-bundle-" + version + ".jar");
    assertThat(bundle).as(output).isRegularFile();
    return bundle;
  }

  private static void drop(Path bundle, Path deployed) throws IOException {
    Files.copy(bundle, deployed, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String bundle(Shell shell) {
    String bundles = shell.run("felix:lb -s " + ID);
    Matcher row = Pattern.compile("(\\d+)\\|[^\\n]*" + Pattern.quote(ID)).matcher(bundles);
    assertThat(row.find()).as(bundles).isTrue();
    return row.group(1);
  }

  private static void see(Shell shell, String pattern) throws InterruptedException {
    Pattern expected = Pattern.compile(pattern);
    Workspace.await(
        "the plugins are listed with " + pattern,
        () -> expected.matcher(shell.run("plugin:list")).find());
  }
}
