package io.krait.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleException;

/** Takes bundles that are built anew into the running container, and says so. */
final class BundleWatch {

  private static final Duration PAUSE = Duration.ofMillis(300);

  private final RebuiltJars jars;
  private final Container container;
  private final PrintStream out;

  private BundleWatch(RebuiltJars jars, Container container, PrintStream out) {
    this.jars = jars;
    this.container = container;
    this.out = out;
  }

  /** Begins to look, in a thread that ends with the process. */
  static void begin(RebuiltJars jars, Container container, PrintStream out) {
    Thread thread = new Thread(new BundleWatch(jars, container, out)::run, "krait-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PAUSE.toMillis());
        take();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void take() throws InterruptedException {
    try {
      long begun = System.nanoTime();
      List<String> exchanged = container.exchange(jars.look());
      if (!exchanged.isEmpty()) {
        container.defects().forEach(out::println);
        out.printf(
            "Exchanged in %d ms: %s%n",
            Duration.ofNanos(System.nanoTime() - begun).toMillis(), String.join(", ", exchanged));
      }
    } catch (IOException | BundleException | IllegalStateException problem) {
      // The next build may be better.
      out.println("A bundle that was built anew is not taken: " + problem.getMessage());
    }
  }
}
