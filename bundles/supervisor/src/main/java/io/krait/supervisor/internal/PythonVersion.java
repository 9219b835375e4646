package io.krait.supervisor.internal;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Python. */
record PythonVersion(int major, int minor, int micro) implements Comparable<PythonVersion> {

  private static final Comparator<PythonVersion> ORDER =
      Comparator.comparingInt(PythonVersion::major)
          .thenComparingInt(PythonVersion::minor)
          .thenComparingInt(PythonVersion::micro);
  private static final Pattern ANSWER =
      Pattern.compile("^Python (\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})\\s*$", Pattern.MULTILINE);

  /** The version in what an interpreter has printed. */
  static Optional<PythonVersion> in(String output) {
    Matcher matcher = ANSWER.matcher(output);
    return matcher.find()
        ? Optional.of(
            new PythonVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(PythonVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + micro;
  }
}
