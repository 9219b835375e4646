package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadsTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client ann;
  private Client bob;
  private String annsId;
  private String bobsId;
  private String team;
  private String channel;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    ann = server.signedUp("ann");
    bob = server.signedUp("bob");
    annsId = ann.get("/users/me").id();
    bobsId = bob.get("/users/me").id();
    team = ann.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));
    channel = ann.get("/teams/" + team + "/channels/name/town-square").id();
  }

  private static String said(Client who, String channel, String root, String text) {
    return who.post(
            "/posts",
            "{'channel_id':'%s','root_id':'%s','message':'%s'}".formatted(channel, root, text))
        .id();
  }

  private String threads(String further) {
    return "/users/me/teams/" + team + "/threads" + further;
  }

  @Test
  void whoBeganAThreadFollowsItWhenSomebodyReplies() {
    String root = said(ann, channel, "", "lunch?");
    said(bob, channel, root, "yes, @ann");

    JsonNode followed = ann.get(threads("")).body();

    assertThat(followed.path("total").asInt()).isEqualTo(1);
    assertThat(followed.path("total_unread_threads").asInt()).isEqualTo(1);
    assertThat(followed.path("total_unread_mentions").asInt()).isEqualTo(1);
    JsonNode thread = followed.path("threads").path(0);
    assertThat(thread.path("id").asText()).isEqualTo(root);
    assertThat(thread.path("reply_count").asInt()).isEqualTo(1);
    assertThat(thread.path("unread_replies").asInt()).isEqualTo(1);
    assertThat(thread.path("unread_mentions").asInt()).isEqualTo(1);
    assertThat(thread.path("participants").path(0).path("id").asText()).isEqualTo(bobsId);
    assertThat(thread.path("post").path("message").asText()).isEqualTo("lunch?");
    assertThat(
            ann.get(threads("?extended=true"))
                .body()
                .at("/threads/0/participants/0/username")
                .asText())
        .isEqualTo("bob");
  }

  @Test
  void whoIsMentionedWhereAThreadBeginsFollowsItWhenSomebodyReplies() {
    String root = said(ann, channel, "", "lunch, @bob?");
    assertThat(bob.get(threads("")).body().path("total").asInt()).isZero();
    said(ann, channel, root, "or tea");

    JsonNode followed = bob.get(threads("")).body();

    assertThat(followed.at("/threads/0/id").asText()).isEqualTo(root);
    assertThat(followed.at("/threads/0/unread_replies").asInt()).isEqualTo(1);
  }

  @Test
  void aThreadIsReadAndMadeUnreadAgain() {
    String root = said(ann, channel, "", "lunch?");
    String reply = said(bob, channel, root, "yes");
    long now = System.currentTimeMillis();

    JsonNode read = ann.put(threads("/" + root + "/read/" + now), "{}").body();
    assertThat(read.path("unread_replies").asInt()).isZero();
    assertThat(ann.get(threads("?unread=true")).body().path("threads")).isEmpty();

    JsonNode unread = ann.post(threads("/" + root + "/set_unread/" + reply), "").body();
    assertThat(unread.path("unread_replies").asInt()).isEqualTo(1);

    assertThat(ann.put(threads("/read"), "{}").status()).isEqualTo(200);
    assertThat(ann.get(threads("/" + root)).body().path("unread_replies").asInt()).isZero();
  }

  @Test
  void nobodyIsHeldInAThread() {
    String root = said(ann, channel, "", "lunch?");
    said(bob, channel, root, "yes");

    assertThat(ann.delete(threads("/" + root + "/following")).status()).isEqualTo(200);
    assertThat(ann.get(threads("/" + root)).status()).isEqualTo(404);
    assertThat(ann.get(threads("?totalsOnly=true")).body().path("total").asInt()).isZero();

    assertThat(ann.put(threads("/" + root + "/following"), "{}").status()).isEqualTo(200);
    assertThat(ann.get(threads("/" + root)).id()).isEqualTo(root);
  }

  @Test
  void threadsAreForThoseWhoMayReadThem() {
    server.signedUp("cyd");
    String direct = ann.post("/channels/direct", "['%s','%s']".formatted(annsId, bobsId)).id();
    String root = said(ann, direct, "", "between us");
    Client cyd = server.loggedIn("cyd");
    ann.post(
        "/teams/" + team + "/members", "{'user_id':'%s'}".formatted(cyd.get("/users/me").id()));

    assertThat(cyd.put(threads("/" + root + "/following"), "{}").status()).isEqualTo(403);
    assertThat(cyd.get("/users/" + annsId + "/teams/" + team + "/threads").status()).isEqualTo(403);
    assertThat(server.signedUp("dee").get(threads("")).status()).isEqualTo(403);
  }

  @Test
  void clientsThatShowThreadsApartGetNoRepliesInChannels() {
    String root = said(ann, channel, "", "lunch?");
    said(bob, channel, root, "yes");

    JsonNode posts =
        ann.get("/channels/" + channel + "/posts?collapsedThreads=true").body().path("posts");

    assertThat(posts.findValuesAsText("message")).contains("lunch?").doesNotContain("yes");
    JsonNode post = posts.path(root);
    assertThat(post.path("reply_count").asInt()).isEqualTo(1);
    assertThat(post.path("is_following").asBoolean()).isTrue();
    assertThat(post.path("participants").path(0).path("username").asText()).isEqualTo("bob");
    assertThat(post.path("last_reply_at").asLong()).isPositive();
    assertThat(
            ann.get("/posts/" + root + "/thread?collapsedThreads=true")
                .body()
                .path("posts")
                .path(root)
                .path("is_following")
                .asBoolean())
        .isTrue();
  }

  @Test
  void postsComeWithWhatIsShownBesideThem() {
    String post = said(ann, channel, "", "see https://example.com/a for more");
    ann.post(
        "/reactions", "{'user_id':'%s','post_id':'%s','emoji_name':'+1'}".formatted(annsId, post));

    JsonNode metadata = ann.get("/posts/" + post).body().path("metadata");

    assertThat(metadata.at("/reactions/0/emoji_name").asText()).isEqualTo("+1");
    assertThat(metadata.at("/embeds/0/type").asText()).isEqualTo("link");
    assertThat(metadata.at("/embeds/0/url").asText()).isEqualTo("https://example.com/a");
    String urgent =
        ann.post(
                "/posts",
                "{'channel_id':'%s','message':'fire','metadata':{'priority':{'priority':'urgent'}}}"
                    .formatted(channel))
            .id();
    assertThat(ann.get("/posts/" + urgent).body().at("/metadata/priority/priority").asText())
        .isEqualTo("urgent");
  }
}
