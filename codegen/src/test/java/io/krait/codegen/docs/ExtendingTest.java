package io.krait.codegen.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.codegen.Descriptors;
import io.krait.codegen.Generator;
import io.krait.codegen.contract.Contract;
import io.krait.codegen.java.JavaApiGenerator;
import io.krait.codegen.java.JavaDispatchGenerator;
import io.krait.codegen.java.JavaProtocolGenerator;
import io.krait.codegen.python.PythonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/extending.md says of a method and a hook comes true when they are generated. */
class ExtendingTest {

  private static final Contract EXTENDED = Descriptors.documented();

  private static String generated(Generator generator, String file) {
    return generator.generate(EXTENDED).stream()
        .filter(source -> source.path().endsWith("/" + file))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + file))
        .content();
  }

  @Test
  void theMethodIsImplementedAsTheDocumentShows() throws IOException {
    Matcher shown =
        Pattern.compile("@Override\\s+public (.*?) \\{")
            .matcher(Files.readString(Path.of("..", "docs", "extending.md")));

    assertThat(shown.find()).isTrue();
    assertThat(generated(new JavaApiGenerator(), "PluginApi.java")).contains(shown.group(1));
  }

  @Test
  void pluginsCallTheMethod() {
    PythonGenerator python = new PythonGenerator();
    List<String> clients =
        python.generate(EXTENDED).stream()
            .filter(file -> file.content().contains("def get_server_color(self) -> str:"))
            .map(file -> file.content().contains("async def get_server_color") ? "async" : "sync")
            .toList();

    assertThat(clients).containsExactlyInAnyOrder("async", "sync");
  }

  @Test
  void theHookIsOfferedToAuthorsAndDispatched() {
    assertThat(generated(new PythonGenerator(), "hooks.py")).contains("ServerColorHasChanged");
    assertThat(generated(new JavaApiGenerator(), "HookName.java"))
        .contains("ServerColorHasChanged");
    assertThat(generated(new JavaProtocolGenerator(), "RemotePluginHooks.java"))
        .contains("serverColorHasChanged");
    assertThat(new JavaDispatchGenerator().generate(EXTENDED))
        .anySatisfy(file -> assertThat(file.content()).contains("serverColorHasChanged"));
  }
}
