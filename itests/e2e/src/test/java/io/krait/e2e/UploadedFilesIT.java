package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that people upload, and that plugins see before they are stored. */
class UploadedFilesIT {

  private static final String SHOUTING = "com.example.shouting";
  private static final int LARGE = Integer.getInteger("krait.uploads.largeMebibytes", 100);

  /** Changes files named so from their first byte to the last, and tells what memory that took. */
  private static final String SHOUT =
      """
      import resource

      from mattermost_plugin import HookName, Plugin, hook


      def peak():
          return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


      class Tested(Plugin):
          @hook(HookName.FileWillBeUploadedStream)
          def shout(self, context, info, upload):
              if not info.name.endswith(".quiet"):
                  return None
              before = peak()
              for part in upload.stream():
                  upload.write(part.upper())
              info.name = f"took.{peak() - before}"
              return info
      """;

  @TempDir private static Path folder;
  private static Path data;
  @AutoClose private static Server server;
  private static RestClient ann;
  private static String channel;

  @BeforeAll
  static void start() throws Exception {
    data = folder.resolve("data");
    Server.configure(data, "io.krait.host", Map.of("max.file.mebibytes", Integer.toString(LARGE)));
    server =
        Server.start(
            data,
            Workspace.example("file_guard", folder),
            Workspace.plugin(SHOUTING, SHOUT, folder));
    ann = server.client().signUp("ann");
    channel = ann.newTeam("home");
  }

  @Test
  void aPictureIsStoredWithoutWhatItTellsOfItsMaker() throws Exception {
    byte[] picture = HexFormat.of().parseHex("ffd8" + "ffe10006686f6d65" + "ffda0004" + "cafeffd9");

    JsonNode info = upload("cat.jpg", picture);
    String id = info.path("id").asText();
    String post =
        ann.post("/posts", Map.of("channel_id", channel, "message", "", "file_ids", List.of(id)))
            .expect(201)
            .text("id");

    assertThat(info.path("size").asInt()).isEqualTo(picture.length - 8);
    try (InputStream content = ann.file(id)) {
      assertThat(content)
          .hasBinaryContent(HexFormat.of().parseHex("ffd8" + "ffda0004" + "cafeffd9"));
    }
    JsonNode files = ann.get("/posts/" + post + "/files/info").expect(200).body();
    assertThat(files.findValuesAsText("id")).containsExactly(id);
    assertThat(files.findValuesAsText("mime_type")).containsExactly("image/jpeg");
  }

  @Test
  void aProgramIsRefusedWithTheReasonThatThePluginGives() throws Exception {
    long before = contents();

    RestClient.Answer refused =
        ann.uploadFile(channel, "cat.png", BodyPublishers.ofString("#!/bin/sh")).expect(400);

    assertThat(refused.text("message"))
        .isEqualTo("File rejected by plugin. cat.png is a program, whatever its name says");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aFileThatNoPluginMindsIsStoredAsItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("plain.txt"), "plain");

    JsonNode info = ann.uploadFile(channel, file).expect(201).body().path("file_infos").get(0);

    assertThat(info.path("name").asText()).isEqualTo("plain.txt");
    try (InputStream content = ann.file(info.path("id").asText())) {
      assertThat(content).hasContent("plain");
    }
  }

  @Test
  void aLargeFilePassesThroughAPluginInLittleMemory() throws Exception {
    long size = (long) LARGE << 20;

    JsonNode info =
        ann.uploadFile(
                channel,
                "large.quiet",
                BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(() -> new Letters('a', size)), size))
            .expect(201)
            .body()
            .path("file_infos")
            .get(0);

    assertThat(info.path("size").asLong()).isEqualTo(size);
    assertThat(Integer.parseInt(info.path("name").asText().substring("took.".length())))
        .as("mebibytes that the plugin took")
        .isLessThan(64);
    try (InputStream content = ann.file(info.path("id").asText());
        InputStream expected = new Letters('A', size)) {
      byte[] here = content.readNBytes(1 << 20);
      for (long read = 0; read < size; read += here.length, here = content.readNBytes(1 << 20)) {
        assertThat(here.length).as("bytes after " + read).isPositive();
        assertThat(Arrays.equals(here, expected.readNBytes(here.length))).isTrue();
      }
      assertThat(content.read()).isNegative();
    }
    RestClient.Answer refused =
        ann.uploadFile(
                channel,
                "larger.quiet",
                BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(() -> new Letters('a', size + 1)), size + 1))
            .expect(413);
    assertThat(refused.text("id")).isEqualTo("api.file.upload_file.too_large_detailed.app_error");
  }

  private static JsonNode upload(String name, byte[] content) {
    return ann.uploadFile(channel, name, BodyPublishers.ofByteArray(content))
        .expect(201)
        .body()
        .path("file_infos")
        .get(0);
  }

  private static long contents() {
    try (Stream<Path> files = Files.walk(data.resolve("host/files"))) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One letter over and over. */
  private static final class Letters extends InputStream {
    private final char letter;
    private long left;

    Letters(char letter, long size) {
      this.letter = letter;
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? letter : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      Arrays.fill(buffer, offset, offset + count, (byte) letter);
      left -= count;
      return count;
    }
  }
}
