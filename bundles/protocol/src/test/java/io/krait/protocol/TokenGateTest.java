package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Hello;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Use;
import io.krait.protocol.lane.v1.Welcome;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who passes to a server whose one client has a token. */
class TokenGateTest {

  private static final String ECHO_NAME = ECHO.getFullMethodName();

  @TempDir Path folder;
  private final TransportRuntime runtime = TransportRuntime.create();
  private final AccessToken token = AccessToken.random(new SecureRandom());
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final TokenGate gate = TokenGate.openUntilShown(token, refusals::add);

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void whoShowsNothingPassesOnTheLaneUntilTheTokenIsShownAndIsThenShutOut() throws Exception {
    BoundServer server = lane(gate);
    try (LanePeer stranger = LanePeer.connect(server, Use.USE_CALLS);
        LanePeer owner = LanePeer.connect(server)) {
      stranger.send(LanePeer.call(1, ECHO_NAME, text("early")));
      assertThat(stranger.nextAnswer().getStatus()).isZero();

      owner.send(Kind.KIND_HELLO, hello(Use.USE_CALLS, token.value()));
      owner.next().as(Kind.KIND_WELCOME, Welcome.parser());

      assertThat(stranger.isHungUpOn()).isTrue();
      owner.send(LanePeer.call(1, ECHO_NAME, text("mine")));
      assertThat(owner.nextAnswer().getStatus()).isZero();
    }
  }

  @Test
  void onceTheTokenWasShownOnTheLaneNobodyPassesWithoutIt() throws Exception {
    BoundServer server = lane(gate);
    assertThat(gate.refuses(token.value())).isEmpty();

    for (Use use : List.of(Use.USE_CALLS, Use.USE_STREAMS)) {
      assertThat(refused(server, hello(use, "")).getStatusText())
          .contains("access token is missing", "KRAIT_API_TOKEN");
    }
    assertThat(refusals).hasSize(2).containsOnly("the access token is missing");
  }

  @Test
  void aWrongTokenIsRefusedOnTheLaneEvenWhereNoneIsNeeded() throws Exception {
    BoundServer server = lane(gate);

    assertThat(refused(server, hello(Use.USE_CALLS, "of-another-plugin-1")).getStatusText())
        .contains("access token is not right");
    assertThat(gate.isClosed()).isFalse();
  }

  @Test
  void aClosedGateAsksFromTheBeginning() throws Exception {
    BoundServer server = lane(TokenGate.closed(token, refusals::add));

    refused(server, hello(Use.USE_CALLS, ""));

    assertThat(refusals).hasSize(1);
  }

  @Test
  void overGrpcTheSameGateIsClosedByTheFirstCallWithTheToken() throws Exception {
    BoundServer server = servers().start(socket(), List.of(echo()), gate);
    ChannelFactory channels = new ChannelFactory(runtime, TransportSettings.defaults());
    OpenChannel stranger = channels.open(server.endpoint());
    OpenChannel owner = channels.open(server.endpoint(), token);
    assertThat(stranger.calls().await(ECHO, text("early"), LONG)).isEqualTo(text("early"));

    assertThat(owner.calls().await(ECHO, text("mine"), LONG)).isEqualTo(text("mine"));

    CompletableFuture<?> late = stranger.calls().call(ECHO, text("late"), LONG);
    assertThat(late).failsWithin(LONG);
    AppError error = (AppError) FailureCause.of(late.handle((ok, failure) -> failure).join());
    assertThat(error.statusCode()).isEqualTo(401);
    assertThat(error.detailedError()).contains("access token is missing");
  }

  private static End refused(BoundServer server, Hello hello) throws IOException {
    try (LanePeer peer = LanePeer.connect(server)) {
      peer.send(Kind.KIND_HELLO, hello);
      End end = peer.next().as(Kind.KIND_END, End.parser());
      assertThat(end.getStatus()).isEqualTo(Status.Code.UNAUTHENTICATED.value());
      assertThat(peer.isHungUpOn()).isTrue();
      return end;
    }
  }

  private static Hello hello(Use use, String token) {
    return Hello.newBuilder().setVersion(1).setUse(use).setToken(token).build();
  }

  private BoundServer lane(TokenGate asked) throws IOException {
    return servers().startLane(socket(), List.of(echo()), asked);
  }

  private Endpoint.Unix socket() {
    return Endpoint.unix(folder.resolve("own").resolve("socket"));
  }

  private ServerFactory servers() {
    return new ServerFactory(runtime, TransportSettings.defaults());
  }
}
