package io.krait.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SocketFolderTest {

  @TempDir Path temporary;

  @Test
  void itsPathIsShortAndItGoesWithTheSocketsInIt() throws IOException {
    SocketFolder folder = SocketFolder.in(temporary);
    bind(folder.path().resolve("1.sock"));

    assertThat(folder.path().getFileName().toString()).hasSizeLessThan(24);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
        .isEqualTo("rwx------");
    folder.remove();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void temporaryFilesWithALongPathAreNotWhereSocketsAre() throws IOException {
    Path deep = Files.createDirectories(temporary.resolve("d".repeat(110)));
    Path own = Files.createDirectory(temporary.resolve("own"));

    assertThat(SocketFolder.shortest(temporary, null)).isEqualTo(temporary);
    assertThat(SocketFolder.shortest(deep, own.toString())).isEqualTo(own);
    assertThat(SocketFolder.shortest(deep, null).toString()).hasSizeLessThan(30);
    assertThat(SocketFolder.shortest(deep, own + "/missing").toString()).hasSizeLessThan(30);
  }

  @Test
  @Timeout(60)
  void whatAKilledProcessLeavesGoesWithTheNextFolderAndNotBefore() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = other.inputReader(UTF_8)) {
      Path theirs = Path.of(output.readLine());

      SocketFolder first = SocketFolder.in(temporary);
      SocketFolder second = SocketFolder.in(temporary);
      assertThat(theirs.resolve("1.sock")).exists();

      other.destroyForcibly().waitFor();
      SocketFolder third = SocketFolder.in(temporary);
      assertThat(temporary)
          .isDirectoryNotContaining(theirs::equals)
          .isDirectoryContaining(first.path()::equals)
          .isDirectoryContaining(second.path()::equals);
      first.remove();
      second.remove();
      third.remove();
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  /** Has a folder with a socket in it until it is killed. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws Exception {
      SocketFolder folder = SocketFolder.in(Path.of(arguments[0]));
      bind(folder.path().resolve("1.sock"));
      System.out.println(folder.path());
      Thread.currentThread().join();
    }
  }

  @Test
  void whatOneOfOursDoesNotHaveInItIsLeftAlone() throws IOException {
    Path withAnotherFile = Files.createDirectory(temporary.resolve("krait-other1-00000001"));
    Files.writeString(withAnotherFile.resolve("lock"), "\n");
    Files.writeString(withAnotherFile.resolve("notes"), "dear to somebody");
    Path withoutLock = Files.createDirectory(temporary.resolve("krait-other1-00000002"));
    Path justBeingMade = Files.createDirectory(temporary.resolve("krait-other1-00000003"));
    Files.createFile(justBeingMade.resolve("lock"));
    Path ofAnotherName = Files.createDirectory(temporary.resolve("krait-data"));
    Files.writeString(ofAnotherName.resolve("lock"), "\n");
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("lock"), "\n");
    Path link = Files.createSymbolicLink(temporary.resolve("krait-other1-00000004"), elsewhere);
    Path left = Files.createDirectory(temporary.resolve("krait-other1-00000005"));
    Files.writeString(left.resolve("lock"), "\n");

    SocketFolder.in(temporary).remove();

    assertThat(left).doesNotExist();
    assertThat(withAnotherFile.resolve("notes")).exists();
    assertThat(withAnotherFile.resolve("lock")).exists();
    assertThat(withoutLock).exists();
    assertThat(justBeingMade).exists();
    assertThat(ofAnotherName.resolve("lock")).exists();
    assertThat(elsewhere.resolve("lock")).exists();
    assertThat(link).isSymbolicLink();
  }

  private static void bind(Path socket) throws IOException {
    // The file stays when it is closed.
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
    }
  }
}
