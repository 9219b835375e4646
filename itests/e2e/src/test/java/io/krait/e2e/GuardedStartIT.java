package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes messages while its moderator is still being started. */
class GuardedStartIT {

  private static final int CLIENTS = 4;
  private static final int POSTS = 15;

  @TempDir private Path folder;

  @Test
  void noMessagePassesTheModeratorFromTheFirstMomentOfAStart() throws Exception {
    Path data = folder.resolve("data");
    // Machines that build are busy: the bound is not what is tested.
    Server.configure(data, "io.krait.runtime.guards", Map.of("start.seconds", "300"));
    RestClient ann;
    String channel;
    try (Server server = Server.start(data, Workspace.example("moderator", folder))) {
      ann = server.client().signUp("ann");
      channel = ann.newTeam("home");
      assertThat(ann.say(channel, "What the heck!").expect(201).text("message"))
          .isEqualTo("What the ****!");
    }

    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (Server again = Server.starting(data)) {
      RestClient there = ann.at(again);
      List<Future<Integer>> refused = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        refused.add(clients.submit(insistent(there, channel)));
      }
      int all = 0;
      for (Future<Integer> one : refused) {
        all += one.get(Workspace.PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }

      assertThat(there.messages(channel))
          .noneMatch(message -> message.contains("heck"))
          .filteredOn("What the ****!"::equals)
          .hasSize(1 + CLIENTS * POSTS);
      System.out.printf("%d messages were refused until the moderator was up%n", all);
    } finally {
      clients.shutdownNow();
      assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Posts from the first moment on, until some posts are taken; tells how many were refused. */
  private static Callable<Integer> insistent(RestClient client, String channel) {
    return () -> {
      int refused = 0;
      int taken = 0;
      while (taken < POSTS && !Thread.currentThread().isInterrupted()) {
        RestClient.Answer answer;
        try {
          answer = client.say(channel, "What the heck!");
        } catch (UncheckedIOException notThereYet) {
          TimeUnit.MILLISECONDS.sleep(5);
          continue;
        }
        switch (answer.status()) {
          case 201 -> {
            assertThat(answer.text("message")).isEqualTo("What the ****!");
            taken++;
          }
          case 503 -> {
            assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
            refused++;
          }
          case 404 -> {
            // The container is up, and the host is not.
          }
          default -> answer.expect(201);
        }
      }
      return refused;
    };
  }
}
