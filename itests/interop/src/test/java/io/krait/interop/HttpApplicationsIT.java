package io.krait.interop;

import static io.krait.interop.WebPlugins.FLASK;
import static io.krait.interop.WebPlugins.STARLETTE;
import static io.krait.interop.WebPlugins.path;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.http.internal.RawClient;
import io.krait.protocol.Transport;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications of known frameworks as plugins, seen from a client. */
@ParameterizedClass
@EnumSource(Transport.class)
class HttpApplicationsIT {

  @TempDir static Path cache;
  private static WebPlugins plugins;

  @Parameter Transport carrier;

  @BeforeParameterizedClassInvocation
  static void start(Transport carrier) throws Exception {
    plugins = new WebPlugins(cache, carrier, STARLETTE, FLASK);
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    plugins.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {STARLETTE, FLASK})
  void anApplicationKnowsWhereItIs(String application) throws Exception {
    String told = plugins.get(application, "/told?a=%20b").text();

    assertThat(told)
        .contains("/told", "a=%20b")
        .contains("http://test" + path(application, "/echo"));
    assertThat(plugins.get(application, "/nowhere").head().status()).isEqualTo(404);
    assertThat(plugins.get(application, "/step").head().status()).isEqualTo(405);
    RawClient.Head away = plugins.get(application, "/away").head();
    assertThat(away.status()).isIn(302, 307);
    assertThat(away.value("Location")).endsWith(path(application, "/told"));
  }

  @ParameterizedTest
  @ValueSource(strings = {STARLETTE, FLASK})
  void eventsArriveOneByOne(String application) throws Exception {
    try (RawClient listener = plugins.client();
        RawClient other = plugins.client()) {
      RawClient.Head head = listener.request("GET " + path(application, "/events")).head();
      assertThat(head.value("Content-Type")).startsWith("text/event-stream");
      assertThat(listener.chunk()).asString().isEqualTo("data: begin\n\n");

      for (int i = 0; i < 5; i++) {
        byte[] step = ("step" + i).getBytes(UTF_8);
        assertThat(other.post(path(application, "/step"), step, false).head().status())
            .isEqualTo(204);
        assertThat(listener.chunk()).asString().isEqualTo("data: step" + i + "\n\n");
      }
    }
  }
}
