package io.krait.runtime.manifest;

import io.krait.api.VisibleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong with one manifest, so that all of it is told at once, and once. What a
 * manifest can have told of itself is bounded: answers and logs are made of it.
 */
final class Findings {

  private static final int MOST = 20;
  private static final int SHOWN = 800;

  private final String file;
  private final Set<String> problems = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();
  private int moreProblems;
  private int moreWarnings;

  Findings(String file) {
    this.file = file;
  }

  void problem(String key, String rule) {
    String problem = text(key, rule);
    if (problems.size() < MOST) {
      problems.add(problem);
    } else if (!problems.contains(problem)) {
      moreProblems++;
    }
  }

  void warning(String key, String remark) {
    if (warnings.size() < MOST) {
      warnings.add(text(key, remark));
    } else {
      moreWarnings++;
    }
  }

  private String text(String key, String rule) {
    return "%s: %s: %s"
        .formatted(file, VisibleText.excerpt(key, SHOWN), VisibleText.excerpt(rule, SHOWN));
  }

  List<String> problems() {
    return withMore(problems, moreProblems);
  }

  List<String> warnings() {
    return withMore(warnings, moreWarnings);
  }

  private List<String> withMore(Collection<String> told, int more) {
    List<String> all = new ArrayList<>(told);
    if (more > 0) {
      all.add("%s: and %d more of the kind".formatted(file, more));
    }
    return List.copyOf(all);
  }
}
