package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.events.FakeWire;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where buttons lead, and with which context, leaves the server by no way that clients have. */
class HiddenIntegrationsTest extends RestScene {

  private static final String PROPS =
      "{'attachments':[{'actions':[{'name':'Yes','type':'button','integration':"
          + "{'url':'/plugins/poll/vote','context':{'hidden':'42'}}}]}]}";

  @Test
  void noAnswerAndNoEventTellsIt() {
    String team = team("crew").id();
    String channel = channel(team, "deck", "O").id();
    FakeWire wire = FakeWire.reading();
    var connected = server.services().events().connect("c", id(admin), "s", wire, Map.of());
    String root =
        admin
            .post(
                "/posts",
                "{'channel_id':'%s','message':'sail','props':%s}".formatted(channel, PROPS))
            .id();
    admin.post(
        "/posts", "{'channel_id':'%s','root_id':'%s','message':'yes'}".formatted(channel, root));
    String path = "/posts/" + root;

    String answers =
        String.join(
            "\n",
            admin.put(path + "/patch", "{'message':'sail on'}").body().toString(),
            admin.get(path).body().toString(),
            admin.get(path + "/thread").body().toString(),
            admin.get(path + "/edit_history").body().toString(),
            admin.post("/posts/ids", "['%s']".formatted(root)).body().toString(),
            admin.get("/channels/" + channel + "/posts").body().toString(),
            admin.post("/teams/" + team + "/posts/search", "{'terms':'sail'}").body().toString(),
            admin.get("/users/me/teams/" + team + "/threads").body().toString());
    admin.delete(path);
    server.services().events().settle();

    assertThat(answers.split("\n")).allMatch(answer -> answer.contains("\"Yes\""));
    assertThat(wire.names()).contains("posted", "post_edited", "post_deleted");
    assertThat(answers + wire.received()).doesNotContain("hidden", "/plugins/poll");
  }
}
