package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.Bytes;
import io.krait.api.model.WebSocketFromClient;
import io.krait.api.model.WebSocketFromPlugin;
import io.krait.api.model.WebSocketMessage;
import io.krait.api.model.WebSocketMessageKind;
import java.lang.reflect.Proxy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A plugin with WebSockets, which a test lets say what it likes. */
final class TalkingPlugin {

  private final BlockingQueue<WebSocketFromClient> received = new LinkedBlockingQueue<>();
  private final Semaphore demand = new Semaphore(0);
  private volatile WebSocketFromPlugin first;
  private volatile Throwable failure;
  private volatile Flow.Subscriber<? super WebSocketFromPlugin> client;

  /** Has it answer the next clients by this. */
  void answer(WebSocketFromPlugin message) {
    received.clear();
    first = message;
  }

  /** Has it answer no client, but fail. */
  void answerBy(Throwable reason) {
    failure = reason;
  }

  /** What comes next of a client, whose request is the first. */
  WebSocketFromClient next() throws InterruptedException {
    return received.poll(30, TimeUnit.SECONDS);
  }

  void send(WebSocketMessageKind kind, Bytes data) throws InterruptedException {
    send(WebSocketMessage.builder().kind(kind).data(data).build());
  }

  /** Sends when the client takes it, as a plugin does. */
  void send(WebSocketMessage message) throws InterruptedException {
    assertThat(demand.tryAcquire(30, TimeUnit.SECONDS)).as("the client takes a message").isTrue();
    client.onNext(WebSocketFromPlugin.builder().message(message).build());
  }

  void fail(Throwable reason) {
    client.onError(reason);
  }

  AsyncPluginHooks hooks() {
    return (AsyncPluginHooks)
        Proxy.newProxyInstance(
            AsyncPluginHooks.class.getClassLoader(),
            new Class<?>[] {AsyncPluginHooks.class},
            (proxy, method, arguments) -> talk(requests(arguments[0])));
  }

  @SuppressWarnings("unchecked")
  private static Flow.Publisher<WebSocketFromClient> requests(Object argument) {
    return (Flow.Publisher<WebSocketFromClient>) argument;
  }

  private Flow.Publisher<WebSocketFromPlugin> talk(Flow.Publisher<WebSocketFromClient> requests) {
    return subscriber -> {
      client = subscriber;
      demand.drainPermits();
      subscriber.onSubscribe(
          new Flow.Subscription() {
            @Override
            public void request(long count) {
              demand.release((int) count);
            }

            @Override
            public void cancel() {}
          });
      requests.subscribe(new Ear());
      if (failure != null) {
        subscriber.onError(failure);
      } else {
        demand.acquireUninterruptibly();
        subscriber.onNext(first);
      }
    };
  }

  private final class Ear implements Flow.Subscriber<WebSocketFromClient> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(WebSocketFromClient message) {
      received.add(message);
    }

    @Override
    public void onError(Throwable reason) {}

    @Override
    public void onComplete() {}
  }
}
