package io.krait.apiserver.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration with all defaults but those that are set. */
final class TestConfiguration {

  private final Map<String, Object> values = new HashMap<>();

  TestConfiguration transport(String transport) {
    return with("transport", transport);
  }

  TestConfiguration socketFolder(String folder) {
    return with("socketFolder", folder);
  }

  TestConfiguration maxConcurrentCalls(int calls) {
    return with("maxConcurrentCalls", calls);
  }

  TestConfiguration graceSeconds(int seconds) {
    return with("graceSeconds", seconds);
  }

  TestConfiguration lane(boolean offered) {
    return with("lane", offered);
  }

  TestConfiguration tokenAlways(boolean always) {
    return with("tokenAlways", always);
  }

  private TestConfiguration with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  ApiServerConfiguration build() {
    return (ApiServerConfiguration)
        Proxy.newProxyInstance(
            ApiServerConfiguration.class.getClassLoader(),
            new Class<?>[] {ApiServerConfiguration.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }
}
