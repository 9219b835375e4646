package io.krait.runtime.manifest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one manifest, so that all of it is told at once, and once. */
final class Findings {

  private final String file;
  private final Set<String> problems = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void problem(String key, String rule) {
    problems.add("%s: %s: %s".formatted(file, key, rule));
  }

  void warning(String key, String remark) {
    warnings.add("%s: %s: %s".formatted(file, key, remark));
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
