package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.HookDispatcher;
import io.krait.api.model.ServeHttpResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A plugin that fails at the very moment at which the servlet looks whether there is more. */
class LateFailureTest {

  private static final String ID = "com.example.plugin";

  private final AtomicReference<Flow.Subscriber<? super ServeHttpResponse>> answering =
      new AtomicReference<>();

  @Test
  void aFailureIsNotTakenForAProperEnd() throws Exception {
    FakeDispatcher dispatcher = new FakeDispatcher();
    dispatcher.run(ID, requests -> this::subscribed);
    PluginServlet servlet =
        new PluginServlet(
            dispatcher,
            TestServer.DEFAULTS,
            TestServer.CLIENTS,
            TestServer.FENCE,
            TestServer.WEB_SOCKETS,
            null,
            null,
            null);
    try (ServletServer server = new ServletServer(new Watched(servlet));
        RawClient client = new RawClient(server.port())) {

      client.request("GET /plugins/" + ID + "/x");

      assertThat(client.head().status()).isEqualTo(503);
    } finally {
      servlet.close();
    }
  }

  private void subscribed(Flow.Subscriber<? super ServeHttpResponse> subscriber) {
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long count) {}

          @Override
          public void cancel() {}
        });
    answering.set(subscriber);
  }

  private void failNow() {
    Flow.Subscriber<? super ServeHttpResponse> subscriber = answering.getAndSet(null);
    if (subscriber != null) {
      subscriber.onError(AppError.of(HookDispatcher.STOPPED, "stopped", 503));
    }
  }

  /** The servlet, with an output that is asked whether it is ready in between. */
  private final class Watched extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private final transient HttpServlet servlet;

    Watched(HttpServlet servlet) {
      this.servlet = servlet;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      servlet.service(
          request,
          new HttpServletResponseWrapper(response) {
            @Override
            public ServletOutputStream getOutputStream() throws IOException {
              return new WatchedOutput(super.getOutputStream());
            }
          });
    }
  }

  private final class WatchedOutput extends ServletOutputStream {

    private final ServletOutputStream output;

    WatchedOutput(ServletOutputStream output) {
      this.output = output;
    }

    @Override
    public boolean isReady() {
      failNow();
      return output.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      output.setWriteListener(listener);
    }

    @Override
    public void write(int value) throws IOException {
      output.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      output.write(bytes, offset, length);
    }
  }
}
