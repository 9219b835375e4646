package io.krait.protocol;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.krait.api.Nullable;
import io.krait.protocol.internal.OwnThread;
import io.krait.protocol.internal.StreamedCalls;
import io.krait.protocol.internal.UnaryCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A channel to one peer, from {@link ChannelFactory}. It connects with the first call. */
public final class OpenChannel implements AutoCloseable {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

  private final TransportRuntime runtime;
  private final Endpoint endpoint;
  private final ManagedChannel managed;
  private final Channel channel;
  private final CallTransport calls;
  private final @Nullable StreamedCalls streamed;
  private final AtomicBoolean closed = new AtomicBoolean();

  OpenChannel(
      TransportRuntime runtime,
      TransportSettings settings,
      Endpoint endpoint,
      ManagedChannel managed,
      Channel channel) {
    this.runtime = runtime;
    this.endpoint = endpoint;
    this.managed = managed;
    this.channel = channel;
    UnaryCalls oneByOne =
        new UnaryCalls(channel, runtime.callbacks(), settings.maxConcurrentCalls());
    streamed =
        settings.streamedCalls()
            ? new StreamedCalls(
                channel,
                runtime.callbacks(),
                runtime.timer(),
                settings.maxConcurrentCalls(),
                oneByOne)
            : null;
    calls = streamed == null ? oneByOne : streamed;
  }

  /** Where the peer is. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** What calls with one question and one answer go through. */
  public CallTransport calls() {
    return calls;
  }

  @Nullable StreamedCalls streamed() {
    return streamed;
  }

  /** The channel itself, for streams; calls must be started on the runtime's threads. */
  public Channel grpc() {
    return channel;
  }

  /**
   * Asks the peer's health service.
   *
   * @param service {@code plugin} for a plugin, the empty name for the whole server
   * @return whether the service says that it is serving; fails with an {@link
   *     io.krait.api.AppError} where the peer does not say
   */
  public CompletableFuture<Boolean> isServing(String service, Duration deadline) {
    return calls
        .call(
            HealthGrpc.getCheckMethod(),
            HealthCheckRequest.newBuilder().setService(service).build(),
            deadline)
        .thenApply(response -> response.getStatus() == HealthCheckResponse.ServingStatus.SERVING);
  }

  /** Closes at once: calls that run fail. Returns when the connection is gone. */
  @Override
  public void close() {
    close(Duration.ZERO);
  }

  /** Takes no more calls, gives those that run {@code grace} to end, and closes. */
  public void close(Duration grace) {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      OwnThread.call(
          "krait-close",
          () -> {
            if (streamed != null) {
              streamed.finish();
            }
            managed.shutdown();
            if (!managed.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
              managed.shutdownNow();
              managed.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            }
            return null;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      runtime.forget(this);
    }
  }

  @Override
  public String toString() {
    return "OpenChannel[" + endpoint + "]";
  }
}
