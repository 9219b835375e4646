package io.krait.jetty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BeginningTest {

  private final AtomicInteger level = new AtomicInteger();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private Beginning beginning = new Beginning(80, level::get);

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new Refusing()), "/*");
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void whatIsNotThereYetIsToBeAskedForAgain() throws Exception {
    level.set(20);

    HttpResponse<String> answer = get("/404");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.body()).contains("starting").endsWith("\"status_code\":503}");
  }

  @Test
  void otherAnswersAreThoseOfWhoGivesThem() throws Exception {
    level.set(20);

    assertThat(get("/403").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNotThereWhenAllIsThereIsNotFound() throws Exception {
    level.set(80);

    assertThat(get("/404").statusCode()).isEqualTo(404);
  }

  @Test
  void whereNobodySaysWhenAllIsThereNothingIsChanged() throws Exception {
    beginning = new Beginning(0, level::get);

    assertThat(get("/404").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:%d%s".formatted(connector.getLocalPort(), path));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Refuses with the status that is asked for. */
  private final class Refusing extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      beginning.seen(response).sendError(Integer.parseInt(request.getRequestURI().substring(1)));
    }
  }
}
