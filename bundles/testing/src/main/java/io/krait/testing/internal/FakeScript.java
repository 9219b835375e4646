package io.krait.testing.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is written where a plugin has its Python.
 *
 * @param hooks the name of the class whose instance handles the hooks
 * @param arguments what that is told besides
 * @param lane whether the lane is used where the host offers it
 */
public record FakeScript(String hooks, List<String> arguments, boolean lane) {

  private static final String HOOKS = "hooks";
  private static final String LANE = "lane";
  private static final String ARGUMENT = "argument.";

  /** Copies the arguments. */
  public FakeScript {
    arguments = List.copyOf(arguments);
  }

  /** Reads what {@link #text} has written. */
  static FakeScript read(Path file) throws IOException {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    }
    return new FakeScript(
        read.getProperty(HOOKS),
        IntStream.iterate(0, i -> read.containsKey(ARGUMENT + i), i -> i + 1)
            .mapToObj(i -> read.getProperty(ARGUMENT + i))
            .toList(),
        Boolean.parseBoolean(read.getProperty(LANE)));
  }

  /** The same for the same script, so that its archives are the same too. */
  public String text() {
    Properties written = new Properties();
    written.setProperty(HOOKS, hooks);
    written.setProperty(LANE, String.valueOf(lane));
    for (int i = 0; i < arguments.size(); i++) {
      written.setProperty(ARGUMENT + i, arguments.get(i));
    }
    StringWriter text = new StringWriter();
    try {
      written.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The date is a comment.
    return text.toString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
