package io.krait.host.internal.serving;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request and its answer, which need no thread while they wait for the client, or for whoever
 * makes the answer. Safe for use from any thread.
 */
public final class Exchange implements AsyncListener {

  private static final System.Logger LOGGER = System.getLogger(Exchange.class.getName());

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final String address;
  private final Exchanges owner;
  private final IncomingBody body;
  private final AsyncContext async;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Takes a request over from the thread that serves it. */
  Exchange(
      HttpServletRequest request, HttpServletResponse response, String address, Exchanges owner) {
    this.request = request;
    this.response = response;
    this.address = address;
    this.owner = owner;
    body = new IncomingBody(request, address, owner);
    async = request.startAsync();
    async.setTimeout(0);
    async.addListener(this);
  }

  /** What the client asks. */
  public HttpServletRequest request() {
    return request;
  }

  /** The body of the request. */
  public IncomingBody body() {
    return body;
  }

  /** Answers, when what nobody wanted of the request's body has been read. The first one counts. */
  public void answer(Answer answer) {
    if (!answered.compareAndSet(false, true)) {
      close(answer);
      return;
    }
    var unused =
        body.forget(owner.mostForgotten()).whenComplete((nothing, failure) -> send(answer));
  }

  /** Ends it now, as nothing more can be waited for: with this answer where none is under way. */
  void abandon(Answer answer) {
    boolean late = answered.get();
    body.onError(new IOException("the host stops"));
    if (late) {
      close(answer);
      complete();
    } else {
      answer(answer);
    }
  }

  private void send(Answer answer) {
    if (ended.get()) {
      close(answer);
      return;
    }
    try {
      response.setStatus(answer.status());
      answer.headers().forEach(header -> response.addHeader(header.name(), header.value()));
      if (body.isBroken()) {
        response.setHeader("Connection", "close");
      }
      response.setContentLengthLong(answer.size());
      ServletOutputStream out = response.getOutputStream();
      if (request.getMethod().equals("HEAD")) {
        done(answer);
      } else if (answer.size() < response.getBufferSize()) {
        // It has room without being sent.
        answer.content().transferTo(out);
        done(answer);
      } else {
        out.setWriteListener(
            new Outgoing(
                answer.content(),
                out,
                () -> done(answer),
                failure -> {
                  LOGGER.log(Level.DEBUG, "an answer breaks off", failure);
                  done(answer);
                }));
      }
    } catch (IOException | RuntimeException gone) {
      LOGGER.log(Level.DEBUG, "an answer cannot be sent", gone);
      done(answer);
    }
  }

  private void done(Answer answer) {
    close(answer);
    complete();
  }

  private static void close(Answer answer) {
    try {
      answer.close();
    } catch (IOException failure) {
      LOGGER.log(Level.DEBUG, "the content of an answer cannot be closed", failure);
    }
  }

  private void complete() {
    if (over()) {
      try {
        async.complete();
      } catch (IllegalStateException gone) {
        LOGGER.log(Level.DEBUG, "the server has ended a request itself", gone);
      }
    }
  }

  private boolean over() {
    if (!ended.compareAndSet(false, true)) {
      return false;
    }
    owner.ended(this, address);
    return true;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    over();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    complete();
  }

  @Override
  public void onError(AsyncEvent event) {
    Throwable failure = event.getThrowable();
    LOGGER.log(Level.DEBUG, "a request breaks off", failure);
    body.onError(failure == null ? new IOException("the client has gone") : failure);
    complete();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nobody starts it a second time.
  }
}
