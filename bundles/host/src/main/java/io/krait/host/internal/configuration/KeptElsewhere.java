package io.krait.host.internal.configuration;

import io.krait.api.AppError;

/**
 * A part of the configuration that is shown and saved with it, and kept by somebody else.
 * Implementations must be safe for use from any thread.
 */
@FunctionalInterface
public interface KeptElsewhere {

  /** There is no such part. */
  KeptElsewhere NOTHING =
      () ->
          new Part() {
            @Override
            public Document addedTo(Document document) {
              return document;
            }

            @Override
            public Change change(Document wanted) {
              return new Change(wanted, () -> {});
            }
          };

  /** This part as it is now. */
  Part now();

  /** The part as it was at one moment. */
  interface Part {

    /** A document with this part of it, secrets included. */
    Document addedTo(Document document);

    /**
     * What has to be done where a document is wanted that says something else of this part.
     *
     * @throws AppError with status 400 where what it says is not allowed
     */
    Change change(Document wanted);
  }

  /**
   * What a document wants.
   *
   * @param rest the document without this part
   * @param keeping does what is wanted of this part; throws an {@link AppError} where that fails
   */
  record Change(Document rest, Runnable keeping) {}
}
