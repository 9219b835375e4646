package io.krait.host.internal.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Conditions on users that all must hold, with their parameters. */
final class UserConditions {
  private final List<String> texts = new ArrayList<>(List.of("1 = 1"));
  private final List<Object> parameters = new ArrayList<>();

  void add(String text, Object... values) {
    texts.add(text);
    parameters.addAll(List.of(values));
  }

  void team(String id, String not) {
    if (!id.isEmpty()) {
      add(
          not
              + "exists (select 1 from team_members m where m.user_id = u.id and m.delete_at = 0"
              + " and m.team_id = ?)",
          id);
    }
  }

  void channel(String id, String not) {
    if (!id.isEmpty()) {
      add(
          not
              + "exists (select 1 from channel_members m where m.user_id = u.id and"
              + " m.channel_id = ?)",
          id);
    }
  }

  void roles(String role, List<String> roles) {
    List<String> wanted = new ArrayList<>(IdLists.bounded("roles", roles));
    if (!role.isEmpty()) {
      wanted.add(role);
    }
    if (!wanted.isEmpty()) {
      add(
          "("
              + String.join(
                  " or ",
                  Collections.nCopies(wanted.size(), "' ' || u.roles || ' ' like ? escape '!'"))
              + ")",
          wanted.stream().map(name -> "% " + Patterns.escaped(name) + " %").toArray());
    }
  }

  String text() {
    return String.join(" and ", texts);
  }

  List<Object> parameters() {
    return parameters;
  }
}
