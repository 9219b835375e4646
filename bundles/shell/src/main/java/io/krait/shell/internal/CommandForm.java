package io.krait.shell.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;

/**
 * One way to call a command, as its annotations describe it.
 *
 * @param command its name, with the scope
 * @param help what it does
 * @param arguments the names of its arguments
 */
record CommandForm(String command, String help, List<Option> options, List<String> arguments) {
  static final String SCOPE = "plugin:";

  /**
   * An option.
   *
   * @param names all of them, with their dashes
   * @param value the name of its value; empty where it has none
   */
  record Option(List<String> names, String value, String help) {
    private String usage() {
      return "[" + names.get(0) + (value.isEmpty() ? "" : " " + value) + "]";
    }
  }

  /** All forms of all commands of a component, the shortest of each command first. */
  static List<CommandForm> of(Class<?> component) {
    return Arrays.stream(component.getMethods())
        .filter(method -> method.isAnnotationPresent(Descriptor.class))
        .map(CommandForm::of)
        .sorted(
            Comparator.comparing(CommandForm::command)
                .thenComparing(form -> form.arguments().size()))
        .toList();
  }

  private static CommandForm of(Method method) {
    List<Option> options = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    for (java.lang.reflect.Parameter parameter : method.getParameters()) {
      Parameter option = parameter.getAnnotation(Parameter.class);
      String name = parameter.getName().toUpperCase(Locale.ROOT);
      if (option != null) {
        boolean hasValue = option.presentValue().equals(Parameter.UNSPECIFIED);
        options.add(
            new Option(
                List.of(option.names()),
                hasValue ? name : "",
                parameter.getAnnotation(Descriptor.class).value()));
      } else if (parameter.getType() != CommandSession.class) {
        arguments.add(name);
      }
    }
    return new CommandForm(
        SCOPE + method.getName(),
        method.getAnnotation(Descriptor.class).value(),
        options,
        arguments);
  }

  /** How it is called. */
  String usage() {
    List<String> words = new ArrayList<>(List.of(command));
    options.forEach(option -> words.add(option.usage()));
    words.addAll(arguments);
    return String.join(" ", words);
  }
}
