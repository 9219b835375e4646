package io.krait.host.internal.plugin;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.host.LicenceService;
import io.krait.api.model.AuditRecord;
import io.krait.api.model.ConfigJson;
import io.krait.api.model.FileData;
import io.krait.api.model.PluginClusterEvent;
import io.krait.api.model.PluginContext;
import io.krait.api.model.ProductLimits;
import io.krait.api.model.SamlAssertionInfoJson;
import io.krait.api.model.User;
import io.krait.api.model.UserAuth;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.outside.Outside;
import io.krait.hostkit.PluginAdministration;
import io.krait.hostkit.testing.FakeHostedPlugin;
import io.krait.testing.HooksInMemory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemApiTest {

  private static final Page FIRST = Page.of(0, 60);

  @TempDir Path folder;

  private final DispatchedHooks hooks = new DispatchedHooks();
  private final Outside outside = new Outside();
  private PluginAdministration administration;
  private final List<String> told = new ArrayList<>();
  @AutoClose private TestHost host;
  private HostServices services;
  private PluginApi api;

  @BeforeEach
  void open() {
    host = new TestHost(folder, hooks);
    WholeApi whole = new WholeApi(host.surroundings(), hooks, outside);
    services = whole.services();
    administration = whole.administration();
    api = whole.of(new FakeHostedPlugin("one", folder, Map.of()));
  }

  @Test
  void aPluginReadsAndSavesTheConfiguration() {
    runs(
        new PluginHooks() {
          @Override
          public Optional<ConfigJson> configurationWillBeSaved(ConfigJson config) {
            told.add("asked");
            String text = config.configJson().toUtf8().replace("\"Ours\"", "\"Theirs\"");
            return Optional.of(ConfigJson.builder().configJson(Bytes.utf8(text)).build());
          }

          @Override
          public void onConfigurationChange() {
            told.add("changed");
          }
        });
    String before = api.getUnsanitizedConfig().toUtf8();

    api.saveConfig(Bytes.utf8(before.replace("\"SiteName\":\"Krait\"", "\"SiteName\":\"Ours\"")));

    assertThat(api.getConfig().toUtf8()).contains("\"SiteName\":\"Theirs\"");
    assertThat(told).containsExactly("asked", "changed");
    assertFails(400, () -> api.saveConfig(Bytes.utf8("nonsense")));
  }

  @Test
  void aPluginRefusesAConfiguration() {
    runs(
        new PluginHooks() {
          @Override
          public Optional<ConfigJson> configurationWillBeSaved(ConfigJson config) {
            throw AppError.of("plugin.configuration_will_be_saved.rejected", "no", 400);
          }
        });

    assertFails(400, () -> api.saveConfig(Bytes.utf8("{}")));
  }

  @Test
  void theLicenceIsThatOfTheConfiguration() {
    User ada = host.user("ada");
    assertThat(api.getLicense().isEmpty()).isTrue();
    assertThat(api.isEnterpriseReady()).isFalse();
    assertThat(services.system().licences().forClients()).containsEntry("IsLicensed", "false");

    assertFails(400, () -> api.requestTrialLicense(ada.id(), 10, false, false));
    assertFails(400, () -> api.requestTrialLicense(ada.id(), 0, true, false));
    assertFails(404, () -> api.requestTrialLicense("nobody", 10, true, false));
    api.requestTrialLicense(ada.id(), 10, true, false);

    assertThat(api.getLicense().toUtf8()).contains("\"is_trial\":true").contains("\"users\":10");
    assertThat(services.system().licences().forClients()).containsEntry("IsLicensed", "true");
    assertFails(403, () -> api.requestTrialLicense(ada.id(), 10, true, false));
  }

  @Test
  void aLicenceServiceGoesBeforeTheConfiguration() {
    User ada = host.user("ada");
    outside.bindLicence(
        new LicenceService() {
          @Override
          public Bytes licence() {
            return Bytes.utf8("{\"id\":\"theirs\"}");
          }

          @Override
          public void requestTrial(String requesterId, int users, boolean receiveEmails) {
            told.add("trial " + users);
          }
        });

    api.requestTrialLicense(ada.id(), 10, true, false);

    assertThat(api.getLicense().toUtf8()).isEqualTo("{\"id\":\"theirs\"}");
    assertThat(told).containsExactly("trial 10");
  }

  @Test
  void theServerIsOfTheVersionThatIsConfigured() {
    assertThat(api.getServerVersion()).isEqualTo("10.11.0");
    services.configuration().patch(Map.of("KraitSettings", Map.of("ServerVersion", "11.0.0")));
    assertThat(api.getServerVersion()).isEqualTo("11.0.0");
  }

  @Test
  void cloudLimitsAreConfiguredAndPluginsToldOfThem() {
    runs(
        new PluginHooks() {
          @Override
          public void onCloudLimitsUpdated(ProductLimits limits) {
            told.add("teams " + limits.teams().orElseThrow().active().orElse(0));
          }
        });
    assertThat(api.getCloudLimits().toUtf8()).isEqualTo("{}");

    services.configuration().patch(Map.of("KraitSettings", Map.of("CloudTeamsActive", 3)));

    assertThat(api.getCloudLimits().toUtf8()).isEqualTo("{\"teams\":{\"active\":3}}");
    assertThat(told).containsExactly("teams 3");
    api.registerCollectionAndTopic("a", "b");
  }

  @Test
  void auditRecordsAreKeptWithTheirPlugin() {
    api.logAuditRec(
        AuditRecord.builder().event("opened").status("success").meta(Map.of("n", 1)).build());
    api.logAuditRecWithLevel(AuditRecord.builder().event("closed").build(), "audit-content");

    assertThat(services.system().audits().list(FIRST))
        .extracting(record -> record.get("action") + " " + record.get("level"))
        .containsExactly("closed audit-content", "opened audit-api");
    assertThat(services.system().audits().list(FIRST))
        .allSatisfy(record -> assertThat(record).containsEntry("plugin_id", "one"));
    assertFails(
        400, () -> api.logAuditRecWithLevel(AuditRecord.builder().event("x").build(), "loud"));
  }

  @Test
  void mailsAreSentAndChecked() {
    api.sendMail("ada@example.com", "Hello", "<b>Hi</b>");

    assertThat(services.system().outbox().list("mail", FIRST)).hasSize(1);
    assertFails(400, () -> api.sendMail("", "Hello", "x"));
  }

  @Test
  void attributesOfTheDirectoryAreThoseThatAreConfigured() {
    User ada = host.user("ada");
    assertThat(api.getLdapUserAttributes(ada.id(), List.of("mail"))).isEmpty();
    assertFails(404, () -> api.getLdapUserAttributes("nobody", List.of()));

    api.updateUserAuth(ada.id(), UserAuth.builder().authService("ldap").authData("a1").build());
    services
        .configuration()
        .patch(
            Map.of("LdapSettings", Map.of("EmailAttribute", "mail", "IdAttribute", "entryUUID")));
    assertThat(api.getLdapUserAttributes(ada.id(), List.of("mail", "entryUUID", "title")))
        .isEqualTo(Map.of("mail", "ada@example.com", "entryUUID", "a1"));

    outside.bindDirectory((user, names) -> Map.of("title", user.username()));
    assertThat(api.getLdapUserAttributes(ada.id(), List.of("title")))
        .isEqualTo(Map.of("title", "ada"));
  }

  @Test
  void whoeverSpeaksSamlLogsPeopleIn() {
    User ada = host.user("ada");
    SamlLoginsComponent saml = new SamlLoginsComponent(services);
    runs(
        new PluginHooks() {
          @Override
          public void onSamlLogin(
              PluginContext context, User user, SamlAssertionInfoJson assertion) {
            told.add(user.username() + " " + assertion.assertionJson().toUtf8());
            if (assertion.assertionJson().toUtf8().contains("bad")) {
              throw AppError.of("plugin.on_saml_login.error", "no", 400);
            }
          }

          @Override
          public String userWillLogIn(PluginContext context, User user) {
            return "";
          }

          @Override
          public void userHasLoggedIn(PluginContext context, User user) {
            told.add("in");
          }
        });
    assertFails(403, () -> saml.accept(ada.id(), Bytes.utf8("{}")));
    services.configuration().patch(Map.of("SamlSettings", Map.of("Enable", true)));
    told.clear();

    assertThat(saml.accept(ada.id(), Bytes.utf8("{\"a\":1}")).token()).isNotEmpty();

    assertThat(told).containsExactly("ada {\"a\":1}", "in");
    assertFails(400, () -> saml.accept(ada.id(), Bytes.utf8("nonsense")));
    assertFails(400, () -> saml.accept(ada.id(), Bytes.utf8("{\"bad\":1}")));
    assertFails(404, () -> saml.accept("nobody", Bytes.utf8("{}")));
  }

  @Test
  void theSupportPacketHasWhatPluginsTellAndNoSecret() throws IOException {
    services.configuration().patch(Map.of("EmailSettings", Map.of("SMTPPassword", "hush-hush")));
    runs(
        new PluginHooks() {
          @Override
          public List<FileData> generateSupportData(PluginContext context) {
            return List.of(
                FileData.builder().filename("../../log.txt").data(Bytes.utf8("mine")).build());
          }
        });

    Map<String, String> files =
        unpacked(new SupportPacket(services, hooks, administration).gather());

    assertThat(files)
        .containsKeys("diagnostics.json", "sanitized_config.json", "plugins.json")
        .containsEntry("one/log.txt", "mine");
    assertThat(files.get("diagnostics.json")).contains("\"server_version\":\"10.11.0\"");
    assertThat(files.toString()).doesNotContain("hush-hush");
  }

  private static Map<String, String> unpacked(byte[] archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private void runs(PluginHooks plugin) {
    hooks.bindDispatcher(new HooksInMemory("one", plugin));
  }

  private PluginHooks receiver() {
    return new PluginHooks() {
      @Override
      public void onPluginClusterEvent(PluginContext context, PluginClusterEvent event) {
        told.add(event.id() + " " + event.data().toUtf8());
      }
    };
  }
}
