package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.api.HookName;
import io.krait.api.model.Post;
import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostTouchesResourceTest {

  private static final String PATH = "/krait/posts/plugins";

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client ann;
  private Client outsider;
  private String post;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    ann = server.signedUp("ann");
    outsider = server.signedUp("outsider");
    String me = ann.get("/users/me").id();
    String notes = ann.post("/channels/direct", "['%s','%s']".formatted(me, me)).id();
    post = ann.post("/posts", "{'channel_id':'%s','message':'hello'}".formatted(notes)).id();
    server
        .hooks()
        .touches()
        .seeing(Post.builder().id(post).build())
        .failed("com.example.gone", HookName.MESSAGE_WILL_BE_POSTED, Duration.ofMillis(2));
  }

  @Test
  void whoReadsAPostLearnsWhichPluginsHadItAndForHowLong() {
    JsonNode told = ann.post(PATH, "['%s','%s']".formatted(post, post)).body();

    assertThat(told).hasSize(1);
    assertThat(told.get(0).path("post_id").asText()).isEqualTo(post);
    assertThat(told.get(0).path("plugin_name").asText()).isEqualTo("com.example.gone");
    assertThat(told.get(0).path("hook").asText()).isEqualTo("MessageWillBePosted");
    assertThat(told.get(0).path("outcome").asText()).isEqualTo("failed");
    assertThat(told.get(0).path("micros").asLong()).isEqualTo(2000);
  }

  @Test
  void nobodyElseLearnsOfIt() {
    assertThat(outsider.post(PATH, "['%s']".formatted(post)).body()).isEmpty();
    assertThat(server.anonymous().post(PATH, "['%s']".formatted(post)).status()).isEqualTo(401);
  }

  @Test
  void deletedPostsAreNotToldOf() {
    ann.delete("/posts/" + post);

    assertThat(ann.post(PATH, "['%s']".formatted(post)).body()).isEmpty();
  }

  @Test
  void whatIsNoShortListOfIdsIsRefused() {
    String many = "'%s',".formatted(post).repeat(200) + "'%s'".formatted(post);

    assertThat(ann.post(PATH, "[%s]".formatted(many)).status()).isEqualTo(400);
    assertThat(ann.post(PATH, "['x']").status()).isEqualTo(400);
    assertThat(ann.post(PATH, "{}").status()).isEqualTo(400);
  }
}
