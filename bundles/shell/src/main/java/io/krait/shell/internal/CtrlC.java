package io.krait.shell.internal;

import io.krait.api.Nullable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;

/**
 * Ctrl-C as the way to end a command. Gogo's JLine shell interrupts what runs, and shows the
 * exception that comes of it even where the command ends well; so here the command is told instead.
 * Other shells have no such terminal: they interrupt.
 */
final class CtrlC implements AutoCloseable {
  private static final Logger LOG = System.getLogger(CtrlC.class.getName());
  private static final String TERMINAL = ".terminal";
  private static final String HANDLER = "__plugin_ctrl_c";

  private final CommandSession session;
  private final @Nullable Object before;
  private volatile boolean pressed;

  /** From now on, until it is closed. */
  CtrlC(CommandSession session) {
    this.session = session;
    Function press =
        (none, signal) -> {
          pressed = true;
          return null;
        };
    before = session.get(TERMINAL) == null ? null : handledBy(press);
  }

  boolean isPressed() {
    return pressed;
  }

  // By a script, as the classes of the terminal need not be there.
  private @Nullable Object handledBy(Object handler) {
    session.put(HANDLER, handler);
    try {
      return session.execute("$%s handle INT $%s".formatted(TERMINAL, HANDLER));
    } catch (Exception unlike) {
      LOG.log(Level.DEBUG, "this shell does not tell of Ctrl-C", unlike);
      return null;
    } finally {
      session.put(HANDLER, null);
    }
  }

  @Override
  public void close() {
    if (before != null) {
      handledBy(before);
    }
  }
}
