package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationRestTest {

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client admin;

  @BeforeEach
  void start() {
    server = new RestServer(folder, true);
    admin = server.signedUp("admin");
  }

  @Test
  void anAdministratorReadsAndChangesIt() {
    var saved = admin.put("/config/patch", "{'EmailSettings':{'SMTPPassword':'hush'}}");
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.body().at("/EmailSettings/SMTPPassword").asText()).isEqualTo("*".repeat(32));
    assertThat(admin.get("/config").body().at("/EmailSettings/SMTPPassword").asText())
        .isEqualTo("*".repeat(32));

    assertThat(admin.put("/config", admin.get("/config").body().toString()).status())
        .isEqualTo(200);
    assertThat(server.services().configuration().text("EmailSettings", "SMTPPassword"))
        .isEqualTo("hush");
    assertThat(admin.put("/config", "{'ServiceSettings':{'SiteURL':'x'}}").status()).isEqualTo(400);
    assertThat(admin.post("/config/reload", "{}").status()).isEqualTo(200);
    assertThat(admin.get("/config/environment").status()).isEqualTo(200);
  }

  @Test
  void nobodyElseDoes() {
    Client bob = server.signedUp("bob");

    assertThat(bob.get("/config").status()).isEqualTo(403);
    assertThat(bob.put("/config", "{}").status()).isEqualTo(403);
    assertThat(bob.put("/config/patch", "{}").status()).isEqualTo(403);
    assertThat(bob.get("/config/environment").status()).isEqualTo(403);
    assertThat(bob.post("/config/reload", "{}").status()).isEqualTo(403);
    assertThat(server.anonymous().get("/config").status()).isEqualTo(401);
  }

  @Test
  void clientsAreToldWhatConcernsThem() {
    var limited = server.anonymous().get("/config/client?format=old");
    assertThat(limited.text("SiteName")).isEqualTo("Krait");
    assertThat(limited.text("Version")).isEqualTo("10.11.0");
    assertThat(limited.body().has("MaxUsersPerTeam")).isFalse();

    var full = admin.get("/config/client?format=old");
    assertThat(full.text("MaxUsersPerTeam")).isEqualTo("50");
    assertThat(full.text("FeatureFlagCallsEnabled")).isEqualTo("true");

    assertThat(admin.get("/config/client").text("Version")).isEqualTo(full.text("Version"));
    assertThat(admin.get("/config/client?format=new").status()).isEqualTo(501);
  }
}
