package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "001b, a terminal's escape",
    "0007, the bell",
    "0008, a step back",
    "0000, nothing at all",
    "007f, delete",
    "009b, an escape of eight bits",
    "202e, writing turned around",
    "2066, an isolate",
    "200b, a space without width",
    "feff, a byte order mark",
    "d800, half a character"
  })
  void whatIsNotSeenIsWrittenAsItsNumber(String number, String what) {
    String text = "a" + (char) Integer.parseInt(number, 16) + "b";

    assertThat(VisibleText.line(text)).as(what).isEqualTo("a\\u" + number + "b");
    assertThat(VisibleText.lines(text)).as(what).isEqualTo("a\\u" + number + "b");
  }

  @Test
  void whatIsSeenStaysAsItIs() {
    String text = "tab\there, ünïcode, 漢字, 😀, back\\slash";

    assertThat(VisibleText.line(text)).isSameAs(text);
    assertThat(VisibleText.lines("two\nlines")).isEqualTo("two\nlines");
  }

  @ParameterizedTest
  @CsvSource({"000d", "000a", "0085", "2028", "2029", "000b", "000c"})
  void lineIsOneWhateverSeparatesThem(String number) {
    String text = "one" + (char) Integer.parseInt(number, 16) + "two";

    assertThat(VisibleText.line(text)).isEqualTo("one ⏎ two");
    assertThat(VisibleText.lines(text)).isEqualTo("one\ntwo");
  }

  @Test
  void excerptIsBoundedAndSaysThatItIsOne() {
    assertThat(VisibleText.excerpt("abcdef", 6)).isEqualTo("abcdef");
    assertThat(VisibleText.excerpt("abcdefg", 6)).isEqualTo("abcdef…");
    assertThat(VisibleText.excerpt("abc😀", 4)).isEqualTo("abc…");
    assertThat(VisibleText.excerpt("\u001b[2Jx", 2)).isEqualTo("\\u001b[…");
  }
}
