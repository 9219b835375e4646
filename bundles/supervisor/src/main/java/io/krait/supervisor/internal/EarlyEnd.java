package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.supervisor.PluginDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out why a plugin's process has ended before it was ready. */
final class EarlyEnd {
  private final PluginDescription plugin;
  private final @Nullable Interpreter interpreter;
  private final boolean lane;

  /**
   * Of a process of that plugin.
   *
   * @param interpreter what has run it
   * @param lane whether the server speaks the lane, for which a plugin needs less
   */
  EarlyEnd(PluginDescription plugin, @Nullable Interpreter interpreter, boolean lane) {
    this.plugin = plugin;
    this.interpreter = interpreter;
    this.lane = lane;
  }

  /** What can be said besides the last of the lines that it has printed. */
  Optional<String> reason(int code, List<String> printed) {
    Path folder = folder();
    Optional<MissingModule> missing = MissingModule.in(printed);
    if (missing.isPresent()) {
      String top = missing.get().name().split("\\.", 2)[0];
      return ShadowedModule.hiding(folder, top)
          .or(() -> Optional.of(missing.get().advice(plugin, interpreter, lane)));
    }
    Optional<String> failure = PythonFailure.in(printed, folder).map(found -> found.text(folder));
    if (failure.isPresent()) {
      return Optional.of(
          ShadowedModule.in(folder).map(hint -> failure.get() + "; " + hint).orElse(failure.get()));
    }
    return code == 0 && printed.stream().allMatch(String::isBlank)
        ? Optional.of(
            "%s serves nothing; end it with: if __name__ == \"__main__\": run_plugin(YourPlugin)"
                .formatted(plugin.script()))
        : Optional.empty();
  }

  private Path folder() {
    try {
      return plugin.folder().toRealPath();
    } catch (IOException e) {
      return plugin.folder().toAbsolutePath().normalize();
    }
  }
}
