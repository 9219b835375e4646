package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedTextTest {

  @Test
  void aTextThatIsShortEnoughStaysTheSame() {
    String text = "abc";

    assertThat(BoundedText.of(text, 3)).isSameAs(text);
  }

  @Test
  void aLongOneIsCutAndSaysSo() {
    assertThat(BoundedText.of("abcd", 3)).isEqualTo("ab…");
    assertThat(BoundedText.of("abcd", 1)).isEqualTo("…");
  }

  @Test
  void noCharacterIsDivided() {
    assertThat(BoundedText.of("a\uD83D\uDE00bc", 3)).isEqualTo("a…");
    assertThat(BoundedText.of("a\uD83D\uDE00bc", 4)).isEqualTo("a\uD83D\uDE00…");
  }
}
