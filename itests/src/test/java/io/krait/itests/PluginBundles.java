package io.krait.itests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.ops4j.pax.tinybundles.TinyBundles;

/** Bundles that carry a plugin, whose manifest is an identifier and a version. */
final class PluginBundles {
  private static final Pattern CARRIED = Pattern.compile("plugin=(\\S+) version=(\\S+)");

  private PluginBundles() {}

  /** Writes such a bundle beside ours and returns its name. */
  static String written(String id, String version) {
    String name = "carries." + id + "-" + version;
    Path jar = path(name);
    try (var content =
        TinyBundles.bundle()
            .symbolicName("carries." + id)
            .setHeader("Bundle-ManifestVersion", "2")
            .setHeader("Bundle-Version", version)
            .setHeader("Krait-Plugin", "plugin")
            .setHeader(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=io.krait.plugin)(version>=1.0)"
                    + "(!(version>=2.0)))\"")
            .addResource("plugin/plugin.json", stream("plugin=" + id + " version=" + version + " "))
            .addResource("plugin/server/" + "deep/".repeat(30) + "plugin.py", stream("pass"))
            .addResource("other/file", stream("not of the plugin"))
            .build(TinyBundles.rawBuilder())) {
      WrittenFile.replace(jar, content);
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path path(String name) {
    return Path.of(System.getProperty("krait.bundles"), name + ".jar");
  }

  /** What an archive says of itself, for {@link StubManager}. */
  static String idAndVersion(byte[] archive) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      String content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      Matcher carried = CARRIED.matcher(content);
      return carried.find()
              && content.contains("deep/plugin.py")
              && !content.contains("not of the plugin")
          ? carried.group(1) + " " + carried.group(2)
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
