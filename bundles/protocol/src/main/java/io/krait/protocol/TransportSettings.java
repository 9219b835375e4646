package io.krait.protocol;

import io.krait.api.Nullable;
import java.time.Duration;
import java.util.Optional;

/**
 * The limits and times of every channel and server that is made with them; the same object is meant
 * for both sides, so that what one of them sends the other takes.
 */
public final class TransportSettings {

  /** 64 MiB. */
  public static final int DEFAULT_MAX_MESSAGE_BYTES = 64 << 20;

  private static final TransportSettings DEFAULTS = builder().build();

  private final int maxMessageBytes;
  private final int maxMetadataBytes;
  private final int maxConcurrentCalls;
  private final int maxConnections;
  private final Duration keepAliveTime;
  private final Duration keepAliveTimeout;
  private final Duration permittedKeepAliveTime;
  private final Duration connectTimeout;
  private final boolean streamedCalls;
  private final @Nullable TlsMaterial tls;

  private TransportSettings(Builder builder) {
    maxMessageBytes = builder.maxMessageBytes;
    maxMetadataBytes = builder.maxMetadataBytes;
    maxConcurrentCalls = builder.maxConcurrentCalls;
    maxConnections = builder.maxConnections;
    keepAliveTime = builder.keepAliveTime;
    keepAliveTimeout = builder.keepAliveTimeout;
    permittedKeepAliveTime = builder.permittedKeepAliveTime;
    connectTimeout = builder.connectTimeout;
    streamedCalls = builder.streamedCalls;
    tls = builder.tls;
  }

  /** All defaults. */
  public static TransportSettings defaults() {
    return DEFAULTS;
  }

  /** Starts with all defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts with these settings. */
  public Builder toBuilder() {
    Builder builder =
        new Builder()
            .maxMessageBytes(maxMessageBytes)
            .maxMetadataBytes(maxMetadataBytes)
            .maxConcurrentCalls(maxConcurrentCalls)
            .maxConnections(maxConnections)
            .keepAliveTime(keepAliveTime)
            .keepAliveTimeout(keepAliveTimeout)
            .permittedKeepAliveTime(permittedKeepAliveTime)
            .connectTimeout(connectTimeout)
            .streamedCalls(streamedCalls);
    builder.tls = tls;
    return builder;
  }

  /** What one message may have, sent or received. */
  public int maxMessageBytes() {
    return maxMessageBytes;
  }

  /** What the headers or trailers of one call may have. */
  public int maxMetadataBytes() {
    return maxMetadataBytes;
  }

  /** How many calls may run at once: of one channel, or in one server. */
  public int maxConcurrentCalls() {
    return maxConcurrentCalls;
  }

  /** How many connections a server takes at once. */
  public int maxConnections() {
    return maxConnections;
  }

  /** After how much silence during a call a client asks whether the peer is there; zero: never. */
  public Duration keepAliveTime() {
    return keepAliveTime;
  }

  /** How long it waits for that answer. */
  public Duration keepAliveTimeout() {
    return keepAliveTimeout;
  }

  /** How often a server lets its clients ask, with or without calls. */
  public Duration permittedKeepAliveTime() {
    return permittedKeepAliveTime;
  }

  /** How long a connection may take to come about. */
  public Duration connectTimeout() {
    return connectTimeout;
  }

  /**
   * Whether a channel's calls share one stream where the peer offers that. A caller does not notice
   * but by the time they take; peers that know nothing of it see one more call that they refuse.
   */
  public boolean streamedCalls() {
    return streamedCalls;
  }

  /** Certificates of both sides; without them nothing is encrypted. */
  public Optional<TlsMaterial> tls() {
    return Optional.ofNullable(tls);
  }

  /** Collects settings. Not safe for use from several threads. */
  public static final class Builder {
    private int maxMessageBytes = DEFAULT_MAX_MESSAGE_BYTES;
    private int maxMetadataBytes = 32 << 10;
    private int maxConcurrentCalls = 256;
    private int maxConnections = 64;
    // gRPC servers in Python hang up on clients that ask more often than every five minutes.
    private Duration keepAliveTime = Duration.ofMinutes(6);
    private Duration keepAliveTimeout = Duration.ofSeconds(20);
    // Python plugins ask every ten seconds; the rest is for the jitter of both clocks.
    private Duration permittedKeepAliveTime = Duration.ofSeconds(5);
    private Duration connectTimeout = Duration.ofSeconds(10);
    private boolean streamedCalls;
    private @Nullable TlsMaterial tls;

    private Builder() {}

    /** See {@link TransportSettings#maxMessageBytes()}; 64 MiB by default. */
    public Builder maxMessageBytes(int bytes) {
      maxMessageBytes = positive("maxMessageBytes", bytes);
      return this;
    }

    /** See {@link TransportSettings#maxMetadataBytes()}; 32 KiB by default. */
    public Builder maxMetadataBytes(int bytes) {
      maxMetadataBytes = positive("maxMetadataBytes", bytes);
      return this;
    }

    /** See {@link TransportSettings#maxConcurrentCalls()}; 256 by default. */
    public Builder maxConcurrentCalls(int calls) {
      maxConcurrentCalls = positive("maxConcurrentCalls", calls);
      return this;
    }

    /** See {@link TransportSettings#maxConnections()}; 64 by default. */
    public Builder maxConnections(int connections) {
      maxConnections = positive("maxConnections", connections);
      return this;
    }

    /** See {@link TransportSettings#keepAliveTime()}; 6 minutes by default, else at least 10 s. */
    public Builder keepAliveTime(Duration time) {
      if (notNegative("keepAliveTime", time).compareTo(Duration.ofSeconds(10)) < 0
          && !time.isZero()) {
        throw new IllegalArgumentException("keepAliveTime is less than 10 s: " + time);
      }
      keepAliveTime = time;
      return this;
    }

    /** See {@link TransportSettings#keepAliveTimeout()}; 20 seconds by default. */
    public Builder keepAliveTimeout(Duration timeout) {
      keepAliveTimeout = notNegative("keepAliveTimeout", timeout);
      return this;
    }

    /** See {@link TransportSettings#permittedKeepAliveTime()}; 5 seconds by default. */
    public Builder permittedKeepAliveTime(Duration time) {
      permittedKeepAliveTime = notNegative("permittedKeepAliveTime", time);
      return this;
    }

    /** See {@link TransportSettings#connectTimeout()}; 10 seconds by default. */
    public Builder connectTimeout(Duration timeout) {
      connectTimeout = notNegative("connectTimeout", timeout);
      return this;
    }

    /** See {@link TransportSettings#streamedCalls()}; not by default. */
    public Builder streamedCalls(boolean streamed) {
      streamedCalls = streamed;
      return this;
    }

    /** See {@link TransportSettings#tls()}; none by default. */
    public Builder tls(TlsMaterial material) {
      tls = material;
      return this;
    }

    /** The settings. */
    public TransportSettings build() {
      return new TransportSettings(this);
    }

    private static int positive(String name, int value) {
      if (value <= 0) {
        throw new IllegalArgumentException(name + " is not positive: " + value);
      }
      return value;
    }

    private static Duration notNegative(String name, Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException(name + " is negative: " + value);
      }
      return value;
    }
  }
}
