package io.krait.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.service.diff.Tree;
import aQute.bnd.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiChangeTest {

  private static final String GREETER =
      """
      package com.example
       interface com.example.Greeter
        method greet(java.lang.String) | access abstract | return java.lang.String
        method leave() | access abstract | return void
      """;

  @ParameterizedTest
  @CsvSource({"0.2.0, 0.3.0", "0.2.3, 0.3.0", "2.1.0, 3.0.0"})
  void whatIsRemovedNeedsAVersionThatSaysSo(String before, String needed) throws Exception {
    ApiChange change =
        change(version(GREETER, before), version(GREETER.replaceFirst(".*leave.*\n", ""), before));

    assertThat(change.neededVersion()).isEqualTo(new Version(needed));
    assertThat(change.hasItsVersion()).isFalse();
    assertThat(change.complaint())
        .contains("com.example has another API than in version " + before, needed, "freeze-api")
        .contains("- com.example: interface com.example.Greeter: method leave()");
  }

  @Test
  void whatIsNewNeedsAMinorVersion() throws Exception {
    String more = GREETER + " class com.example.Late\n";

    assertThat(change(version(GREETER, "1.2.1"), version(more, "1.2.1")).neededVersion())
        .isEqualTo(new Version("1.3.0"));
    assertThat(change(version(GREETER, "1.2.1"), version(more, "1.3.0")).hasItsVersion()).isTrue();
  }

  @Test
  void aMethodThatCallersCanDoWithoutAndImplementersCannotIsABreak() throws Exception {
    String more = GREETER + "  method wave() (MAJOR/MAJOR) | access abstract | return void\n";

    assertThat(change(version(GREETER, "1.0.0"), version(more, "1.0.0")).neededVersion())
        .isEqualTo(new Version("2.0.0"));
  }

  @Test
  void whatIsTheSameNeedsNothing() throws Exception {
    assertThat(change(version(GREETER, "0.2.0"), version(GREETER, "0.2.0")).neededVersion())
        .isEqualTo(new Version("0.2.0"));
  }

  private static ApiChange change(String frozen, String present) throws Exception {
    return new ApiChange(parsed(frozen), parsed(present));
  }

  private static Tree.Data parsed(String text) {
    return ApiText.parse(text).get(0);
  }

  private static String version(String api, String version) {
    return api + " version " + version + "\n";
  }
}
