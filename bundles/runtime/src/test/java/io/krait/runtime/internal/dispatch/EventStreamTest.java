package io.krait.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.HookDispatcher;
import io.krait.api.PluginHooks;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import io.krait.api.testing.Collected;
import io.krait.runtime.internal.dispatch.HookDispatch.Registration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that never end, when their plugin is to stop. */
class EventStreamTest {

  private static final String ID = "com.example.hello";
  private static final Duration SOON = Duration.ofSeconds(30);

  @AutoClose private final HookDispatch dispatch = new HookDispatch(Plugins.settings(100));

  @AutoClose
  private final SubmissionPublisher<ServeHttpResponse> messages =
      new SubmissionPublisher<>(Runnable::run, 8);

  private Registration registration;

  @BeforeEach
  void register() {
    registration =
        dispatch.register(
            ID,
            0,
            new PluginHooks() {
              @Override
              public Flow.Publisher<ServeHttpResponse> serveHttp(
                  Flow.Publisher<ServeHttpRequest> requests) {
                return messages;
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/event-stream", "Text/Event-Stream ; charset=utf-8"})
  void streamsOfEventsEndWhenTheirPluginIsToStop(String type) {
    CompletableFuture<List<ServeHttpResponse>> events = request();
    messages.submit(begin("content-type", type));

    registration.close();

    assertStopped(events);
    assertThat(messages.hasSubscribers()).isFalse();
    assertThat(registration.drained()).succeedsWithin(SOON);
  }

  @Test
  void streamsOfEventsThatBeginLaterEndAtOnce() {
    CompletableFuture<List<ServeHttpResponse>> events = request();
    registration.giveWay();

    messages.submit(begin("Content-Type", "text/event-stream"));

    assertStopped(events);
    assertThat(registration.drained()).succeedsWithin(SOON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/event-streams", "", ";"})
  void otherAnswersAreWaitedFor(String type) {
    CompletableFuture<List<ServeHttpResponse>> answer = request();
    messages.submit(begin("Content-Type", type));

    registration.close();
    messages.submit(ServeHttpResponse.builder().bodyComplete(true).build());
    messages.close();

    assertThat(answer).succeedsWithin(SOON).satisfies(all -> assertThat(all).hasSize(2));
    assertThat(registration.drained()).succeedsWithin(SOON);
  }

  private CompletableFuture<List<ServeHttpResponse>> request() {
    return Collected.of(dispatch.async(ID).orElseThrow().serveHttp(nothing -> {}));
  }

  private static ServeHttpResponse begin(String key, String value) {
    return ServeHttpResponse.builder()
        .init(
            ServeHttpResponseInit.builder()
                .headers(List.of(HttpHeader.builder().key(key).values(List.of(value)).build()))
                .build())
        .build();
  }

  private static void assertStopped(CompletableFuture<List<ServeHttpResponse>> events) {
    assertThat(events)
        .failsWithin(SOON)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOfSatisfying(
            AppError.class, error -> assertThat(error.id()).isEqualTo(HookDispatcher.STOPPED));
  }
}
