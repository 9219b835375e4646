package io.krait.http.internal;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.management.HttpStatistics.Outcome;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import io.krait.api.model.ServeHttpResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One request and its answer. It has three parts, each with an end of its own: what the client
 * sends, what the client gets, and the plugin's call. The server is done with it when the first two
 * have ended.
 */
final class Exchange implements AsyncListener, WriteListener {

  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  /** What a plugin has to end its call when its answer is complete. */
  private static final Duration LINGER = Duration.ofSeconds(5);

  private static final int NOT_IMPLEMENTED = 501;

  private final Exchanges owner;
  private final ExchangeLimits limits;
  private final HttpServletResponse response;
  private final AsyncContext async;
  private final RequestBody body;
  private final ResponseStream answer;
  private final String pluginId;
  private final CookieFence.Gate cookies;
  private final String requestId;
  private final boolean expectsContinue;
  private final AtomicBoolean completed = new AtomicBoolean();
  private final long began;
  private final Traffic.Running counted;

  private volatile long lastMoved;
  private volatile long responseEndedAt;
  private volatile Outcome outcome = Outcome.BROKEN;
  private volatile boolean requestEnded;
  private volatile boolean responseEnded;
  private volatile boolean callEnded = true;
  private volatile boolean holdsPlace;

  /** Takes a request over from the thread that serves it. */
  Exchange(
      Exchanges owner,
      ExchangeLimits limits,
      HttpServletRequest request,
      HttpServletResponse response,
      String pluginId,
      CookieFence.Gate cookies,
      String requestId,
      Traffic.Running counted)
      throws IOException {
    this.owner = owner;
    this.limits = limits;
    this.response = response;
    this.pluginId = pluginId;
    this.cookies = cookies;
    this.requestId = requestId;
    expectsContinue = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    this.counted = counted;
    began = owner.now();
    lastMoved = began;
    body = new RequestBody(request, this);
    async = request.startAsync();
    async.setTimeout(0);
    async.addListener(this);
    var out = response.getOutputStream();
    answer =
        new ResponseStream(
            response,
            out,
            request.getMethod().equals("HEAD"),
            ConnectionAbort.wantsChunks(request, response),
            this);
    out.setWriteListener(this);
  }

  /** Answers in place of a plugin. */
  void answer(HostError error) {
    answer.answer(error);
    leaveUnread();
  }

  /** Answers with something that is there. */
  void answer(Flow.Publisher<ServeHttpResponse> publisher) {
    publisher.subscribe(answer);
    leaveUnread();
  }

  /** Reads the beginning of the body before the plugin is called. */
  void prefetch(Consumer<Bytes> reader) throws IOException {
    body.open();
    body.prefetch(reader);
  }

  /** Takes one of the plugin's places until this has ended; false where there is none left. */
  boolean takePlace() {
    holdsPlace = owner.enter(pluginId);
    return holdsPlace;
  }

  /** Nothing is left of it. */
  void forgotten() {
    if (holdsPlace) {
      owner.leave(pluginId);
    }
    long end = outcome == Outcome.BROKEN ? owner.now() : responseEndedAt;
    counted.ended(outcome, end - began, body.received(), answer.written());
  }

  /** Passes the request to a plugin's hook. */
  void call(
      Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> hook,
      ServeHttpRequestInit init)
      throws IOException {
    if (responseEnded || completed.get()) {
      // It took too long to read the beginning.
      return;
    }
    if (!expectsContinue) {
      body.open();
    }
    body.begin(init);
    Flow.Publisher<ServeHttpResponse> answers;
    try {
      answers = hook.apply(body);
    } catch (RuntimeException failure) {
      answer(errorFor(failure));
      return;
    }
    callEnded = false;
    answers.subscribe(answer);
  }

  /** What the client sends is read and forgotten, unless it waits for a go-ahead. */
  private void leaveUnread() {
    try {
      if (!expectsContinue) {
        body.open();
      }
      body.discard();
    } catch (IOException gone) {
      clientLost(gone);
    }
  }

  String requestId() {
    return requestId;
  }

  /** The plugin and the request, for the log. */
  String name() {
    return "plugin " + pluginId + ", request " + requestId;
  }

  int maxHeaderBytes() {
    return limits.maxHeaderBytes();
  }

  /** Where the cookies of the answer pass. */
  CookieFence.Gate cookies() {
    return cookies;
  }

  long mostDiscarded() {
    return limits.drainBytes();
  }

  boolean expectsContinue() {
    return expectsContinue;
  }

  /** Something has come or gone. */
  void moved() {
    lastMoved = owner.now();
  }

  /** What the client is told of a call that has failed before its answer began. */
  HostError errorFor(Throwable failure) {
    if (failure instanceof AppError error && error.statusCode() == NOT_IMPLEMENTED) {
      return HostError.notFound("plugin %s does not answer such requests".formatted(pluginId));
    }
    if (HostError.isOfAStop(failure)) {
      LOG.log(Level.INFO, "{0}: no answer: the plugin was stopped meanwhile", name());
      return HostError.pluginStopped(pluginId);
    }
    owner
        .failures()
        .log(
            Level.WARNING,
            pluginId + failure.getClass(),
            "%s: no answer: %s".formatted(name(), failure.getMessage()),
            null);
    return HostError.badGateway("plugin %s has failed to answer".formatted(pluginId));
  }

  /** All has been read, or as much as will be. */
  void requestEnded() {
    requestEnded = true;
    completeIfDone();
  }

  /** The client has not sent all of its request. */
  void requestBroken(Throwable problem) {
    requestEnded = true;
    if (!answer.hasBegun() && problem instanceof TimeoutException) {
      answer.answer(HostError.clientSilent());
    } else if (!answer.hasBegun() && BadBody.isToBlame(problem)) {
      // It does not matter that whoever has gone does not hear it.
      answer.answer(HostError.brokenBody(BadBody.status(problem)));
    } else if (!responseEnded) {
      clientLost(problem);
    }
    completeIfDone();
  }

  /** All of the answer is with the server. */
  void responseEnded() {
    responseEndedAt = owner.now();
    // Now, as the server uses the object again once it is done with the request.
    outcome = Outcome.of(response.getStatus());
    responseEnded = true;
    body.discard();
    completeIfDone();
  }

  /** The plugin sends no more. */
  void callEnded() {
    callEnded = true;
    forgetIfDone();
  }

  private void completeIfDone() {
    if (requestEnded && responseEnded && completed.compareAndSet(false, true)) {
      complete();
    }
  }

  private void complete() {
    try {
      async.complete();
    } catch (IllegalStateException gone) {
      LOG.log(Level.DEBUG, "the server has ended a request itself", gone);
    }
    forgetIfDone();
  }

  private void forgetIfDone() {
    if (completed.get() && callEnded) {
      owner.forget(this);
    }
  }

  /** The client does not listen any more. */
  void clientLost(Throwable problem) {
    LOG.log(Level.DEBUG, () -> name() + ": the client has gone", problem);
    answer.close();
    end();
  }

  /** Closes the connection in a way that the client can tell from a proper end. */
  void abort(Level level, String reason) {
    if (level == Level.WARNING) {
      owner
          .failures()
          .log(
              level,
              pluginId + " broken off",
              "%s: the answer is broken off: %s".formatted(name(), reason),
              null);
    } else {
      LOG.log(level, "{0}: the answer is broken off: {1}", name(), reason);
    }
    end();
  }

  private void end() {
    if (completed.compareAndSet(false, true)) {
      if (ConnectionAbort.abort(response)) {
        forgetIfDone();
      } else {
        complete();
      }
    }
  }

  /** Looks whether something takes too long. */
  void tick(long now) {
    if (responseEnded || completed.get()) {
      long since = now - responseEndedAt;
      if (!requestEnded && since > limits.drain().toNanos()) {
        requestEnded();
      }
      if (!callEnded && since > LINGER.toNanos()) {
        answer.cancelCall();
      }
    } else if (!limits.idle().isZero() && now - lastMoved > limits.idle().toNanos()) {
      moved();
      giveUp();
    }
  }

  private void giveUp() {
    if (!body.waitsForClient() && owner.isPatientWith(pluginId)) {
      return;
    }
    long seconds = limits.idle().toSeconds();
    if (answer.hasBegun()) {
      answer.breakOff("nothing has moved for %d s".formatted(seconds));
    } else if (body.waitsForClient()) {
      answer.answer(HostError.clientSilent());
    } else {
      answer.answer(HostError.pluginSilent(pluginId, seconds));
    }
  }

  /** Ends it, as the bundle stops. */
  void stop() {
    answer.answer(HostError.stopping());
  }

  @Override
  public void onWritePossible() {
    answer.writePossible();
  }

  @Override
  public void onError(Throwable problem) {
    clientLost(problem);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    completed.set(true);
    if (!responseEnded) {
      answer.close();
    }
    forgetIfDone();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    clientLost(new TimeoutException("the server has given up"));
  }

  @Override
  public void onError(AsyncEvent event) {
    clientLost(event.getThrowable());
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nobody starts it a second time.
  }
}
