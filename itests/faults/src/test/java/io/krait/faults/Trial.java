package io.krait.faults;

/**
 * Something bad that is done to a server, once.
 *
 * <p>A trial fails by an error where the server has lost what it had acknowledged, has harmed
 * somebody who has nothing to do with it, or has broken a promise of its documents.
 */
interface Trial {

  /** What is done, in some words: the first column of the table. */
  String title();

  /** Does it, and tells what came of it. */
  Row run(Stage stage) throws Exception;
}
