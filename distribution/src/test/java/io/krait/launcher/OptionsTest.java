package io.krait.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void withoutOptionsTheServerIsForThisMachineOnly() throws Exception {
    Options options = Options.parse();

    assertThat(options.httpHost()).isEqualTo("127.0.0.1");
    assertThat(options.httpPort()).isEqualTo(8065);
    assertThat(options.data()).isEqualTo(Path.of("data"));
    assertThat(options.shell()).isTrue();
  }

  @Test
  void allOptionsAreUnderstood() throws Exception {
    Options options =
        Options.parse(
            "--data",
            "d",
            "--http-port",
            "80",
            "--http-host",
            "0.0.0.0",
            "--plugins",
            "p",
            "--install",
            "a.tar.gz",
            "--install",
            "b.tar.gz",
            "--greeting",
            "g",
            "--watch",
            "s",
            "--no-shell");

    assertThat(options)
        .isEqualTo(
            new Options(
                Path.of("d"),
                "0.0.0.0",
                80,
                Optional.of(Path.of("p")),
                List.of(Path.of("a.tar.gz"), Path.of("b.tar.gz")),
                Optional.of(Path.of("g")),
                Optional.of(Path.of("s")),
                false,
                false));
  }

  @Test
  void mistakesAreToldInOneLine() {
    assertThatThrownBy(() -> Options.parse("--prot", "80"))
        .hasMessage("unknown option --prot; --help shows those there are");
    assertThatThrownBy(() -> Options.parse("--data"))
        .hasMessage("--data needs a value; --help shows which");
    assertThatThrownBy(() -> Options.parse("--http-port", "http"))
        .hasMessage("--http-port must be a number from 1 to 65535, not http");
    assertThatThrownBy(() -> Options.parse("--http-port", "70000"))
        .hasMessage("--http-port must be a number from 1 to 65535, not 70000");
  }
}
