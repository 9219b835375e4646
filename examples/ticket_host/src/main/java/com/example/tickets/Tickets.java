package com.example.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All tickets, in memory. Safe for use from any thread. */
final class Tickets {

  private final List<Ticket> all = new ArrayList<>();

  synchronized Ticket open(String text) {
    Ticket ticket = new Ticket(all.size() + 1, text, List.of());
    all.add(ticket);
    return ticket;
  }

  synchronized Optional<Ticket> find(String number) {
    return all.stream()
        .filter(ticket -> Integer.toString(ticket.number()).equals(number))
        .findFirst();
  }

  synchronized Optional<Ticket> answer(String number, String answer) {
    Optional<Ticket> found = find(number);
    return found.map(
        ticket -> {
          List<String> answers = new ArrayList<>(ticket.answers());
          answers.add(answer);
          Ticket answered = new Ticket(ticket.number(), ticket.text(), List.copyOf(answers));
          all.set(ticket.number() - 1, answered);
          return answered;
        });
  }

  synchronized List<Ticket> list() {
    return List.copyOf(all);
  }
}
