package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.CheckedFile;
import io.krait.api.FileUploads;
import io.krait.api.HookName;
import io.krait.api.model.FileInfo;
import io.krait.api.model.PluginContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Asks plugins about uploaded files. Between plugins the content is in a temporary file, so that
 * memory does not depend on its size, and that what a plugin breaks off leaves it as it was.
 */
@Component(service = FileUploads.class, configurationPid = "io.krait.runtime.uploads")
@Designate(ocd = UploadConfiguration.class)
public final class UploadDispatch implements FileUploads, AutoCloseable {

  private static final int TOO_LARGE = 413;
  private static final int BUFFER = 64 << 10;

  private final HookDispatch dispatch;
  private final long maxBytes;
  private final long wholeBytes;
  private final UploadFolder folder;

  @Activate
  public UploadDispatch(
      @Reference HookDispatch dispatch, UploadConfiguration configuration, BundleContext bundle) {
    this(
        dispatch,
        (long) configuration.maxMebibytes() << 20,
        (long) configuration.wholeMebibytes() << 20,
        bundle.getDataFile("uploads").toPath());
  }

  /**
   * A dispatch outside of a container.
   *
   * @param maxBytes how large a file may be
   * @param wholeBytes how large one may be that goes to a plugin in one piece
   * @param folder for temporary files; emptied
   */
  public UploadDispatch(HookDispatch dispatch, long maxBytes, long wholeBytes, Path folder) {
    this.dispatch = dispatch;
    this.maxBytes = maxBytes;
    this.wholeBytes = wholeBytes;
    this.folder = new UploadFolder(folder);
  }

  /** Deletes the temporary files that are left. */
  @Deactivate
  @Override
  public void close() {
    folder.close();
  }

  @Override
  public CheckedFile fileWillBeUploaded(PluginContext context, FileInfo file, InputStream content)
      throws IOException {
    Path spooled = folder.newFile();
    try {
      spool(content, spooled);
    } catch (IOException | RuntimeException | Error failure) {
      UploadFolder.delete(spooled);
      throw failure;
    }
    try {
      return Later.await(
          HookName.FILE_WILL_BE_UPLOADED.hookName(), fileWillBeUploaded(context, file, spooled));
    } catch (AppError failure) {
      if (failure.getCause() instanceof IOException disk) {
        throw disk;
      }
      throw failure;
    }
  }

  @Override
  public CompletionStage<CheckedFile> fileWillBeUploaded(
      PluginContext context, FileInfo file, Path content) {
    HookCalls.Asked asked =
        dispatch.asked(HookName.FILE_WILL_BE_UPLOADED_STREAM, HookName.FILE_WILL_BE_UPLOADED);
    if (asked.refusal().isPresent()) {
      UploadFolder.delete(content);
      return CompletableFuture.failedFuture(asked.refusal().get());
    }
    Upload upload =
        new Upload(context, file, content, folder, dispatch.executor(), maxBytes, wholeBytes);
    UploadPass pass = new UploadPass(upload, asked.participants());
    Later.run(dispatch.executor(), pass::begin)
        .whenComplete(
            (nothing, busy) -> {
              if (busy != null) {
                pass.completeExceptionally(busy);
              }
            });
    return pass;
  }

  private void spool(InputStream content, Path file) throws IOException {
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        size += count;
        if (size > maxBytes) {
          throw tooLarge("the file has", maxBytes);
        }
        out.write(buffer, 0, count);
      }
    }
  }

  static AppError tooLarge(String what, long limit) {
    return AppError.builder()
        .id("plugin.upload.too_large")
        .message("%s more than %d bytes, which is the limit".formatted(what, limit))
        .detailedError("maxMebibytes of io.krait.runtime.uploads sets the limit")
        .where(HookName.FILE_WILL_BE_UPLOADED.hookName())
        .statusCode(TOO_LARGE)
        .build();
  }
}
