package io.krait.faults;

import io.krait.e2e.RestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody who has not logged in, and a user, try what is not theirs. */
final class Probes implements Trial {

  /** Refused: as nobody is logged in, as it is not theirs, or as if it were not there. */
  private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

  private record Probe(String method, String path, Object body) {
    RestClient.Answer by(RestClient client) {
      return switch (method) {
        case "GET" -> client.get(path);
        case "PUT" -> client.put(path, body);
        case "DELETE" -> client.delete(path);
        default -> client.post(path, body);
      };
    }
  }

  @Override
  public String title() {
    return "probes of who may do what";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    RestClient admin = stage.admin();
    String team =
        admin
            .post("/teams", Map.of("name", "secret", "display_name", "secret", "type", "I"))
            .expect(201)
            .text("id");
    String channel = admin.channel("secret");
    String hidden =
        admin
            .post(
                "/channels",
                Map.of("team_id", team, "name", "hidden", "display_name", "hidden", "type", "P"))
            .expect(201)
            .text("id");
    String post = admin.say(hidden, "for nobody else").expect(201).text("id");
    String adminId = admin.get("/users/me").expect(200).text("id");
    RestClient stranger = stage.server().client().signUp("stranger");
    String strangerId = stranger.get("/users/me").expect(200).text("id");

    List<Probe> all = new ArrayList<>();
    for (String place : List.of(channel, hidden)) {
      all.add(new Probe("GET", "/channels/" + place, ""));
      all.add(new Probe("GET", "/channels/" + place + "/posts", ""));
      all.add(new Probe("GET", "/channels/" + place + "/members", ""));
      all.add(new Probe("GET", "/channels/" + place + "/stats", ""));
      all.add(new Probe("PUT", "/channels/" + place + "/patch", Map.of("header", "mine")));
      all.add(new Probe("DELETE", "/channels/" + place, ""));
      all.add(new Probe("POST", "/posts", Map.of("channel_id", place, "message", "mine")));
      all.add(new Probe("POST", "/channels/" + place + "/members", Map.of("user_id", strangerId)));
      all.add(new Probe("DELETE", "/channels/" + place + "/members/" + adminId, ""));
      all.add(new Probe("POST", "/commands/execute", Map.of("channel_id", place, "command", "/x")));
    }
    all.add(new Probe("GET", "/posts/" + post, ""));
    all.add(new Probe("GET", "/posts/" + post + "/thread", ""));
    all.add(new Probe("GET", "/posts/" + post + "/reactions", ""));
    all.add(new Probe("PUT", "/posts/" + post + "/patch", Map.of("message", "mine")));
    all.add(new Probe("POST", "/posts/" + post + "/pin", ""));
    all.add(new Probe("DELETE", "/posts/" + post, ""));
    all.add(new Probe("PUT", "/teams/" + team + "/patch", Map.of("display_name", "mine")));
    all.add(new Probe("DELETE", "/teams/" + team, ""));
    all.add(
        new Probe(
            "POST", "/teams/" + team + "/members", Map.of("team_id", team, "user_id", strangerId)));
    all.add(new Probe("DELETE", "/teams/" + team + "/members/" + adminId, ""));
    all.add(new Probe("GET", "/plugins", ""));
    all.add(new Probe("GET", "/plugins/statuses", ""));
    all.add(new Probe("POST", "/plugins/com.example.hello/enable", ""));
    all.add(new Probe("POST", "/plugins/com.example.hello/disable", ""));
    all.add(new Probe("DELETE", "/plugins/com.example.hello", ""));

    long tried = 0;
    List<String> passed = new ArrayList<>();
    for (RestClient client : List.of(stage.server().client(), stranger)) {
      for (Probe probe : all) {
        tried++;
        RestClient.Answer answer = probe.by(client);
        if (!REFUSED.contains(answer.status())) {
          passed.add(probe + ": " + answer.status() + " " + answer.body());
        }
      }
    }
    if (!passed.isEmpty()) {
      throw new AssertionError("not refused: " + String.join("; ", passed));
    }
    return Row.of("one user, one who is none", tried, passed.size(), "%d refused", tried);
  }
}
