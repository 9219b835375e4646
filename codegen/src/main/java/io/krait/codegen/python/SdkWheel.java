package io.krait.codegen.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the Python SDK into a wheel, which is what the supervisor brings along for plugins. It
 * needs no Python, and the same sources give the same bytes on every machine: nothing in it is
 * compressed, and no time is in it.
 */
public final class SdkWheel {

  /** Later than the first there is: with that the JDK adds one that depends on the time zone. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final Pattern VERSION = Pattern.compile("__version__ = \"([0-9][0-9a-z.]*)\"");
  private static final Pattern STRING = Pattern.compile("\"([^\"\\\\]*)\"");

  private final Path sdk;

  /** The SDK in the folder {@code sdk}, where its {@code pyproject.toml} is. */
  SdkWheel(Path sdk) {
    this.sdk = sdk;
  }

  /** Takes the SDK's folder and the file to write. */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.write(target, new SdkWheel(Path.of(args[0])).bytes());
  }

  /** The wheel. */
  byte[] bytes() throws IOException {
    String project = projectTable();
    String name = one(project, "name");
    String version = version();
    String info = name.replace('-', '_') + "-" + version + ".dist-info/";
    Map<String, byte[]> files = packages();
    files.put(info + "licenses/LICENSE", Files.readAllBytes(sdk.resolve("LICENSE")));
    files.put(info + "METADATA", metadata(project, name, version).getBytes(UTF_8));
    files.put(
        info + "WHEEL",
        """
        Wheel-Version: 1.0
        Generator: krait
        Root-Is-Purelib: true
        Tag: py3-none-any
        """
            .getBytes(UTF_8));
    StringBuilder record = new StringBuilder();
    files.forEach(
        (file, content) ->
            record.append("%s,sha256=%s,%d\n".formatted(file, hash(content), content.length)));
    record.append(info).append("RECORD,,\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
      // Last, as wheels have it.
      put(zip, info + "RECORD", record.toString().getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private Map<String, byte[]> packages() throws IOException {
    Path source = sdk.resolve("src");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(source.resolve("mattermost_plugin"))) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        String path = source.relativize(file).toString().replace('\\', '/');
        if (isForPlugins(path)) {
          files.put(path, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  /** The command line is for authors, and needs packages that servers need not have. */
  private static boolean isForPlugins(String path) {
    return (path.endsWith(".py") || path.endsWith(".pyi") || path.endsWith("/py.typed"))
        && !path.startsWith("mattermost_plugin/_cli/")
        && !path.equals("mattermost_plugin/__main__.py");
  }

  private static String metadata(String project, String name, String version) {
    StringBuilder text = new StringBuilder();
    // The oldest form that says all there is to say: any pip takes it.
    text.append("Metadata-Version: 2.1\n");
    text.append("Name: ").append(name).append('\n');
    text.append("Version: ").append(version).append('\n');
    text.append("Summary: ").append(one(project, "description")).append('\n');
    text.append("License: ").append(one(project, "license")).append('\n');
    text.append("Requires-Python: ").append(one(project, "requires-python")).append('\n');
    all(project, "dependencies")
        .forEach(dependency -> text.append("Requires-Dist: ").append(dependency).append('\n'));
    return text.toString();
  }

  private String version() throws IOException {
    Path file = sdk.resolve("src/mattermost_plugin/_version.py");
    Matcher matcher = VERSION.matcher(Files.readString(file).strip());
    if (!matcher.matches()) {
      throw new IllegalStateException(file + " is not one line of __version__ = \"...\"");
    }
    return matcher.group(1);
  }

  private String projectTable() throws IOException {
    Matcher table =
        Pattern.compile("(?ms)^\\[project\\]$(.*?)^\\[")
            .matcher(Files.readString(sdk.resolve("pyproject.toml")));
    if (!table.find()) {
      throw new IllegalStateException("pyproject.toml has no table [project] before others");
    }
    return table.group(1);
  }

  private static String one(String table, String key) {
    Matcher value = Pattern.compile("(?m)^" + key + " = \"([^\"\\\\]*)\"$").matcher(table);
    if (!value.find()) {
      throw missing(key);
    }
    return value.group(1);
  }

  private static List<String> all(String table, String key) {
    Matcher array = Pattern.compile("(?ms)^" + key + " = \\[$(.*?)^\\]$").matcher(table);
    if (!array.find()) {
      throw missing(key);
    }
    List<String> values = new ArrayList<>();
    Matcher value = STRING.matcher(array.group(1).replaceAll("(?m)^\\s*#.*$", ""));
    while (value.find()) {
      values.add(value.group(1));
    }
    return values;
  }

  private static IllegalStateException missing(String key) {
    return new IllegalStateException(
        "pyproject.toml has no %s in [project] in the form that is read here".formatted(key));
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static String hash(byte[] content) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
