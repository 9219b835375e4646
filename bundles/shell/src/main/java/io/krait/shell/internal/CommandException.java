package io.krait.shell.internal;

import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagementException;

/**
 * Tells whoever has called a command what is wrong and what to do, in one line. Some shells show
 * the message of an error, others the whole text of it, which here are the same.
 */
public final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    this(message, null);
  }

  CommandException(String message, @Nullable Throwable cause) {
    super(VisibleText.line(message), cause);
  }

  static CommandException of(ManagementException problem) {
    return new CommandException(problem.getMessage(), problem);
  }

  @Override
  public String toString() {
    return getMessage();
  }
}
