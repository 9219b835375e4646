package io.krait.deploy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveDeployerTest {
  private final FakeManager manager = new FakeManager();
  private long time = 1_000_000;
  @TempDir private Path folder;
  @TempDir private Path data;
  private ArchiveDeployer deployer;

  @BeforeEach
  void open() throws Exception {
    deployer = new ArchiveDeployer(manager, new Memory(data.resolve("memory")), true);
  }

  @AfterEach
  void close() throws Exception {
    deployer.close();
  }

  @Test
  void takesOnlyArchives() throws Exception {
    assertThat(deployer.canHandle(written("hello.tar.gz", "hello 1").toFile())).isTrue();
    assertThat(deployer.canHandle(written("Hello-1.0.TGZ", "hello 1").toFile())).isTrue();
    assertThat(deployer.canHandle(written(".hello.tgz", "hello 1").toFile())).isFalse();
    assertThat(deployer.canHandle(written("hello.tgz.part", "hello 1").toFile())).isFalse();
    assertThat(deployer.canHandle(Files.createDirectory(folder.resolve("a.tgz")).toFile()))
        .isFalse();
  }

  @Test
  void anArchiveThatIsNewIsInstalledAndEnabled() throws Exception {
    install(written("hello.tgz", "hello 1"));

    expect("install hello 1", "enable hello");
  }

  @Test
  void anArchiveThatIsReplacedUpdatesItsPluginAndLeavesItDisabledIfItWas() throws Exception {
    install(written("hello.tgz", "hello 1"));
    expect("install hello 1", "enable hello");
    manager.disable("hello");

    deployer.update(written("hello.tgz", "hello 2").toFile());

    expect("install hello 1", "enable hello", "disable hello", "install hello 2");
  }

  @Test
  void anArchiveThatIsTakenAwayTakesItsPluginAlong() throws Exception {
    Path archive = written("hello.tgz", "hello 1");
    install(archive);
    expect("install hello 1", "enable hello");

    Files.delete(archive);
    deployer.uninstall(archive.toFile());

    expect("install hello 1", "enable hello", "remove hello");
  }

  @Test
  void anArchiveThatIsReplacedByOneOfAnotherPluginChangesThePlugin() throws Exception {
    install(written("plugin.tgz", "hello 1"));
    expect("install hello 1", "enable hello");

    deployer.update(written("plugin.tgz", "goodbye 1").toFile());

    expect(
        "install hello 1", "enable hello", "install goodbye 1", "remove hello", "enable goodbye");
  }

  @Test
  void anOlderArchiveOfThePluginCanBeTakenAway() throws Exception {
    Path older = written("hello-1.tgz", "hello 1");
    install(older);
    expect("install hello 1", "enable hello");
    install(written("hello-2.tgz", "hello 2"));
    expect("install hello 1", "enable hello", "install hello 2");

    Files.delete(older);
    deployer.uninstall(older.toFile());
    install(written("last.tgz", "last 1"));

    expect("install hello 1", "enable hello", "install hello 2", "install last 1", "enable last");
  }

  @Test
  void anArchiveThatIsCutOffIsWaitedFor() throws Exception {
    byte[] content = gzip("hello 1");
    Path archive = folder.resolve("hello.tgz");
    write(archive, Arrays.copyOf(content, content.length - 5));
    install(archive);
    install(written("other.tgz", "other 1"));
    expect("install other 1", "enable other");

    write(archive, content);
    deployer.update(archive.toFile());

    expect("install other 1", "enable other", "install hello 1", "enable hello");
  }

  @Test
  void aBadArchiveDisturbsNobodyAndIsTriedAgainWhenItIsReplaced() throws Exception {
    Path bad = folder.resolve("bad.tgz");
    write(bad, "no archive".getBytes(StandardCharsets.UTF_8));
    install(bad);
    install(written("hello.tgz", "hello 1"));
    expect("install hello 1", "enable hello");

    deployer.update(written("bad.tgz", "good 1").toFile());

    expect("install hello 1", "enable hello", "install good 1", "enable good");
  }

  @Test
  void aPluginThatIsSlowHoldsUpNobody() throws Exception {
    var slow = manager.holdUp("slow");
    install(written("slow.tgz", "slow 1"));
    expect("install slow 1");
    install(written("hello.tgz", "hello 1"));
    expect("install slow 1", "install hello 1", "enable hello");

    slow.complete(null);

    expect("install slow 1", "install hello 1", "enable hello", "enable slow");
  }

  @Test
  void aRestartChangesNothingForArchivesThatAreTheSame() throws Exception {
    Path archive = written("hello.tgz", "hello 1");
    install(archive);
    expect("install hello 1", "enable hello");
    manager.disable("hello");

    restart();
    install(archive);
    install(written("other.tgz", "other 1"));

    expect("install hello 1", "enable hello", "disable hello", "install other 1", "enable other");
  }

  @Test
  void afterARestartWhatHasHappenedMeanwhileIsCaughtUpWith() throws Exception {
    Path gone = written("gone.tgz", "gone 1");
    Path changed = written("changed.tgz", "changed 1");
    install(gone);
    expect("install gone 1", "enable gone");
    install(changed);
    expect("install gone 1", "enable gone", "install changed 1", "enable changed");
    deployer.close();
    manager.asked().clear();
    Files.delete(gone);
    written("changed.tgz", "changed 2");

    deployer = new ArchiveDeployer(manager, new Memory(data.resolve("memory")), true);
    expect("remove gone");
    install(changed);

    expect("remove gone", "install changed 2");
  }

  @Test
  void aPluginThatIsMissingThoughItsArchiveIsThereComesBackWithTheNextStart() throws Exception {
    Path archive = written("hello.tgz", "hello 1");
    install(archive);
    expect("install hello 1", "enable hello");
    manager.remove("hello");
    manager.asked().clear();

    restart();
    install(archive);

    expect("install hello 1", "enable hello");
  }

  private void restart() throws Exception {
    deployer.close();
    deployer = new ArchiveDeployer(manager, new Memory(data.resolve("memory")), true);
  }

  private void install(Path archive) {
    deployer.install(archive.toFile());
  }

  private void expect(String... asked) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (!manager.asked().equals(List.of(asked)) && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
    assertThat(manager.asked()).containsExactly(asked);
  }

  private Path written(String name, String content) throws IOException {
    Path archive = folder.resolve(name);
    write(archive, gzip(content));
    return archive;
  }

  // Each time with another time of change, however fast the test is.
  private void write(Path archive, byte[] content) throws IOException {
    Files.write(archive, content);
    time += 1000;
    Files.setLastModifiedTime(archive, FileTime.fromMillis(time));
  }

  private static byte[] gzip(String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
