package io.krait.host.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchesTest {

  @Test
  void wordsAreShownAsTheyAreWritten() {
    assertThat(new Matches("lunch").in("LUNCH? Lunch!")).containsExactly("LUNCH", "Lunch");
    assertThat(new Matches("lun* -tea").in("lunch and lungs with tea"))
        .containsExactly("lunch", "lungs");
    assertThat(new Matches("\"big lunch\" from:ann").in("a big lunch"))
        .containsExactly("big", "lunch");
    assertThat(new Matches("#menu").in("see #menu")).contains("#menu");
    assertThat(new Matches("dinner").in("lunch")).isEmpty();
  }
}
