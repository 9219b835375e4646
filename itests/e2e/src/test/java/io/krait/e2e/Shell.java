package io.krait.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shell of a server, at which somebody types. */
final class Shell {

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
  String run(String command) {
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
  String screen() {
    try {
      return Files.readString(screen).replace("\r", "");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Ends the server. */
  void exit() {
    type("exit");
  }

  private void type(String line) {
    try {
      OutputStream keyboard = terminal.getOutputStream();
      keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      keyboard.flush();
    } catch (IOException closed) {
      throw new UncheckedIOException("the terminal is gone; it has shown:\n" + screen(), closed);
    }
  }
}
