package io.krait.testing.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands where a plugin's Python would be: a shell script that says the version of a Python,
 * and for all else starts a Java program on the class path of the test.
 */
public final class FakeInterpreter {

  /**
   * The system property that names the class path, in a container that does not have the test's.
   */
  public static final String CLASS_PATH = "krait.testing.classpath";

  private static final String SCRIPT =
      """
      #!/bin/sh
      for argument in "$@"; do
        if [ "$argument" = -c ]; then echo Python %s; exit 0; fi
      done
      # Not as an argument: the system cuts off what it tells of long command lines.
      export CLASSPATH=%s
      exec %s -Xmx64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto%s "$@"
      """;

  private final String python;
  private final List<String> arguments = new ArrayList<>();

  /**
   * An interpreter that runs a program.
   *
   * @param python the version that it claims to be of, such as {@code 3.11.2}
   * @param program the name of a class with a main method, which gets what the interpreter got
   * @param marks system properties by which the process can be told from others
   */
  public FakeInterpreter(String python, String program, String... marks) {
    this.python = python;
    for (String mark : marks) {
      arguments.add("-D" + mark);
    }
    arguments.add(program);
  }

  /** Makes it {@code venv/bin/python} of a plugin's folder, where the supervisor finds it. */
  public Path installInto(Path folder) throws IOException {
    Path interpreter = folder.resolve("venv/bin/python");
    Files.createDirectories(interpreter.getParent());
    StringBuilder quoted = new StringBuilder();
    arguments.forEach(argument -> quoted.append(' ').append(quoted(argument)));
    Files.writeString(
        interpreter,
        SCRIPT.formatted(
            python,
            quoted(classPath()),
            quoted(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            quoted));
    Files.setPosixFilePermissions(interpreter, PosixFilePermissions.fromString("rwxr-xr-x"));
    return interpreter;
  }

  /** The class path of the test, also inside of a container. */
  public static String classPath() {
    String told = System.getProperty(CLASS_PATH);
    return told == null
        ? System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        : told;
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
