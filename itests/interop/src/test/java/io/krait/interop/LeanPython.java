package io.krait.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Environments in which there is little more than Python itself. */
final class LeanPython {

  private LeanPython() {}

  /** The interpreter of a new environment without any packages. */
  static Path empty(Path environment) throws Exception {
    Process process =
        new ProcessBuilder(
                PythonPeer.interpreter().toString(),
                "-m",
                "venv",
                "--without-pip",
                environment.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    return environment.resolve("bin/python");
  }

  /** The interpreter of a new environment that has protobuf and not gRPC. */
  static Path withProtobuf(Path environment) throws Exception {
    Path python = empty(environment);
    String protobuf =
        printed(
            PythonPeer.interpreter(), "import google.protobuf as found; print(found.__path__[0])");
    String packages = printed(python, "import sysconfig; print(sysconfig.get_path('purelib'))");
    Files.createSymbolicLink(Path.of(packages, "google"), Path.of(protobuf).getParent());
    assertThat(printed(python, "import importlib.util; print(importlib.util.find_spec('grpc'))"))
        .isEqualTo("None");
    return python;
  }

  private static String printed(Path python, String code) throws Exception {
    Process process = new ProcessBuilder(python.toString(), "-c", code).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
