package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.krait.api.AppError;
import io.krait.api.PluginApi;
import io.krait.protocol.BoundServer;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.ServerFactory;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.PluginApiCalls;
import io.krait.protocol.calls.ServedInterface;
import io.krait.protocol.contract.ContractTypes;
import io.krait.protocol.contract.RandomValues;
import io.krait.protocol.contract.Recorder;
import io.krait.protocol.convert.AppErrorConverter;
import io.krait.protocol.convert.Disclosure;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Python program calls every method of the API with the generated client; the host is Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonCallsTheApiIT {

  private final CallTable<PluginApi> calls =
      new CallTable<>(new PluginApiCalls(Disclosure.TO_PLUGIN).unary());
  private final Recorder host = new Recorder();
  private final PluginApi api = host.as(PluginApi.class);
  private TransportRuntime runtime;
  private BoundServer server;
  private PythonPeer python;

  @BeforeAll
  void connect(@TempDir Path folder) throws Exception {
    runtime = TransportRuntime.create();
    server =
        new ServerFactory(runtime, TransportSettings.defaults())
            .start(
                Endpoint.unix(folder.resolve("host").resolve("api.sock")),
                List.of(
                    ServedInterface.of(
                        api,
                        new FlowCalls(runtime),
                        (method, reference, failure) -> {
                          throw new AssertionError(method + " failed unexpectedly", failure);
                        })));
    python = new PythonPeer(folder, "api", server.endpoint().target());
  }

  @AfterAll
  void disconnect() {
    python.close();
    server.close();
    runtime.close();
  }

  static Stream<String> methods() {
    return ContractTypes.api().getMethods().stream().map(MethodDescriptor::getName);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theHostSeesTheArgumentsAndPythonTheResult(String rpc) {
    Object result = randomResult(rpc);
    python.tell("call " + rpc);
    ByteString request = PythonPeer.decode(python.line());
    host.answers(() -> result);
    String response = PythonPeer.encode(calls.respond(rpc, api, request));
    Recorder.Call expected = host.lastCall();
    host.answers(() -> result);

    python.tell("response " + response);

    assertThat(python.line()).isEqualTo("ok");
    assertThat(host.lastCall()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void pythonSeesTheHostsError(String rpc) {
    AppError error = new RandomValues(new Random(rpc.hashCode())).error();
    host.answers(
        () -> {
          throw error.toBuilder().build();
        });
    python.tell("call " + rpc);
    assertThat(python.line()).startsWith("request ");

    python.tell(
        "error " + PythonPeer.encode(AppErrorConverter.toWire(error, Disclosure.TO_PLUGIN)));

    assertThat(python.line()).isEqualTo("ok");
  }

  private static Object randomResult(String rpc) {
    Method method =
        Arrays.stream(PluginApi.class.getMethods())
            .filter(candidate -> candidate.getName().equalsIgnoreCase(rpc))
            .findFirst()
            .orElseThrow();
    return method.getReturnType() == void.class
        ? null
        : new RandomValues(new Random(rpc.hashCode()))
            .withoutNeverSent()
            .of(method.getAnnotatedReturnType());
  }
}
