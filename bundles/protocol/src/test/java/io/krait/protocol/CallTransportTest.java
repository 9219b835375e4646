package io.krait.protocol;

import static io.krait.protocol.Wire.BYTES;
import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.UNKNOWN;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static io.krait.protocol.Wire.unary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.StringValue;
import io.grpc.ServerServiceDefinition;
import io.krait.api.AppError;
import io.netty.util.internal.InternalThreadLocalMap;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Transport.class)
class CallTransportTest {

  private static final TransportSettings SMALL =
      TransportSettings.builder().maxMessageBytes(1000).build();
  private static final BytesValue TOO_LARGE = bytes(1001);

  @RegisterExtension static final Wire wire = new Wire();

  CallTransportTest(Transport transport) {
    wire.use(transport);
  }

  @Test
  void answerArrivesOnOneOfOurThreads() {
    CountDownLatch release = new CountDownLatch(1);
    CallTransport calls =
        wire.connect(
                wire.serve(
                    unary(
                        ECHO,
                        (request, answer) -> {
                          awaitLatch(release);
                          answer.accept(request);
                        })))
            .calls();
    CompletableFuture<String> thread =
        calls
            .call(ECHO, text("hello"), LONG)
            .thenApply(answer -> answer.getValue() + " on " + Thread.currentThread().getName());
    release.countDown();

    assertThat(thread).succeedsWithin(LONG).asString().startsWith("hello on krait-");
  }

  @Test
  void callingLeavesNothingOnTheCallersThread() throws Exception {
    AtomicReference<Object> left = new AtomicReference<>("not run");
    Thread host =
        new Thread(
            () -> {
              CallTransport calls = wire.connect(wire.serve(echo())).calls();
              calls.await(ECHO, text("hello"), LONG);
              calls.call(ECHO, text("hello"), LONG).cancel(true);
              left.set(InternalThreadLocalMap.getIfSet());
            });
    host.start();
    host.join();

    assertThat(left.get()).isNull();
  }

  @Test
  void lateAnswerIsADeadlineErrorThatNamesTheMethod() {
    CallTransport calls = wire.connect(wire.serve(unary(ECHO, (request, answer) -> {}))).calls();

    AppError error = (AppError) failureOf(calls.call(ECHO, text("hello"), Duration.ofMillis(50)));

    assertThat(error.id()).isEqualTo("krait.call.deadline_exceeded");
    assertThat(error.message()).contains("Trial.Echo");
    assertThat(error.statusCode()).isEqualTo(504);
  }

  @Test
  void cancellingTheFutureReachesTheServer() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    CallTransport calls =
        wire.connect(
                wire.serve(
                    unary(
                        ECHO,
                        (request, answer) -> {
                          answer.onCancel(() -> cancelled.complete(null));
                          started.complete(null);
                        })))
            .calls();
    CompletableFuture<StringValue> future = calls.call(ECHO, text("hello"), null);
    assertThat(started).succeedsWithin(LONG);

    future.cancel(true);

    assertThat(cancelled).succeedsWithin(LONG);
  }

  @Test
  void interruptedWaitCancelsTheCallAndStaysInterrupted() throws Exception {
    CompletableFuture<Void> started = new CompletableFuture<>();
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    CompletableFuture<Object> seen = new CompletableFuture<>();
    CallTransport calls =
        wire.connect(
                wire.serve(
                    unary(
                        ECHO,
                        (request, answer) -> {
                          answer.onCancel(() -> cancelled.complete(null));
                          started.complete(null);
                        })))
            .calls();
    Thread waiting =
        new Thread(
            () -> {
              try {
                calls.await(ECHO, text("hello"), null);
              } catch (AppError e) {
                seen.complete(e.id() + " " + Thread.currentThread().isInterrupted());
              }
            });
    waiting.start();
    assertThat(started).succeedsWithin(LONG);

    waiting.interrupt();

    assertThat(seen).succeedsWithin(LONG).isEqualTo("krait.call.interrupted true");
    assertThat(cancelled).succeedsWithin(LONG);
  }

  @Test
  void errorOfTheServersCodeArrivesWhole() {
    AppError error =
        AppError.builder().id("a.b.c").message("no").statusCode(403).where("Echo").build();
    CallTransport calls =
        wire.connect(
                wire.serve(
                    unary(
                        ECHO,
                        (request, answer) -> {
                          throw error;
                        })))
            .calls();

    assertThat(failureOf(calls.call(ECHO, text("hello"), LONG))).isEqualTo(error);
    assertThatThrownBy(() -> calls.await(ECHO, text("hello"), LONG)).isEqualTo(error);
  }

  @Test
  void unknownMethodIsToldAndTheConnectionLivesOn() {
    CallTransport calls = wire.connect(wire.serve(echo())).calls();

    AppError error = (AppError) failureOf(calls.call(UNKNOWN, text("hello"), LONG));

    assertThat(error.id()).isEqualTo("krait.call.unknown_method");
    assertThat(error.message()).isEqualTo("the peer does not know the method Trial.NotThere");
    assertAnswers(calls);
  }

  @Test
  void requestOverOurLimitIsNotSentAndTheConnectionLivesOn() {
    BoundServer server = wire.serve(both(request -> request));
    CallTransport calls = wire.connect(server.endpoint(), SMALL).calls();

    assertTooLarge(calls.call(BYTES, TOO_LARGE, LONG));
    assertAnswers(calls);
  }

  @Test
  void requestOverTheServersLimitIsToldAndTheConnectionLivesOn() {
    BoundServer server = wire.serve(SMALL, both(request -> request));
    CallTransport calls = wire.connect(server).calls();

    assertTooLarge(calls.call(BYTES, TOO_LARGE, LONG));
    assertAnswers(calls);
  }

  @Test
  void answerOverTheServersLimitIsToldAndTheConnectionLivesOn() {
    BoundServer server = wire.serve(SMALL, both(request -> TOO_LARGE));
    CallTransport calls = wire.connect(server).calls();

    AppError error = assertTooLarge(calls.call(BYTES, bytes(1), LONG));
    assertThat(error.detailedError()).contains("more than the limit of 1000");
    assertAnswers(calls);
  }

  @Test
  void answerOverOurLimitIsToldAndTheConnectionLivesOn() {
    BoundServer server = wire.serve(both(request -> TOO_LARGE));
    CallTransport calls = wire.connect(server.endpoint(), SMALL).calls();

    assertTooLarge(calls.call(BYTES, bytes(1), LONG));
    assertAnswers(calls);
  }

  @Test
  void sixtyMebibytesPassInBothDirectionsWithAllDefaults() {
    CallTransport calls = wire.connect(wire.serve(both(request -> request))).calls();
    BytesValue large = bytes(60 << 20);

    assertThat(calls.await(BYTES, large, LONG).getValue().size()).isEqualTo(60 << 20);
  }

  @Test
  void garbageOnTheSocketHarmsNobodyElse() throws Exception {
    BoundServer server = wire.serve(echo());
    CallTransport calls = wire.connect(server).calls();
    assertAnswers(calls);

    try (SocketChannel garbage = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      garbage.connect(UnixDomainSocketAddress.of(((Endpoint.Unix) server.endpoint()).path()));
      garbage.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer answer = ByteBuffer.allocate(1000);
      while (garbage.read(answer) >= 0) {
        answer.clear();
      }
    }

    assertAnswers(calls);
  }

  @Test
  void peerThatSpeaksGarbageIsAClearError() throws Exception {
    try (ServerSocket peer = new ServerSocket(0)) {
      Thread speaker =
          new Thread(
              () -> {
                try (var socket = peer.accept()) {
                  socket
                      .getOutputStream()
                      .write(
                          "Hello, plugin here!\n".repeat(10).getBytes(StandardCharsets.US_ASCII));
                  socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                  // The client has hung up.
                }
              });
      speaker.start();
      CallTransport calls =
          wire.connect(Endpoint.tcp("127.0.0.1", peer.getLocalPort()), TransportSettings.defaults())
              .calls();

      AppError error = (AppError) failureOf(calls.call(ECHO, text("hello"), LONG));

      assertThat(error.id()).startsWith("krait.call.");
      assertThat(error.message()).contains("Trial.Echo");
      speaker.join();
    }
  }

  @Test
  void peerThatIsGoneIsUnavailableAtOnce() {
    BoundServer server = wire.serve(echo());
    CallTransport calls = wire.connect(server).calls();
    assertAnswers(calls);
    server.close();

    AppError error = (AppError) failureOf(calls.call(ECHO, text("hello"), null));

    assertThat(error.id()).isEqualTo("krait.call.unavailable");
    assertThat(error.message()).contains("Trial.Echo").contains("cannot be reached");
  }

  @Test
  void oneCallTooManyFailsBeforeItIsSent() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    BoundServer server =
        wire.serve(
            unary(
                ECHO,
                (request, answer) -> {
                  awaitLatch(release);
                  answer.accept(request);
                }));
    CallTransport calls =
        wire.connect(server.endpoint(), TransportSettings.builder().maxConcurrentCalls(2).build())
            .calls();
    List<CompletableFuture<StringValue>> running = new ArrayList<>();
    running.add(calls.call(ECHO, text("1"), LONG));
    running.add(calls.call(ECHO, text("2"), LONG));

    AppError error = (AppError) failureOf(calls.call(ECHO, text("3"), LONG));
    release.countDown();

    assertThat(error.id()).isEqualTo("krait.call.too_many");
    assertThat(error.detailedError()).contains("2 calls to this peer run already");
    running.forEach(future -> assertThat(future).succeedsWithin(LONG));
    assertAnswers(calls);
  }

  @Test
  void thousandsOfCallsAtOnceAreAllAnswered() {
    TransportSettings many = TransportSettings.builder().maxConcurrentCalls(5000).build();
    CallTransport calls = wire.connect(wire.serve(many, echo()).endpoint(), many).calls();
    List<CompletableFuture<StringValue>> answers = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      answers.add(calls.call(ECHO, text("n" + i), LONG));
    }

    for (int i = 0; i < 5000; i++) {
      assertThat(answers.get(i)).succeedsWithin(LONG).isEqualTo(text("n" + i));
    }
  }

  private static AppError assertTooLarge(CompletableFuture<BytesValue> answer) {
    AppError error = (AppError) failureOf(answer);
    assertThat(error.id()).as(error.toString()).isEqualTo("krait.call.message_too_large");
    assertThat(error.statusCode()).isEqualTo(413);
    assertThat(error.message()).contains("Trial.Bytes");
    return error;
  }

  private static void assertAnswers(CallTransport calls) {
    assertThat(calls.await(ECHO, text("still there?"), LONG)).isEqualTo(text("still there?"));
  }

  static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerServiceDefinition both(UnaryOperator<BytesValue> answer) {
    return ServerServiceDefinition.builder("krait.test.Trial")
        .addMethod(echo().getMethod(ECHO.getFullMethodName()))
        .addMethod(
            unary(
                    BYTES,
                    (BytesValue request, Wire.Answer<BytesValue> to) ->
                        to.accept(answer.apply(request)))
                .getMethod(BYTES.getFullMethodName()))
        .build();
  }

  private static BytesValue bytes(int size) {
    return BytesValue.of(ByteString.copyFrom(new byte[size]));
  }
}
