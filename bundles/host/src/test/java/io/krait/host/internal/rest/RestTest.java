package io.krait.host.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Nullable;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import io.krait.hostkit.testing.FakePluginManager;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestTest extends RestScene {

  @Test
  void theFirstUserIsAdministratorAndNobodyAfter() {
    Client bob = server.signedUp("bob");

    assertThat(admin.get("/users/me").text("roles")).isEqualTo("system_user system_admin");
    assertThat(bob.get("/users/me").text("roles")).isEqualTo("system_user");
    Answer cheat =
        server
            .anonymous()
            .post(
                "/users",
                "{'username':'cheat','email':'c@x','password':'long enough',"
                    + "'roles':'system_admin','is_bot':true}");
    assertThat(cheat.status()).isEqualTo(201);
    assertThat(cheat.text("roles")).isEqualTo("system_user");
    assertThat(cheat.body().has("password")).isFalse();
  }

  @Test
  void aLoginAnswersWithTheUserAndATokenInTheHeader() {
    Answer login =
        server
            .anonymous()
            .post("/users/login", "{'login_id':'admin@example.com','password':'correct horse'}");

    assertThat(login.status()).isEqualTo(200);
    assertThat(login.text("username")).isEqualTo("admin");
    assertThat(login.header("Token")).hasSize(26);
    assertThat(login.header("Content-Type")).startsWith("application/json");
    assertThat(login.body().has("password")).isFalse();
    assertError(
        server.anonymous().post("/users/login", "{'login_id':'admin','password':'wrong'}"),
        401,
        "api.user.login.invalid_credentials_email_username");
    assertError(
        server.anonymous().post("/users/login", "{}"),
        400,
        "api.context.invalid_body_param.app_error");
  }

  @Test
  void afterLogoutTheTokenIsWorthNothing() {
    assertThat(admin.post("/users/logout", "").status()).isEqualTo(200);

    assertError(admin.get("/users/me"), 401, "api.context.session_expired.app_error");
  }

  @Test
  void aCookieNeedsWhatOnlyOurPagesKnowUnlessItMerelyReads() {
    Answer login =
        server.anonymous().post("/users/login", "{'login_id':'admin','password':'correct horse'}");
    List<String> cookies = login.response().headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anyMatch(cookie -> cookie.startsWith("MMAUTHTOKEN=") && cookie.contains("HttpOnly"));
    String token = value(cookies, "MMAUTHTOKEN");
    String csrf = value(cookies, "MMCSRF");
    Client client = server.anonymous();
    String cookie = "MMAUTHTOKEN=" + token;
    String team = "{'name':'crew','display_name':'Crew','type':'O'}";

    assertThat(client.send("GET", "/users/me", null, "Cookie", cookie).status()).isEqualTo(200);
    assertThat(client.send("POST", "/teams", team, "Cookie", cookie).status()).isEqualTo(401);
    assertThat(
            client
                .send("POST", "/teams", team, "Cookie", cookie, "X-CSRF-Token", "guessed")
                .status())
        .isEqualTo(401);
    assertThat(client.send("POST", "/teams", team, "Cookie", cookie, "X-CSRF-Token", csrf).status())
        .isEqualTo(201);
  }

  @Test
  void aRefusedRequestWhoseBodyComesLateLeavesTheConnectionUsable() throws IOException {
    String refused =
        "POST /api/v4/teams HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 2\r\n\r\n";
    String next = "GET /api/v4/system/ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    try (Socket client = server.connect()) {
      client.setSoTimeout(30_000);
      OutputStream out = client.getOutputStream();
      server.forgetRequests();
      out.write(refused.getBytes(UTF_8));
      out.flush();
      server.awaitRequest();
      out.write(("{}" + next).getBytes(UTF_8));
      out.flush();

      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 401 ")
          .contains("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, nobody, multipart/form-data; boundary=limit",
    "403, bob,    multipart/form-data; boundary=limit",
    "400, admin,  application/gzip",
    "413, admin,  multipart/form-data; boundary=limit"
  })
  void aRefusedArchiveIsTakenInSoThatTheConnectionStaysUsable(int status, String who, String type)
      throws IOException {
    server.administration().bindManager(new FakePluginManager().objects());
    server.signedUp("bob");
    String token = who.equals("nobody") ? "none" : server.loggedIn(who).token();
    String archive =
        "--limit\r\nContent-Disposition: form-data; name=\"plugin\"; filename=\"p.tar.gz\"\r\n\r\n"
            + "x".repeat(3 << 20)
            + "\r\n--limit--\r\n";
    String refused =
        "POST /api/v4/plugins HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                .formatted(token, type)
            + "Content-Length: %d\r\n\r\n%s".formatted(archive.length(), archive);
    String next = "GET /api/v4/system/ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    try (Socket client = server.connect()) {
      client.setSoTimeout(30_000);
      client.getOutputStream().write((refused + next).getBytes(UTF_8));

      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 " + status + " ")
          .contains("HTTP/1.1 200 ");
    }
  }

  @Test
  void whoAsksForTheHeadAloneIsToldTheLengthOfTheWhole() {
    String length = admin.get("/users/me").header("Content-Length");

    Answer head = admin.send("HEAD", "/users/me", null);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(length);
    assertThat(head.response().body()).isEmpty();
  }

  @Test
  void usersAreFoundAndOthersSeeOfThemWhatIsForEverybody() {
    Client bob = server.signedUp("bob");
    String adminId = admin.get("/users/me").id();

    assertThat(bob.get("/users/" + adminId).text("username")).isEqualTo("admin");
    assertThat(bob.get("/users/username/admin").id()).isEqualTo(adminId);
    assertThat(bob.get("/users/email/admin@example.com").id()).isEqualTo(adminId);
    assertThat(bob.get("/users/username/admin").body().path("last_login").asLong()).isZero();
    assertThat(admin.get("/users/me").body().path("last_login").asLong()).isPositive();
    assertThat(bob.get("/users?per_page=1").body()).hasSize(1);
    assertThat(bob.post("/users/ids", "['" + adminId + "']").body()).hasSize(1);
    assertThat(bob.post("/users/search", "{'term':'adm'}").body()).hasSize(1);
    assertError(bob.get("/users/nobody"), 404, "app.user.missing_account.const");
    assertThat(bob.put("/users/me/patch", "{'nickname':'B'}").text("nickname")).isEqualTo("B");
    assertThat(bob.put("/users/" + adminId + "/patch", "{'nickname':'B'}").status()).isEqualTo(403);
    assertThat(bob.put("/users/" + adminId + "/roles", "{'roles':'system_user'}").status())
        .isEqualTo(403);
    String bobId = bob.get("/users/me").id();
    assertThat(admin.delete("/users/" + bobId).status()).isEqualTo(200);
    assertThat(bob.get("/users/me").status()).isEqualTo(401);
  }

  @Test
  void aPasswordIsChangedByWhoeverKnowsThePresentOne() {
    assertThat(
            admin
                .put(
                    "/users/me/password",
                    "{'current_password':'a guess','new_password':'another horse'}")
                .status())
        .isEqualTo(400);
    assertThat(
            admin
                .put(
                    "/users/me/password",
                    "{'current_password':'correct horse','new_password':'another horse'}")
                .status())
        .isEqualTo(200);
    assertThat(
            server
                .anonymous()
                .post("/users/login", "{'login_id':'admin','password':'another horse'}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void whatIsNotThereAndWhatIsNoJsonAnswersTheErrorOfTheApi() {
    assertThat(server.anonymous().get("/system/ping").text("status")).isEqualTo("OK");
    assertError(admin.get("/nothing/here"), 404, "api.context.404.app_error");
    assertError(server.anonymous().get("/nothing/here"), 404, "api.context.404.app_error");
    assertError(admin.delete("/teams"), 404, "api.context.404.app_error");
    for (String body : List.of("", "null", "{'name':", "[1]", "'text'", "{'create_at':'soon'}")) {
      assertError(admin.post("/teams", body), 400, "api.context.invalid_body_param.app_error");
    }
    assertError(
        admin.post("/posts", "{'message':'" + "x".repeat(JsonBodies.LARGEST) + "'}"),
        413,
        "api.context.request_body_too_large.app_error");
    assertError(server.anonymous().get("/users/me"), 401, "api.context.session_expired.app_error");
    Answer withNull =
        admin.post("/teams", "{'name':'crew','display_name':'Crew','type':'O','props':null}");
    assertThat(withNull.status()).isEqualTo(201);
  }

  @Test
  void aBodyIsCalledJsonAsOtherSitesCannotSendThatUnasked() {
    String login = "{'login_id':'admin','password':'correct horse'}";
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "text/json")) {
      assertError(
          server.anonymous().send("POST", "/users/login", login, "Content-Type", type),
          415,
          "api.context.content_type.app_error");
      assertError(
          admin.send("POST", "/users/ids", "[]", "Content-Type", type),
          415,
          "api.context.content_type.app_error");
    }
    assertThat(
            server
                .anonymous()
                .send("POST", "/users/login", login, "Content-Type", "Application/JSON; charset=x")
                .status())
        .isEqualTo(200);
    byte[] unnamed = login.replace('\'', '"').getBytes(UTF_8);
    String here = server.anonymous().fetch("/system/ping").uri().resolve("/").toString();
    Map.of("Origin", here, "Sec-Fetch-Site", "same-origin")
        .forEach(
            (header, ofPage) ->
                assertThat(server.anonymous().uncalled("/users/login", unnamed, header, ofPage))
                    .as(header)
                    .isEqualTo(415));
    assertThat(admin.upload("/users/ids", "", "[]".getBytes(UTF_8)).status()).isEqualTo(200);
  }

  @Test
  void whatAPageOfAnotherSiteSendsIsRefused() throws IOException {
    Answer login =
        server.anonymous().post("/users/login", "{'login_id':'admin','password':'correct horse'}");
    List<String> cookies = login.response().headers().allValues("Set-Cookie");
    String cookie = "MMAUTHTOKEN=" + value(cookies, "MMAUTHTOKEN");
    String csrf = value(cookies, "MMCSRF");
    String account = "{'username':'bob','email':'b@x','password':'long enough'}";
    String evil = "http://evil.example";

    assertError(
        server.anonymous().send("POST", "/users", account, "Origin", evil),
        403,
        "api.context.invalid_origin.app_error");
    assertError(
        server
            .anonymous()
            .send(
                "POST", "/users/ids", "[]", "Origin", evil, "Cookie", cookie, "X-CSRF-Token", csrf),
        403,
        "api.context.invalid_origin.app_error");
    assertThat(admin.send("POST", "/users/ids", "[]", "Origin", evil).status()).isEqualTo(200);
    assertThat(server.anonymous().send("GET", "/system/ping", null, "Origin", evil).status())
        .isEqualTo(200);
    try (Socket client = server.connect()) {
      client.setSoTimeout(30_000);
      client
          .getOutputStream()
          .write(
              ("POST /api/v4/users HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                      + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                  .getBytes(UTF_8));
      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 403 ")
          .contains("site.url");
    }
  }

  @Test
  void theFirstAdministratorIsWhoeverKnowsTheCode() throws Exception {
    server.close();
    server = new RestServer(folder.resolve("fresh"), true);
    String code = server.code();
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.codeFile())))
          .isEqualTo("rw-------");
    }

    Answer ordinary = signUp("ordinary", null);
    assertThat(ordinary.status()).isEqualTo(201);
    assertThat(ordinary.text("roles")).isEqualTo("system_user");
    assertError(signUp("guess", "y".repeat(26)), 403, "api.user.create_user.admin_code.app_error");
    ExecutorService executor = Executors.newFixedThreadPool(20);
    List<Future<Answer>> all = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        String name = "first" + i;
        all.add(executor.submit(() -> signUp(name, code)));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> one : all) {
        statuses.add(one.get().status());
      }
      assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 403);
    } finally {
      executor.shutdown();
    }
    assertThat(server.codeFile()).doesNotExist();
    assertError(signUp("late", code), 403, "api.user.create_user.admin_code.app_error");

    server.close();
    server = new RestServer(folder.resolve("fresh"), true);
    assertThat(server.codeFile()).doesNotExist();
  }

  private Answer signUp(String name, @Nullable String code) {
    String account =
        "{'username':'%s','email':'%s@x','password':'long enough'}".formatted(name, name);
    return code == null
        ? server.anonymous().post("/users", account)
        : server.anonymous().send("POST", "/users", account, "X-Admin-Code", code);
  }

  @Test
  void whoGuessesPasswordsIsToldWhenToTryAgain() {
    String wrong = "{'login_id':'admin','password':'wrong horse'}";
    for (int i = 0; i < 5; i++) {
      assertThat(server.anonymous().post("/users/login", wrong).status()).isEqualTo(401);
    }

    Answer refused = server.anonymous().post("/users/login", wrong);

    assertError(refused, 429, "api.user.check_user_login_attempts.too_many.app_error");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void aNewPasswordEndsTheSessionsElsewhere() {
    Client elsewhere = server.loggedIn("admin");

    admin.put(
        "/users/me/password",
        "{'current_password':'correct horse','new_password':'another horse'}");

    assertThat(admin.get("/users/me").status()).isEqualTo(200);
    assertThat(elsewhere.get("/users/me").status()).isEqualTo(401);
  }

  @Test
  void whereSignUpIsNotOpenAnAdministratorCreatesAccounts() {
    server.close();
    server = new RestServer(folder.resolve("closed"), false);
    String another = "{'username':'another','email':'a@x','password':'long enough'}";
    assertError(
        server.anonymous().post("/users", another),
        403,
        "api.user.create_user.admin_code.app_error");
    Client first = server.signedUp("first");

    assertError(
        server.anonymous().post("/users", another), 403, "api.user.create_user.no_open_server");
    assertThat(first.post("/users", another).status()).isEqualTo(201);
  }

  @Test
  void dataAreThereAfterARestart() {
    team("crew");
    server.close();
    server = new RestServer(folder, true);

    assertThat(admin.token()).isNotEmpty();
    assertThat(server.loggedIn("admin").get("/teams/name/crew").status()).isEqualTo(200);
  }
}
