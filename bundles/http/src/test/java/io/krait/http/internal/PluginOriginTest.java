package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginOriginTest {

  private final PluginOrigin origin = new PluginOrigin("Plugins.example:8065");
  private final Map<String, String> headers = new HashMap<>();
  private int status;
  private boolean served;

  @ParameterizedTest
  @CsvSource({
    "GET, inside.example, /api/v4/system/ping, true, 0",
    "GET, plugins.example, /plugins/a/b, true, 0",
    "POST, plugins.example, /plugins/a/b, true, 0",
    "GET, plugins.example, /api/v4/system/ping, false, 404",
    "GET, plugins.example, /system/console, false, 404",
    "GET, plugins.example, /pluginsandmore, false, 404",
    "GET, inside.example, /plugins/a/b, false, 307",
    "POST, inside.example, /plugins/a/b, false, 421"
  })
  void eachHostHasItsOwn(String method, String host, String path, boolean there, int answered)
      throws Exception {
    ask(new FakeServletRequest(method, path).to(host));

    assertThat(served).isEqualTo(there);
    assertThat(status).isEqualTo(answered);
  }

  @Test
  void browsersAreSentThere() throws Exception {
    ask(new FakeServletRequest("GET", "/plugins/a/b").query("c=d"));

    assertThat(headers).containsEntry("Location", "http://plugins.example:8065/plugins/a/b?c=d");
  }

  @Test
  void withoutSuchAHostAllIsServedByAll() throws Exception {
    new PluginOrigin("")
        .doFilter(
            new FakeServletRequest("GET", "/plugins/a/b").build(),
            response(),
            (request, response) -> served = true);

    assertThat(served).isTrue();
  }

  private void ask(FakeServletRequest request) throws Exception {
    origin.doFilter(request.build(), response(), (asked, answer) -> served = true);
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            HttpServletResponse.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) -> {
              switch (called.getName()) {
                case "setStatus" -> status = (Integer) arguments[0];
                case "setHeader" -> headers.put(arguments[0].toString(), arguments[1].toString());
                case "setContentType", "setContentLength" -> {}
                case "getOutputStream" -> {
                  return new Nowhere();
                }
                default -> throw new UnsupportedOperationException(called.getName());
              }
              return null;
            });
  }

  private static final class Nowhere extends ServletOutputStream {
    @Override
    public void write(int value) {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
