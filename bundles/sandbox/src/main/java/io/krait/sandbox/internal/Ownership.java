package io.krait.sandbox.internal;

import java.io.IOException;
import java.nio.file.Path;

/** Gives folders of sockets, with what is in them, to the user that a plugin runs as. */
@FunctionalInterface
interface Ownership {

  /**
   * Makes {@code account} the owner.
   *
   * @throws IOException where this process may not do that
   */
  void give(Path folder, Accounts.Account account) throws IOException;
}
