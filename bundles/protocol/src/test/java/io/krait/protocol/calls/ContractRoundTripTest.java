package io.krait.protocol.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.krait.api.AppError;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookName;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.protocol.Transport;
import io.krait.protocol.contract.ContractTypes;
import io.krait.protocol.contract.RandomValues;
import io.krait.protocol.contract.Recorder;
import io.krait.protocol.convert.Disclosure;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of the contract goes over a real socket: arguments there, results and errors back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@EnumSource(Transport.class)
class ContractRoundTripTest {

  @Parameter Transport transport;

  private static final int ROUNDS = 5;
  private static final long DEADLINE_SECONDS = 20;

  private final Recorder host = new Recorder();
  private final Recorder plugin = new Recorder();
  private Connection connection;
  private PluginApi api;
  private AsyncPluginHooks hooks;
  private PluginHooks waitingHooks;

  @BeforeAll
  void connect(@TempDir Path folder) throws Exception {
    UnexpectedFailures none =
        (method, reference, failure) -> {
          throw new AssertionError(method + " failed unexpectedly", failure);
        };
    connection =
        new Connection(
            transport,
            folder,
            streams ->
                List.of(
                    ServedInterface.of(host.as(PluginApi.class), streams, none),
                    ServedInterface.of(plugin.as(PluginHooks.class), streams, none)));
    RemoteCalls calls = connection.calls();
    api = new RemotePluginApi(calls, Disclosure.FULL);
    hooks = new AsyncRemotePluginHooks(calls, Disclosure.TO_PLUGIN);
    waitingHooks = new RemotePluginHooks(calls, Disclosure.TO_PLUGIN);
  }

  @AfterAll
  void disconnect() {
    connection.close();
  }

  static Stream<String> apiMethods() {
    return unary(ContractTypes.api());
  }

  static Stream<String> hookMethods() {
    return unary(ContractTypes.hooks());
  }

  private static Stream<String> unary(ServiceDescriptor service) {
    return service.getMethods().stream()
        .filter(method -> !method.isClientStreaming())
        .map(MethodDescriptor::getName);
  }

  @Test
  void theContractHasAllItsMethods() {
    assertThat(ContractTypes.api().getMethods()).hasSize(236);
    assertThat(ContractTypes.hooks().getMethods()).hasSize(42);
    assertThat(HookName.values()).hasSize(42 + 4);
  }

  @ParameterizedTest
  @MethodSource("apiMethods")
  void theHostSeesTheArgumentsAndThePluginTheResult(String rpc) throws Exception {
    Method method = method(PluginApi.class, rpc);
    for (int seed = 0; seed < ROUNDS; seed++) {
      RandomValues fromPlugin = new RandomValues(new Random(seed));
      List<Object> arguments = arguments(method, fromPlugin);
      Object result = result(method.getAnnotatedReturnType(), fromPlugin.withoutNeverSent());
      host.answers(() -> result);

      Object received = method.invoke(api, arguments.toArray());

      assertThat(host.lastCall()).isEqualTo(new Recorder.Call(method.getName(), arguments));
      assertThat(received).isEqualTo(result);
    }
  }

  @ParameterizedTest
  @MethodSource("apiMethods")
  void thePluginSeesTheHostsError(String rpc) throws Exception {
    Method method = method(PluginApi.class, rpc);
    for (int seed = 0; seed < ROUNDS; seed++) {
      RandomValues values = new RandomValues(new Random(seed));
      AppError error = values.error();
      host.answers(
          () -> {
            throw error.toBuilder().build();
          });

      Throwable thrown =
          catchThrowable(() -> method.invoke(api, arguments(method, values).toArray()));

      assertThat(thrown).isInstanceOf(InvocationTargetException.class);
      assertThat(thrown.getCause()).isEqualTo(error);
    }
  }

  @ParameterizedTest
  @MethodSource("hookMethods")
  void thePluginSeesTheArgumentsAndTheHostTheResult(String rpc) throws Exception {
    Method call = method(AsyncPluginHooks.class, rpc);
    Method answering = method(PluginHooks.class, rpc);
    for (int seed = 0; seed < ROUNDS; seed++) {
      RandomValues values = new RandomValues(new Random(seed));
      List<Object> arguments = arguments(call, values.withoutNeverSent());
      Object result = result(answering.getAnnotatedReturnType(), values);
      plugin.answers(() -> result);

      CompletionStage<?> received = (CompletionStage<?>) call.invoke(hooks, arguments.toArray());

      assertThat(received.toCompletableFuture().get(DEADLINE_SECONDS, TimeUnit.SECONDS))
          .isEqualTo(result);
      assertThat(plugin.lastCall()).isEqualTo(new Recorder.Call(call.getName(), arguments));
      assertThat(answering.invoke(waitingHooks, arguments.toArray())).isEqualTo(result);
    }
  }

  @ParameterizedTest
  @MethodSource("hookMethods")
  void theHostSeesThePluginsError(String rpc) throws Exception {
    Method call = method(AsyncPluginHooks.class, rpc);
    for (int seed = 0; seed < ROUNDS; seed++) {
      RandomValues values = new RandomValues(new Random(seed));
      AppError error = values.error();
      plugin.answers(
          () -> {
            throw error.toBuilder().build();
          });

      CompletionStage<?> received =
          (CompletionStage<?>) call.invoke(hooks, arguments(call, values).toArray());

      Throwable thrown =
          catchThrowable(
              () -> received.toCompletableFuture().get(DEADLINE_SECONDS, TimeUnit.SECONDS));
      assertThat(thrown.getCause()).isEqualTo(error);
    }
  }

  private static Method method(Class<?> type, String rpc) {
    // Words of capitals are written as words in Java: KVSet is kvSet.
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(rpc))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no method for " + rpc));
  }

  private static List<Object> arguments(Method method, RandomValues values) {
    List<Object> arguments = new ArrayList<>();
    for (AnnotatedType type : method.getAnnotatedParameterTypes()) {
      arguments.add(values.of(type));
    }
    return arguments;
  }

  private static Object result(AnnotatedType type, RandomValues values) {
    return type.getType() == void.class ? null : values.of(type);
  }
}
