package io.krait.host.internal.commands;

import io.krait.api.model.AutocompleteArgument;
import io.krait.api.model.AutocompleteData;
import io.krait.api.model.AutocompleteItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may follow a line that a user has begun to type, by how commands are described. Not safe for
 * use from several threads.
 */
public final class Completion {

  private static final int MOST = 200;
  private static final String ADMINISTRATOR = "system_admin";

  private final String line;
  private final boolean administrator;
  private final Lists lists;
  private final Map<Place, Set<Suggestion>> looked = new HashMap<>();
  private final Map<Place, List<AutocompleteItem>> fetched = new HashMap<>();

  /**
   * The completion of a line.
   *
   * @param line what has been typed, without the slash
   * @param administrator whether whoever types is one
   * @param lists gives the values of dynamic lists
   */
  public Completion(String line, boolean administrator, Lists lists) {
    this.line = line;
    this.administrator = administrator;
    this.lists = lists;
  }

  /** Gives the values of dynamic lists. */
  @FunctionalInterface
  public interface Lists {
    /**
     * The values that an argument may have now.
     *
     * @param parsed what of the line is before the argument
     */
    List<AutocompleteItem> of(AutocompleteArgument argument, String parsed);
  }

  /**
   * What may be typed.
   *
   * @param complete the line with it, without the slash
   * @param text what it is
   * @param hint what follows it
   */
  public record Suggestion(String complete, String text, String hint, String description) {}

  /** An argument of a list, at an offset of the line. */
  private record Place(List<AutocompleteArgument> arguments, int argument, int at) {
    // A list is the same one here, and long ones cost no time.
    @Override
    public boolean equals(Object other) {
      return other instanceof Place place
          && place.arguments == arguments
          && place.argument == argument
          && place.at == at;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(arguments) + argument) + at;
    }
  }

  /** What has come of one argument: suggestions, or where the next one begins. */
  private record Step(Optional<List<Suggestion>> suggestions, int at) {
    static Step typing(List<Suggestion> suggestions) {
      return new Step(Optional.of(suggestions), 0);
    }

    static Step typed(int at) {
      return new Step(Optional.empty(), at);
    }
  }

  /** What may follow, where these are the commands. */
  public List<Suggestion> of(List<AutocompleteData> commands) {
    return words(commands, 0).stream().limit(MOST).toList();
  }

  private Set<Suggestion> words(List<AutocompleteData> words, int at) {
    Set<Suggestion> found = new LinkedHashSet<>();
    int space = line.indexOf(' ', at);
    String typed = space < 0 ? line.substring(at) : line.substring(at, space);
    for (AutocompleteData word : words) {
      if (word.roleId().equals(ADMINISTRATOR) && !administrator) {
        continue;
      }
      if (space < 0 && begins(word.trigger(), typed)) {
        found.add(
            new Suggestion(
                line.substring(0, at) + word.trigger(),
                word.trigger(),
                word.hint(),
                word.helpText()));
      } else if (space >= 0 && word.trigger().equalsIgnoreCase(typed)) {
        found.addAll(
            word.arguments().isEmpty()
                ? words(word.subCommands(), space + 1)
                : arguments(new Place(word.arguments(), 0, space + 1)));
      }
    }
    return found;
  }

  /** An optional argument may have been left out, so that the line is read in both ways. */
  private Set<Suggestion> arguments(Place place) {
    if (place.argument() == place.arguments().size()) {
      return Set.of();
    }
    Set<Suggestion> known = looked.get(place);
    if (known != null) {
      return known;
    }
    AutocompleteArgument argument = place.arguments().get(place.argument());
    Step step = argument(argument, place);
    Set<Suggestion> found = new LinkedHashSet<>();
    step.suggestions().ifPresentOrElse(found::addAll, () -> found.addAll(next(place, step.at())));
    if (!argument.required()) {
      found.addAll(next(place, place.at()));
    }
    looked.put(place, found);
    return found;
  }

  private Set<Suggestion> next(Place place, int at) {
    return arguments(new Place(place.arguments(), place.argument() + 1, at));
  }

  private Step argument(AutocompleteArgument argument, Place place) {
    int from = afterSpace(place.at());
    if (!argument.name().isEmpty()) {
      String option = "--" + argument.name();
      String typed = line.substring(from);
      if (begins(option, typed)) {
        return Step.typing(
            List.of(
                new Suggestion(
                    line + option.substring(typed.length()) + " ",
                    option,
                    "",
                    argument.helpText())));
      }
      if (!begins(typed, option + " ")) {
        return Step.typing(List.of());
      }
      from = afterSpace(from + option.length() + 1);
    }
    return switch (argument.type()) {
      case STATIC_LIST -> item(argument.items(), from);
      case DYNAMIC_LIST -> item(fetched(argument, place, from), from);
      case TEXT_INPUT, UNSPECIFIED -> text(argument, from);
    };
  }

  private List<AutocompleteItem> fetched(AutocompleteArgument argument, Place place, int from) {
    return fetched.computeIfAbsent(
        new Place(place.arguments(), place.argument(), from),
        any -> lists.of(argument, line.substring(0, from)));
  }

  private Step text(AutocompleteArgument argument, int from) {
    boolean quoted = from < line.length() && line.charAt(from) == '"';
    int end = line.indexOf(quoted ? '"' : ' ', from + (quoted ? 1 : 0));
    if (end < 0) {
      return Step.typing(List.of(new Suggestion(line, "", argument.hint(), argument.helpText())));
    }
    return Step.typed(quoted ? afterSpace(end + 1) : end + 1);
  }

  private Step item(List<AutocompleteItem> items, int from) {
    String typed = line.substring(from);
    Optional<AutocompleteItem> longest =
        items.stream()
            .filter(item -> begins(typed, item.item() + " "))
            .max(Comparator.comparingInt(item -> item.item().length()));
    if (longest.isPresent()) {
      return Step.typed(from + longest.get().item().length() + 1);
    }
    List<Suggestion> found = new ArrayList<>();
    for (AutocompleteItem item : items) {
      if (begins(item.item(), typed)) {
        found.add(
            new Suggestion(
                line.substring(0, from) + item.item(), item.item(), item.hint(), item.helpText()));
      }
    }
    return Step.typing(found);
  }

  private int afterSpace(int at) {
    return at < line.length() && line.charAt(at) == ' ' ? at + 1 : at;
  }

  private static boolean begins(String text, String beginning) {
    return text.regionMatches(true, 0, beginning, 0, beginning.length());
  }
}
