package io.krait.interop;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.protocol.CallTransport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the request of a call as it goes out, and passes it on where there is somebody to take it.
 */
final class SentRequest implements CallTransport {

  private final AtomicReference<Message> last = new AtomicReference<>();
  private final @Nullable CallTransport next;

  SentRequest(@Nullable CallTransport next) {
    this.next = next;
  }

  Message last() {
    return last.get();
  }

  @Override
  public <Q, R> CompletableFuture<R> call(
      MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline) {
    last.set((Message) request);
    return next == null
        ? CompletableFuture.failedFuture(AppError.of("app.test.unsent", "nobody is there", 503))
        : next.call(method, request, deadline);
  }
}
