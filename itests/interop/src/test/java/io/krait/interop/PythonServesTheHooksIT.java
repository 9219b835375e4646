package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Message;
import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.PluginHooks;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.Transport;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.PluginHooksCalls;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.calls.UnaryCall;
import io.krait.protocol.contract.ContractTypes;
import io.krait.protocol.contract.RandomValues;
import io.krait.protocol.contract.Recorder;
import io.krait.protocol.convert.Disclosure;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A Python program serves every hook with the generated servicer; the host is Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@EnumSource(Transport.class)
class PythonServesTheHooksIT {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final CallTable<PluginHooks> calls =
      new CallTable<>(new PluginHooksCalls(Disclosure.FULL).unary());
  @Parameter Transport transport;
  @TempDir static Path temporary;
  private TransportRuntime runtime;
  private OpenChannel channel;
  private SentRequest sent;
  private AsyncPluginHooks hooks;
  private PythonPeer python;

  @BeforeParameterizedClassInvocation(injectArguments = false)
  void connect() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve(transport.name()));
    Endpoint.Unix socket = Endpoint.unix(folder.resolve("hooks.sock"));
    python = new PythonPeer(transport, folder, "hooks", socket.target());
    runtime = TransportRuntime.create();
    ChannelFactory channels = new ChannelFactory(runtime, TransportSettings.defaults());
    channel = transport == Transport.LANE ? channels.openLane(socket) : channels.open(socket);
    sent = new SentRequest(channel.calls());
    hooks =
        new AsyncRemotePluginHooks(
            new RemoteCalls(sent, channel.grpc(), new FlowCalls(runtime), method -> DEADLINE),
            Disclosure.TO_PLUGIN);
  }

  @AfterParameterizedClassInvocation(injectArguments = false)
  void disconnect() {
    channel.close();
    runtime.close();
    python.close();
  }

  /** All but Implemented, which the program answers by itself, and the one that streams. */
  static Stream<String> hooksWithHandlers() {
    return ContractTypes.hooks().getMethods().stream()
        .filter(method -> !method.isClientStreaming())
        .map(method -> method.getName())
        .filter(hook -> !hook.equals("Implemented"));
  }

  @ParameterizedTest
  @MethodSource("hooksWithHandlers")
  void pythonSeesTheArgumentsAndTheHostTheResult(String rpc) throws Exception {
    RandomValues values = new RandomValues(new Random(rpc.hashCode()));
    Object result = ContractMethods.result(ContractMethods.of(PluginHooks.class, rpc), values);
    Recorder answer = new Recorder();
    answer.answers(() -> result);
    // The request does not matter for the answer, but one that makes sense is needed to get it.
    Message anyRequest = request(rpc, values);
    python.tell(
        "answer %s %s"
            .formatted(
                rpc,
                PythonPeer.encode(calls.respond(rpc, answer.as(PluginHooks.class), anyRequest))));
    assertThat(python.line()).isEqualTo("ok");

    CompletionStage<?> received = call(rpc, values);

    assertThat(calls.parseRequest(rpc, PythonPeer.decode(python.line("seen " + rpc))))
        .isEqualTo(sent.last());
    assertThat(received.toCompletableFuture().get(DEADLINE.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(result);
  }

  @ParameterizedTest
  @MethodSource("hooksWithHandlers")
  void theHostSeesPythonsError(String rpc) throws Exception {
    RandomValues values = new RandomValues(new Random(rpc.hashCode()));
    AppError error = values.error();
    Function<AppError, ?> errorResponse = errorResponse(calls.get(rpc));
    python.tell(
        errorResponse == null
            ? "fail " + rpc + " broken on purpose"
            : "answer %s %s"
                .formatted(rpc, PythonPeer.encode((Message) errorResponse.apply(error))));
    assertThat(python.line()).isEqualTo("ok");

    CompletionStage<?> received = call(rpc, values);

    python.line("seen " + rpc);
    Throwable thrown =
        catchThrowable(
            () -> received.toCompletableFuture().get(DEADLINE.toSeconds(), TimeUnit.SECONDS));
    assertThat(thrown).isInstanceOf(ExecutionException.class).cause().isInstanceOf(AppError.class);
    if (errorResponse == null) {
      assertThat(thrown.getCause()).hasMessageContaining("broken on purpose");
    } else {
      assertThat(thrown.getCause()).isEqualTo(error);
    }
  }

  private static <T, Q, R> Function<AppError, R> errorResponse(UnaryCall<T, Q, R> call) {
    return call.errorResponse();
  }

  private CompletionStage<?> call(String rpc, RandomValues values) throws Exception {
    Method method = ContractMethods.of(AsyncPluginHooks.class, rpc);
    return (CompletionStage<?>)
        method.invoke(hooks, ContractMethods.arguments(method, values.withoutNeverSent()));
  }

  private static Message request(String rpc, RandomValues values) throws Exception {
    SentRequest unsent = new SentRequest(null);
    Method method = ContractMethods.of(AsyncPluginHooks.class, rpc);
    method.invoke(
        new AsyncRemotePluginHooks(
            new RemoteCalls(unsent, null, null, any -> null), Disclosure.TO_PLUGIN),
        ContractMethods.arguments(method, values.withoutNeverSent()));
    return unsent.last();
  }
}
