package io.krait.api.management;

import io.krait.api.Latencies;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Tells what plugins ask of the API. A service, safe for use from any thread. */
@ProviderType
public interface ApiStatistics {

  /** What was asked so far by the plugins that have an endpoint now, by plugin and method. */
  List<Method> apiCalls();

  /**
   * The calls of one method by one plugin.
   *
   * @param method its name in the contract
   * @param errors calls that were answered with an error
   * @param latencies the calls that were answered, well or not, with the time that the host took
   */
  record Method(String pluginId, String method, long errors, Latencies latencies) {}
}
