package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.supervisor.FileTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The Python SDK that travels with this bundle, as files that an interpreter can read. It is
 * unpacked when it is first asked for, into a folder that is named after its content: what another
 * version of the bundle has left is not touched, and what is there already is used.
 */
final class BundledSdk {

  private static final String DIST_INFO = ".dist-info/";

  private final Path root;
  private final Supplier<InputStream> resource;
  private @Nullable Unpacked unpacked;

  /**
   * The SDK, to be unpacked.
   *
   * @param root where; made when it is needed
   * @param resource opens the wheel
   */
  BundledSdk(Path root, Supplier<InputStream> resource) {
    this.root = root;
    this.resource = resource;
  }

  /** The SDK of this bundle. */
  static BundledSdk in(Path root) {
    return new BundledSdk(root, () -> BundledSdk.class.getResourceAsStream("sdk.whl"));
  }

  /**
   * The unpacked SDK.
   *
   * @param hash what it consists of; another one for any other content
   * @param folder to be put on the path of modules
   * @param wheel to be installed by pip
   */
  record Unpacked(String hash, Path folder, Path wheel) {}

  /**
   * The SDK's files. Blocks while they are written.
   *
   * @throws IOException where they cannot be
   */
  synchronized Unpacked unpacked() throws IOException {
    if (unpacked == null || !Files.isRegularFile(unpacked.wheel())) {
      unpacked = unpack();
    }
    return unpacked;
  }

  private Unpacked unpack() throws IOException {
    byte[] wheel;
    try (InputStream in = resource.get()) {
      if (in == null) {
        throw new IOException("this build of the bundle has no SDK in it");
      }
      wheel = in.readAllBytes();
    }
    Map<String, byte[]> files = files(wheel);
    String name = wheelName(files);
    files.put(name, wheel);
    String hash = ContentHash.of(wheel);
    Path folder = root.resolve(hash);
    if (!isComplete(folder, files)) {
      Files.createDirectories(root);
      Path fresh = Files.createTempDirectory(root, "new-");
      try {
        write(fresh, files);
        replace(fresh, folder, files);
      } finally {
        FileTree.delete(fresh);
      }
    }
    return new Unpacked(hash, folder, folder.resolve(name));
  }

  private static Map<String, byte[]> files(byte[] wheel) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(wheel))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  // pip takes nothing that is not named after what is in it.
  private static String wheelName(Map<String, byte[]> files) throws IOException {
    return files.keySet().stream()
            .filter(file -> file.contains(DIST_INFO))
            .map(file -> file.substring(0, file.indexOf(DIST_INFO)))
            .findFirst()
            .orElseThrow(() -> new IOException("the SDK in this bundle is no wheel"))
        + "-py3-none-any.whl";
  }

  // Files may have been cleaned away: what is there is looked at once in the life of the bundle.
  private static boolean isComplete(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      if (!Files.isRegularFile(path) || Files.size(path) != file.getValue().length) {
        return false;
      }
    }
    return true;
  }

  private static void write(Path folder, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static void replace(Path fresh, Path folder, Map<String, byte[]> files)
      throws IOException {
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Systems differ in how they say that the folder is there already.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      // Another server was faster, or something is missing there.
      if (!isComplete(folder, files)) {
        FileTree.delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }
}
