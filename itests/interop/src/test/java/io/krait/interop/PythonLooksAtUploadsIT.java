package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Bytes;
import io.krait.api.CheckedFile;
import io.krait.api.HookName;
import io.krait.api.PluginApi;
import io.krait.api.model.FileInfo;
import io.krait.api.model.FileWillBeUploadedResult;
import io.krait.api.model.PluginContext;
import io.krait.protocol.Transport;
import io.krait.runtime.internal.dispatch.UploadDispatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plugins in Python look at uploaded files: as streams, and in one piece as the contract has it.
 */
@ParameterizedClass
@EnumSource(Transport.class)
class PythonLooksAtUploadsIT {

  private static final String FIRST = "a.streams";
  private static final String SECOND = "b.one.piece";
  private static final int MEBI = 1 << 20;
  private static final int WHOLE = 60 * MEBI;
  private static final PluginContext CONTEXT = PluginContext.builder().requestId("r").build();

  /**
   * Answers as the file's name says; otherwise changes a's to b's, and tells what memory it took.
   */
  private static final String STREAMS =
      """
      import os
      import resource

      from mattermost_plugin import HookName, Plugin, hook


      def peak():
          return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


      class Streams(Plugin):
          @hook(HookName.FileWillBeUploadedStream)
          %s(self, context, info, upload):
              if info.name == "as it is":
                  return None
              if info.name == "refused early":
                  return "nothing of that kind"
              before = peak()
              size = 0
              %s part in upload.stream():
                  size += len(part)
                  %supload.write(part.replace(b"a", b"b"))
                  if info.name == "refused late" and b"virus" in part:
                      return f"a virus below {size}"
                  if info.name == "deadly":
                      os.kill(os.getpid(), 9)
              info.extension = str(peak() - before)
              return info
      """;

  private static final String ONE_PIECE =
      """
      from mattermost_plugin import HookName, Plugin, hook


      class OnePiece(Plugin):
          @hook(HookName.FileWillBeUploaded)
          def look(self, context, info, content):
              assert info.size == len(content)
              if info.name == "refused":
                  return "no"
              return content.replace(b"a", b"b")
      """;

  private static final String MAIN =
      """


      if __name__ == "__main__":
          from mattermost_plugin.server import run_plugin

          run_plugin(%s)
      """;

  @TempDir Path folder;
  @TempDir Path cache;
  @TempDir Path temporary;
  private LivePlugins plugins;
  private UploadDispatch uploads;
  private final Transport transport;

  PythonLooksAtUploadsIT(Transport transport) {
    this.transport = transport;
  }

  @BeforeEach
  void open() throws Exception {
    plugins = new LivePlugins(cache, new PluginApi() {}, transport);
    uploads = new UploadDispatch(plugins.dispatch(), 1024L * MEBI, WHOLE, temporary);
  }

  @AfterEach
  void close() throws Exception {
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).as("temporary files that are left").isEmpty();
    }
    uploads.close();
    plugins.close();
  }

  private void start(String id, String source, String className) throws Exception {
    Path place = Files.createDirectory(folder.resolve(id));
    Files.writeString(place.resolve("plugin.py"), source + MAIN.formatted(className));
    plugins
        .supervise(id, place, "plugin.py")
        .start()
        .get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);
    plugins.opened();
  }

  private void startStreams(boolean coroutine) throws Exception {
    start(
        FIRST,
        coroutine
            ? STREAMS.formatted("async def look", "async for", "await ")
            : STREAMS.formatted("def look", "for", ""),
        "Streams");
  }

  private void startOnePiece() throws Exception {
    start(SECOND, ONE_PIECE, "OnePiece");
  }

  private CheckedFile upload(String name, InputStream content) throws IOException {
    return uploads.fileWillBeUploaded(CONTEXT, FileInfo.builder().name(name).build(), content);
  }

  /** So many a's. */
  private static InputStream content(long size) {
    return new InputStream() {
      private long left = size;

      @Override
      public int read() {
        return left-- > 0 ? 'a' : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        if (left <= 0) {
          return -1;
        }
        int count = (int) Math.min(left, length);
        Arrays.fill(bytes, offset, offset + count, (byte) 'a');
        left -= count;
        return count;
      }
    };
  }

  private static void assertAllAre(char expected, long size, CheckedFile file) throws IOException {
    assertThat(Files.size(file.content())).isEqualTo(size);
    try (InputStream in = Files.newInputStream(file.content())) {
      byte[] part = in.readNBytes(MEBI);
      byte[] all = new byte[MEBI];
      Arrays.fill(all, (byte) expected);
      while (part.length > 0) {
        assertThat(Arrays.equals(part, 0, part.length, all, 0, part.length)).isTrue();
        part = in.readNBytes(MEBI);
      }
    }
  }

  private void largeFilesAreReplacedInConstantMemory() throws Exception {
    long size = 96L * MEBI;

    try (CheckedFile file = upload("large", content(size))) {
      assertThat(file.passedOver()).isEmpty();
      assertThat(file.rejectionReason()).isEmpty();
      assertThat(file.isReplaced()).isTrue();
      assertThat(file.info().size()).isEqualTo(size);
      assertThat(Integer.parseInt(file.info().extension()))
          .as("KiB that the plugin took while it looked at %d MiB", size / MEBI)
          .isLessThan(24 << 10);
      assertAllAre('b', size, file);
    }
  }

  @Test
  void aFunctionReplacesLargeFilesInConstantMemory() throws Exception {
    startStreams(false);
    largeFilesAreReplacedInConstantMemory();
  }

  @Test
  void aCoroutineReplacesLargeFilesInConstantMemory() throws Exception {
    startStreams(true);
    largeFilesAreReplacedInConstantMemory();
  }

  @Test
  void filesAreLeftAsTheyAreAndRefusedEarlyAndLate() throws Exception {
    startStreams(false);
    byte[] infected = new byte[8 * MEBI];
    System.arraycopy("virus".getBytes(), 0, infected, 5 * MEBI + 10, 5);

    try (CheckedFile file = upload("as it is", content(40L * MEBI))) {
      assertThat(file.isReplaced()).isFalse();
      assertThat(file.passedOver()).isEmpty();
      assertAllAre('a', 40L * MEBI, file);
    }
    try (CheckedFile file = upload("refused early", content(40L * MEBI))) {
      assertThat(file.rejectionReason()).contains("nothing of that kind");
    }
    try (CheckedFile file = upload("refused late", new ByteArrayInputStream(infected))) {
      assertThat(file.rejectionReason()).contains("a virus below " + (5 * MEBI + 65536));
    }
  }

  @Test
  void aPluginThatIsKilledInTheMiddleIsPassedOverAndTheOthersAreAsked() throws Exception {
    startStreams(false);
    startOnePiece();

    try (CheckedFile file = upload("deadly", content(40L * MEBI))) {
      assertThat(file.passedOver()).containsExactly(FIRST);
      assertThat(file.info().extension()).isEmpty();
      assertAllAre('b', 40L * MEBI, file);
    }
  }

  @Test
  void aPluginWithoutTheExtensionGetsTheFileInOnePieceUpToTheBoundOfAMessage() throws Exception {
    startOnePiece();

    try (CheckedFile file = upload("large", content(WHOLE))) {
      assertThat(file.passedOver()).isEmpty();
      assertAllAre('b', WHOLE, file);
    }
    try (CheckedFile file = upload("refused", content(1))) {
      assertThat(file.rejectionReason()).contains("no");
    }
    try (CheckedFile file = upload("too large", content(WHOLE + 1L))) {
      assertThat(file.passedOver()).containsExactly(SECOND);
      assertAllAre('a', WHOLE + 1L, file);
    }
  }

  @Test
  void hostsThatKnowTheContractAloneAreAnsweredByTheSameHandler() throws Exception {
    startStreams(false);

    assertThat(plugins.dispatch().handlersOf(HookName.FILE_WILL_BE_UPLOADED))
        .isEqualTo(List.of(FIRST));
    FileWillBeUploadedResult result =
        plugins
            .dispatch()
            .blocking()
            .fileWillBeUploaded(
                CONTEXT, FileInfo.builder().name("small").build(), Bytes.utf8("banana"));

    assertThat(result.modifiedContent().toUtf8()).isEqualTo("bbnbnb");
  }
}
