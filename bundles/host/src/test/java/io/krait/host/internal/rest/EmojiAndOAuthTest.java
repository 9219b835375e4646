package io.krait.host.internal.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.images.TestPictures;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmojiAndOAuthTest {

  private static final byte[] PICTURE = TestPictures.png(20, 10);

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client admin;
  private Client ada;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    admin = server.signedUp("admin");
    ada = server.signedUp("ada");
  }

  @Test
  void anEmojiIsMadeFoundShownAndDeleted() {
    Answer made = make(admin, admin, "blob", PICTURE);

    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(made.text("name")).isEqualTo("blob");
    assertThat(ada.get("/emoji/" + made.id()).text("name")).isEqualTo("blob");
    assertThat(ada.get("/emoji/name/blob").id()).isEqualTo(made.id());
    assertThat(ada.get("/emoji?sort=name&per_page=5").body()).hasSize(1);
    assertThat(ada.get("/emoji/autocomplete?name=bl").body()).hasSize(1);
    assertThat(ada.post("/emoji/search", "{'term':'lob'}").body()).hasSize(1);
    assertThat(ada.post("/emoji/search", "{'term':'lob','prefix_only':true}").body()).isEmpty();
    assertThat(ada.post("/emoji/names", "['blob','other']").body()).hasSize(1);
    HttpResponse<byte[]> image = ada.fetch("/emoji/" + made.id() + "/image");
    assertThat(image.body()).isEqualTo(PICTURE);
    assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(server.anonymous().get("/emoji/" + made.id() + "/image").status()).isEqualTo(401);

    assertThat(admin.delete("/emoji/" + made.id()).status()).isEqualTo(200);
    assertThat(ada.get("/emoji/" + made.id()).status()).isEqualTo(404);
    assertThat(ada.get("/emoji/" + made.id() + "/image").status()).isEqualTo(404);
  }

  @Test
  void aPostComesWithTheCustomEmojiInItAndUnderIt() {
    String blob = make(admin, admin, "blob", PICTURE).id();
    String wave = make(admin, admin, "blob_wave", PICTURE).id();
    String team = admin.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    String channel = admin.get("/teams/" + team + "/channels/name/town-square").id();
    Answer post =
        admin.post(
            "/posts",
            "{'channel_id':'%s','message':'a :blob: and a :tada: and :nobody:'}"
                .formatted(channel));
    assertThat(post.body().at("/metadata/emojis").findValuesAsText("id")).containsExactly(blob);
    admin.post(
        "/reactions",
        "{'user_id':'%s','post_id':'%s','emoji_name':'blob_wave'}"
            .formatted(admin.get("/users/me").id(), post.id()));

    assertThat(
            admin.get("/posts/" + post.id()).body().at("/metadata/emojis").findValuesAsText("id"))
        .containsExactly(blob, wave);
    assertThat(
            admin
                .get("/channels/" + channel + "/posts")
                .body()
                .at("/posts/" + post.id() + "/metadata/emojis")
                .findValuesAsText("name"))
        .containsExactly("blob", "blob_wave");
    assertThat(
            admin
                .post("/posts", "{'channel_id':'%s','message':'plain'}".formatted(channel))
                .body()
                .path("metadata")
                .has("emojis"))
        .isFalse();
  }

  @Test
  void whatMakesNoEmojiIsRefused() {
    assertThat(make(admin, ada, "blob", PICTURE).status()).isEqualTo(403);
    assertThat(make(admin, admin, "Blob", PICTURE).text("id"))
        .isEqualTo("model.emoji.name.app_error");
    assertThat(make(admin, admin, "blob", new byte[3]).text("id"))
        .isEqualTo("api.emoji.upload.image.app_error");
    assertThat(make(admin, admin, "blob", new byte[(512 << 10) + 1]).status()).isEqualTo(413);
    assertThat(admin.upload("/emoji", "image/png", PICTURE).status()).isEqualTo(400);
    assertThat(admin.upload("/emoji", RestServer.FORM, PICTURE).status()).isEqualTo(400);
    assertThat(admin.post("/emoji/search", "{}").status()).isEqualTo(400);
    assertThat(admin.get("/emoji/autocomplete").status()).isEqualTo(400);
    assertThat(admin.get("/emoji?per_page=-1").status()).isEqualTo(400);
    assertThat(admin.get("/emoji").body()).isEmpty();
  }

  private static Answer make(Client client, Client creator, String name, byte[] picture) {
    String form =
        "--limit\r\nContent-Disposition: form-data; name=\"image\"; filename=\"x.png\"\r\n\r\n"
            + new String(picture, ISO_8859_1)
            + "\r\n--limit\r\nContent-Disposition: form-data; name=\"emoji\"\r\n\r\n"
            + "{\"name\":\"%s\",\"creator_id\":\"%s\"}"
                .formatted(name, creator.get("/users/me").id())
            + "\r\n--limit--\r\n";
    return client.upload("/emoji", RestServer.FORM, form.getBytes(ISO_8859_1));
  }

  @Test
  void administratorsRegisterPrograms() {
    String wanted =
        "{'name':'Clock','homepage':'https://c.example','callback_urls':['https://c.example/a','https://c.example/b']}";
    assertThat(ada.post("/oauth/apps", wanted).status()).isEqualTo(403);

    Answer app = admin.post("/oauth/apps", wanted);

    assertThat(app.status()).as(app.body().toString()).isEqualTo(201);
    assertThat(app.text("client_secret")).hasSize(26);
    assertThat(app.body().path("callback_urls")).hasSize(2);
    assertThat(admin.get("/oauth/apps").body()).hasSize(1);
    assertThat(admin.get("/oauth/apps/" + app.id()).text("name")).isEqualTo("Clock");
    Answer info = ada.get("/oauth/apps/" + app.id() + "/info");
    assertThat(info.text("name")).isEqualTo("Clock");
    assertThat(info.text("client_secret")).isEmpty();
    assertThat(ada.get("/oauth/apps/" + app.id()).status()).isEqualTo(403);
    assertThat(ada.get("/oauth/apps").status()).isEqualTo(403);
    Answer renewed = admin.post("/oauth/apps/" + app.id() + "/regen_secret", "{}");
    assertThat(renewed.text("client_secret")).hasSize(26).isNotEqualTo(app.text("client_secret"));
    Answer changed =
        admin.put(
            "/oauth/apps/" + app.id(),
            wanted.replace("Clock", "Watch").replace("{", "{'is_trusted':true,"));
    assertThat(changed.text("name")).isEqualTo("Watch");
    assertThat(changed.body().path("is_trusted").asBoolean()).isTrue();
    assertThat(admin.put("/oauth/apps/" + app.id(), "{'id':'x'}").status()).isEqualTo(400);
    assertThat(admin.put("/oauth/apps/" + app.id(), "{'name':'x'}").status()).isEqualTo(400);
    assertThat(admin.delete("/oauth/apps/" + app.id()).status()).isEqualTo(200);
    assertThat(admin.get("/oauth/apps/" + app.id()).status()).isEqualTo(404);
  }
}
