package io.krait.host.internal.rest;

import io.krait.host.internal.serving.ReceivedBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * A form with a plugin's archive.
 *
 * @param type the form's media type
 * @param body the form
 */
record ArchiveForm(String type, ReceivedBody body) {

  /** The part that has the archive. */
  static final String ARCHIVE = "plugin";

  /**
   * Whether the plugin may be there already.
   *
   * @throws IOException where the form breaks off or is none
   */
  boolean force() throws IOException {
    return find("force", FormParts.Part::text).map("true"::equals).orElse(false);
  }

  @FunctionalInterface
  private interface Use<T> {
    T with(FormParts.Part part) throws IOException;
  }

  /** What is made of the archive, which is there until this returns; empty where there is none. */
  <T> Optional<T> withArchive(Function<InputStream, T> use) throws IOException {
    return find(ARCHIVE, part -> use.apply(part.content()));
  }

  private <T> Optional<T> find(String name, Use<T> use) throws IOException {
    try (InputStream content = body.open()) {
      FormParts parts = new FormParts(type, content);
      for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
        if (part.name().equals(name)) {
          return Optional.of(use.with(part));
        }
      }
      return Optional.empty();
    }
  }
}
