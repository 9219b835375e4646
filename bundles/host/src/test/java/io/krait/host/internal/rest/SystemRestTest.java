package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.mail.Mail;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemRestTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client admin;

  @BeforeEach
  void start() {
    server = new RestServer(folder, true);
    admin = server.signedUp("admin");
  }

  @Test
  void aPingTellsHowTheServerIs() {
    Answer ping = server.anonymous().get("/system/ping?get_server_status=true");

    assertThat(ping.text("status")).isEqualTo("OK");
    assertThat(ping.text("database_status")).isEqualTo("OK");
  }

  @Test
  void everyAnswerNamesItsRequestAndTheVersionOfTheServer() {
    Answer answer = server.anonymous().get("/system/ping");
    assertThat(answer.header("X-Request-Id")).hasSize(26);
    assertThat(answer.header("X-Version-Id")).startsWith("10.11.0.10.11.0.").endsWith(".false");

    admin.put("/config/patch", "{'TeamSettings':{'SiteName':'Ours'}}");
    assertThat(server.anonymous().get("/nonsense").header("X-Version-Id"))
        .startsWith("10.11.0.")
        .isNotEqualTo(answer.header("X-Version-Id"));
  }

  @Test
  void clientsAreToldOfTheLicence() {
    assertThat(server.anonymous().get("/license/client?format=old").text("IsLicensed"))
        .isEqualTo("false");
    assertThat(admin.post("/trial-license", "{'users':5,'terms_accepted':true}").status())
        .isEqualTo(200);
    assertThat(server.anonymous().get("/license/client?format=old").text("IsLicensed"))
        .isEqualTo("true");
    assertThat(admin.post("/trial-license", "{'terms_accepted':true}").status()).isEqualTo(400);
  }

  @Test
  void administratorsReadTheLogWhereThereIsOne() {
    assertThat(admin.get("/logs").status()).isEqualTo(501);
    server.log().feed(true);
    Instant moment = Instant.parse("2026-01-31T12:00:00Z");
    server.log().add(moment, Level.INFO, "a.logger", "first");
    server.log().add(moment.plusSeconds(1), Level.WARNING, "a.logger", "second\nand\u001b[2J");
    server.log().add(moment.plusSeconds(2), Level.ERROR, "a.logger", "third");

    assertThat(admin.get("/logs?logs_per_page=2").body()).hasSize(2);
    assertThat(admin.get("/logs?logs_per_page=1&page=2").body().get(0).asText())
        .isEqualTo(
            "{\"timestamp\":\"2026-01-31 12:00:00.000 Z\",\"level\":\"info\",\"msg\":\"first\","
                + "\"caller\":\"a.logger\"}");
    Answer found =
        admin.post(
            "/logs/query", "{'log_levels':['warn','error'],'date_to':'2026-01-31T12:00:01Z'}");
    assertThat(found.body().path("default").findValuesAsText("msg"))
        .containsExactly("second ⏎ and\\u001b[2J");
    assertThat(admin.post("/logs/query", "{'server_names':['other']}").body()).isEmpty();
    assertThat(admin.post("/logs/query", "{'date_from':'soon'}").status()).isEqualTo(400);

    Client ada = server.signedUp("ada");
    assertThat(ada.get("/logs").status()).isEqualTo(403);
    assertThat(ada.post("/logs/query", "{}").status()).isEqualTo(403);
    assertThat(ada.post("/logs", "{'level':'ERROR','message':'it broke'}").text("message"))
        .isEqualTo("it broke");
  }

  @Test
  void administratorsReadAndPruneTheOutbox() {
    server.services().system().mails().send(new Mail("ada@example.com", "Hello", "x", ""));

    assertThat(admin.get("/outbox/mails").body().at("/0/content/subject").asText())
        .isEqualTo("Hello");
    assertThat(admin.get("/outbox/pushes").body()).isEmpty();
    assertThat(admin.get("/outbox/nonsense").status()).isEqualTo(404);
    assertThat(admin.delete("/outbox/mails?before=x").status()).isEqualTo(400);
    assertThat(admin.delete("/outbox/mails").body().at("/deleted").asInt()).isEqualTo(1);
    assertThat(admin.get("/outbox/mails").body()).isEmpty();
  }

  @Test
  void administratorsWantWorkDone() {
    Answer wanted = admin.post("/jobs", "{'type':'telemetry'}");
    assertThat(wanted.status()).isEqualTo(201);

    assertThat(admin.get("/jobs/" + wanted.id()).text("type")).isEqualTo("telemetry");
    assertThat(admin.get("/jobs").body()).isNotEmpty();
    assertThat(admin.get("/jobs/type/data_retention").body()).isEmpty();
    assertThat(admin.get("/jobs/nonsense").status()).isEqualTo(404);
    assertThat(admin.post("/jobs", "{'type':'nonsense'}").status()).isEqualTo(400);
    assertThat(admin.post("/jobs", "{'type':'telemetry','data':5}").status()).isEqualTo(400);
    assertThat(admin.post("/jobs/nonsense/cancel", "{}").status()).isEqualTo(404);
  }

  @Test
  void administratorsGetASupportPacket() {
    var packet = admin.fetch("/system/support_packet");

    assertThat(packet.statusCode()).isEqualTo(200);
    assertThat(packet.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(packet.body()).startsWith((byte) 'P', (byte) 'K');
  }

  @Test
  void nobodyElseDoes() {
    Client bob = server.signedUp("bob");

    for (String path :
        new String[] {"/audits", "/outbox/mails", "/jobs", "/jobs/x", "/system/support_packet"}) {
      assertThat(bob.get(path).status()).describedAs(path).isEqualTo(403);
    }
    assertThat(bob.post("/jobs", "{'type':'telemetry'}").status()).isEqualTo(403);
    assertThat(bob.post("/trial-license", "{}").status()).isEqualTo(403);
    assertThat(bob.delete("/outbox/mails").status()).isEqualTo(403);
    assertThat(admin.get("/audits").status()).isEqualTo(200);
  }
}
