package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.Nullable;
import io.krait.api.PluginHooks;
import io.krait.protocol.CallTransport;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
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
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Python program serves every hook with the generated servicer; the host is Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonServesTheHooksIT {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final CallTable<PluginHooks> calls =
      new CallTable<>(new PluginHooksCalls(Disclosure.FULL).unary());
  private final Recorder local = new Recorder();
  private final AtomicReference<Message> sent = new AtomicReference<>();
  private TransportRuntime runtime;
  private OpenChannel channel;
  private AsyncPluginHooks hooks;
  private PythonPeer python;

  @BeforeAll
  void connect(@TempDir Path folder) throws Exception {
    Path socket = folder.resolve("hooks.sock");
    python = new PythonPeer(folder, "hooks", socket.toString());
    runtime = TransportRuntime.create();
    channel = new ChannelFactory(runtime, TransportSettings.defaults()).open(Endpoint.unix(socket));
    hooks =
        new AsyncRemotePluginHooks(
            new RemoteCalls(
                new RememberingTransport(),
                channel.grpc(),
                new FlowCalls(runtime),
                method -> DEADLINE),
            Disclosure.TO_PLUGIN);
  }

  @AfterAll
  void disconnect() {
    channel.close();
    runtime.close();
    python.close();
  }

  /** Keeps the request as it goes out. */
  private final class RememberingTransport implements CallTransport {
    @Override
    public <Q, R> CompletableFuture<R> call(
        MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline) {
      sent.set((Message) request);
      return channel.calls().call(method, request, deadline);
    }
  }

  static Stream<String> allHooks() {
    return ContractTypes.hooks().getMethods().stream()
        .filter(method -> !method.isClientStreaming())
        .map(method -> method.getName());
  }

  static Stream<String> hooksWithHandlers() {
    return allHooks().filter(hook -> !hook.equals("Implemented"));
  }

  @ParameterizedTest
  @MethodSource("allHooks")
  void pythonSeesTheArgumentsAndTheHostTheResult(String rpc) throws Exception {
    RandomValues values = new RandomValues(new Random(rpc.hashCode()));
    AnnotatedType returned = method(PluginHooks.class, rpc).getAnnotatedReturnType();
    Object result = returned.getType() == void.class ? null : values.of(returned);

    CompletionStage<?> received = call(rpc, values);
    String seen = python.line();
    local.answers(() -> result);
    python.tell(
        PythonPeer.encode(
            calls.respond(rpc, local.as(PluginHooks.class), sent.get().toByteString())));

    assertThat(received.toCompletableFuture().get(DEADLINE.toSeconds(), TimeUnit.SECONDS))
        .isEqualTo(result);
    assertSeen(rpc, seen);
  }

  @ParameterizedTest
  @MethodSource("hooksWithHandlers")
  void theHostSeesPythonsError(String rpc) throws Exception {
    RandomValues values = new RandomValues(new Random(rpc.hashCode()));
    AppError error = values.error();
    Function<AppError, ?> errorResponse = errorResponse(calls.get(rpc));

    CompletionStage<?> received = call(rpc, values);
    assertThat(python.line()).startsWith("hook " + rpc);
    python.tell(
        errorResponse == null ? "fail" : PythonPeer.encode((Message) errorResponse.apply(error)));

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
    Method method = method(AsyncPluginHooks.class, rpc);
    List<Object> arguments = new ArrayList<>();
    for (AnnotatedType type : method.getAnnotatedParameterTypes()) {
      arguments.add(values.withoutNeverSent().of(type));
    }
    return (CompletionStage<?>) method.invoke(hooks, arguments.toArray());
  }

  private static Method method(Class<?> type, String rpc) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(rpc))
        .findFirst()
        .orElseThrow();
  }

  private void assertSeen(String rpc, String line) throws InvalidProtocolBufferException {
    String[] words = line.split(" ");
    assertThat(words[0] + " " + words[1]).isEqualTo("hook " + rpc);
    Message request = sent.get();
    List<FieldDescriptor> fields =
        request.getDescriptorForType().getFields().stream()
            .filter(field -> !field.getName().equals("context"))
            .toList();
    assertThat(words).hasSize(2 + fields.size());
    for (int i = 0; i < fields.size(); i++) {
      assertSeen(request, fields.get(i), words[2 + i]);
    }
  }

  private static void assertSeen(Message request, FieldDescriptor field, String word)
      throws InvalidProtocolBufferException {
    Object value = request.getField(field);
    if (field.isRepeated()) {
      List<Message> elements = new ArrayList<>();
      String list = word.substring("list=".length());
      for (String element : list.isEmpty() ? new String[0] : list.split(",")) {
        elements.add(parsed(request, field, PythonPeer.decode(element)));
      }
      assertThat(elements).as(field.getName()).isEqualTo(value);
    } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      if (!request.hasField(field)) {
        assertThat(word).as(field.getName()).isEqualTo("none");
      } else {
        assertThat(parsed(request, field, PythonPeer.decode(word)))
            .as(field.getName())
            .isEqualTo(value);
      }
    } else if (field.getJavaType() == FieldDescriptor.JavaType.STRING) {
      assertThat(PythonPeer.decode(word).toStringUtf8()).as(field.getName()).isEqualTo(value);
    } else if (field.getJavaType() == FieldDescriptor.JavaType.BYTE_STRING) {
      assertThat(PythonPeer.decode(word)).as(field.getName()).isEqualTo(value);
    } else {
      assertThat(word).as(field.getName()).isEqualTo("number=" + value);
    }
  }

  private static Message parsed(Message request, FieldDescriptor field, ByteString bytes)
      throws InvalidProtocolBufferException {
    return request.newBuilderForType().newBuilderForField(field).mergeFrom(bytes).build();
  }
}
