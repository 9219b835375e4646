package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.PluginState;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is answered for a plugin that is there and does not run. */
class AbsentPluginTest {

  @TempDir private Path folder;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(TestServer.DEFAULTS, folder, null);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"WAITING", "STARTING", "RUNNING", "BACKING_OFF"})
  void aPluginThatWillRunIsWorthAskingAgain(PluginState state) throws Exception {
    server.setState(state);

    HttpResponse<String> answer = get();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).contains("\"id\":\"plugin.http.not_yet\"", "com.example.absent");
  }

  @ParameterizedTest
  @EnumSource(names = {"DISABLED", "STOPPING", "FAILED"})
  void oneThatWillNotIsNotFound(PluginState state) throws Exception {
    server.setState(state);

    assertThat(get().statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get() throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.uri("/plugins/com.example.absent/page")).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
