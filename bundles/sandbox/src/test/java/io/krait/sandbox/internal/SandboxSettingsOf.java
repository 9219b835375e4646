package io.krait.sandbox.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations with all defaults but those that are set. */
final class SandboxSettingsOf {

  private SandboxSettingsOf() {}

  static SandboxConfiguration configuration(Map<String, Object> values) {
    return (SandboxConfiguration)
        Proxy.newProxyInstance(
            SandboxConfiguration.class.getClassLoader(),
            new Class<?>[] {SandboxConfiguration.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  static SandboxSettings settings(Map<String, Object> values) {
    return SandboxSettings.of(configuration(values));
  }
}
