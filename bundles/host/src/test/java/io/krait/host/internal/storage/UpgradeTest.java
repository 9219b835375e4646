package io.krait.host.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.Bytes;
import io.krait.api.model.Channel;
import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.plugin.HostServices;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {

  private static final String V1 = "V1__chat.sql";
  private static final String V2 = "V2__files.sql";

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void whatAServerOfTheFirstVersionKeptIsThereAndFilesCanBeUsed() throws Exception {
    keepDataOfVersion1();

    assertDataAreThere(TestSettings.in(folder));
    assertThat(files())
        .containsExactlyInAnyOrder("files", "host.lock", "host.marker", "host.mv.db");
  }

  @Test
  void theSameAfterItWasCopiedToPostgreSql() throws Exception {
    keepDataOfVersion1();
    JdbcSettings empty = PostgresServer.shared().emptyDatabase();
    HostSettings target =
        TestSettings.with(
            folder, new JdbcSettings(empty.url(), empty.user(), "", "", true, 2), false);

    assertDataAreThere(target);
    // Once: what has come since stays.
    try (TestHost host = new TestHost(target, HostHooks.NONE)) {
      HostServices services = HostServices.in(host.surroundings(), new Passwords(8, 1));
      Team crew = services.teams().byName("crew");
      assertThat(
              services
                  .postLists()
                  .inChannel(
                      services.channels().byName(crew.id(), "deck", false).id(), Page.of(0, 0))
                  .order())
          .hasSize(3);
    }
  }

  private void assertDataAreThere(HostSettings settings) throws Exception {
    try (TestHost host = new TestHost(settings, HostHooks.NONE)) {
      HostServices services = HostServices.in(host.surroundings(), new Passwords(8, 1));
      User ada = services.logins().authenticate("ada", "correct horse", "192.0.2.1");
      User bob = services.users().byUsername("bob");
      Team crew = services.teams().byName("crew");
      Channel deck = services.channels().byName(crew.id(), "deck", false);
      Post root = services.posts().get("suoyyjfcjkkbqyyh4xakbny3ac");

      assertThat(ada.roles()).isEqualTo("system_user system_admin");
      assertThat(ada.nickname()).isEqualTo("Countess");
      assertThat(bob.props().get("customStatus")).contains("Pause");
      assertThat(services.users().byUsername("gone").deleteAt()).isPositive();
      assertThat(services.users().noneYet()).isFalse();
      assertThat(services.statuses().get(ada.id()).status()).isEqualTo("away");
      assertThat(services.sessions().byToken("dc8whzbka4he5frgmzebn1juuh"))
          .hasValueSatisfying(session -> assertThat(session.userId()).isEqualTo(ada.id()));
      assertThat(services.teamMembers().list(crew.id(), Page.of(0, 0))).hasSize(2);
      assertThat(services.channels().ofUser(crew.id(), ada.id(), false))
          .extracting(Channel::name)
          .contains("town-square", "off-topic", "deck");
      assertThat(services.channels().byName(crew.id(), "old", true).deleteAt()).isPositive();
      assertThat(root.message()).isEqualTo("Ahoy from Åda ⚓ #sea");
      assertThat(services.postLists().thread(root.id()).posts().values())
          .extracting(Post::message)
          .containsExactlyInAnyOrder("Ahoy from Åda ⚓ #sea", "Aye\nin two lines");
      assertThat(
              services
                  .postLists()
                  .inChannel(
                      services.directChannels().ofTwo(ada.id(), bob.id()).id(), Page.of(0, 0))
                  .posts()
                  .values())
          .extracting(Post::message)
          .containsExactly("in private");
      assertThat(services.reactions().of(root.id()))
          .extracting(Reaction::emojiName)
          .containsExactly("anchor");
      assertThat(services.preferences().get(ada.id(), "display", "theme").value())
          .isEqualTo("dark");
      assertThat(services.entries().get("com.example.counter", "count"))
          .isEqualTo(Bytes.copyOf(new byte[] {0, 1, (byte) 0xff}));

      FileInfo file =
          services
              .attachments()
              .upload(ada.id(), deck.id(), "chart.txt", new ByteArrayInputStream(CONTENT));
      Post post =
          services
              .posts()
              .create(
                  Post.builder()
                      .userId(ada.id())
                      .channelId(deck.id())
                      .message("here it is")
                      .fileIds(List.of(file.id()))
                      .build());
      assertThat(services.attachments().of(post))
          .extracting(FileInfo::name)
          .containsExactly("chart.txt");
      try (InputStream content = services.attachments().open(file.id())) {
        assertThat(content).hasBinaryContent(CONTENT);
      }
      assertThat(services.postLists().inChannel(deck.id(), Page.of(0, 0)).order()).hasSize(3);
    }
    assertThat(files())
        .containsExactlyInAnyOrder("files", "host.lock", "host.marker", "host.mv.db");
  }

  @Test
  void dataOfANewerVersionAreRefusedAndStayAsTheyAre() throws Exception {
    keepDataOfVersion1();
    open(V1, V2, "V3__colours.sql").close();

    assertRefused(V1, V2)
        .hasMessage(
            "cannot use data folder %s: its data have the form 3, which a newer version of Krait"
                + " has given them; start that one, bring back a copy of them from before it was"
                + " first started, or choose another folder by data.folder of io.krait.host",
            folder);
    open(V1, V2, "V3__colours.sql").close();
    assertThat(files())
        .containsExactlyInAnyOrder("files", "host.lock", "host.marker", "host.mv.db");
  }

  @Test
  void anUpgradeThatFailsHalfWayLeavesAllAsItWasAndCanBeTriedAgain() throws Exception {
    keepDataOfVersion1();

    for (int start = 0; start < 2; start++) {
      assertRefused(V1, V2, "V3__broken.sql")
          .hasMessageStartingWith("cannot use data folder " + folder)
          .hasMessageContaining("Table \"nowhere\" not found")
          .hasMessageContaining("they are as they were: start the version that was used before");
      assertThat(files()).containsExactlyInAnyOrder("host.lock", "host.mv.db");
    }
    assertThat(countEntries(open(V1))).isEqualTo(2);
    assertThat(countEntries(open(V1, V2, "V3__colours.sql"))).isEqualTo(2);
  }

  @Test
  void anUpgradeThatWasKilledIsDoneAnewByTheNextStart() throws Exception {
    keepDataOfVersion1();
    Files.writeString(folder.resolve("host-upgrade.mv.db"), "half of it");

    assertThat(countEntries(open(V1, V2))).isEqualTo(2);
    assertThat(files())
        .containsExactlyInAnyOrder("files", "host.lock", "host.marker", "host.mv.db");
  }

  @Test
  void anUpgradeOfADatabaseElsewhereThatFailsSaysThatItIsChanged() {
    HostSettings elsewhere = TestSettings.in(folder, "jdbc:h2:mem:broken;PASSWORD=secret");

    assertThatThrownBy(
            () -> new HostDatabase(elsewhere, new Migrations(List.of(V1, "V3__broken.sql"))))
        .isInstanceOf(UnusableException.class)
        .hasMessageStartingWith("cannot use database jdbc:h2:mem:broken…: ")
        .hasMessageContaining("they may be changed in part: bring back a copy")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAlone() throws Exception {
    Files.writeString(folder.resolve("host.mv.db"), "no database ".repeat(1000));
    byte[] before = data();

    assertRefused(V1, V2).hasMessageContaining("its data cannot be read");
    assertThat(data()).isEqualTo(before);
  }

  @Test
  void oneConnectionTellsThatADatabaseIsUpToDate() {
    FreshDatabase.putInto(folder);
    DataSource source = new DatabaseFile(folder).source();
    AtomicInteger connections = new AtomicInteger();
    DataSource counted =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> {
                  connections.incrementAndGet();
                  return method.invoke(source, arguments);
                });

    assertThat(new Migrations().areDone(counted, new Migrations.Place(Engine.H2, "", "", "")))
        .isTrue();
    assertThat(connections).hasValue(1);
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String... scripts) {
    return assertThatThrownBy(() -> open(scripts))
        .isInstanceOf(UnusableException.class)
        .hasMessageNotContaining("\n");
  }

  private HostDatabase open(String... scripts) {
    return new HostDatabase(TestSettings.in(folder), new Migrations(List.of(scripts)));
  }

  private static long countEntries(HostDatabase database) {
    try {
      return database
          .database()
          .inTransaction(sql -> sql.count("select count(*) from plugin_entries"));
    } finally {
      database.close();
    }
  }

  private byte[] data() throws Exception {
    return Files.readAllBytes(folder.resolve("host.mv.db"));
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void keepDataOfVersion1() throws Exception {
    try (Connection connection = DriverManager.getConnection(new DatabaseFile(folder).url());
        InputStream script = UpgradeTest.class.getResourceAsStream("of-version-1.sql")) {
      RunScript.execute(connection, new InputStreamReader(script, StandardCharsets.UTF_8));
    }
  }
}
