package io.krait.faults;

/**
 * What came of a trial.
 *
 * @param load what the server did meanwhile
 * @param faults how many bad things were done to it, all of which it has survived
 * @param lost how much is gone of what it had acknowledged, or went to somebody else's cost
 * @param figures what else was seen
 */
record Row(String load, long faults, long lost, String figures) {

  static Row of(String load, long faults, long lost, String figures, Object... values) {
    return new Row(load, faults, lost, figures.formatted(values));
  }
}
