package io.krait.runtime.internal.dispatch;

import io.krait.api.AppError;
import io.krait.api.HookName;
import io.krait.api.Nullable;
import io.krait.api.model.StreamedUploadResponse;
import io.krait.api.model.UploadVerdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes what a plugin answers; what it sends in place of the content goes into a file. */
final class UploadAnswer implements Flow.Subscriber<StreamedUploadResponse> {

  private static final int WINDOW = 8;
  private static final int BAD_GATEWAY = 502;

  private final Path file;
  private final long maxBytes;
  private final CompletableFuture<UploadVerdict> result = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private @Nullable FileChannel out;
  private @Nullable UploadVerdict verdict;
  private long size;
  private int asked;
  private boolean kept;
  private boolean discarded;

  /** An answer whose content goes into {@code file}, which belongs to it. */
  UploadAnswer(Path file, long maxBytes) {
    this.file = file;
    this.maxBytes = maxBytes;
  }

  /** The verdict; cancelling it cancels the call. */
  CompletionStage<UploadVerdict> to(Flow.Publisher<StreamedUploadResponse> answers) {
    result.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            cancel();
          }
        });
    answers.subscribe(this);
    return result;
  }

  /** The file with the content to store instead; it belongs to the caller from now on. */
  synchronized Path keep() {
    kept = true;
    return file;
  }

  /** Takes nothing more, and deletes the file unless it was kept. */
  synchronized void discard() {
    discarded = true;
    closeFile();
    if (!kept) {
      UploadFolder.delete(file);
    }
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (result.isDone()) {
      given.cancel();
    } else {
      asked = WINDOW;
      given.request(WINDOW);
    }
  }

  private synchronized void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public synchronized void onNext(StreamedUploadResponse message) {
    if (discarded || result.isDone()) {
      return;
    }
    try {
      if (verdict != null) {
        throw broken("the plugin has sent something after its verdict", null);
      }
      write(message.bodyChunk().asByteBuffer());
    } catch (IOException problem) {
      result.completeExceptionally(
          broken("what the plugin wants to store instead cannot be written: " + problem, problem));
      return;
    } catch (AppError refused) {
      result.completeExceptionally(refused);
      return;
    }
    verdict = message.verdict().orElse(null);
    asked--;
    if (asked <= WINDOW / 2) {
      subscription.request(WINDOW - asked);
      asked = WINDOW;
    }
  }

  private void write(ByteBuffer part) throws IOException {
    size += part.remaining();
    if (size > maxBytes) {
      throw UploadDispatch.tooLarge("what the plugin wants to store instead has", maxBytes);
    }
    if (out == null) {
      out = FileChannel.open(file, StandardOpenOption.WRITE);
    }
    while (part.hasRemaining()) {
      out.write(part);
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    closeFile();
    result.completeExceptionally(failure);
  }

  @Override
  public synchronized void onComplete() {
    closeFile();
    if (verdict != null) {
      result.complete(verdict);
    } else {
      result.completeExceptionally(
          broken("the plugin has broken off its answer before the verdict", null));
    }
  }

  private static AppError broken(String what, @Nullable Throwable cause) {
    return AppError.builder()
        .id("plugin.upload.broken")
        .message(what)
        .where(HookName.FILE_WILL_BE_UPLOADED_STREAM.hookName())
        .statusCode(BAD_GATEWAY)
        .cause(cause)
        .build();
  }

  private void closeFile() {
    FileChannel open = out;
    out = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        result.completeExceptionally(e);
      }
    }
  }
}
