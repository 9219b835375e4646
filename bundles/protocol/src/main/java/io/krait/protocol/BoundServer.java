package io.krait.protocol;

import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.krait.api.Nullable;
import io.krait.protocol.internal.OwnThread;
import io.krait.protocol.internal.SocketFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that listens, from {@link ServerFactory}. */
public final class BoundServer implements AutoCloseable {

  /** The name under which a plugin's health is asked for. */
  public static final String PLUGIN = "plugin";

  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(2);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

  private final TransportRuntime runtime;
  private final Endpoint endpoint;
  private final Closing closing;
  private final HealthStatusManager health;
  private final @Nullable SocketFile socketFile;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Ends a server, after what runs on it or after a time. */
  @FunctionalInterface
  interface Closing {
    void close(Duration grace) throws IOException, InterruptedException;
  }

  BoundServer(
      TransportRuntime runtime,
      Endpoint endpoint,
      Closing closing,
      HealthStatusManager health,
      @Nullable SocketFile socketFile) {
    this.runtime = runtime;
    this.endpoint = endpoint;
    this.closing = closing;
    this.health = health;
    this.socketFile = socketFile;
    setServing(true);
  }

  /** Where it listens: with the port that the system has chosen. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** What the health service says from now on of {@code plugin} and of the server as a whole. */
  public void setServing(boolean serving) {
    ServingStatus status = serving ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    health.setStatus(PLUGIN, status);
    health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
  }

  /** Closes as {@link #close(Duration)} does, with a grace of two seconds. */
  @Override
  public void close() {
    close(DEFAULT_GRACE);
  }

  /**
   * Says by the health service that it does not serve any more, takes no more connections and
   * calls, gives calls that run {@code grace} to end, cancels the rest, and removes the socket
   * file.
   */
  public void close(Duration grace) {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      OwnThread.call(
          "krait-close",
          () -> {
            try {
              health.enterTerminalState();
              closing.close(grace);
            } finally {
              if (socketFile != null) {
                socketFile.remove();
              }
            }
            return null;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      runtime.forget(this);
    }
  }

  static void close(Server server, Duration grace) throws InterruptedException {
    server.shutdown();
    if (!server.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      server.shutdownNow();
      server.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public String toString() {
    return "BoundServer[" + endpoint + "]";
  }
}
