package io.krait.host.internal.plugin;

import io.krait.api.CheckedFile;
import io.krait.api.FileUploads;
import io.krait.api.model.FileInfo;
import io.krait.api.model.PluginContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One plugin that looks at uploaded files: it refuses those named {@code *.exe}, replaces the
 * content of {@code *.txt} and renames it, and leaves all others.
 */
public final class FakeFileUploads implements FileUploads {
  private final Path folder;

  /** Temporary files are in {@code folder}. */
  public FakeFileUploads(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** How many temporary files there are. */
  public int left() {
    return folder.toFile().list().length;
  }

  @Override
  public CheckedFile fileWillBeUploaded(PluginContext context, FileInfo file, InputStream content)
      throws IOException {
    Path spooled = Files.createTempFile(folder, "upload", "");
    try (var out = Files.newOutputStream(spooled)) {
      content.transferTo(out);
    } catch (IOException | RuntimeException failure) {
      Files.delete(spooled);
      throw failure;
    }
    if (!file.name().endsWith(".txt")) {
      FileInfo measured = file.toBuilder().size(Files.size(spooled)).build();
      return new Checked(
          spooled,
          measured,
          file.name().endsWith(".exe") ? Optional.of("no programs") : Optional.empty());
    }
    Files.writeString(spooled, Files.readString(spooled).toUpperCase(java.util.Locale.ROOT));
    // What is not for plugins to change is changed too.
    return new Checked(
        spooled,
        file.toBuilder()
            .name("loud-" + file.name())
            .id("x")
            .creatorId("somebody else")
            .channelId("elsewhere")
            .size(Files.size(spooled))
            .build(),
        Optional.empty());
  }

  @Override
  public CompletionStage<CheckedFile> fileWillBeUploaded(
      PluginContext context, FileInfo file, Path content) {
    try (InputStream in = Files.newInputStream(content)) {
      return CompletableFuture.completedStage(fileWillBeUploaded(context, file, in));
    } catch (IOException | RuntimeException failure) {
      return CompletableFuture.failedStage(failure);
    } finally {
      content.toFile().delete();
    }
  }

  private record Checked(Path content, FileInfo info, Optional<String> rejectionReason)
      implements CheckedFile {
    @Override
    public boolean isReplaced() {
      return info.id().equals("x");
    }

    @Override
    public List<String> passedOver() {
      return List.of();
    }

    @Override
    public void close() {
      try {
        Files.deleteIfExists(content);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
