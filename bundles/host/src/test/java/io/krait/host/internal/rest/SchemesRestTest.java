package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.host.internal.rest.RestServer.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemesRestTest {

  @Test
  void thereAreNoSchemesAndWhoWantsOneIsToldSo(@TempDir Path folder) {
    try (RestServer server = new RestServer(folder, true)) {
      Client admin = server.signedUp("admin");
      String team =
          admin.post("/teams", "{'name':'home','display_name':'Home','type':'O'}").text("id");

      assertThat(admin.get("/schemes").body().toString()).isEqualTo("[]");
      assertThat(admin.get("/schemes/x").status()).isEqualTo(404);
      assertThat(admin.get("/schemes/x/teams").status()).isEqualTo(404);
      assertThat(admin.put("/schemes/x/patch", "{}").status()).isEqualTo(404);
      for (var refused :
          new RestServer.Answer[] {
            admin.post("/schemes", "{'scope':'team'}"),
            admin.put("/teams/" + team + "/scheme", "{'scheme_id':'x'}"),
            admin.post("/teams", "{'name':'two','display_name':'Two','scheme_id':'x'}")
          }) {
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(501);
        assertThat(refused.text("message")).contains("schemes", "not implemented");
      }
      assertThat(admin.put("/teams/" + team + "/scheme", "{'scheme_id':''}").status())
          .isEqualTo(200);
      assertThat(server.signedUp("bob").get("/schemes").status()).isEqualTo(403);
    }
  }
}
