package io.krait.runtime.manifest;

import static org.assertj.core.api.Assertions.assertThat;

/** What people read who have written a manifest. */
final class Refusals {

  private static final int LONGEST = 100_000;

  private Refusals() {}

  static void check(String message) {
    assertThat(message).isNotBlank().hasSizeLessThan(LONGEST);
    assertThat(message.chars()).noneMatch(Character::isISOControl);
  }
}
