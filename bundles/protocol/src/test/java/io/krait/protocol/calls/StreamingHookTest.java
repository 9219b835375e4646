package io.krait.protocol.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.PluginHooks;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import io.krait.api.testing.Collected;
import io.krait.protocol.Transport;
import io.krait.protocol.convert.Disclosure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Transport.class)
class StreamingHookTest {

  @Parameter Transport transport;

  private static final long DEADLINE_SECONDS = 20;
  private static final UnexpectedFailures NONE =
      (method, reference, failure) -> {
        throw new AssertionError(method + " failed unexpectedly", failure);
      };

  @TempDir Path folder;

  /** Answers each message with one that has the same bytes. */
  private static final class EchoingPlugin implements PluginHooks {
    @Override
    public Flow.Publisher<ServeHttpResponse> serveHttp(Flow.Publisher<ServeHttpRequest> requests) {
      return new MappedPublisher<>(
          requests,
          request ->
              ServeHttpResponse.builder()
                  .init(
                      request
                          .init()
                          .map(init -> ServeHttpResponseInit.builder().statusCode(201).build())
                          .orElse(null))
                  .bodyChunk(request.bodyChunk())
                  .bodyComplete(request.bodyComplete())
                  .flush(true)
                  .build());
    }

    @Override
    public Flow.Publisher<ServeHttpResponse> serveMetrics(
        Flow.Publisher<ServeHttpRequest> requests) {
      return serveHttp(requests);
    }
  }

  @Test
  void bothDirectionsOfServeHttpAreStreams() throws Exception {
    ServeHttpRequestInit init =
        ServeHttpRequestInit.builder().method("POST").url("/echo?x=1").contentLength(-1).build();
    List<ServeHttpRequest> requests =
        List.of(
            ServeHttpRequest.builder().init(init).bodyChunk(Bytes.utf8("one")).build(),
            ServeHttpRequest.builder().bodyChunk(Bytes.utf8("two")).build(),
            ServeHttpRequest.builder().bodyComplete(true).build());
    try (Connection connection = serving(new EchoingPlugin())) {
      var hooks = new RemotePluginHooks(connection.calls(), Disclosure.TO_PLUGIN);

      var responses = Collected.of(hooks.serveHttp(Collected.publisherOf(requests)));

      List<ServeHttpResponse> received = responses.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
      assertThat(received).hasSize(3).allMatch(ServeHttpResponse::flush);
      assertThat(received.get(0).init().orElseThrow().statusCode()).isEqualTo(201);
      assertThat(received)
          .extracting(r -> r.bodyChunk().toUtf8())
          .containsExactly("one", "two", "");
      assertThat(received.get(2).bodyComplete()).isTrue();
    }
  }

  @Test
  void aPluginWithoutTheHookSaysSo() throws Exception {
    try (Connection connection = serving(new PluginHooks() {})) {
      var hooks = new RemotePluginHooks(connection.calls(), Disclosure.TO_PLUGIN);

      var responses = Collected.of(hooks.serveHttp(Collected.publisherOf(List.of())));

      assertThatThrownBy(() -> responses.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isEqualTo(AppError.notImplemented("ServeHTTP"));
    }
  }

  @Test
  void aHookOfKraitsOwnIsServedBesideTheContracts() throws Exception {
    try (Connection connection =
        new Connection(
            transport,
            folder,
            streams ->
                List.of(
                    ServedInterface.of(new EchoingPlugin(), streams, NONE),
                    ServedInterface.extensionOf(new EchoingPlugin(), streams, NONE)))) {
      var hooks = new RemotePluginHooks(connection.calls(), Disclosure.TO_PLUGIN);

      var responses =
          Collected.of(
              hooks.serveMetrics(
                  Collected.publisherOf(
                      List.of(ServeHttpRequest.builder().bodyChunk(Bytes.utf8("up")).build()))));

      assertThat(responses.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
          .singleElement()
          .extracting(response -> response.bodyChunk().toUtf8())
          .isEqualTo("up");
    }
  }

  @Test
  void aPeerWithoutTheExtensionIsAsOneThatDoesNotHandleTheHook() throws Exception {
    try (Connection connection = serving(new EchoingPlugin())) {
      var hooks = new RemotePluginHooks(connection.calls(), Disclosure.TO_PLUGIN);

      var responses = Collected.of(hooks.serveMetrics(Collected.publisherOf(List.of())));

      assertThatThrownBy(() -> responses.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .extracting(error -> ((AppError) error).statusCode())
          .isEqualTo(501);
    }
  }

  private Connection serving(PluginHooks plugin) throws Exception {
    return new Connection(
        transport, folder, streams -> List.of(ServedInterface.of(plugin, streams, NONE)));
  }
}
