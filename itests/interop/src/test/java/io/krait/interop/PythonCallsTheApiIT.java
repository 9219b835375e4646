package io.krait.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ServerServiceDefinition;
import io.krait.api.AppError;
import io.krait.api.PluginApi;
import io.krait.protocol.BoundServer;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.ServerFactory;
import io.krait.protocol.Transport;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.PluginApiCalls;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.calls.RemotePluginApi;
import io.krait.protocol.calls.ServedInterface;
import io.krait.protocol.contract.ContractTypes;
import io.krait.protocol.contract.RandomValues;
import io.krait.protocol.contract.Recorder;
import io.krait.protocol.convert.Disclosure;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** A Python program calls every method of the API with the generated clients; the host is Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ParameterizedClass
@EnumSource(Transport.class)
class PythonCallsTheApiIT {

  /** What the Python methods do not hand out, so that it cannot come back. */
  private static final Map<String, String> NOT_RETURNED =
      Map.of("GetEmojiImage", "content_type", "SearchPostsInTeamForUser", "results");

  private static final Value NULL = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();

  private final CallTable<PluginApi> calls =
      new CallTable<>(new PluginApiCalls(Disclosure.TO_PLUGIN).unary());
  private final Recorder host = new Recorder();
  private final SentRequest sent = new SentRequest(null);
  @Parameter Transport transport;
  @TempDir static Path temporary;
  private TransportRuntime runtime;
  private BoundServer server;
  private PluginApi requests;
  private PythonPeer python;

  @BeforeParameterizedClassInvocation(injectArguments = false)
  void connect() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve(transport.name()));
    runtime = TransportRuntime.create();
    FlowCalls streams = new FlowCalls(runtime);
    Endpoint.Unix socket = Endpoint.unix(folder.resolve("host").resolve("api.sock"));
    List<ServerServiceDefinition> services =
        List.of(
            ServedInterface.of(
                host.as(PluginApi.class),
                streams,
                (method, reference, failure) -> {
                  throw new AssertionError(method + " failed unexpectedly", failure);
                }));
    ServerFactory servers = new ServerFactory(runtime, TransportSettings.defaults());
    server =
        transport == Transport.LANE
            ? servers.startLane(socket, services)
            : servers.start(socket, services);
    requests =
        new RemotePluginApi(new RemoteCalls(sent, null, null, method -> null), Disclosure.FULL);
    python = new PythonPeer(transport, folder, "client", server.endpoint().target());
  }

  @AfterParameterizedClassInvocation(injectArguments = false)
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
    assertRoundTrip("call", rpc);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theSameIsTrueWhenTheCallIsAwaited(String rpc) {
    assertRoundTrip("await", rpc);
  }

  private void assertRoundTrip(String order, String rpc) {
    RandomValues values = new RandomValues(new Random(rpc.hashCode()));
    Object result =
        ContractMethods.result(ContractMethods.of(PluginApi.class, rpc), values.withoutNeverSent());
    host.answers(() -> result);

    python.tell(order + " " + rpc + " " + PythonPeer.encode(request(rpc, values)));
    Message request = calls.parseRequest(rpc, PythonPeer.decode(python.line("sends")));
    Message returned = calls.parseResponse(rpc, PythonPeer.decode(python.line("result")));

    Recorder expected = new Recorder();
    expected.answers(() -> result);
    Message response = calls.respond(rpc, expected.as(PluginApi.class), request);
    assertThat(host.lastCall()).isEqualTo(expected.lastCall());
    assertThat(returned(rpc, returned)).isEqualTo(returned(rpc, response));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void pythonSeesTheHostsError(String rpc) {
    RandomValues values = new RandomValues(new Random(rpc.hashCode()));
    AppError error =
        AppError.builder()
            .id("app.test.refused")
            .message("refused: «" + rpc + "»")
            .detailedError("details")
            .where(rpc)
            .statusCode(409)
            .params(Map.of("Limit", 5, "Names", List.of("a", "b")))
            .build();
    host.answers(
        () -> {
          throw error.toBuilder().build();
        });

    python.tell("call " + rpc + " " + PythonPeer.encode(request(rpc, values)));
    python.line("sends");

    assertThat(python.line("error"))
        .contains(
            "\"class\": \"AlreadyExistsError\"",
            "\"message\": \"refused: \\u00ab" + rpc + "\\u00bb\"",
            "\"error_id\": \"app.test.refused\"",
            "\"status_code\": 409",
            "\"detailed_error\": \"details\"",
            "\"where\": \"" + rpc + "\"",
            "\"Limit\": 5",
            "\"Names\": [\"a\", \"b\"]");
  }

  /** The request of a call with random arguments. */
  private Message request(String rpc, RandomValues values) {
    Method method = ContractMethods.of(PluginApi.class, rpc);
    Object[] arguments = ContractMethods.arguments(method, values);
    assertThat(catchThrowable(() -> method.invoke(requests, arguments))).isNotNull();
    Message request = sent.last();
    FieldDescriptor group = request.getDescriptorForType().findFieldByName("group_id");
    // Python takes a group that is not given from the things in it.
    return group != null && request.getField(group).equals("")
        ? request.toBuilder().setField(group, "group").build()
        : request;
  }

  private static Message returned(String rpc, Message response) {
    String lost = NOT_RETURNED.get(rpc);
    Message kept =
        lost == null
            ? response
            : response.toBuilder()
                .clearField(response.getDescriptorForType().findFieldByName(lost))
                .build();
    return withoutEmptyJson(kept);
  }

  /** An object without entries is the same as none for both languages, and so is null. */
  private static Message withoutEmptyJson(Message message) {
    Message.Builder copy = message.toBuilder();
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              if (value.equals(Struct.getDefaultInstance()) || value.equals(NULL)) {
                copy.clearField(field);
              } else if (value instanceof Message nested) {
                copy.setField(field, withoutEmptyJson(nested));
              } else if (value instanceof List<?> list
                  && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                copy.clearField(field);
                list.forEach(
                    element -> copy.addRepeatedField(field, withoutEmptyJson((Message) element)));
              }
            });
    return copy.build();
  }
}
