package io.krait.shell.internal;

import java.util.stream.Collectors;

/** Tells how a command is called, where somebody has called it otherwise. */
public abstract class Commands {
  /** Stands for a secret. */
  static final String MASK = "********";

  Commands() {}

  /**
   * Called by Gogo where no function of that name takes what was given.
   *
   * @param called the name of the function and what it was given
   */
  public final Object _main(String[] called) throws CommandException {
    String command = CommandForm.SCOPE + called[0];
    String usage =
        CommandForm.of(getClass()).stream()
            .filter(form -> form.command().equals(command))
            .map(CommandForm::usage)
            .collect(Collectors.joining(", or "));
    throw new CommandException("wrong arguments; it is " + usage);
  }
}
