package io.krait.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.e2e.RestClient;
import io.krait.e2e.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many sign up at the same moment where nobody has done so before. */
final class FirstSignUps implements Trial {

  private static final int PEOPLE = 20;

  @Override
  public String title() {
    return "simultaneous first sign-ups";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    try (Server server = Server.start(stage.newFolder().resolve("data"))) {
      ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
      try {
        CyclicBarrier together = new CyclicBarrier(PEOPLE);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
          String name = "person" + i;
          all.add(
              () -> {
                RestClient client = server.client();
                together.await();
                return isAdministrator(client, name);
              });
        }
        long administrators = 0;
        for (Future<Boolean> person : threads.invokeAll(all)) {
          if (person.get()) {
            administrators++;
          }
        }
        return Row.of(
            "%d people".formatted(PEOPLE),
            PEOPLE - 1,
            Math.abs(administrators - 1),
            "%d administrator",
            administrators);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  private static boolean isAdministrator(RestClient client, String name) {
    try {
      client.signUp(name);
    } catch (AssertionError refused) {
      return false;
    }
    JsonNode me = client.get("/users/me").expect(200).body();
    return me.path("roles").asText().contains("system_admin");
  }
}
