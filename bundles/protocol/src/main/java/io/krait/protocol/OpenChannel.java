package io.krait.protocol;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.krait.api.Nullable;
import io.krait.protocol.internal.OwnThread;
import io.krait.protocol.internal.SharedCalls;
import io.krait.protocol.internal.StreamedCalls;
import io.krait.protocol.internal.UnaryCalls;
import io.krait.protocol.internal.lane.LaneClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A channel to one peer, from {@link ChannelFactory}. It connects with the first call. */
public final class OpenChannel implements AutoCloseable {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

  private final TransportRuntime runtime;
  private final Endpoint endpoint;
  private final Transport transport;
  private final Channel channel;
  private final Executor signals;
  private final CallTransport calls;
  private final @Nullable SharedCalls shared;
  private final Closing closing;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Ends a connection, after what runs on it or after a time. */
  @FunctionalInterface
  private interface Closing {
    void close(Duration grace) throws InterruptedException;
  }

  private OpenChannel(
      TransportRuntime runtime,
      Endpoint endpoint,
      Transport transport,
      Channel channel,
      Executor signals,
      CallTransport calls,
      @Nullable SharedCalls shared,
      Closing closing) {
    this.runtime = runtime;
    this.endpoint = endpoint;
    this.transport = transport;
    this.channel = channel;
    this.signals = signals;
    this.calls = calls;
    this.shared = shared;
    this.closing = closing;
  }

  static OpenChannel overGrpc(
      TransportRuntime runtime,
      TransportSettings settings,
      Endpoint endpoint,
      ManagedChannel managed,
      Channel channel) {
    UnaryCalls oneByOne =
        new UnaryCalls(channel, runtime.callbacks(), settings.maxConcurrentCalls());
    if (!settings.streamedCalls()) {
      return new OpenChannel(
          runtime,
          endpoint,
          Transport.GRPC,
          channel,
          runtime.callbacks(),
          oneByOne,
          null,
          grace -> close(managed, grace));
    }
    StreamedCalls streamed =
        new StreamedCalls(
            channel, runtime.callbacks(), runtime.timer(), settings.maxConcurrentCalls(), oneByOne);
    return new OpenChannel(
        runtime,
        endpoint,
        Transport.GRPC,
        channel,
        runtime.callbacks(),
        streamed,
        streamed,
        grace -> {
          streamed.finish();
          close(managed, grace);
        });
  }

  private static void close(ManagedChannel managed, Duration grace) throws InterruptedException {
    managed.shutdown();
    if (!managed.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      managed.shutdownNow();
      managed.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  static OpenChannel overLane(
      TransportRuntime runtime, TransportSettings settings, Endpoint.Unix endpoint) {
    LaneClient client =
        new LaneClient(
            UnixDomainSocketAddress.of(endpoint.path()),
            runtime.lanes(),
            runtime.callbacks(),
            runtime.timer(),
            settings);
    return new OpenChannel(
        runtime,
        endpoint,
        Transport.LANE,
        client.channel(),
        runtime.lanes().signals(runtime.callbacks()),
        client,
        client,
        client::close);
  }

  /** Where the peer is. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** What calls with one question and one answer go through. */
  public CallTransport calls() {
    return calls;
  }

  /** What carries the calls. */
  public Transport transport() {
    return transport;
  }

  /** Where those are told of what comes on a stream who do not block for long. */
  Executor signals() {
    return signals;
  }

  @Nullable SharedCalls shared() {
    return shared;
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
            closing.close(grace);
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
