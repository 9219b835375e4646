package io.krait.host.internal.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Contents as files of a folder, below it what has come in and what is kept. */
public final class FolderFiles implements FileStore {

  private final Path kept;
  private final Path incoming;
  private final long largest;

  /**
   * The contents in a folder, which is made where it is not there.
   *
   * @param largest how large a file may be, in bytes
   */
  public FolderFiles(Path folder, long largest) {
    this.kept = folder.resolve("kept");
    this.incoming = folder.resolve("incoming");
    this.largest = largest;
    try {
      Files.createDirectories(kept);
      Files.createDirectories(incoming);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot use folder " + folder, failure);
    }
  }

  @Override
  public long largest() {
    return largest;
  }

  @Override
  public long receive(String id, InputStream content) throws IOException {
    try {
      return Files.copy(content, incoming(id));
    } catch (IOException | RuntimeException failure) {
      drop(id);
      throw failure;
    }
  }

  @Override
  public void receive(String id, Path file) throws IOException {
    try {
      Files.move(file, incoming(id));
    } catch (IOException failure) {
      drop(id);
      throw failure;
    }
  }

  @Override
  public void keep(String id) throws IOException {
    Path place = kept(id);
    Files.createDirectories(place.getParent());
    Files.move(incoming(id), place, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void drop(String id) throws IOException {
    Files.deleteIfExists(incoming(id));
  }

  @Override
  public void delete(String id) throws IOException {
    Files.deleteIfExists(kept(id));
  }

  @Override
  public List<String> undecided() throws IOException {
    try (Stream<Path> files = Files.list(incoming)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public InputStream open(String id) throws IOException {
    return Files.newInputStream(kept(id));
  }

  @Override
  public boolean has(String id) {
    return Files.isRegularFile(kept(id));
  }

  @Override
  public Path incoming(String id) {
    return incoming.resolve(id);
  }

  private Path kept(String id) {
    return kept.resolve(FilePaths.of(id));
  }
}
