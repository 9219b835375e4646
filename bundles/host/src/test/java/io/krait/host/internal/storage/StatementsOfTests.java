package io.krait.host.internal.storage;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Remembers each statement that any test of this process has run, by what the log has of it. */
public final class StatementsOfTests implements BeforeAllCallback {

  /** What a test asks to look at what there is begins with this, and is not remembered. */
  public static final String OF_A_TEST = "/* of a test */ ";

  private static final Set<String> STATEMENTS = new ConcurrentSkipListSet<>();

  // Held, as the log does not hold it.
  private static final Logger LOGGER = Logger.getLogger(Sql.class.getName());

  static {
    LOGGER.setUseParentHandlers(false);
    LOGGER.setLevel(Level.FINER);
    LOGGER.addHandler(new Remembering());
  }

  /** What has been run so far; lists of parameters that differ in nothing but length are one. */
  static Set<String> soFar() {
    return STATEMENTS;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    // It is enough that there is this class.
  }

  private static final class Remembering extends Handler {
    @Override
    public void publish(LogRecord line) {
      if (!line.getMessage().startsWith(OF_A_TEST)) {
        STATEMENTS.add(line.getMessage().replaceAll("\\(\\?(, \\?)+\\)", "(?)"));
      }
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
