package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.LARGEST_FILE;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.CheckedFile;
import io.krait.api.model.Channel;
import io.krait.api.model.FileInfo;
import io.krait.api.model.UploadSession;
import io.krait.api.model.User;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.images.Images;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadSessionsTest {

  @TempDir Path folder;

  private final List<FileInfo> seen = new ArrayList<>();
  private CompletableFuture<Optional<CheckedFile>> verdict =
      CompletableFuture.completedFuture(Optional.empty());

  @AutoClose private TestHost host;
  private Attachments files;
  private UploadSessions uploads;
  private User ada;
  private Channel channel;

  @BeforeEach
  void open() {
    host =
        new TestHost(
            folder,
            new HostHooks() {
              @Override
              public Asked<Optional<CheckedFile>> fileWillBeUploaded(FileInfo file, Path content) {
                seen.add(file);
                return new Asked<>(verdict);
              }
            });
    restart();
    ada = host.user("ada");
    channel = host.channel(host.team("crew"), "deck");
  }

  private void restart() {
    files = new Attachments(host.surroundings(), host.users(), host.channels(), new Images());
    uploads = new UploadSessions(host.surroundings(), host.users(), host.channels(), files);
  }

  @Test
  void aFileComesInPiecesAndIsStoredWithTheLastOne() throws IOException {
    UploadSession upload = uploads.create(wanted("plan.txt", 9));

    assertThat(upload.type()).isEqualTo("attachment");
    assertThat(append(upload, 0, "one")).isEmpty();
    assertThat(append(upload, 3, "")).isEmpty();
    assertThat(append(upload, 3, "two")).isEmpty();
    assertThat(uploads.get(upload.id()).fileOffset()).isEqualTo(6);
    assertThat(seen).isEmpty();
    FileInfo file = append(upload, 6, "six").orElseThrow();

    assertThat(file.name()).isEqualTo("plan.txt");
    assertThat(file.size()).isEqualTo(9);
    assertThat(file.creatorId()).isEqualTo(ada.id());
    assertThat(file.channelId()).isEqualTo(channel.id());
    assertThat(seen).extracting(FileInfo::id).containsExactly(file.id());
    try (InputStream content = files.open(file.id())) {
      assertThat(content).hasBinaryContent("onetwosix".getBytes(UTF_8));
    }
    assertFails(404, () -> uploads.get(upload.id()));
    assertThat(uploads.of(ada.id())).isEmpty();
    assertThat(contents()).isOne();
  }

  @Test
  void anUploadGoesOnAfterARestart() {
    UploadSession upload = uploads.create(wanted("plan.txt", 6));
    append(upload, 0, "one");

    restart();

    assertThat(uploads.of(ada.id())).extracting(UploadSession::fileOffset).containsExactly(3L);
    assertThat(append(upload, 3, "two")).isPresent();
  }

  @Test
  void aPieceThatDoesNotFitIsRefusedAndChangesNothing() {
    UploadSession upload = uploads.create(wanted("plan.txt", 6));
    append(upload, 0, "one");

    assertFails(400, () -> append(upload, 0, "one"));
    assertFails(400, () -> append(upload, 4, "o"));
    assertFails(400, () -> append(upload, 3, "more"));
    assertFails(404, () -> append(upload.toBuilder().id("nothing").build(), 0, "x"));
    assertThat(uploads.get(upload.id()).fileOffset()).isEqualTo(3);
    assertThat(contents()).isOne();
    assertThat(append(upload, 3, "two")).isPresent();
  }

  @Test
  void whatAHookRejectsIsForgottenAndWhatTheServerFailsAtIsNot() {
    UploadSession rejected = uploads.create(wanted("worm.exe", 4));
    verdict = CompletableFuture.failedFuture(AppError.of("plugin.rejects", "no", 400));
    assertFails(400, () -> append(rejected, 0, "worm"));
    assertFails(404, () -> uploads.get(rejected.id()));
    assertThat(contents()).isZero();

    UploadSession failed = uploads.create(wanted("plan.txt", 4));
    verdict = CompletableFuture.failedFuture(new IOException("no space"));
    assertFails(500, () -> append(failed, 0, "plan"));
    verdict = CompletableFuture.completedFuture(Optional.empty());
    assertThat(append(failed, 4, "")).isPresent();
    assertThat(contents()).isOne();
  }

  @Test
  void onlyOnePieceComesAtATime() {
    UploadSession upload = uploads.create(wanted("plan.txt", 4));
    verdict = new CompletableFuture<>();
    var first = uploads.append(upload.id(), 0, stream("plan"), Runnable::run);

    assertFails(400, () -> append(upload, 4, ""));
    verdict.complete(Optional.empty());

    assertThat(new Asked<>(first).await()).isPresent();
  }

  @Test
  void whatCannotBeUploadedIsRefusedFromTheStart() {
    refused("file_size", wanted("a", 0));
    refused("type", wanted("a", 1).toBuilder().type("import").build());
    refused("user_id", wanted("a", 1).toBuilder().userId("").build());
    refused("user_id", wanted("a", 1).toBuilder().userId(channel.id()).build());
    refused("channel_id", wanted("a", 1).toBuilder().channelId("").build());
    refused("req_file_id", wanted("a", 1).toBuilder().reqFileId("x").build());
    assertFails(400, () -> uploads.create(wanted("", 1)));
    assertFails(413, () -> uploads.create(wanted("a", LARGEST_FILE + 1)));
    assertFails(404, () -> uploads.create(wanted("a", 1).toBuilder().channelId(ada.id()).build()));
    for (int i = 0; i < 100; i++) {
      uploads.create(wanted("a", 1));
    }
    assertFails(429, () -> uploads.create(wanted("a", 1)));
    host.surroundings()
        .configuration()
        .save(Map.of("FileSettings", Map.of("EnableFileAttachments", false)));
    assertFails(501, () -> uploads.create(wanted("a", 1)));
  }

  private void refused(String field, UploadSession upload) {
    assertFails(400, () -> uploads.create(upload))
        .extracting("id")
        .isEqualTo("model.upload_session.is_valid." + field + ".app_error");
  }

  @Test
  void theFileGetsTheIdThatIsAskedForOnce() {
    String id = host.surroundings().ids().next();
    UploadSession one = uploads.create(wanted("a", 1).toBuilder().reqFileId(id).build());
    UploadSession two = uploads.create(wanted("b", 1).toBuilder().reqFileId(id).build());

    assertThat(append(one, 0, "x").orElseThrow().id()).isEqualTo(id);
    assertFails(409, () -> append(two, 0, "y"));
    refused("req_file_id", wanted("a", 1).toBuilder().reqFileId(id).build());
    assertThat(contents()).isOne();
  }

  @Test
  void whatNobodyGoesOnWithIsForgottenAfterADay() {
    UploadSession left = uploads.create(wanted("a", 6));
    append(left, 0, "one");
    host.later(Duration.ofHours(23));
    UploadSession young = uploads.create(wanted("b", 6));
    uploads.sweep();
    assertThat(uploads.of(ada.id())).hasSize(2);

    host.later(Duration.ofHours(1));
    uploads.sweep();

    assertThat(uploads.of(ada.id())).containsExactly(young);
    assertThat(contents()).isZero();
  }

  private UploadSession wanted(String name, long size) {
    return UploadSession.builder()
        .userId(ada.id())
        .channelId(channel.id())
        .filename(name)
        .fileSize(size)
        .build();
  }

  private Optional<FileInfo> append(UploadSession upload, long offset, String piece) {
    return new Asked<>(uploads.append(upload.id(), offset, stream(piece), Runnable::run)).await();
  }

  private static InputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(UTF_8));
  }

  private long contents() {
    try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
