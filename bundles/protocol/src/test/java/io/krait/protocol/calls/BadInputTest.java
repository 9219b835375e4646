package io.krait.protocol.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.protocol.Transport;
import io.krait.protocol.convert.Disclosure;
import io.krait.protocol.v1.Channel;
import io.krait.protocol.v1.CreateChannelRequest;
import io.krait.protocol.v1.CreateChannelResponse;
import io.krait.protocol.v1.CreateUserRequest;
import io.krait.protocol.v1.CreateUserResponse;
import io.krait.protocol.v1.GetUserRequest;
import io.krait.protocol.v1.GetUserResponse;
import io.krait.protocol.v1.PluginAPIGrpc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a peer gets wrong is told to it clearly, and the connection lives on. */
@ParameterizedClass
@EnumSource(Transport.class)
class BadInputTest {

  @Parameter Transport transport;

  private static final long DEADLINE_SECONDS = 20;

  @TempDir Path folder;
  private final List<String> reported = new ArrayList<>();
  private Connection connection;

  @BeforeEach
  void connect() throws Exception {
    PluginApi host =
        new PluginApi() {
          @Override
          public String getServerVersion() {
            return "10.0.0";
          }

          @Override
          public User getUser(String userId) {
            return switch (userId) {
              case "bug" -> throw new IllegalStateException("secret of the host");
              case "null" -> null;
              default -> User.builder().id(userId).build();
            };
          }

          @Override
          public void kvSet(String key, Bytes value) {}
        };
    connection =
        new Connection(
            transport,
            folder,
            streams ->
                List.of(
                    ServedInterface.of(
                        host,
                        streams,
                        (method, reference, failure) ->
                            reported.add(method + " " + reference + " " + failure))));
  }

  @AfterEach
  void theConnectionHasLivedOn() {
    assertThat(api().getServerVersion()).isEqualTo("10.0.0");
    connection.close();
  }

  private PluginApi api() {
    return new RemotePluginApi(connection.calls(), Disclosure.FULL);
  }

  private <Q, R> R raw(MethodDescriptor<Q, R> method, Q request) throws Exception {
    return connection
        .channel()
        .calls()
        .call(method, request, Duration.ofSeconds(DEADLINE_SECONDS))
        .get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void aMissingMessageIsNamed() throws Exception {
    CreateUserResponse response =
        raw(PluginAPIGrpc.getCreateUserMethod(), CreateUserRequest.getDefaultInstance());

    assertThat(response.getError().getStatusCode()).isEqualTo(400);
    assertThat(response.getError().getMessage()).isEqualTo("CreateUser: user is required");
    assertThat(response.getError().getWhere()).isEqualTo("CreateUser");
  }

  @Test
  void anUnknownEnumValueIsNamed() throws Exception {
    CreateChannelResponse response =
        raw(
            PluginAPIGrpc.getCreateChannelMethod(),
            CreateChannelRequest.newBuilder()
                .setChannel(Channel.newBuilder().setTypeValue(17))
                .build());

    assertThat(response.getError().getStatusCode()).isEqualTo(400);
    assertThat(response.getError().getMessage())
        .isEqualTo("Channel.type: 17 is not a value that the contract knows");
  }

  @Test
  void aMethodThatTheHostLacksSaysSoItself() {
    AppError error = catchThrowableOfType(AppError.class, () -> api().getTeams());

    assertThat(error).isEqualTo(AppError.notImplemented("GetTeams"));
  }

  @Test
  void aMistakeOfTheHostIsReportedThereAndTellsThePluginOnlyAReference() {
    AppError error = catchThrowableOfType(AppError.class, () -> api().getUser("bug"));

    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(error.getMessage()).doesNotContain("secret").contains(error.requestId());
    assertThat(reported)
        .singleElement()
        .asString()
        .contains("GetUser", error.requestId(), "secret of the host");
  }

  @Test
  void aHostThatReturnsNullIsItsOwnMistake() {
    AppError error = catchThrowableOfType(AppError.class, () -> api().getUser("null"));

    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(reported).singleElement().asString().contains("GetUser returned null");
  }

  @Test
  void aMessageOverTheLimitIsToldAsSuch() {
    AppError error =
        catchThrowableOfType(
            AppError.class, () -> api().kvSet("key", Bytes.owning(new byte[65 << 20])));

    assertThat(error.statusCode()).isEqualTo(413);
    assertThat(error.message()).contains("KVSet", "larger");
  }

  @Test
  void anErrorWithoutIdIsAnError() throws Exception {
    AppError error =
        fromHostThat(
            (request, observer) -> {
              observer.onNext(
                  GetUserResponse.newBuilder()
                      .setError(io.krait.protocol.v1.AppError.getDefaultInstance())
                      .build());
              observer.onCompleted();
            });

    assertThat(error).isEqualTo(AppError.builder().build());
  }

  @Test
  void anErrorInTheStatusIsRead() throws Exception {
    AppError error =
        fromHostThat(
            (request, observer) ->
                observer.onError(
                    Status.NOT_FOUND
                        .withDescription("app.user.missing: there is no such user")
                        .asRuntimeException(new Metadata())));

    assertThat(error.id()).isEqualTo("app.user.missing");
    assertThat(error.message()).isEqualTo("there is no such user");
    assertThat(error.statusCode()).isEqualTo(404);
  }

  @Test
  void anAnswerThatLacksItsResultIsNotTakenForOne() throws Exception {
    AppError error =
        fromHostThat(
            (request, observer) -> {
              observer.onNext(GetUserResponse.getDefaultInstance());
              observer.onCompleted();
            });

    assertThat(error.statusCode()).isEqualTo(502);
    assertThat(error.message()).contains("GetUserResponse: user is required");
  }

  @Test
  void aServiceThatThePeerLacksIsNamed() {
    PluginHooks hooks = new RemotePluginHooks(connection.calls(), Disclosure.TO_PLUGIN);

    AppError error =
        catchThrowableOfType(
            AppError.class,
            () ->
                hooks.messageWillBePosted(PluginContext.builder().build(), Post.builder().build()));

    assertThat(error.statusCode()).isEqualTo(501);
    assertThat(error.message()).contains("MessageWillBePosted");
  }

  private AppError fromHostThat(ServerCalls.UnaryMethod<GetUserRequest, GetUserResponse> answers)
      throws Exception {
    MethodDescriptor<GetUserRequest, GetUserResponse> method = PluginAPIGrpc.getGetUserMethod();
    try (Connection other =
        new Connection(
            transport,
            folder.resolve("other"),
            streams ->
                List.of(
                    ServerServiceDefinition.builder(String.valueOf(method.getServiceName()))
                        .addMethod(method, ServerCalls.asyncUnaryCall(answers))
                        .build()))) {
      PluginApi api = new RemotePluginApi(other.calls(), Disclosure.FULL);
      return catchThrowableOfType(AppError.class, () -> api.getUser("id"));
    }
  }
}
