package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.CheckedFile;
import io.krait.api.HookName;
import io.krait.api.model.FileInfo;
import io.krait.api.model.PluginContext;
import io.krait.api.model.StreamedUploadInit;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** One file on its way through the plugins. For one thread at a time. */
final class Upload implements CheckedFile {

  private final PluginContext context;
  private final UploadFolder folder;
  private final Executor executor;
  private final long maxBytes;
  private final long wholeBytes;
  private final List<String> passedOver = new ArrayList<>();
  private FileInfo info;
  private Path content;
  private boolean replaced;
  private String rejectionReason = "";
  private boolean closed;

  Upload(
      PluginContext context,
      FileInfo info,
      Path content,
      UploadFolder folder,
      Executor executor,
      long maxBytes,
      long wholeBytes) {
    this.context = context;
    this.info = info;
    this.content = content;
    this.folder = folder;
    this.executor = executor;
    this.maxBytes = maxBytes;
    this.wholeBytes = wholeBytes;
  }

  @Override
  public Optional<String> rejectionReason() {
    return rejectionReason.isEmpty() ? Optional.empty() : Optional.of(rejectionReason);
  }

  @Override
  public FileInfo info() {
    return info;
  }

  @Override
  public Path content() {
    return content;
  }

  @Override
  public boolean isReplaced() {
    return replaced;
  }

  @Override
  public List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  @Override
  public synchronized void close() {
    closed = true;
    UploadFolder.delete(content);
  }

  /**
   * Takes the size from the content, whoever says something else.
   *
   * @throws AppError with status 413 where it is larger than the limit
   */
  void measure() throws IOException {
    long size = Files.size(content);
    if (size > maxBytes) {
      throw UploadDispatch.tooLarge("the file has", maxBytes);
    }
    info = info.toBuilder().size(size).build();
  }

  /** In which form a plugin that handles the hook is asked: in the best one. */
  static HookName form(Participant plugin) {
    return plugin.handles(HookName.FILE_WILL_BE_UPLOADED_STREAM)
        ? HookName.FILE_WILL_BE_UPLOADED_STREAM
        : HookName.FILE_WILL_BE_UPLOADED;
  }

  /**
   * Asks a plugin.
   *
   * @return completes when what it answers has been taken over; fails with an AppError where the
   *     plugin has failed. Cancelling it ends the call
   * @throws IOException where a temporary file cannot be read or written
   */
  CompletableFuture<Void> ask(Participant plugin) throws IOException {
    return form(plugin) == HookName.FILE_WILL_BE_UPLOADED_STREAM
        ? askForStream(plugin)
        : askForWhole(plugin);
  }

  /** The plugin has not seen the file, or not answered. */
  void passedOver(Participant plugin) {
    passedOver.add(plugin.id());
  }

  private CompletableFuture<Void> askForStream(Participant plugin) throws IOException {
    StreamedUploadInit init =
        StreamedUploadInit.builder().pluginContext(context).fileInfo(info).build();
    UploadAnswer answer = new UploadAnswer(folder.newFile(), maxBytes);
    return taken(
        plugin.call(
            HookName.FILE_WILL_BE_UPLOADED_STREAM,
            hooks -> answer.to(hooks.fileWillBeUploadedStream(new UploadParts(init, content)))),
        verdict ->
            decide(
                verdict.rejectionReason(),
                verdict.modifiedFileInfo(),
                verdict.contentReplaced() ? Optional.of(answer.keep()) : Optional.empty()),
        answer::discard);
  }

  private CompletableFuture<Void> askForWhole(Participant plugin) throws IOException {
    if (info.size() > wholeBytes) {
      return CompletableFuture.failedFuture(
          UploadDispatch.tooLarge(
              "plugin %s takes files in one piece only, and this one, %s, has"
                  .formatted(plugin.id(), info.name()),
              wholeBytes));
    }
    Bytes whole = Bytes.owning(Files.readAllBytes(content));
    return taken(
        plugin.call(
            HookName.FILE_WILL_BE_UPLOADED,
            hooks -> hooks.fileWillBeUploaded(context, info, whole)),
        result ->
            decide(
                result.rejectionReason(),
                result.modifiedFileInfo(),
                result.modifiedContent().isEmpty()
                    ? Optional.empty()
                    : Optional.of(written(result.modifiedContent()))),
        () -> {});
  }

  /** Takes over what a plugin answers. */
  private interface Decision<T> {
    void of(T answer) throws IOException;
  }

  private <T> CompletableFuture<Void> taken(
      CompletableFuture<T> call, Decision<T> decision, Runnable afterwards) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    var ended =
        call.whenComplete(
            (answer, failure) ->
                begin(
                    () -> {
                      Throwable problem = failure;
                      try {
                        if (failure == null) {
                          decision.of(answer);
                        }
                      } catch (Throwable ours) { // Somebody waits, whatever it is.
                        problem = ours;
                      }
                      afterwards.run();
                      if (problem == null) {
                        taken.complete(null);
                      } else {
                        taken.completeExceptionally(problem);
                      }
                    }));
    var cancelled =
        taken.whenComplete(
            (nothing, failure) -> {
              if (taken.isCancelled()) {
                call.cancel(true);
              }
            });
    return taken;
  }

  // Whoever has read an answer should not wait for a disk.
  private void begin(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException busy) {
      task.run();
    }
  }

  private Path written(Bytes bytes) throws IOException {
    Path file = folder.newFile();
    try (WritableByteChannel out = Channels.newChannel(Files.newOutputStream(file))) {
      out.write(bytes.asByteBuffer());
    } catch (IOException e) {
      UploadFolder.delete(file);
      throw e;
    }
    return file;
  }

  private synchronized void decide(
      String reason, Optional<FileInfo> changedInfo, Optional<Path> changedContent)
      throws IOException {
    if (closed || !reason.isEmpty()) {
      changedContent.ifPresent(UploadFolder::delete);
      rejectionReason = reason;
      return;
    }
    if (changedContent.isPresent()) {
      UploadFolder.delete(content);
      content = changedContent.get();
      replaced = true;
    }
    info = changedInfo.orElse(info);
    measure();
  }
}
