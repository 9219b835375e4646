package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.CheckedFile;
import io.krait.api.HookName;
import io.krait.api.model.FileInfo;
import io.krait.api.model.FileWillBeUploadedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.StreamedUploadInit;
import io.krait.api.model.UploadVerdict;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file on its way through the plugins. */
final class Upload implements CheckedFile {

  private final PluginContext context;
  private final UploadFolder folder;
  private final long maxBytes;
  private final long wholeBytes;
  private final List<String> passedOver = new ArrayList<>();
  private FileInfo info;
  private Path content;
  private boolean replaced;
  private String rejectionReason = "";

  Upload(
      PluginContext context,
      FileInfo info,
      Path content,
      UploadFolder folder,
      long maxBytes,
      long wholeBytes) {
    this.context = context;
    this.info = info;
    this.content = content;
    this.folder = folder;
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
  public void close() {
    UploadFolder.delete(content);
  }

  /** Takes the size from the content, whoever says something else. */
  void measure() throws IOException {
    info = info.toBuilder().size(Files.size(content)).build();
  }

  /** Asks a plugin, in the best form that it handles. */
  void ask(Participant plugin) throws IOException {
    HookName hook =
        plugin.handles(HookName.FILE_WILL_BE_UPLOADED_STREAM)
            ? HookName.FILE_WILL_BE_UPLOADED_STREAM
            : HookName.FILE_WILL_BE_UPLOADED;
    try {
      if (hook == HookName.FILE_WILL_BE_UPLOADED_STREAM) {
        askForStream(plugin);
      } else {
        askForWhole(plugin);
      }
    } catch (AppError failure) {
      if (Thread.currentThread().isInterrupted()) {
        throw failure;
      }
      plugin.passedOver(hook, failure);
      passedOver.add(plugin.id());
      return;
    }
    if (!rejectionReason.isEmpty()) {
      plugin.decided(hook);
    }
  }

  private void askForStream(Participant plugin) throws IOException {
    HookName hook = HookName.FILE_WILL_BE_UPLOADED_STREAM;
    StreamedUploadInit init =
        StreamedUploadInit.builder().pluginContext(context).fileInfo(info).build();
    UploadAnswer answer = new UploadAnswer(folder.newFile(), maxBytes);
    try {
      UploadVerdict verdict =
          Later.await(
              hook.hookName(),
              plugin.call(
                  hook,
                  hooks ->
                      answer.to(hooks.fileWillBeUploadedStream(new UploadParts(init, content)))));
      decide(
          verdict.rejectionReason(),
          verdict.modifiedFileInfo(),
          verdict.contentReplaced() ? Optional.of(answer.keep()) : Optional.empty());
    } finally {
      answer.discard();
    }
  }

  private void askForWhole(Participant plugin) throws IOException {
    HookName hook = HookName.FILE_WILL_BE_UPLOADED;
    if (info.size() > wholeBytes) {
      throw UploadDispatch.tooLarge(
          "plugin %s takes files in one piece only, and this one, %s, has"
              .formatted(plugin.id(), info.name()),
          wholeBytes);
    }
    Bytes whole = Bytes.owning(Files.readAllBytes(content));
    FileWillBeUploadedResult result =
        Later.await(
            hook.hookName(),
            plugin.call(hook, hooks -> hooks.fileWillBeUploaded(context, info, whole)));
    decide(
        result.rejectionReason(),
        result.modifiedFileInfo(),
        result.modifiedContent().isEmpty()
            ? Optional.empty()
            : Optional.of(written(result.modifiedContent())));
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

  private void decide(String reason, Optional<FileInfo> changedInfo, Optional<Path> changedContent)
      throws IOException {
    if (!reason.isEmpty()) {
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
