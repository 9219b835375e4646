package io.krait.api.management;

import io.krait.api.Latencies;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Tells which HTTP requests came for plugins. A service, safe for use from any thread. */
@ProviderType
public interface HttpStatistics {

  /**
   * The requests so far, by plugin. Those that were for no plugin that runs are counted together,
   * under an empty identifier, so that strangers cannot make up as many plugins as they like.
   */
  List<Requests> httpRequests();

  /** How a request ended. */
  enum Outcome {
    /** With a status from 100 to 199. */
    INFORMATIONAL,
    /** With a status from 200 to 299. */
    SUCCESS,
    /** With a status from 300 to 399. */
    REDIRECTION,
    /** With a status from 400 to 499. */
    CLIENT_ERROR,
    /** With a status of 500 or more. */
    SERVER_ERROR,
    /** Before its answer was complete: the client has gone, or the answer was broken off. */
    BROKEN;

    /** The outcome that a status of a complete answer stands for. */
    public static Outcome of(int status) {
      return switch (status / 100) {
        case 1 -> INFORMATIONAL;
        case 2 -> SUCCESS;
        case 3 -> REDIRECTION;
        case 4 -> CLIENT_ERROR;
        default -> SERVER_ERROR;
      };
    }
  }

  /**
   * The requests for one plugin.
   *
   * @param running requests that run now
   * @param ended how many requests have ended in which way; there is a number for each
   * @param bytesReceived bytes of the bodies that clients have sent, of ended requests
   * @param bytesSent bytes of the bodies of answers, of ended requests
   * @param latencies ended requests with the time until their answers were complete, or until they
   *     broke
   */
  record Requests(
      String pluginId,
      long running,
      Map<Outcome, Long> ended,
      long bytesReceived,
      long bytesSent,
      Latencies latencies) {

    /** Copies the numbers. */
    public Requests {
      Map<Outcome, Long> all = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        all.put(outcome, ended.getOrDefault(outcome, 0L));
      }
      ended = Collections.unmodifiableMap(all);
    }
  }
}
