package io.krait.host.internal.chat;

import static io.krait.host.internal.chat.TestHost.LARGEST_FILE;
import static io.krait.host.internal.chat.TestHost.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.CheckedFile;
import io.krait.api.model.Channel;
import io.krait.api.model.FileInfo;
import io.krait.api.model.GetFileInfosOptions;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.images.ImageHeader;
import io.krait.host.internal.images.ImageKind;
import io.krait.host.internal.images.Images;
import io.krait.host.internal.images.TestPictures;
import io.krait.host.internal.storage.FileStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {

  @TempDir Path folder;

  @AutoClose private TestHost host;
  private Attachments files;
  private User ada;
  private Channel channel;

  @BeforeEach
  void open() {
    host = new TestHost(folder, HostHooks.NONE);
    files = attachments();
    ada = host.user("ada");
    channel = host.channel(host.team("crew"), "deck");
  }

  @Test
  void whatFollowsFromTheNameOfAFileIsKnown() {
    FileInfo picture = upload("C:\\pictures\\Cat.JPG", "meow");
    FileInfo other = upload("Makefile", "all:");

    assertThat(picture.name()).isEqualTo("Cat.JPG");
    assertThat(picture.extension()).isEqualTo("jpg");
    assertThat(picture.mimeType()).isEqualTo("image/jpeg");
    assertThat(picture.size()).isEqualTo(4);
    assertThat(other.extension()).isEmpty();
    assertThat(other.mimeType()).isEqualTo("application/octet-stream");
    assertThat(files.get(picture.id())).isEqualTo(picture);
    assertFails(400, () -> upload("folder/", "x"));
    assertFails(400, () -> upload("two\nlines", "x"));
    assertFails(400, () -> upload("x".repeat(257), "x"));
  }

  @Test
  void noFileComesToWhereNobodyCanPost() {
    host.channels().archive(channel.id());

    assertFails(403, () -> upload("a", "x"));
    assertFails(404, () -> files.upload(ada.id(), "nothing", "a", stream("x")));
    assertThat(contents()).isZero();
  }

  @Test
  void aCrashLosesNoFileThatTheDatabaseKnowsAndLeavesNoOther() throws IOException {
    FileStore store = host.surroundings().files();
    FileInfo known = FileInfo.builder().id(host.surroundings().ids().next()).build();
    store.receive(known.id(), stream("known"));
    store.receive(host.surroundings().ids().next(), stream("unknown"));
    host.surroundings()
        .database()
        .inTransaction(
            sql -> {
              FileRows.insert(sql, known, known.id());
              return known;
            });

    Attachments afterTheCrash = attachments();

    assertThat(contents()).isOne();
    try (InputStream content = afterTheCrash.open(known.id())) {
      assertThat(content).hasBinaryContent("known".getBytes(UTF_8));
    }
  }

  @Test
  void whatCannotBeWrittenDownIsAFailureOfTheServerAndLeavesNothing() {
    HostHooks losing =
        new HostHooks() {
          @Override
          public Asked<Optional<CheckedFile>> fileWillBeUploaded(FileInfo file, Path content) {
            return Asked.nobody(Optional.of(new Lost(file)));
          }
        };
    Surroundings ours = host.surroundings();
    Surroundings surroundings =
        new Surroundings(
            ours.database(), ours.files(), ours.clock(), ours.ids(), ours.json(), losing);
    files = new Attachments(surroundings, host.users(), host.channels(), new Images());

    assertFails(500, () -> upload("a", "x")).hasMessageContaining("cannot be stored");
    assertThat(contents()).isZero();
    assertThat(files.list(GetFileInfosOptions.builder().build(), Page.of(0, 0))).isEmpty();
  }

  /** A file whose content cannot be taken over. */
  private record Lost(FileInfo info) implements CheckedFile {
    @Override
    public Optional<String> rejectionReason() {
      return Optional.empty();
    }

    @Override
    public Path content() {
      return Path.of("there", "is", "nothing");
    }

    @Override
    public boolean isReplaced() {
      return false;
    }

    @Override
    public List<String> passedOver() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  @Test
  void aFileMayBeAsLargeAsIsSaidAndNoLarger() {
    assertThat(upload("a", "x".repeat((int) LARGEST_FILE)).size()).isEqualTo(LARGEST_FILE);
    assertFails(413, () -> upload("b", "x".repeat((int) LARGEST_FILE + 1)));
    assertThat(contents()).isOne();
  }

  @Test
  void whatNobodyAttachesIsDeletedAfterADayAndRemovedAfterAnother() {
    FileInfo forgotten = upload("forgotten", "x");
    FileInfo ofAPlugin = files.upload(channel.id(), "kept", stream("x"));
    host.later(Duration.ofDays(1).minusMillis(1));
    FileInfo recent = upload("recent", "x");
    files.sweep();
    assertThat(files.get(forgotten.id())).isEqualTo(forgotten);

    host.later(Duration.ofMillis(1));
    files.sweep();
    assertFails(404, () -> files.get(forgotten.id()));
    assertFails(400, () -> post(forgotten));
    assertThat(contents()).isEqualTo(3);
    post(recent);

    host.later(Duration.ofDays(1));
    files.sweep();
    assertThat(contents()).isEqualTo(2);
    assertThat(all()).containsExactly(ofAPlugin.id(), recent.id());
  }

  @Test
  void whatPluginsHaveUploadedOrCopiedCanBeAttachedLongAfterwards() throws IOException {
    FileInfo original = upload("original", "x");
    FileInfo copy = files.get(files.copy(ada.id(), List.of(original.id())).get(0));
    FileInfo uploaded = files.upload(channel.id(), "uploaded", stream("x"));
    for (int day = 0; day < 3; day++) {
      host.later(Duration.ofDays(1));
      files.sweep();
    }

    assertFails(404, () -> files.get(original.id()));
    assertThat(files.of(post(copy, uploaded)))
        .extracting(FileInfo::name)
        .containsExactly("original", "uploaded");
    try (InputStream content = files.open(copy.id())) {
      assertThat(content).hasBinaryContent("x".getBytes(UTF_8));
    }
  }

  @Test
  void theFilesOfADeletedPostAreRemovedAfterADayUnlessTheyAreOthersToo() throws IOException {
    FileInfo alone = upload("alone", "x");
    FileInfo shared = upload("shared", "shared");
    Post deleted = post(alone, shared);
    String copy = files.copy(ada.id(), List.of(shared.id())).get(0);
    Post other = post(files.get(copy));
    posts().delete(deleted.id());
    files.sweep();
    assertThat(contents()).isEqualTo(2);

    host.later(Duration.ofDays(1));
    files.sweep();
    assertThat(contents()).isOne();
    try (InputStream content = files.open(copy)) {
      assertThat(content).hasBinaryContent("shared".getBytes(UTF_8));
    }

    posts().delete(other.id());
    host.later(Duration.ofDays(1));
    files.sweep();
    files.sweep();
    assertThat(contents()).isZero();
    assertThat(all()).containsExactly(alone.id(), shared.id(), copy);
  }

  @Test
  void aPictureHasASizeAndSmallerPicturesThatGoWithIt() throws IOException {
    FileInfo picture = upload("sea.png", TestPictures.png(3000, 1500));
    FileInfo transparent = upload("glass.png", TestPictures.transparentPng(30, 20));

    assertThat(picture.width()).isEqualTo(3000);
    assertThat(picture.height()).isEqualTo(1500);
    assertThat(picture.hasPreviewImage()).isTrue();
    assertThat(size(picture.miniPreview().orElseThrow().toByteArray()))
        .isEqualTo(new ImageHeader(ImageKind.JPEG, 16, 8));
    assertThat(files.get(picture.id())).isEqualTo(picture);
    assertThat(size(files.preview(picture.id())))
        .isEqualTo(new ImageHeader(ImageKind.JPEG, 1920, 960));
    assertThat(size(files.thumbnail(picture.id())))
        .isEqualTo(new ImageHeader(ImageKind.JPEG, 120, 60));
    assertThat(size(files.preview(transparent.id())))
        .isEqualTo(new ImageHeader(ImageKind.PNG, 30, 20));
    assertThat(contents()).isEqualTo(6);

    String copy = files.copy(ada.id(), List.of(picture.id())).get(0);
    assertThat(files.get(copy).width()).isEqualTo(3000);
    assertThat(files.preview(copy)).isPresent();
    posts().delete(post(picture).id());
    posts().delete(post(transparent).id());
    host.later(Duration.ofDays(1));
    files.sweep();
    assertThat(contents()).isEqualTo(3);
    assertThat(size(files.thumbnail(copy))).isEqualTo(new ImageHeader(ImageKind.JPEG, 120, 60));
    posts().delete(post(files.get(copy)).id());
    host.later(Duration.ofDays(1));
    files.sweep();
    assertThat(contents()).isZero();
  }

  @Test
  void whatIsOnlyCalledAPictureIsAFileLikeOthers() {
    FileInfo none = upload("a.png", "<html>");
    FileInfo other = upload("b.txt", TestPictures.png(9, 9));
    byte[] broken = TestPictures.of("jpeg", 50, 40);
    FileInfo half = upload("c.jpg", Arrays.copyOf(broken, 300));

    assertThat(none.width()).isZero();
    assertThat(none.hasPreviewImage()).isFalse();
    assertThat(none.miniPreview()).isEmpty();
    assertThat(other.width()).isZero();
    assertThat(files.preview(other.id())).isEmpty();
    assertThat(files.thumbnail(half.id()).isPresent()).isEqualTo(half.hasPreviewImage());
    assertFails(404, () -> files.preview("nothing"));
  }

  private static ImageHeader size(Optional<Attachments.SmallerPicture> picture) throws IOException {
    try (InputStream content = picture.orElseThrow().content()) {
      byte[] bytes = content.readAllBytes();
      assertThat(bytes).hasSize((int) picture.get().size());
      return size(bytes);
    }
  }

  private static ImageHeader size(byte[] picture) throws IOException {
    return ImageHeader.read(new ByteArrayInputStream(picture)).orElseThrow();
  }

  private FileInfo upload(String name, byte[] content) {
    return files.upload(ada.id(), channel.id(), name, new ByteArrayInputStream(content));
  }

  private Posts posts() {
    return host.services().posts();
  }

  private Post post(FileInfo... attached) {
    return posts()
        .create(
            Post.builder()
                .userId(ada.id())
                .channelId(channel.id())
                .message("see")
                .fileIds(Stream.of(attached).map(FileInfo::id).toList())
                .build());
  }

  private List<String> all() {
    return files
        .list(GetFileInfosOptions.builder().includeDeleted(true).build(), Page.of(0, 0))
        .stream()
        .map(FileInfo::id)
        .toList();
  }

  private Attachments attachments() {
    return new Attachments(host.surroundings(), host.users(), host.channels(), new Images());
  }

  private FileInfo upload(String name, String content) {
    return files.upload(ada.id(), channel.id(), name, stream(content));
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
