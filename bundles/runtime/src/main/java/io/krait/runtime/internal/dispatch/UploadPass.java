package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.CheckedFile;
import io.krait.api.FailureCause;
import io.krait.api.FailurePolicy;
import io.krait.api.HookName;
import io.krait.api.Nullable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes one file from plugin to plugin. Cancelling it ends the call that is made; where it does not
 * complete well nothing is left of the file.
 */
final class UploadPass extends AskingPass<CheckedFile> {

  private final Upload upload;
  private final List<Participant> plugins;

  @SuppressWarnings("FutureReturnValueIgnored") // It is this one.
  UploadPass(Upload upload, List<Participant> plugins) {
    this.upload = upload;
    this.plugins = plugins;
    whenComplete(
        (file, failure) -> {
          if (failure != null) {
            upload.close();
          }
        });
  }

  /** Begins, on a thread that may wait for a disk. */
  void begin() {
    try {
      upload.measure();
      ask(0);
    } catch (IOException | RuntimeException failure) {
      completeExceptionally(failure);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in this future.
  private void ask(int index) throws IOException {
    if (index == plugins.size() || upload.rejectionReason().isPresent()) {
      complete(upload);
      return;
    }
    Participant plugin = plugins.get(index);
    CompletableFuture<Void> asked = upload.ask(plugin);
    asking(asked);
    asked.whenComplete(
        (nothing, failure) -> {
          if (isDone()) {
            return;
          }
          try {
            answered(plugin, failure);
            ask(index + 1);
          } catch (IOException | RuntimeException | LinkageError ours) {
            completeExceptionally(ours);
          }
        });
  }

  private void answered(Participant plugin, @Nullable Throwable failure) throws IOException {
    if (failure == null) {
      if (upload.rejectionReason().isPresent()) {
        plugin.decided(Upload.form(plugin));
      }
      return;
    }
    Throwable cause = FailureCause.of(failure);
    if (cause instanceof IOException disk) {
      throw disk;
    }
    HookName hook = Upload.form(plugin);
    AppError error = plugin.error(hook, cause);
    if (plugin.policy(hook, error) == FailurePolicy.CLOSED) {
      throw error;
    }
    plugin.passedOver(hook, error);
    upload.passedOver(plugin);
  }
}
