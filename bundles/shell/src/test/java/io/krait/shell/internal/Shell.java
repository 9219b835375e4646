package io.krait.shell.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.HookStatistics;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import io.krait.api.management.ProcessUsages.Usage;
import io.krait.api.testing.Answering;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.apache.felix.service.command.Converter;

/** A real Gogo with our commands, outside of a container. */
final class Shell implements AutoCloseable {
  private static final Usage USAGE =
      new Usage(Optional.of(Duration.ofMillis(18_700)), Optional.of(12_800L << 10));

  private final ThreadIOImpl threadIo = new ThreadIOImpl();
  private final CommandProcessorImpl processor;
  private final CommandSession session;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  Shell(FakeManager manager, PluginLogs logs, List<HookStatistics> statistics) {
    this(manager, new Present<>(logs), statistics, InputStream.nullInputStream());
  }

  Shell(
      FakeManager manager,
      Awaited<PluginLogs> logs,
      List<HookStatistics> statistics,
      InputStream keyboard) {
    threadIo.start();
    processor = new CommandProcessorImpl(threadIo);
    InstantSource clock = InstantSource.fixed(FakeManager.NOW);
    Awaited<PluginManager> present = new Present<>(manager);
    add(new LifecycleCommands(present, clock));
    add(new ConfigCommands(present));
    add(new ProcessCommands(present, new Present<>(pid -> Optional.of(USAGE)), clock));
    add(new LogCommands(present, logs));
    HookDispatcher dispatcher =
        Answering.service(HookDispatcher.class, Map.of("statistics", asked -> statistics));
    add(new HookCommands(present, new Present<>(dispatcher)));
    processor.addCommand("test", new Filters(), "grep");
    processor.addCommand("test", new Filters(), "echo");
    processor.addCommand("test", new Filters(), "each");
    processor.addConverter(new PluginConverter(present, clock));
    var out = new PrintStream(output, true, StandardCharsets.UTF_8);
    session = processor.createSession(keyboard, out, out);
  }

  /** Gives the session what one of Gogo's JLine shell has, and gives what {@code complete} got. */
  List<List<String>> completing(Completion completion) {
    var told = new ArrayList<List<String>>();
    processor.addCommand("gogo", new Completing(told), "complete");
    completingItsOwnWay(completion);
    return told;
  }

  /** Gives the session what a shell has that merely looks like Gogo's. */
  Shell completingItsOwnWay(CommandSessionListener completion) {
    processor.addListener(completion);
    session.put(".completions", new HashMap<String, Object>());
    return this;
  }

  /** Stands for the command of Gogo's JLine shell. */
  public record Completing(List<List<String>> told) {
    /** Keeps what it gets. */
    public void complete(String[] arguments) {
      told.add(List.of(arguments));
    }
  }

  Shell columns(int columns) {
    session.put("COLUMNS", columns);
    return this;
  }

  /** What the shell shows after that command: what it printed, and the result as shells show it. */
  String show(String command) throws Exception {
    output.reset();
    Object result = session.execute(command);
    String printed = output.toString(StandardCharsets.UTF_8);
    return result == null ? printed : printed + session.format(result, Converter.INSPECT);
  }

  Object result(String command) throws Exception {
    return session.execute(command);
  }

  CommandSession session() {
    return session;
  }

  String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    session.close();
    processor.stop();
    threadIo.stop();
  }

  // As the whiteboard does it, by the functions that the component names.
  private void add(Object commands) {
    Functions functions = Functions.of(commands.getClass());
    for (String function : functions.names()) {
      processor.addCommand(functions.scope(), commands, function);
    }
  }

  /** Stands for commands of Gogo's own bundles. */
  public static final class Filters {
    /** Passes on the lines that contain {@code text}. */
    public void grep(String text) throws Exception {
      String in = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      in.lines().filter(line -> line.contains(text)).forEach(System.out::println);
    }

    /** Prints its argument. */
    public void echo(Object what) {
      System.out.println(what);
    }

    /** Calls a function with each element. */
    public void each(
        CommandSession session,
        java.util.Collection<Object> elements,
        org.apache.felix.service.command.Function function)
        throws Exception {
      for (Object element : elements) {
        function.execute(session, List.of(element));
      }
    }
  }

  /** The functions of a component; the annotation itself is not there at run time. */
  private record Functions(String scope, List<String> names) {
    static Functions of(Class<?> type) {
      return new Functions(
          "plugin",
          Stream.of(type.getMethods())
              .filter(
                  method ->
                      method.isAnnotationPresent(org.apache.felix.service.command.Descriptor.class))
              .map(java.lang.reflect.Method::getName)
              .distinct()
              .toList());
    }
  }
}
