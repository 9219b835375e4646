package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void idsAre26LowerCaseLettersAndDigitsAndDiffer() {
    Ids ids = new Ids();

    assertThat(Stream.generate(ids::next).limit(1000))
        .allMatch(id -> id.matches("[a-z0-9]{26}"))
        .allMatch(Ids::isId)
        .doesNotHaveDuplicates();
  }

  @Test
  void otherTextsAreNoIds() {
    assertThat(Ids.isId("")).isFalse();
    assertThat(Ids.isId("UPPERCASEUPPERCASEUPPERCAS")).isFalse();
  }
}
