package io.krait.host.internal.rest;

import static io.krait.api.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.krait.host.internal.images.ImageHeader;
import io.krait.host.internal.images.ImageKind;
import io.krait.host.internal.images.TestPictures;
import io.krait.host.internal.plugin.FakeFileUploads;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client admin;
  private Client ada;
  private Client bob;
  private String channel;
  private String other;

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    admin = server.signedUp("admin");
    ada = server.signedUp("ada");
    bob = server.signedUp("bob");
    String team = admin.post("/teams", "{'name':'crew','display_name':'Crew','type':'O'}").id();
    channel = channel(team, "deck");
    other = channel(team, "hold");
    for (Client client : new Client[] {ada, bob}) {
      String id = client.get("/users/me").id();
      admin.post(
          "/teams/" + team + "/members", "{'team_id':'%s','user_id':'%s'}".formatted(team, id));
    }
    join(ada, channel);
    join(ada, other);
  }

  @Test
  void aFileIsUploadedAsABodyAttachedAndFetched() {
    Answer uploaded =
        ada.upload(
            "/files?filename=l%C3%A4rm.png&client_id=c1&channel_id=" + channel,
            // What curl says unless told otherwise.
            "application/x-www-form-urlencoded",
            bytes(70_000));

    assertThat(uploaded.status()).isEqualTo(201);
    assertThat(uploaded.body().path("client_ids").get(0).asText()).isEqualTo("c1");
    JsonNode info = uploaded.body().path("file_infos").get(0);
    assertThat(info.path("user_id").asText()).isEqualTo(ada.get("/users/me").id());
    assertThat(info.path("name").asText()).isEqualTo("lärm.png");
    assertThat(info.path("extension").asText()).isEqualTo("png");
    assertThat(info.path("mime_type").asText()).isEqualTo("image/png");
    assertThat(info.path("size").asLong()).isEqualTo(70_000);
    assertThat(info.path("channel_id").asText()).isEqualTo(channel);
    assertThat(info.path("post_id").asText()).isEmpty();
    String file = info.path("id").asText();

    Answer post = post(ada, channel, file);

    assertThat(post.status()).isEqualTo(201);
    assertThat(ada.get("/files/" + file + "/info").text("post_id")).isEqualTo(post.id());
    assertThat(ada.get("/posts/" + post.id() + "/files/info").body().get(0).path("id").asText())
        .isEqualTo(file);
    HttpResponse<byte[]> fetched = ada.fetch("/files/" + file);
    assertThat(fetched.statusCode()).isEqualTo(200);
    assertThat(fetched.body()).isEqualTo(bytes(70_000));
    assertThat(header(fetched, "Content-Type")).isEqualTo("image/png");
    assertThat(header(fetched, "Content-Length")).isEqualTo("70000");
    assertThat(header(fetched, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(fetched, "Content-Disposition"))
        .isEqualTo("inline; filename=\"l_rm.png\"; filename*=UTF-8''l%C3%A4rm.png");
    assertThat(header(ada.fetch("/files/" + file + "?download=1"), "Content-Disposition"))
        .startsWith("attachment");
    assertThat(contents()).isOne();
  }

  @Test
  void aFormHasSeveralFilesAndTheChannelWhereverItLikes() {
    Answer uploaded =
        ada.upload(
            "/files",
            RestServer.FORM,
            form(
                file("files", "one.bin", "first"),
                field("client_ids", "a"),
                field("channel_id", channel),
                file("files", "../../etc/two.html", "<script>"),
                field("client_ids", "b")));

    assertThat(uploaded.status()).as(uploaded.body().toString()).isEqualTo(201);
    JsonNode infos = uploaded.body().path("file_infos");
    assertThat(infos.findValuesAsText("name")).containsExactly("one.bin", "two.html");
    assertThat(infos.findValuesAsText("size")).containsExactly("5", "8");
    assertThat(uploaded.body().path("client_ids")).hasSize(2);
    HttpResponse<byte[]> page = ada.fetch("/files/" + infos.get(1).path("id").asText());
    assertThat(page.body()).isEqualTo("<script>".getBytes(UTF_8));
    assertThat(header(page, "Content-Type")).isEqualTo("text/plain");
    assertThat(header(page, "Content-Disposition")).startsWith("attachment");
    assertThat(header(page, "Content-Security-Policy")).contains("sandbox");
  }

  @Test
  void onlyWhoMayReadTheChannelGetsAFile() {
    String file = uploaded(ada, channel, "plan.bin");

    for (String path : new String[] {"/files/" + file, "/files/" + file + "/info"}) {
      assertThat(server.anonymous().get(path).status()).isEqualTo(401);
      assertThat(bob.get(path).status()).isEqualTo(403);
      assertThat(ada.fetch(path).statusCode()).isEqualTo(200);
    }
    String post = post(ada, channel, file).id();
    assertThat(bob.get("/files/" + file).status()).isEqualTo(403);
    assertThat(bob.get("/posts/" + post + "/files/info").status()).isEqualTo(403);
    join(bob, channel);
    assertThat(bob.fetch("/files/" + file).statusCode()).isEqualTo(200);
    assertThat(bob.get("/posts/" + post + "/files/info").body()).hasSize(1);
    assertThat(ada.delete("/posts/" + post).status()).isEqualTo(200);
    assertThat(ada.get("/files/" + file).status()).isEqualTo(404);
    assertThat(ada.get("/files/nosuchfile").status()).isEqualTo(404);
  }

  @Test
  void nobodyUploadsToAChannelOfOthers() {
    assertThat(bob.upload("/files?filename=a&channel_id=" + channel, "", bytes(9)).status())
        .isEqualTo(403);
    assertThat(
            bob.upload(
                    "/files",
                    RestServer.FORM,
                    form(file("files", "a", "text"), field("channel_id", channel)))
                .status())
        .isEqualTo(403);
    assertThat(
            server
                .anonymous()
                .upload("/files?filename=a&channel_id=" + channel, "", bytes(9))
                .status())
        .isEqualTo(401);
    assertThat(contents()).isZero();
  }

  @Test
  void aFileIsAttachedOnceByItsUploaderInItsChannel() {
    String file = uploaded(ada, channel, "a.bin");
    join(bob, channel);

    assertThat(post(bob, channel, file).text("id"))
        .isEqualTo("api.post.create_post.file_ids.app_error");
    assertThat(post(ada, other, file).status()).isEqualTo(400);
    assertThat(post(ada, channel, "nosuchfile").status()).isEqualTo(400);
    Answer post = post(ada, channel, file + "','" + file);
    assertThat(post.status()).isEqualTo(201);
    assertThat(post.body().path("file_ids")).hasSize(1);
    assertThat(post(ada, channel, file).status()).isEqualTo(400);
    assertThat(admin.written(channel)).hasSize(1);
  }

  @Test
  void anEditedPostGetsAndLosesFiles() {
    String one = uploaded(ada, channel, "one.bin");
    String two = uploaded(ada, channel, "two.bin");
    String post = post(ada, channel, one).id();

    Answer changed = ada.put("/posts/" + post + "/patch", "{'file_ids':['%s']}".formatted(two));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(ada.get("/posts/" + post + "/files/info").body().findValuesAsText("id"))
        .containsExactly(two);
    assertThat(ada.get("/files/" + one).status()).isEqualTo(404);
  }

  @Test
  void pluginsChangeAndRefuseFiles() throws IOException {
    FakeFileUploads uploads = new FakeFileUploads(folder.resolve("temporary"));
    server.hooks().bindUploads(uploads);

    Answer changed =
        ada.upload("/files?filename=n.txt&channel_id=" + channel, "", "psst".getBytes(UTF_8));
    Answer refused =
        ada.upload(
            "/files",
            RestServer.FORM,
            form(
                field("channel_id", channel),
                file("files", "fine.bin", "fine"),
                file("files", "worm.exe", "worm")));

    JsonNode info = changed.body().path("file_infos").get(0);
    assertThat(info.path("name").asText()).isEqualTo("loud-n.txt");
    assertThat(info.path("user_id").asText()).isEqualTo(ada.get("/users/me").id());
    assertThat(info.path("channel_id").asText()).isEqualTo(channel);
    assertThat(ada.fetch("/files/" + info.path("id").asText()).body())
        .isEqualTo("PSST".getBytes(UTF_8));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("message")).isEqualTo("File rejected by plugin. no programs");
    assertThat(uploads.left()).isZero();
    assertThat(contents()).isOne();
  }

  @Test
  void whatIsTooLargeIsRefusedAndNothingIsLeft() {
    byte[] much = new byte[RestServer.LARGEST_FILE * 3 / 2];
    Arrays.fill(much, (byte) 'x');

    Answer body = ada.upload("/files?filename=a&channel_id=" + channel, "", much);
    Answer form =
        ada.upload(
            "/files",
            RestServer.FORM,
            form(
                field("channel_id", channel),
                file("files", "small", "small"),
                file("files", "large", new String(much, UTF_8))));

    for (Answer refused : new Answer[] {body, form}) {
      assertThat(refused.status()).isEqualTo(413);
      assertThat(refused.text("id")).isEqualTo("api.file.upload_file.too_large_detailed.app_error");
      assertThat(refused.text("detailed_error"))
          .contains("FileSettings.MaxFileSize", "max.file.mebibytes");
    }
    assertThat(
            ada.upload(
                    "/files?filename=a&channel_id=" + channel,
                    "",
                    Arrays.copyOf(much, RestServer.LARGEST_FILE))
                .status())
        .isEqualTo(201);
    assertThat(contents()).isOne();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    String head =
        "POST /api/v4/files?filename=a&channel_id=%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 1000000\r\n\r\n"
            .formatted(channel, ada.token());
    try (Socket socket = server.connect()) {
      server.forgetRequests();
      socket.getOutputStream().write((head + "some of it".repeat(10_000)).getBytes(UTF_8));
      socket.getOutputStream().flush();
      server.awaitRequest();
      eventually(() -> assertThat(folder.resolve("bodies")).isNotEmptyDirectory());
    }
    eventually(() -> assertThat(folder.resolve("bodies")).isEmptyDirectory());
    assertThat(contents()).isZero();

    Answer half =
        ada.upload(
            "/files",
            RestServer.FORM,
            (field("channel_id", channel) + file("files", "a", "x")).getBytes(UTF_8));
    assertThat(half.status()).isEqualTo(400);
    assertThat(half.text("id")).isEqualTo("api.file.upload_file.read_request.app_error");
    assertThat(contents()).isZero();
  }

  @Test
  void aPictureIsShownSmallerToThoseWhoMaySeeIt() throws IOException {
    JsonNode info =
        ada.upload("/files?filename=a.png&channel_id=" + channel, "", TestPictures.png(400, 200))
            .body()
            .path("file_infos")
            .get(0);
    String file = info.path("id").asText();
    String other = uploaded(ada, channel, "b.bin");

    assertThat(info.path("width").asInt()).isEqualTo(400);
    assertThat(info.path("height").asInt()).isEqualTo(200);
    assertThat(info.path("has_preview_image").asBoolean()).isTrue();
    assertThat(info.path("mini_preview").binaryValue()).isNotEmpty();
    HttpResponse<byte[]> thumbnail = ada.fetch("/files/" + file + "/thumbnail");
    assertThat(header(thumbnail, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(header(thumbnail, "Content-Disposition")).startsWith("inline");
    assertThat(ImageHeader.read(new ByteArrayInputStream(thumbnail.body())))
        .contains(new ImageHeader(ImageKind.JPEG, 120, 60));
    assertThat(ada.fetch("/files/" + file + "/preview").statusCode()).isEqualTo(200);
    for (String kind : new String[] {"thumbnail", "preview", "link"}) {
      assertThat(bob.get("/files/" + file + "/" + kind).status()).isEqualTo(403);
      assertThat(server.anonymous().get("/files/" + file + "/" + kind).status()).isEqualTo(401);
      assertThat(ada.get("/files/nosuchfile/" + kind).status()).isIn(404, 501);
    }
    assertThat(ada.get("/files/" + other + "/thumbnail").status()).isEqualTo(400);
    assertThat(ada.get("/files/" + other + "/preview").status()).isEqualTo(400);
  }

  @Test
  void aPublicLinkIsForEverybodyWhereThereAreSuchLinks() {
    String file = uploaded(ada, channel, "a.html");
    assertThat(ada.get("/files/" + file + "/link").status()).isEqualTo(501);
    allowPublicLinks(true);
    assertThat(ada.get("/files/" + file + "/link").status()).isEqualTo(400);
    String post = post(ada, channel, file).id();

    String link = ada.get("/files/" + file + "/link").text("link");

    assertThat(link).startsWith("/api/v4/files/" + file + "/public?h=");
    assertThat(ada.get("/files/" + file + "/link").text("link")).isEqualTo(link);
    String path = link.substring("/api/v4".length());
    HttpResponse<byte[]> fetched = server.anonymous().fetch(path);
    assertThat(fetched.statusCode()).isEqualTo(200);
    assertThat(fetched.body()).isEqualTo(bytes(10));
    assertThat(header(fetched, "Content-Type")).isEqualTo("text/plain");
    assertThat(header(fetched, "Content-Disposition")).startsWith("attachment");
    assertThat(server.anonymous().get(path + "x").status()).isEqualTo(400);
    assertThat(server.anonymous().get("/files/" + file + "/public").status()).isEqualTo(400);
    allowPublicLinks(false);
    assertThat(server.anonymous().get(path).status()).isEqualTo(501);
    allowPublicLinks(true);
    ada.delete("/posts/" + post);
    assertThat(server.anonymous().get(path).status()).isEqualTo(404);
  }

  private void allowPublicLinks(boolean allowed) {
    server
        .services()
        .configuration()
        .save(Map.of("FileSettings", Map.of("EnablePublicLink", allowed)));
  }

  @Test
  void aFileIsUploadedInPiecesByTheOneWhoHasBegun() {
    Answer upload =
        ada.post(
            "/uploads",
            "{'channel_id':'%s','filename':'a.txt','file_size':30000,'user_id':'x'}"
                .formatted(channel));
    assertThat(upload.status()).as(upload.body().toString()).isEqualTo(201);
    String path = "/uploads/" + upload.id();
    join(bob, channel);

    assertThat(bob.get(path).status()).isEqualTo(403);
    assertThat(bob.upload(path, "", bytes(5)).status()).isEqualTo(403);
    assertThat(server.anonymous().upload(path, "", bytes(5)).status()).isEqualTo(401);
    assertThat(ada.upload(path, "", Arrays.copyOf(bytes(30_000), 10_000)).status()).isEqualTo(204);
    assertThat(ada.get(path).body().path("file_offset").asInt()).isEqualTo(10_000);
    assertThat(ada.get("/users/me/uploads").body()).hasSize(1);
    assertThat(bob.get("/users/" + upload.text("user_id") + "/uploads").status()).isEqualTo(403);
    assertThat(ada.upload(path, "", bytes(20_001)).status()).isEqualTo(400);
    assertThat(ada.upload(path, RestServer.FORM, form(field("x", "y"))).status()).isEqualTo(400);
    assertThat(
            ada.upload(path, RestServer.FORM, form(file("data", "a", "x".repeat(19_000)))).status())
        .isEqualTo(204);
    Answer done = ada.upload(path, "", bytes(1000));

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.text("name")).isEqualTo("a.txt");
    assertThat(done.text("user_id")).isEqualTo(ada.get("/users/me").id());
    assertThat(ada.fetch("/files/" + done.id()).body()).hasSize(30_000);
    assertThat(ada.get(path).status()).isEqualTo(404);
    assertThat(ada.get("/users/me/uploads").body()).isEmpty();
    assertThat(post(ada, channel, done.id()).status()).isEqualTo(201);
  }

  @Test
  void nobodyBeginsAnUploadToAChannelOfOthers() {
    String wanted = "{'channel_id':'%s','filename':'a.txt','file_size':3}";
    assertThat(bob.post("/uploads", wanted.formatted(channel)).status()).isEqualTo(403);
    assertThat(ada.post("/uploads", wanted.formatted("nochannel")).status()).isEqualTo(403);
    assertThat(ada.post("/uploads", "{'channel_id':'%s'}".formatted(channel)).status())
        .isEqualTo(400);
    assertThat(
            ada.post(
                    "/uploads",
                    "{'channel_id':'%s','filename':'a','file_size':99999999}".formatted(channel))
                .status())
        .isEqualTo(413);
  }

  @Test
  void whatIsNoUploadIsRefused() {
    assertThat(ada.upload("/files?filename=a", "", bytes(1)).status()).isEqualTo(400);
    assertThat(ada.upload("/files?channel_id=" + channel, "", bytes(1)).status()).isEqualTo(400);
    assertThat(ada.upload("/files", RestServer.FORM, "no form".getBytes(UTF_8)).status())
        .isEqualTo(400);
    assertThat(
            ada.upload(
                    "/files",
                    RestServer.FORM,
                    form(field("channel_id", channel), field("client_ids", "a")))
                .status())
        .isEqualTo(400);
    assertThat(
            ada.upload(
                    "/files",
                    RestServer.FORM,
                    form(field("channel_id", channel), field("channel_id", other)))
                .status())
        .isEqualTo(400);
  }

  private String channel(String team, String name) {
    return admin
        .post(
            "/channels",
            "{'team_id':'%s','name':'%s','display_name':'x','type':'P'}".formatted(team, name))
        .id();
  }

  private void join(Client client, String where) {
    admin.post(
        "/channels/" + where + "/members",
        "{'user_id':'%s'}".formatted(client.get("/users/me").id()));
  }

  private String uploaded(Client client, String where, String name) {
    return client
        .upload("/files?filename=" + name + "&channel_id=" + where, "", bytes(10))
        .body()
        .path("file_infos")
        .get(0)
        .path("id")
        .asText();
  }

  private static Answer post(Client client, String where, String files) {
    return client.post(
        "/posts", "{'channel_id':'%s','message':'see','file_ids':['%s']}".formatted(where, files));
  }

  private long contents() {
    try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private static byte[] form(String... parts) {
    return (String.join("", parts) + "--limit--\r\n").getBytes(UTF_8);
  }

  private static String field(String name, String value) {
    return "--limit\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static String file(String name, String filename, String content) {
    return "--limit\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, filename, content);
  }
}
