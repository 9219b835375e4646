package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One call of a plugin, in the hands of a test: what came in can be looked at, and what goes out
 * waits until it is asked for.
 */
final class FakePlugin
    implements Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> {

  private static final long DEADLINE_SECONDS = 30;

  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

  @Override
  public Flow.Publisher<ServeHttpResponse> apply(Flow.Publisher<ServeHttpRequest> requests) {
    return new Call(requests);
  }

  /** The next call. */
  Call call() throws InterruptedException {
    Call call = calls.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("the plugin was not called within " + DEADLINE_SECONDS + " s");
    }
    return call;
  }

  boolean wasCalled() {
    return !calls.isEmpty();
  }

  static ServeHttpResponseInit status(int status, HttpHeader... headers) {
    return ServeHttpResponseInit.builder().statusCode(status).headers(List.of(headers)).build();
  }

  static HttpHeader header(String name, String... values) {
    return HttpHeader.builder().key(name).values(List.of(values)).build();
  }

  /** A plugin that answers at once and has no eye for the request. */
  static Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> answering(
      ServeHttpResponse... messages) {
    return requests ->
        subscriber -> {
          FakePlugin plugin = new FakePlugin();
          plugin.new Call(requests).subscribe(subscriber, List.of(messages));
        };
  }

  /** A whole answer. */
  static ServeHttpResponse whole(ServeHttpResponseInit init, String body) {
    return ServeHttpResponse.builder()
        .init(init)
        .bodyChunk(Bytes.utf8(body))
        .bodyComplete(true)
        .build();
  }

  /** One call. */
  final class Call implements Flow.Publisher<ServeHttpResponse>, Flow.Subscription {

    private final Flow.Publisher<ServeHttpRequest> requests;
    private final BlockingQueue<ServeHttpRequest> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> requestDone = new CompletableFuture<>();
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private final Queue<ServeHttpResponse> toSend = new ArrayDeque<>();
    private final Executor direct = Runnable::run;
    private Flow.Subscriber<? super ServeHttpResponse> subscriber;
    private volatile Flow.Subscription incoming;
    private long demand;
    private boolean ending;
    private Throwable failure;
    private boolean ended;

    private Call(Flow.Publisher<ServeHttpRequest> requests) {
      this.requests = requests;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ServeHttpResponse> given) {
      subscribe(given, List.of());
    }

    private void subscribe(
        Flow.Subscriber<? super ServeHttpResponse> given, List<ServeHttpResponse> messages) {
      synchronized (this) {
        subscriber = given;
        toSend.addAll(messages);
        ending = !messages.isEmpty();
      }
      // A call that the test has can be asked for its request, which may come from another thread.
      requests.subscribe(
          new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
              incoming = subscription;
              given.onSubscribe(Call.this);
              calls.add(Call.this);
            }

            @Override
            public void onNext(ServeHttpRequest message) {
              received.add(message);
            }

            @Override
            public void onError(Throwable problem) {
              requestDone.completeExceptionally(problem);
            }

            @Override
            public void onComplete() {
              requestDone.complete(null);
            }
          });
    }

    /** The next message of the request, which is asked for. */
    ServeHttpRequest next() throws InterruptedException {
      incoming.request(1);
      ServeHttpRequest message = received.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no message within " + DEADLINE_SECONDS + " s");
      }
      return message;
    }

    /** Status line and headers of the request. */
    ServeHttpRequestInit init() throws InterruptedException {
      return next().init().orElseThrow(() -> new AssertionError("no init"));
    }

    /** Whether a message is there that nobody has waited for. */
    ServeHttpRequest peek() {
      return received.peek();
    }

    void ask(long messages) {
      incoming.request(messages);
    }

    void cancelRequest() {
      incoming.cancel();
    }

    CompletableFuture<Void> requestDone() {
      return requestDone;
    }

    CompletableFuture<Void> cancelled() {
      return cancelled;
    }

    void send(ServeHttpResponse message) {
      synchronized (this) {
        toSend.add(message);
      }
      pump();
    }

    void send(ServeHttpResponseInit init) {
      send(ServeHttpResponse.builder().init(init).build());
    }

    void send(byte[] chunk) {
      send(ServeHttpResponse.builder().bodyChunk(Bytes.copyOf(chunk)).build());
    }

    void send(String chunk) {
      send(ServeHttpResponse.builder().bodyChunk(Bytes.utf8(chunk)).build());
    }

    /** Says that the body is complete, and ends the call. */
    void complete() {
      send(ServeHttpResponse.builder().bodyComplete(true).build());
      end();
    }

    /** Ends the call. */
    void end() {
      synchronized (this) {
        ending = true;
      }
      pump();
    }

    void fail(Throwable problem) {
      synchronized (this) {
        ending = true;
        failure = problem;
      }
      pump();
    }

    /** How many messages wait to be asked for. */
    synchronized int unsent() {
      return toSend.size();
    }

    @Override
    public void request(long n) {
      synchronized (this) {
        demand += n;
      }
      pump();
    }

    @Override
    public void cancel() {
      synchronized (this) {
        ended = true;
        toSend.clear();
      }
      incoming.cancel();
      cancelled.complete(null);
    }

    private void pump() {
      while (true) {
        Runnable signal;
        synchronized (this) {
          if (ended || subscriber == null) {
            return;
          }
          if (demand > 0 && !toSend.isEmpty()) {
            demand--;
            ServeHttpResponse message = toSend.remove();
            signal = () -> subscriber.onNext(message);
          } else if (ending && toSend.isEmpty()) {
            ended = true;
            Throwable problem = failure;
            // As a real call does: what nobody has read of the request nobody will.
            incoming.cancel();
            signal = problem == null ? subscriber::onComplete : () -> subscriber.onError(problem);
          } else {
            return;
          }
          // Signals must not overtake one another; tests have one thread for each direction.
          direct.execute(signal);
        }
      }
    }
  }
}
