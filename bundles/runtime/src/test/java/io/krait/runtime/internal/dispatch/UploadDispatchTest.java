package io.krait.runtime.internal.dispatch;

import static io.krait.api.testing.Eventually.eventually;
import static io.krait.runtime.internal.dispatch.Plugins.CONTEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.CheckedFile;
import io.krait.api.PluginHooks;
import io.krait.api.model.FileInfo;
import io.krait.api.model.FileWillBeUploadedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.StreamedUploadRequest;
import io.krait.api.model.StreamedUploadResponse;
import io.krait.api.model.UploadVerdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way through several plugins. */
class UploadDispatchTest {

  private static final int MOST = 300_000;
  private static final int WHOLE = 1000;

  @TempDir Path folder;
  private final HookDispatch dispatch = new HookDispatch(Plugins.settings(100));
  private UploadDispatch uploads;

  @BeforeEach
  void open() {
    uploads = new UploadDispatch(dispatch, MOST, WHOLE, folder.resolve("uploads"));
  }

  @AfterEach
  void close() {
    assertThat(leftFiles()).as("temporary files that are left").isEmpty();
    uploads.close();
    dispatch.close();
  }

  private List<Path> leftFiles() {
    try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CheckedFile upload(String content) throws IOException {
    return uploads.fileWillBeUploaded(
        CONTEXT,
        FileInfo.builder().name("a.txt").size(-1).build(),
        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(CheckedFile file) throws IOException {
    return Files.readString(file.content());
  }

  /** A plugin that takes a file as a stream and answers when it has all of it. */
  private static PluginHooks streaming(Function<String, List<StreamedUploadResponse>> answer) {
    return new PluginHooks() {
      @Override
      public Flow.Publisher<StreamedUploadResponse> fileWillBeUploadedStream(
          Flow.Publisher<StreamedUploadRequest> requests) {
        return subscriber -> requests.subscribe(new Reading(subscriber, answer));
      }
    };
  }

  private static final class Reading
      implements Flow.Subscriber<StreamedUploadRequest>, Flow.Subscription {
    private final Flow.Subscriber<? super StreamedUploadResponse> answers;
    private final Function<String, List<StreamedUploadResponse>> answer;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private Flow.Subscription requests;

    Reading(
        Flow.Subscriber<? super StreamedUploadResponse> answers,
        Function<String, List<StreamedUploadResponse>> answer) {
      this.answers = answers;
      this.answer = answer;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      requests = subscription;
      answers.onSubscribe(this);
      subscription.request(1);
    }

    @Override
    public void onNext(StreamedUploadRequest part) {
      assertThat(part.bodyChunk().size()).isLessThanOrEqualTo(65536);
      assertThat(part.init().isPresent()).isEqualTo(content.size() == 0);
      content.writeBytes(part.bodyChunk().toByteArray());
      requests.request(1);
    }

    @Override
    public void onError(Throwable failure) {
      answers.onError(failure);
    }

    @Override
    public void onComplete() {
      List<StreamedUploadResponse> messages =
          answer.apply(content.toString(StandardCharsets.UTF_8));
      messages.forEach(answers::onNext);
      answers.onComplete();
    }

    @Override
    public void request(long n) {
      // No test answers with more than is asked for at once.
    }

    @Override
    public void cancel() {
      requests.cancel();
    }
  }

  private static StreamedUploadResponse part(String text) {
    return StreamedUploadResponse.builder().bodyChunk(Bytes.utf8(text)).build();
  }

  private static StreamedUploadResponse verdict(UploadVerdict.Builder verdict) {
    return StreamedUploadResponse.builder().verdict(verdict.build()).build();
  }

  private static PluginHooks replacing(Function<String, String> edit) {
    return streaming(
        content ->
            List.of(
                part(edit.apply(content)), verdict(UploadVerdict.builder().contentReplaced(true))));
  }

  /** A plugin that knows the contract's form alone. */
  private static PluginHooks whole(Function<String, String> edit) {
    return new PluginHooks() {
      @Override
      public FileWillBeUploadedResult fileWillBeUploaded(
          PluginContext context, FileInfo file, Bytes content) {
        assertThat(file.size()).isEqualTo(content.size());
        return FileWillBeUploadedResult.builder()
            .modifiedContent(Bytes.utf8(edit.apply(content.toUtf8())))
            .build();
      }
    };
  }

  @Test
  void withoutPluginsTheFileIsAsItCame() throws IOException {
    try (CheckedFile file = upload("abc")) {
      assertThat(text(file)).isEqualTo("abc");
      assertThat(file.isReplaced()).isFalse();
      assertThat(file.info().size()).isEqualTo(3);
      assertThat(file.rejectionReason()).isEmpty();
    }
  }

  @Test
  void eachPluginSeesWhatTheOneBeforeItHasLeftInWhateverForm() throws IOException {
    dispatch.register("a", 3, replacing(content -> content + "a"));
    dispatch.register("b", 2, whole(content -> content + "b"));
    dispatch.register("c", 1, replacing(content -> content + "c"));

    try (CheckedFile file = upload("x")) {
      assertThat(text(file)).isEqualTo("xabc");
      assertThat(file.isReplaced()).isTrue();
      assertThat(file.info()).isEqualTo(FileInfo.builder().name("a.txt").size(4).build());
    }
  }

  @Test
  void contentOfSeveralPartsArrivesWhole() throws IOException {
    List<Integer> seen = new ArrayList<>();
    dispatch.register(
        "a",
        0,
        streaming(
            content -> {
              seen.add(content.length());
              return List.of(verdict(UploadVerdict.builder()));
            }));

    for (int size : new int[] {0, 1, 65535, 65536, 65537, MOST}) {
      try (CheckedFile file = upload("x".repeat(size))) {
        assertThat(file.isReplaced()).isFalse();
        assertThat(file.passedOver()).isEmpty();
      }
    }

    assertThat(seen).containsExactly(0, 1, 65535, 65536, 65537, MOST);
  }

  @Test
  void aRejectionEndsThePass() throws IOException {
    dispatch.register("a", 2, replacing(content -> "replaced"));
    dispatch.register(
        "b",
        1,
        streaming(
            content ->
                List.of(
                    part("forgotten"),
                    verdict(UploadVerdict.builder().rejectionReason("no").contentReplaced(true)))));
    dispatch.register(
        "c",
        0,
        whole(
            content -> {
              throw new AssertionError("asked after a rejection");
            }));

    try (CheckedFile file = upload("x")) {
      assertThat(file.rejectionReason()).contains("no");
      assertThat(file.passedOver()).isEmpty();
    }
  }

  @Test
  void aFileMayBeReplacedByNothing() throws IOException {
    dispatch.register(
        "a",
        0,
        streaming(content -> List.of(verdict(UploadVerdict.builder().contentReplaced(true)))));

    try (CheckedFile file = upload("x")) {
      assertThat(text(file)).isEmpty();
      assertThat(file.info().size()).isZero();
    }
  }

  @Test
  void informationIsReplacedAndTheSizeMeasured() throws IOException {
    FileInfo other = FileInfo.builder().name("b.txt").size(77).build();
    dispatch.register(
        "a",
        0,
        streaming(content -> List.of(verdict(UploadVerdict.builder().modifiedFileInfo(other)))));

    try (CheckedFile file = upload("abc")) {
      assertThat(file.info()).isEqualTo(FileInfo.builder().name("b.txt").size(3).build());
      assertThat(file.isReplaced()).isFalse();
    }
  }

  @Test
  void aPluginThatFailsOrBreaksOffIsPassedOver() throws IOException {
    dispatch.register(
        "a",
        4,
        streaming(
            content -> {
              throw new IllegalStateException("broken");
            }));
    dispatch.register("b", 3, streaming(content -> List.of(part("half"))));
    dispatch.register(
        "c",
        2,
        streaming(content -> List.of(verdict(UploadVerdict.builder()), part("afterwards"))));
    dispatch.register("d", 1, replacing(content -> content + "y".repeat(MOST)));
    dispatch.register("e", 0, replacing(content -> content + "!"));

    try (CheckedFile file = upload("x")) {
      assertThat(file.passedOver()).containsExactly("a", "b", "c", "d");
      assertThat(text(file)).isEqualTo("x!");
    }
  }

  @Test
  void whoTakesFilesInOnePieceIsPassedOverForLargeOnes() throws IOException {
    dispatch.register("a", 1, whole(content -> "whole"));
    dispatch.register("b", 0, replacing(content -> content.substring(1)));

    try (CheckedFile file = upload("x".repeat(WHOLE + 1))) {
      assertThat(file.passedOver()).containsExactly("a");
      assertThat(file.info().size()).isEqualTo(WHOLE);
    }
    try (CheckedFile file = upload("x".repeat(WHOLE))) {
      assertThat(file.passedOver()).isEmpty();
      assertThat(text(file)).isEqualTo("hole");
    }
  }

  @Test
  void aFileBeyondTheLimitIsRefused() {
    assertThatThrownBy(() -> upload("x".repeat(MOST + 1)))
        .isInstanceOf(AppError.class)
        .hasMessageContaining("more than " + MOST + " bytes")
        .extracting(error -> ((AppError) error).statusCode())
        .isEqualTo(413);
  }

  @Test
  void contentThatCannotBeReadIsAnError() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the client has gone");
          }
        };

    assertThatThrownBy(
            () -> uploads.fileWillBeUploaded(CONTEXT, FileInfo.builder().build(), broken))
        .isInstanceOf(IOException.class)
        .hasMessage("the client has gone");
  }

  @Test
  void whatAnEarlierRunHasLeftIsDeleted() throws IOException {
    Path left = Files.writeString(folder.resolve("uploads").resolve("upload-1"), "x");

    new UploadDispatch(dispatch, MOST, WHOLE, folder.resolve("uploads")).close();

    assertThat(left).doesNotExist();
  }

  @Test
  void noThreadIsHeldWhilePluginsHaveFilesAndWhoGivesUpLeavesNothing() throws IOException {
    AtomicInteger cancelled = new AtomicInteger();
    dispatch.register("silent", 0, silent(cancelled));
    List<CompletableFuture<CheckedFile>> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      waiting.add(uploads.fileWillBeUploaded(CONTEXT, info(), written("x")).toCompletableFuture());
    }
    eventually(() -> assertThat(leftFiles()).as("a file and an answer each").hasSize(100));

    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    waiting.forEach(upload -> upload.cancel(true));

    eventually(() -> assertThat(cancelled).hasValue(50));
    eventually(() -> assertThat(leftFiles()).isEmpty());
  }

  @Test
  void aFileThatTheCallerHasWrittenIsTakenOverAndIsGoneInTheEnd() throws Exception {
    dispatch.register("a", 1, replacing(content -> content + "a"));
    dispatch.register("b", 0, whole(content -> content + "b"));
    Path content = written("x");

    try (CheckedFile file =
        uploads
            .fileWillBeUploaded(CONTEXT, info(), content)
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS)) {
      assertThat(text(file)).isEqualTo("xab");
      assertThat(content).doesNotExist();
    }
  }

  @Test
  void aWrittenFileBeyondTheLimitIsRefusedAndDeleted() throws IOException {
    CompletableFuture<CheckedFile> refused =
        uploads
            .fileWillBeUploaded(CONTEXT, info(), written("x".repeat(MOST + 1)))
            .toCompletableFuture();

    assertThat(refused)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .havingCause()
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.statusCode()).isEqualTo(413));
  }

  private Path written(String content) throws IOException {
    return Files.writeString(
        Files.createTempFile(folder.resolve("uploads"), "caller-", ""), content);
  }

  private static FileInfo info() {
    return FileInfo.builder().name("a.txt").build();
  }

  /** A plugin that reads nothing and says nothing. */
  private static PluginHooks silent(AtomicInteger cancelled) {
    return new PluginHooks() {
      @Override
      public Flow.Publisher<StreamedUploadResponse> fileWillBeUploadedStream(
          Flow.Publisher<StreamedUploadRequest> requests) {
        return subscriber ->
            subscriber.onSubscribe(
                new Flow.Subscription() {
                  @Override
                  public void request(long count) {}

                  @Override
                  public void cancel() {
                    cancelled.incrementAndGet();
                  }
                });
      }
    };
  }
}
