package io.krait.protocol;

import static io.krait.protocol.CallTransportTest.awaitLatch;
import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.STREAM;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static io.krait.protocol.Wire.unary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.StringValue;
import io.grpc.ServerServiceDefinition;
import io.krait.api.AppError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Transport.class)
class TransportRuntimeTest {

  @Parameter Transport transport;

  private final List<Thread> before = threads();

  @AutoClose
  private final TransportRuntime runtime =
      TransportRuntime.builder().handlersEndWithin(Duration.ofMillis(200)).build();

  @Test
  void nothingRemainsAfterCloseWhateverWasOpen() throws Exception {
    AccessToken token = AccessToken.random(new SecureRandom());
    Path folder = Files.createTempDirectory("kr").resolve("sockets");
    BoundServer unix = start(folder.resolve("api"), echo());
    BoundServer tcp =
        new ServerFactory(runtime, TransportSettings.defaults())
            .start(Endpoint.loopback(), List.of(echo()), token);
    ChannelFactory channels = new ChannelFactory(runtime, TransportSettings.defaults());
    open(unix.endpoint()).calls().await(ECHO, text("hi"), LONG);
    channels.open(tcp.endpoint(), token).calls().await(ECHO, text("hi"), LONG);
    OpenChannel nobody = open(Endpoint.unix(folder.resolve("nobody")));
    assertThat(failureOf(nobody.calls().call(ECHO, text("hi"), LONG)))
        .hasMessageContaining("cannot be reached");

    runtime.close();

    assertThat(newThreads()).isEmpty();
    assertThat(folder).doesNotExist();
    Files.delete(folder.getParent());
  }

  @Test
  void callsAndStreamsThatHangAreEndedByClose() throws Exception {
    Path folder = Files.createTempDirectory("kr");
    CountDownLatch started = new CountDownLatch(2);
    BoundServer server =
        start(
            folder.resolve("api"),
            ServerServiceDefinition.builder(ECHO.getServiceName())
                .addMethod(
                    unary(
                            ECHO,
                            (StringValue request, Wire.Answer<StringValue> to) ->
                                started.countDown())
                        .getMethod(ECHO.getFullMethodName()))
                .addMethod(
                    STREAM,
                    new FlowCalls(runtime)
                        .handler(
                            (Flow.Publisher<StringValue> requests) -> {
                              started.countDown();
                              return Later.never();
                            }))
                .build());
    OpenChannel channel = open(server.endpoint());
    CompletableFuture<StringValue> call = channel.calls().call(ECHO, text("hi"), null);
    Recorder answers = Recorder.asking(1);
    Numbers requests = Numbers.forEver();
    new FlowCalls(runtime).call(channel.grpc(), STREAM, requests, null).subscribe(answers);
    awaitLatch(started);

    runtime.close();

    assertThat(failureOf(call)).isInstanceOf(AppError.class);
    assertThat(failureOf(answers.done)).isInstanceOf(AppError.class);
    assertThat(requests.cancelled).succeedsWithin(LONG);
    assertThat(newThreads()).isEmpty();
    Files.delete(folder);
  }

  @Test
  void codeThatBlocksInACallIsInterruptedByClose() throws Exception {
    Path folder = Files.createTempDirectory("kr");
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Void> interrupted = new CompletableFuture<>();
    BoundServer server =
        start(
            folder.resolve("api"),
            unary(
                ECHO,
                (StringValue request, Wire.Answer<StringValue> to) -> {
                  started.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.complete(null);
                  }
                }));
    CompletableFuture<StringValue> call =
        open(server.endpoint()).calls().call(ECHO, text("hi"), null);
    awaitLatch(started);

    runtime.close();

    assertThat(interrupted).succeedsWithin(LONG);
    assertThat(call).isCompletedExceptionally();
    assertThat(newThreads()).isEmpty();
    Files.delete(folder);
  }

  @Test
  void afterCloseEverythingIsRefusedClearly() throws IOException {
    Path folder = Files.createTempDirectory("kr");
    Endpoint.Unix endpoint = Endpoint.unix(folder.resolve("api"));
    OpenChannel channel = new ChannelFactory(runtime, TransportSettings.defaults()).open(endpoint);
    runtime.close();

    AppError call = (AppError) failureOf(channel.calls().call(ECHO, text("hi"), LONG));
    Recorder answers = Recorder.asking(1);
    new FlowCalls(runtime).call(channel.grpc(), STREAM, Numbers.to(1), null).subscribe(answers);

    assertThat(call.detailedError()).contains("the transport is closed");
    assertThat(((AppError) failureOf(answers.done)).detailedError()).contains("is closed");
    assertThatThrownBy(
            () -> new ChannelFactory(runtime, TransportSettings.defaults()).open(endpoint))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the transport is closed");
    assertThatThrownBy(() -> start(endpoint.path(), echo()))
        .isInstanceOf(IllegalStateException.class);
    Files.delete(folder);
  }

  @Test
  void closingTwiceAtOnceReturnsWhenAllIsDone() throws Exception {
    CompletableFuture<Void> first = CompletableFuture.runAsync(runtime::close);
    CompletableFuture<Void> second = CompletableFuture.runAsync(runtime::close);

    assertThat(CompletableFuture.allOf(first, second)).succeedsWithin(LONG);
    assertThat(newThreads()).isEmpty();
  }

  private BoundServer start(Path socket, ServerServiceDefinition service) throws IOException {
    ServerFactory servers = new ServerFactory(runtime, TransportSettings.defaults());
    return transport == Transport.LANE
        ? servers.startLane(Endpoint.unix(socket), List.of(service))
        : servers.start(Endpoint.unix(socket), List.of(service));
  }

  private OpenChannel open(Endpoint endpoint) throws IOException {
    ChannelFactory channels = new ChannelFactory(runtime, TransportSettings.defaults());
    return transport == Transport.LANE && endpoint instanceof Endpoint.Unix unix
        ? channels.openLane(unix)
        : channels.open(endpoint);
  }

  /** Threads that the test has made and that do not end by themselves at once. */
  private List<String> newThreads() throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (Thread thread : threads()) {
      if (!before.contains(thread)
          && thread.getName().matches("(?i).*(krait|grpc|netty|nio|globalEvent).*")) {
        // An executor counts a thread as gone a moment before the thread is.
        thread.join(500);
        if (thread.isAlive()) {
          names.add(thread.getName());
        }
      }
    }
    return names;
  }

  private static List<Thread> threads() {
    return List.copyOf(Thread.getAllStackTraces().keySet());
  }
}
