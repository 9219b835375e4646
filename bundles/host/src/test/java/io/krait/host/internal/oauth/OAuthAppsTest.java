package io.krait.host.internal.oauth;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.OAuthApp;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.TestHost;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OAuthAppsTest {

  private static final OAuthApp WANTED =
      OAuthApp.builder()
          .name("Clock")
          .homepage("https://clock.example")
          .callbackUrls("https://clock.example/a  http://localhost:3000/b")
          .build();

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private OAuthApps apps;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    apps = new OAuthApps(host.surroundings(), () -> true);
  }

  @Test
  void aRegistrationGetsAnIdAndASecretThatNobodyChooses() {
    OAuthApp app =
        apps.create(WANTED.toBuilder().id("mine").clientSecret("mine").createAt(7).build());

    assertThat(app.id()).hasSize(26);
    assertThat(app.clientSecret()).hasSize(26).isNotEqualTo(app.id());
    assertThat(app.createAt()).isEqualTo(TestHost.START.toEpochMilli());
    assertThat(app.callbackUrls()).isEqualTo("https://clock.example/a http://localhost:3000/b");
    assertThat(apps.get(app.id())).isEqualTo(app);
    assertFails(404, () -> apps.get("nothing"));
  }

  @Test
  void anUpdateKeepsCreatorSecretAndTime() {
    OAuthApp app = apps.create(WANTED.toBuilder().creatorId("ada").build());
    host.later(Duration.ofSeconds(1));

    OAuthApp changed =
        apps.update(
            app.toBuilder().name("Watch").creatorId("bob").clientSecret("x").createAt(1).build());

    assertThat(changed.name()).isEqualTo("Watch");
    assertThat(changed.creatorId()).isEqualTo("ada");
    assertThat(changed.clientSecret()).isEqualTo(app.clientSecret());
    assertThat(changed.createAt()).isEqualTo(app.createAt());
    assertThat(changed.updateAt()).isGreaterThan(app.updateAt());
    assertThat(apps.get(app.id())).isEqualTo(changed);
    assertFails(404, () -> apps.update(app.toBuilder().id("nothing").build()));
    assertFails(400, () -> apps.update(app.toBuilder().name("").build()));
  }

  @Test
  void aSecretIsReplacedAndARegistrationRemoved() {
    OAuthApp app = apps.create(WANTED);

    assertThat(apps.withNewSecret(app.id()).clientSecret()).isNotEqualTo(app.clientSecret());
    apps.delete(app.id());

    assertFails(404, () -> apps.get(app.id()));
    assertFails(404, () -> apps.delete(app.id()));
    assertFails(404, () -> apps.withNewSecret(app.id()));
  }

  @Test
  void whatIsNotAllowedIsRefusedByItsName() {
    refused("name", WANTED.toBuilder().name("x".repeat(65)).build());
    refused("homepage", WANTED.toBuilder().homepage("ftp://clock.example").build());
    refused("callback", WANTED.toBuilder().callbackUrls(" ").build());
    refused("callback", WANTED.toBuilder().callbackUrls("javascript:alert(1)").build());
    refused("icon_url", WANTED.toBuilder().iconUrl("no address").build());
    refused("description", WANTED.toBuilder().description("x".repeat(513)).build());
  }

  private void refused(String field, OAuthApp app) {
    assertFails(400, () -> apps.create(app))
        .extracting("id")
        .isEqualTo("model.oauth.is_valid." + field + ".app_error");
  }

  @Test
  void theyAreListedInPages() {
    for (String creator : new String[] {"ada", "bob", "ada"}) {
      host.later(Duration.ofMillis(1));
      apps.create(WANTED.toBuilder().creatorId(creator).build());
    }

    assertThat(apps.list(Page.of(0, 2))).hasSize(2);
    assertThat(apps.list(Page.of(1, 2))).hasSize(1);
    assertThat(apps.of("ada", Page.of(0, 0))).hasSize(2);
    assertFails(501, () -> new OAuthApps(host.surroundings(), () -> false).list(Page.of(0, 0)));
  }
}
