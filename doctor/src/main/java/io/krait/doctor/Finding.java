package io.krait.doctor;

/**
 * Why something of Krait does not work as it could.
 *
 * @param kind how bad it is
 * @param bundle the symbolic name of the bundle
 * @param text what it lacks, and what helps: the rest of a sentence that begins with the bundle
 */
public record Finding(Kind kind, String bundle, String text) {

  /** How bad it is. */
  public enum Kind {
    /** The bundle, or a part of it, does not run. */
    STANDS_STILL,
    /** All runs, without something that it would use. */
    DOES_WITHOUT
  }

  /** Something does not run. */
  public static Finding standsStill(String bundle, String text) {
    return new Finding(Kind.STANDS_STILL, bundle, text);
  }

  /** All runs. */
  public static Finding doesWithout(String bundle, String text) {
    return new Finding(Kind.DOES_WITHOUT, bundle, text);
  }

  @Override
  public String toString() {
    return bundle + " " + text;
  }
}
