package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartingServletTest {

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  @BeforeEach
  void start() throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder starting = new ServletHolder(new StartingServlet());
    context.addServlet(starting, "/api/*");
    context.addServlet(starting, "/hooks/*");
    context.addFilter(new IdentifyingFilter(), "/*", EnumSet.of(DispatcherType.REQUEST));
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v4/users/me", "/hooks/abcdefghijklmnopqrstuvwxyz"})
  void whoComesTooEarlyIsAskedToComeAgain(String path) throws Exception {
    HttpResponse<String> early = get(path);

    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.headers().firstValue("Retry-After")).contains("2");
    JsonNode error = new ObjectMapper().readTree(early.body());
    assertThat(error.path("id").asText()).isEqualTo("api.context.starting.app_error");
    assertThat(early.headers().firstValue("X-Request-Id"))
        .contains(error.path("request_id").asText());
    assertThat(early.headers().firstValue("X-Version-Id"))
        .contains("10.11.0.10.11.0.00000000.false");
  }

  @Test
  void whatWillNeverBeThereIsNotFound() throws Exception {
    HttpResponse<String> unknown = get("/api/v3/users/me");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(new ObjectMapper().readTree(unknown.body()).path("status_code").asInt())
        .isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:%d%s".formatted(connector.getLocalPort(), path));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
