package io.krait.protocol;

import static io.krait.protocol.Wire.BYTES;
import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static io.krait.protocol.Wire.unary;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.StringValue;
import io.krait.api.AppError;
import io.krait.protocol.lane.v1.Use;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** What holds of a lane while callers block, and while its two ends come and go. */
@Isolated("it counts what the whole process has")
class LaneEndsTest {

  @RegisterExtension static final Wire wire = new Wire();

  @BeforeEach
  void useTheLane() {
    wire.use(Transport.LANE);
  }

  @Test
  void everyCallIsAnsweredOnceOrFailsWhileTheServerStops() {
    for (int round = 0; round < 30; round++) {
      Set<String> handled = ConcurrentHashMap.newKeySet();
      Set<String> twice = ConcurrentHashMap.newKeySet();
      BoundServer server =
          wire.serve(
              unary(
                  ECHO,
                  (StringValue request, Wire.Answer<StringValue> answer) -> {
                    if (!handled.add(request.getValue())) {
                      twice.add(request.getValue());
                    }
                    answer.accept(request);
                  }));
      CallTransport calls = wire.connect(server).calls();
      List<CompletableFuture<StringValue>> made = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        made.add(calls.call(ECHO, text("call " + i), LONG));
      }
      // All have been sent when the last one is answered, and as a rule not all are answered.
      assertThat(made.get(99)).succeedsWithin(LONG);
      for (int i = 100; i < 200; i++) {
        made.add(calls.call(ECHO, text("call " + i), LONG));
      }

      server.close(LONG);

      Set<String> answered = new HashSet<>();
      for (CompletableFuture<StringValue> one : made) {
        assertThat(one.handle((answer, failure) -> failure == null || failure instanceof AppError))
            .succeedsWithin(LONG)
            .isEqualTo(true);
        if (!one.isCompletedExceptionally()) {
          answered.add(one.join().getValue());
        }
      }
      assertThat(twice).isEmpty();
      // What was begun was answered, as the server has waited for it.
      assertThat(answered).containsExactlyInAnyOrderElementsOf(handled);
    }
  }

  @Test
  void aStreamThatEndsWhileTheServerStopsEndsInOrder() throws Exception {
    for (int round = 0; round < 30; round++) {
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch go = new CountDownLatch(1);
      BoundServer server =
          wire.serve(
              unary(
                  BYTES,
                  (BytesValue request, Wire.Answer<BytesValue> answer) -> {
                    started.countDown();
                    awaitLatch(go);
                    answer.accept(BytesValue.getDefaultInstance());
                  }));
      // Large enough to go as a stream.
      CompletableFuture<BytesValue> call =
          wire.connect(server)
              .calls()
              .call(BYTES, BytesValue.of(ByteString.copyFrom(new byte[100 << 10])), LONG);
      assertThat(started.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

      CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> server.close(LONG));
      go.countDown();

      assertThat(call).succeedsWithin(LONG);
      assertThat(closed).succeedsWithin(LONG);
    }
  }

  /** Calls whose first ones are not answered before {@code told} says who is to be told. */
  private static CallTransport callsAnsweredAfter(CountDownLatch told) {
    return wire.connect(
            wire.serve(
                unary(
                    ECHO,
                    (StringValue request, Wire.Answer<StringValue> answer) -> {
                      awaitLatch(told);
                      answer.accept(request);
                    })))
        .calls();
  }

  @Test
  void aCallerThatBlocksInItsCallbackHoldsUpNobody() {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CallTransport calls = callsAnsweredAfter(told);
    List<CompletableFuture<Void>> blocked = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      blocked.add(calls.call(ECHO, text("x"), LONG).thenAccept(answer -> awaitLatch(go)));
    }
    told.countDown();

    for (int i = 0; i < 100; i++) {
      assertThat(calls.call(ECHO, text("x"), LONG)).succeedsWithin(LONG);
    }

    assertThat(blocked).noneMatch(CompletableFuture::isDone);
    go.countDown();
    assertThat(CompletableFuture.allOf(blocked.toArray(CompletableFuture<?>[]::new)))
        .succeedsWithin(LONG);
  }

  @Test
  void aCallThatBlocksMayBeMadeInACallback() {
    CountDownLatch told = new CountDownLatch(1);
    CallTransport calls = callsAnsweredAfter(told);
    CompletableFuture<String> nested =
        calls
            .call(ECHO, text("a"), LONG)
            .thenApply(
                a -> {
                  String b = calls.await(ECHO, text("b"), LONG).getValue();
                  String c = calls.call(ECHO, text("c"), LONG).join().getValue();
                  return Thread.currentThread().getName().replaceAll("\\d", "")
                      + a.getValue()
                      + b
                      + c;
                });
    told.countDown();

    assertThat(nested).succeedsWithin(LONG).isEqualTo("krait-lane-abc");
  }

  @Test
  void aCallbackThatFailsHarmsNobody() {
    CallTransport calls = wire.connect(wire.serve(echo())).calls();
    for (int i = 0; i < 20; i++) {
      CompletableFuture<Object> failing =
          calls
              .call(ECHO, text("x"), LONG)
              .thenApply(
                  answer -> {
                    throw new StackOverflowError("a callback's own");
                  });
      assertThat(failureOf(failing)).isInstanceOf(StackOverflowError.class);
    }

    assertThat(calls.call(ECHO, text("x"), LONG)).succeedsWithin(LONG);
  }

  @Test
  void aThreadThatIsInterruptedHarmsNoCallOfOthers() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CallTransport calls =
        wire.connect(
                wire.serve(
                    unary(
                        ECHO,
                        (StringValue request, Wire.Answer<StringValue> answer) -> {
                          if (request.getValue().equals("wait")) {
                            awaitLatch(go);
                          }
                          answer.accept(request);
                        })))
            .calls();
    CompletableFuture<StringValue> others = calls.call(ECHO, text("wait"), LONG);
    CompletableFuture<CompletableFuture<StringValue>> own = new CompletableFuture<>();
    Thread interrupted =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              own.complete(calls.call(ECHO, text("own"), LONG));
            });
    interrupted.start();
    interrupted.join();

    assertThat(own.join()).succeedsWithin(LONG);
    go.countDown();
    assertThat(others).succeedsWithin(LONG);
  }

  @Test
  void aLargeMessageTakesNoMemoryOfItsSizeBesideTheHeap() {
    CallTransport calls =
        wire.connect(
                wire.serve(
                    unary(
                        BYTES,
                        (BytesValue request, Wire.Answer<BytesValue> a) -> a.accept(request))))
            .calls();
    long before = directMemory();

    calls.await(BYTES, BytesValue.of(ByteString.copyFrom(new byte[40 << 20])), LONG);

    assertThat(directMemory() - before).isLessThan(16 << 20);
  }

  private static long directMemory() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getTotalCapacity)
        .sum();
  }

  @Test
  void nothingIsLeftAfterTheRuntimeIsClosed() throws IOException {
    Path folder = Files.createTempDirectory("kr");
    // What Java itself opens once is open afterwards.
    useOnce(folder.resolve("first"));
    Set<String> before = descriptors();

    useOnce(folder.resolve("second"));

    assertThat(descriptors()).isEqualTo(before);
    Files.delete(folder);
  }

  private static void useOnce(Path socket) throws IOException {
    try (TransportRuntime runtime = TransportRuntime.create()) {
      BoundServer server =
          new ServerFactory(runtime, TransportSettings.defaults())
              .startLane(Endpoint.unix(socket), List.of(echo()));
      OpenChannel channel =
          new ChannelFactory(runtime, TransportSettings.defaults()).openLane(Endpoint.unix(socket));
      List<LanePeer> peers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        peers.add(LanePeer.connect(server));
        peers.add(LanePeer.connect(server, Use.USE_CALLS));
        peers.add(LanePeer.connect(server, Use.USE_STREAMS));
      }
      channel.calls().await(ECHO, text("x"), LONG);
      channel.calls().await(ECHO, text("x".repeat(100 << 10)), LONG);
      CompletableFuture<StringValue> open = channel.calls().call(ECHO, text("x"), LONG);
      open.handle((answer, failure) -> "over").join();
      for (LanePeer peer : peers) {
        peer.close();
      }
    }
  }

  private static Set<String> descriptors() throws IOException {
    Set<String> kinds = new HashSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      List<Path> all = open.toList();
      for (Path one : all) {
        try {
          String target = Files.readSymbolicLink(one).toString();
          if (target.startsWith("socket:") || target.contains("eventpoll")) {
            kinds.add(one.getFileName() + " " + target.replaceAll("\\d", ""));
          }
        } catch (IOException e) {
          // The folder itself, which is closed again.
        }
      }
    }
    return kinds;
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      latch.await(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoeverSaysNothingForTenSecondsIsHungUpOn() throws Exception {
    BoundServer server = wire.serve(echo());
    LanePeer.Host host = wire.onClose(new LanePeer.Host(wire.newFolder().resolve("s")));
    CallTransport calls = wire.connect(host.endpoint(), TransportSettings.defaults()).calls();

    CompletableFuture<StringValue> call = calls.call(ECHO, text("x"), null);
    try (LanePeer silentHost = host.accept();
        LanePeer silentClient = LanePeer.connect(server)) {
      silentClient.send(new byte[] {0, 0});
      AppError error = (AppError) failureOf(call);
      assertThat(error.detailedError()).contains("has not said welcome within 10 s");
      assertThat(silentHost.isHungUpOn()).isTrue();
      assertThat(silentClient.isHungUpOn()).isTrue();
    }
  }

  @Test
  void aServerThatIsStartedAnewAtTheSameSocketIsCalledAgain() throws IOException {
    BoundServer first = wire.serve(echo());
    OpenChannel channel = wire.connect(first);
    channel.calls().await(ECHO, text("x"), LONG);
    first.close(Duration.ofSeconds(1));
    assertThat(failureOf(channel.calls().call(ECHO, text("x"), LONG))).isInstanceOf(AppError.class);

    wire.onClose(
        new ServerFactory(wire.runtime(), TransportSettings.defaults())
            .startLane((Endpoint.Unix) first.endpoint(), List.of(echo())));

    assertThat(channel.calls().call(ECHO, text("x"), LONG)).succeedsWithin(LONG);
  }
}
