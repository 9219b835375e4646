package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginDescription.DependencyMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingModuleTest {

  private static final Interpreter PYTHON =
      new Interpreter(
          Path.of("/usr/bin/python3"), new PythonVersion(3, 11, 2), false, false, Optional.empty());

  @Test
  void theLastModuleThatIsMissingIsFound() {
    assertThat(
            MissingModule.in(
                List.of(
                    "ModuleNotFoundError: No module named 'ujson'",
                    "  File \"x.py\", line 1",
                    "ModuleNotFoundError: No module named 'google.protobuf'",
                    "bye")))
        .contains(new MissingModule("google.protobuf"));
    assertThat(MissingModule.in(List.of("ImportError: cannot import name 'x'"))).isEmpty();
  }

  @Test
  void whatToDoDependsOnWhereModulesComeFrom() {
    MissingModule grpc = new MissingModule("grpc");
    MissingModule other = new MissingModule("numpy.linalg");

    assertThat(grpc.advice(plugin(DependencyMode.SYSTEM), PYTHON, false))
        .isEqualTo(
            "/usr/bin/python3 (3.11.2) has no module \"grpc\", which plugins need to talk to their"
                + " host; install it with /usr/bin/python3 -m pip install grpcio protobuf, or set"
                + " dependency_mode to venv in plugin.json");
    assertThat(other.advice(plugin(DependencyMode.SYSTEM), PYTHON, false))
        .contains("has no module \"numpy.linalg\"; install it with")
        .contains("pip install numpy, or name a file");
    assertThat(other.advice(plugin(DependencyMode.VENV), PYTHON, false))
        .endsWith("add the package that has it to requirements.txt");
    assertThat(grpc.advice(plugin(DependencyMode.BUNDLED), PYTHON, false))
        .endsWith(
            "add grpcio and protobuf to the plugin's folder, or set dependency_mode to venv in"
                + " plugin.json");
  }

  @Test
  void whereTheLaneIsOfferedProtobufIsAllThatIsNeeded() {
    MissingModule google = new MissingModule("google");
    MissingModule grpc = new MissingModule("grpc");

    assertThat(google.advice(plugin(DependencyMode.SYSTEM), PYTHON, true))
        .isEqualTo(
            "/usr/bin/python3 (3.11.2) has no module \"google\", which plugins need to talk to their"
                + " host; install it with /usr/bin/python3 -m pip install protobuf, or set"
                + " dependency_mode to venv in plugin.json");
    assertThat(google.advice(plugin(DependencyMode.BUNDLED), PYTHON, true))
        .contains("; add protobuf to the plugin's folder");
    // It is the plugin itself that wants it.
    assertThat(grpc.advice(plugin(DependencyMode.SYSTEM), PYTHON, true))
        .contains("has no module \"grpc\"; install it with")
        .contains("pip install grpcio, or name a file");
  }

  private static PluginDescription plugin(DependencyMode mode) {
    return PluginDescription.builder("a.b", Path.of("/plugins/a.b"), "plugin.py")
        .dependencyMode(mode)
        .requirementsPath("requirements.txt")
        .build();
  }
}
