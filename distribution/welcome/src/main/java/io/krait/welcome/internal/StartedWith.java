package io.krait.welcome.internal;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/**
 * What the launcher says about this start.
 *
 * @param archives plugins that are to be there
 * @param memory the file that tells which archives were installed before
 * @param patience how long plugins may take until they run, all together
 */
record StartedWith(List<Path> archives, Path memory, Duration patience) {

  StartedWith {
    archives = List.copyOf(archives);
  }

  /** As the framework's properties say it. */
  static StartedWith of(BundleContext context) {
    String archives = context.getProperty("krait.install");
    String data = context.getProperty("krait.data");
    return new StartedWith(
        archives == null
            ? List.of()
            : Stream.of(archives.split(File.pathSeparator, -1))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList(),
        Path.of(data == null ? "." : data, "installed.properties"),
        Duration.ofMinutes(2));
  }
}
