package io.krait.codegen.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonWriterTest {

  @Test
  void paragraphsAreJoinedAndBrokenAnew() {
    assertThat(PythonWriter.wrap("one two\nthree four\n\nnext", 9))
        .containsExactly("one two", "three", "four", "", "next");
  }

  @Test
  void argumentsStartALineAndAreContinuedIndented() {
    assertThat(PythonWriter.wrap("Does it.\n\nArgs:\n    a: first thing\n    b: second", 16))
        .containsExactly("Does it.", "", "Args:", "    a: first", "        thing", "    b: second");
  }

  @Test
  void docstringsAreClosedOnTheirLineWhereTheyFit() {
    assertThat(new PythonWriter().doc(1, "Short.").text()).endsWith("    \"\"\"Short.\"\"\"\n");
    assertThat(new PythonWriter().doc(0, "word ".repeat(25)).text()).endsWith("\n\"\"\"\n");
  }

  @Test
  void quotesAndBackslashesDoNotEndADocstring() {
    assertThat(new PythonWriter().doc(0, "a \\ b \"\"\" c \"d\"").text())
        .endsWith("\"\"\"a \\\\ b ''' c \"d\"\n\"\"\"\n");
  }

  @Test
  void blocksAreSpreadOverLinesWhereTheyAreLong() {
    assertThat(new PythonWriter().block(0, "f(", List.of("a", "b"), ")").text())
        .endsWith("f(a, b)\n");
    assertThat(
            new PythonWriter().block(0, "f(", List.of("a".repeat(60), "b".repeat(60)), ")").text())
        .endsWith("f(\n    " + "a".repeat(60) + ",\n    " + "b".repeat(60) + ",\n)\n");
  }
}
