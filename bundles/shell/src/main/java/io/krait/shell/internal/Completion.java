package io.krait.shell.internal;

import io.krait.api.management.PluginManager;
import io.krait.shell.internal.CommandForm.Option;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.CommandSessionListener;
import org.apache.felix.service.command.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Has Gogo's JLine shell complete our commands. That shell keeps in each session what completes
 * which command; so each is told at the first command that it runs, which is its profile.
 */
@Component(service = CommandSessionListener.class)
public final class Completion implements CommandSessionListener {
  private static final Logger LOG = System.getLogger(Completion.class.getName());
  private static final String FUNCTION = "__plugin_arguments";
  private static final String TEXT = "__plugin_text";
  private static final String COMPLETIONS = ".completions";
  // Gogo's own.
  private static final String FILES = "__files";
  private static final String ARGUMENTS =
      FUNCTION + " ($.commandLine words) ($.commandLine wordIndex)";

  private final List<CommandForm> forms =
      Stream.of(
              LifecycleCommands.class,
              ConfigCommands.class,
              HookCommands.class,
              LogCommands.class,
              ProcessCommands.class)
          .flatMap(component -> CommandForm.of(component).stream())
          .toList();
  private final Function arguments;
  private final Set<CommandSession> told =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Activate
  public Completion(@Reference KraitServices services) {
    this(services.manager());
  }

  Completion(Awaited<PluginManager> manager) {
    PluginArguments candidates = new PluginArguments(manager, forms);
    arguments =
        (session, given) ->
            candidates.at(
                ((List<?>) given.get(0)).stream().map(String::valueOf).toList(),
                ((Number) given.get(1)).intValue());
  }

  /** What sessions keep of us would keep our classes. */
  @Deactivate
  public void forget() {
    told.forEach(session -> session.put(FUNCTION, null));
  }

  @Override
  public void beforeExecute(CommandSession session, CharSequence command) {
    // The second look is for the commands below, which are announced here as well.
    if (session.get(COMPLETIONS) instanceof Map<?, ?> known && told.add(session)) {
      session.put(FUNCTION, arguments);
      if (!known.containsKey(forms.get(0).command())) {
        tell(session);
      }
    }
  }

  private void tell(CommandSession session) {
    var commands = forms.stream().collect(Collectors.groupingBy(CommandForm::command));
    try {
      for (var command : commands.entrySet()) {
        tell(session, command.getKey(), command.getValue());
      }
    } catch (Exception unlike) {
      // Karaf's keeps such a map too, and completes in a way of its own.
      LOG.log(Level.DEBUG, "this shell does not complete commands as Gogo's does", unlike);
      session.put(FUNCTION, null);
    }
  }

  private static void tell(CommandSession session, String name, List<CommandForm> ways)
      throws Exception {
    complete(session, name, " -d", ways.get(0).help());
    Set<Option> options = new LinkedHashSet<>();
    ways.forEach(way -> options.addAll(way.options()));
    for (Option option : options) {
      var names = new StringBuilder();
      for (String dashed : option.names()) {
        names.append(dashed.startsWith("--") ? " -l " : " -s ").append(dashed.replace("-", ""));
      }
      complete(session, name, names + " -d", option.help());
    }
    boolean isFile = ways.get(0).arguments().contains("ARCHIVE");
    complete(session, name, " -a", isFile ? FILES : ARGUMENTS);
  }

  // The text goes by way of a variable, as quotes in it would have a meaning in a script.
  private static void complete(CommandSession session, String name, String options, String text)
      throws Exception {
    session.put(TEXT, text);
    try {
      session.execute("gogo:complete -c %s%s $%s".formatted(name, options, TEXT));
    } finally {
      session.put(TEXT, null);
    }
  }

  @Override
  public void afterExecute(CommandSession session, CharSequence command, Exception failure) {}

  @Override
  public void afterExecute(CommandSession session, CharSequence command, Object result) {}
}
