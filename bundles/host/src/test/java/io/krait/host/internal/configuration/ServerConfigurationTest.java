package io.krait.host.internal.configuration;

import static io.krait.host.internal.chat.TestHost.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.hooks.Asked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigurationTest {

  @TempDir Path folder;

  private final Listener hooks = new Listener();
  @AutoClose private TestHost host;
  private ServerConfiguration configuration;

  @BeforeEach
  void open() {
    host = new TestHost(folder, hooks);
    configuration = host.surroundings().configuration();
  }

  @Test
  void withoutAnyChangeItIsAsByDefault() {
    assertThat(configuration.text("ServiceSettings", "SiteURL")).isEmpty();
    assertThat(configuration.flag("ServiceSettings", "EnableLinkPreviews")).isTrue();
    assertThat(configuration.number("FileSettings", "MaxFileSize")).isEqualTo(100L << 20);
    assertThat(configuration.text("No", "Such")).isEmpty();
    assertThat(configuration.flag("ServiceSettings", "SiteURL")).isFalse();
    assertThat(configuration.number("ServiceSettings", "SiteURL")).isZero();
  }

  @Test
  void theDefaultsAreAllowedThemselves() {
    configuration.save(Map.of());

    assertThat(hooks.changes).isEmpty();
  }

  @Test
  void whatIsSavedHoldsAtOnceAndAfterARestart() {
    save("ServiceSettings", "SiteURL", "https://chat.example.com");

    assertThat(configuration.text("ServiceSettings", "SiteURL"))
        .isEqualTo("https://chat.example.com");
    assertThat(reopened().text("ServiceSettings", "SiteURL")).isEqualTo("https://chat.example.com");
    assertThat(hooks.changes).containsExactly("[ServiceSettings]");
  }

  @Test
  void whatASavedDocumentDoesNotMentionIsAsByDefaultAgain() {
    save("ServiceSettings", "MaximumLoginAttempts", 3);
    save("TeamSettings", "SiteName", "Ours");

    assertThat(configuration.number("ServiceSettings", "MaximumLoginAttempts")).isEqualTo(10);
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Ours");
  }

  @Test
  void aPatchLeavesEverythingElseAsItIs() {
    save("ServiceSettings", "MaximumLoginAttempts", 3);
    configuration.patch(
        Map.of("TeamSettings", Map.of("SiteName", "Ours")), KeptElsewhere.NOTHING, Runnable::run);

    assertThat(configuration.number("ServiceSettings", "MaximumLoginAttempts")).isEqualTo(3);
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Ours");
  }

  @Test
  void secretsAreMaskedAndTheMaskLeavesThemAsTheyAre() {
    save("EmailSettings", "SMTPPassword", "hush");

    assertThat(configuration.sanitized().value("EmailSettings", "SMTPPassword"))
        .isEqualTo("********************************");
    assertThat(configuration.sanitized().value("FileSettings", "PublicLinkSalt")).isEqualTo("");
    configuration.save(configuration.sanitized().sections());
    assertThat(configuration.text("EmailSettings", "SMTPPassword")).isEqualTo("hush");
  }

  @Test
  void secretsInTheSettingsOfPluginsAreMaskedByTheirNames() {
    save("PluginSettings", "Plugins", Map.of("one", Map.of("apitoken", "hush", "colour", "red")));

    assertThat(configuration.sanitized().value("PluginSettings", "Plugins"))
        .isEqualTo(Map.of("one", Map.of("apitoken", "*".repeat(32), "colour", "red")));
    configuration.save(configuration.sanitized().sections());
    assertThat(configuration.document().value("PluginSettings", "Plugins"))
        .isEqualTo(Map.of("one", Map.of("apitoken", "hush", "colour", "red")));
  }

  @Test
  void valuesThatTheServerCannotWorkWithAreRefused() {
    refused("ServiceSettings", "SiteURL", "chat.example.com", "SiteURL must begin with http");
    refused("ServiceSettings", "SiteURL", 5, "must be a text");
    refused("ServiceSettings", "MaximumLoginAttempts", 0, "must be at least 1");
    refused("ServiceSettings", "MaximumLoginAttempts", "5", "must be a whole number");
    refused("ServiceSettings", "MaximumLoginAttempts", 1.5, "must be a whole number");
    refused("ServiceSettings", "EnableTesting", "yes", "must be true or false");
    refused("PasswordSettings", "MinimumLength", 4, "must be from 5 to 72");
    refused("TeamSettings", "RestrictDirectMessage", "none", "must be one of [any, team]");
    refused("DataRetentionSettings", "DeletionJobStartTime", "25:00", "must be a time");
    refused("PluginSettings", "Plugins", List.of(), "must be an object");
    refused("DisplaySettings", "CustomURLSchemes", "git", "must be a list");
    assertThat(hooks.changes).isEmpty();
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    configuration.save(
        Map.of("Nonsense", Map.of("A", 1), "TeamSettings", Map.of("SiteName", "Ours", "B", 2)));

    assertThat(configuration.document().section("Nonsense")).isEmpty();
    assertThat(configuration.document().value("TeamSettings", "B")).isNull();
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Ours");
  }

  @Test
  void featureFlagsCanHaveAnyName() {
    save("FeatureFlags", "OurTrial", true);

    assertThat(configuration.flag("FeatureFlags", "OurTrial")).isTrue();
    assertThat(configuration.flag("FeatureFlags", "CallsEnabled")).isTrue();
  }

  @Test
  void aTextThatIsNoObjectIsRefused() {
    assertFails(400, () -> configuration.read(Bytes.utf8("[]")));
    assertFails(400, () -> configuration.read(Bytes.utf8("{")));
    assertFails(400, () -> configuration.read(Bytes.utf8(" ".repeat(2 << 20))));
  }

  @Test
  void aHookChangesWhatIsKept() {
    hooks.change = text -> Bytes.utf8(text.toUtf8().replace("\"Ours\"", "\"Theirs\""));

    save("TeamSettings", "SiteName", "Ours");

    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Theirs");
  }

  @Test
  void aHookRefusesWhatIsToBeKept() {
    hooks.change =
        text -> {
          throw AppError.of("plugin.configuration_will_be_saved.rejected", "no", 400);
        };

    assertFails(400, () -> save("TeamSettings", "SiteName", "Ours"));
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Krait");
    assertThat(reopened().text("TeamSettings", "SiteName")).isEqualTo("Krait");
  }

  @Test
  void aHookThatAnswersWithNonsenseIsRefused() {
    hooks.change = text -> Bytes.utf8("nonsense");

    assertFails(400, () -> save("TeamSettings", "SiteName", "Ours"));
  }

  @Test
  void ofTwoWhoChangeTheSameConfigurationOneIsRefusedAndLearnsOfTheOther() {
    hooks.change =
        text -> {
          hooks.change = UnaryOperator.identity();
          reopened().save(Map.of("TeamSettings", Map.of("SiteName", "Quicker")));
          return text;
        };

    assertFails(409, () -> save("TeamSettings", "SiteName", "Slower"));
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Quicker");
    save("TeamSettings", "SiteName", "Slower");
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Slower");
  }

  @Test
  void aChangeByAnotherServerIsSeenAfterReloading() {
    reopened().save(Map.of("TeamSettings", Map.of("SiteName", "Theirs")));
    hooks.changes.clear();

    configuration.reload();

    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Theirs");
    assertThat(hooks.changes).containsExactly("[TeamSettings]");
  }

  @Test
  void aPatchIsMadeToWhatAnotherServerHasKeptJustNow() {
    reopened().save(Map.of("TeamSettings", Map.of("SiteName", "Theirs")));

    configuration.patch(Map.of("TeamSettings", Map.of("MaxUsersPerTeam", 7)));

    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Theirs");
    assertThat(configuration.number("TeamSettings", "MaxUsersPerTeam")).isEqualTo(7);
  }

  @Test
  void whatIsFixedFromOutsideGoesFirstAndHidesWhatIsKept() {
    save("TeamSettings", "SiteName", "Kept");

    configuration.fix(
        Map.of("TeamSettings.SiteName", "Fixed", "TeamSettings.MaxUsersPerTeam", "7"));
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Fixed");
    assertThat(configuration.number("TeamSettings", "MaxUsersPerTeam")).isEqualTo(7);
    assertThat(configuration.fixed())
        .isEqualTo(Map.of("TeamSettings", Map.of("SiteName", true, "MaxUsersPerTeam", true)));

    save("TeamSettings", "SiteName", "Saved");
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Fixed");

    configuration.fix(Map.of());
    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Kept");
    assertThat(configuration.number("TeamSettings", "MaxUsersPerTeam")).isEqualTo(50);
  }

  @Test
  void whatIsFixedAndUnusableIsLeftOut() {
    configuration.fix(
        Map.of(
            "TeamSettings.SiteName", "Fixed",
            "TeamSettings.NoSuch", "x",
            "ServiceSettings.EnableTesting", "perhaps",
            "DisplaySettings.CustomURLSchemes", "git, ssh"));

    assertThat(configuration.text("TeamSettings", "SiteName")).isEqualTo("Fixed");
    assertThat(configuration.flag("ServiceSettings", "EnableTesting")).isFalse();
    assertThat(configuration.document().value("DisplaySettings", "CustomURLSchemes"))
        .isEqualTo(List.of("git", "ssh"));
  }

  private void save(String section, String name, Object value) {
    configuration.save(Map.of(section, Map.of(name, value)));
  }

  private void refused(String section, String name, Object value, String why) {
    assertFails(400, () -> save(section, name, value)).hasMessageContaining(why);
  }

  private ServerConfiguration reopened() {
    Surroundings surroundings = host.surroundings();
    return new ServerConfiguration(
        surroundings.database(), surroundings.clock(), surroundings.json(), HostHooks.NONE);
  }

  private static final class Listener implements HostHooks {
    private UnaryOperator<Bytes> change = UnaryOperator.identity();
    private final List<String> changes = new ArrayList<>();

    @Override
    public Asked<Bytes> configurationWillBeSaved(Bytes text) {
      try {
        return Asked.nobody(change.apply(text));
      } catch (AppError refused) {
        return new Asked<>(CompletableFuture.failedStage(refused));
      }
    }

    @Override
    public void configurationHasChanged(Document before, Document after) {
      changes.add(after.since(before).sections().keySet().toString());
    }
  }
}
