package io.krait.runtime.internal.dispatch;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.StreamedUploadInit;
import io.krait.api.model.StreamedUploadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Flow;

/** A file in parts, read as the plugin takes them. For one subscriber. */
final class UploadParts implements Flow.Publisher<StreamedUploadRequest>, Flow.Subscription {

  private static final int PART = 64 << 10;

  private final Path file;
  private Flow.@Nullable Subscriber<? super StreamedUploadRequest> subscriber;
  private @Nullable StreamedUploadInit init;
  private @Nullable InputStream in;
  private long left;
  private long demand;
  private boolean sending;
  private boolean ended;

  UploadParts(StreamedUploadInit init, Path file) {
    this.init = init;
    this.file = file;
    left = init.fileInfo().size();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super StreamedUploadRequest> given) {
    subscriber = given;
    given.onSubscribe(this);
  }

  @Override
  public void request(long n) {
    synchronized (this) {
      demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
      if (sending) {
        // Whoever sends sees the new demand; signals stay in their order.
        return;
      }
      sending = true;
    }
    while (mayGoOn()) {
      send();
    }
  }

  private synchronized boolean mayGoOn() {
    sending = !ended && demand > 0;
    if (sending) {
      demand--;
    }
    return sending;
  }

  private void send() {
    StreamedUploadRequest part;
    try {
      part = next();
    } catch (IOException | UncheckedIOException problem) {
      cancel();
      subscriber.onError(problem);
      return;
    }
    subscriber.onNext(part);
    if (part.bodyComplete()) {
      cancel();
      subscriber.onComplete();
    }
  }

  private synchronized StreamedUploadRequest next() throws IOException {
    if (in == null) {
      in = Files.newInputStream(file);
    }
    byte[] bytes = in.readNBytes((int) Math.min(left, PART));
    left -= bytes.length;
    if (bytes.length == 0 && left > 0) {
      throw new IOException("the temporary file has become shorter");
    }
    StreamedUploadRequest part =
        StreamedUploadRequest.builder()
            .init(init)
            .bodyChunk(Bytes.owning(bytes))
            .bodyComplete(left == 0)
            .build();
    init = null;
    return part;
  }

  @Override
  public synchronized void cancel() {
    ended = true;
    InputStream open = in;
    in = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
