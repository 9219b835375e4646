package io.krait.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The shell of a server, at which somebody types. */
public final class Shell {

  // Colours, movements of the cursor and the like.
  private static final Pattern CONTROL = Pattern.compile("\r|\u001b(\\[[?0-9;]*[A-Za-z]|[=>])");

  private final Process terminal;
  private final Path screen;
  private int commands;

  /**
   * A shell that is used by one thread.
   *
   * @param screen the file that has all that is shown
   */
  Shell(Process terminal, Path screen) {
    this.terminal = terminal;
    this.screen = screen;
  }

  /** Types a command, and gives all that is shown until it has ended. */
  public String run(String command) {
    int begin = screen().length();
    String end = "end of command " + ++commands;
    type(command);
    // On a line of its own, as nothing comes after an error on the same line; and with quotes, by
    // which what is typed differs from what is shown for it.
    type("echo '" + end + "'");
    try {
      Workspace.await(command + " has ended", () -> screen().indexOf(end + "\n", begin) >= 0);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    String shown = screen();
    return shown.substring(begin, shown.indexOf(end + "\n", begin));
  }

  /** All that has been shown so far. */
  public String screen() {
    try {
      return CONTROL.matcher(Files.readString(screen)).replaceAll("");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Ends the server. */
  public void exit() {
    if (terminal.isAlive()) {
      // In place of whatever has been typed.
      type("\u0015exit");
    }
  }

  /** Presses keys, and gives all that is shown from then until {@code expected} is. */
  public String press(String keys, String expected) {
    int begin = screen().length();
    keys(keys);
    try {
      Workspace.await(
          "pressing " + keys + " shows " + expected, () -> screen().indexOf(expected, begin) >= 0);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    return screen().substring(begin);
  }

  /** Whether the server has ended, in time. */
  public boolean hasEnded() throws InterruptedException {
    return terminal.waitFor(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private void type(String line) {
    keys(line + "\n");
  }

  /** Presses keys. */
  public void keys(String keys) {
    try {
      OutputStream keyboard = terminal.getOutputStream();
      keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
    } catch (IOException closed) {
      throw new UncheckedIOException("the terminal is gone; it has shown:\n" + screen(), closed);
    }
  }
}
