package io.krait.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class EnduringLogManagerTest {

  @Test
  void whatHappensWhenJavaEndsIsLogged() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                String.join(File.pathSeparator, classes(Main.class), classes(Ending.class)),
                Ending.class.getName())
            .redirectErrorStream(true)
            .start();

    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(printed).contains("it begins", "it ends");
  }

  private static String classes(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /** Logs from a thread of its end, when Java's own such thread has done its work. */
  static final class Ending {

    public static void main(String[] arguments) {
      Main.logUntilTheEnd();
      Logger logger = Logger.getLogger("server");
      logger.info("it begins");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getClass().getEnclosingClass() == LogManager.class)
                        .forEach(Ending::awaitEnd);
                    logger.info("it ends");
                  }));
    }

    private static void awaitEnd(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
