package io.krait.baseline;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a package differs from what is written down of it, and which version it needs therefore. */
final class ApiChange {

  private static final int SHOWN = 30;

  private final Tree.Data frozen;
  private final Tree.Data present;
  private final Diff difference;

  ApiChange(Tree.Data frozen, Tree.Data present) throws Exception {
    DiffPluginImpl bnd = new DiffPluginImpl();
    this.frozen = frozen;
    this.present = present;
    difference = bnd.deserialize(present).diff(bnd.deserialize(frozen));
  }

  /**
   * The least version that says what has changed. Before 1.0 a minor one says that something broke.
   */
  Version neededVersion() {
    Version before = versionOf(frozen);
    Delta change = difference.getDelta();
    if (change == Delta.MAJOR && before.getMajor() > 0) {
      return new Version(before.getMajor() + 1, 0, 0);
    }
    if (change == Delta.MAJOR || change == Delta.MINOR) {
      return new Version(before.getMajor(), before.getMinor() + 1, 0);
    }
    return change == Delta.MICRO || change == Delta.CHANGED
        ? new Version(before.getMajor(), before.getMinor(), before.getMicro() + 1)
        : before;
  }

  boolean hasItsVersion() {
    return versionOf(present).compareTo(neededVersion()) >= 0;
  }

  /** Who, what, and what to do. */
  String complaint() {
    return "%s has another API than in version %s: give it version %s or more in its package-info.java, then run tools/freeze-api%n%s"
        .formatted(present.name, versionOf(frozen), neededVersion(), details());
  }

  /** What came, went and is another, an element a line. */
  String details() {
    List<String> lines = new ArrayList<>();
    collect(difference, difference.getName(), lines);
    List<String> shown = lines.subList(0, Math.min(SHOWN, lines.size()));
    String more = lines.size() > SHOWN ? "\n  and " + (lines.size() - SHOWN) + " more" : "";
    return String.join("\n", shown) + more;
  }

  private static void collect(Diff element, String where, List<String> lines) {
    for (Diff child : element.getChildren()) {
      String name =
          where + ": " + child.getType().name().toLowerCase(Locale.ROOT) + " " + child.getName();
      if (child.getDelta() == Delta.ADDED) {
        lines.add("  + " + name);
      } else if (child.getDelta() == Delta.REMOVED) {
        lines.add("  - " + name);
      } else if (child.getDelta() != Delta.UNCHANGED && child.getDelta() != Delta.IGNORED) {
        collect(child, name, lines);
      }
    }
  }

  private static Version versionOf(Tree.Data element) {
    return Arrays.stream(element.children)
        .filter(child -> child.type == Type.VERSION)
        .map(child -> Version.parseVersion(child.name))
        .findFirst()
        .orElse(Version.LOWEST);
  }
}
