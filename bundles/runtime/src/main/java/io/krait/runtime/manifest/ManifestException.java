package io.krait.runtime.manifest;

import java.util.List;

/** A manifest that is missing, cannot be parsed, or breaks rules. */
public final class ManifestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  ManifestException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  ManifestException(String problem, Throwable cause) {
    super(problem, cause);
    problems = List.of(problem);
  }

  /** All that is wrong, each with file, key and rule in one line. */
  public List<String> problems() {
    return problems == null ? List.of(getMessage()) : problems;
  }
}
