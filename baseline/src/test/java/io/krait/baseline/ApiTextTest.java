package io.krait.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import org.junit.jupiter.api.Test;

class ApiTextTest {

  private static final String TEXT =
      """
      package com.example
       annotated org.osgi.annotation.versioning.Version
        property value='0.1.0'
       class com.example.Greeting
        extends java.lang.Object
        field WORDS | access static | return java.lang.String
         constant a | b\\n\\\\ c
        method <init>() | return void
       interface com.example.Greeter
        method greet(java.lang.String) (MAJOR/MAJOR) | access abstract | return void
       version 0.1.0
      """;

  @Test
  void whatIsReadIsWrittenAsItWas() {
    assertThat(ApiText.of(ApiText.parse(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void howLargeAChangeIsIsRead() {
    Tree.Data greeter = ApiText.parse(TEXT).get(0).children[2];

    assertThat(greeter.children[0].add).isEqualTo(Delta.MAJOR);
    assertThat(greeter.children[0].children[1].name).isEqualTo("void");
  }

  @Test
  void linesAndBarsOfAConstantStay() {
    Tree.Data words = ApiText.parse(TEXT).get(0).children[1].children[1];

    assertThat(words.children[2].name).isEqualTo("a | b\n\\ c");
  }
}
