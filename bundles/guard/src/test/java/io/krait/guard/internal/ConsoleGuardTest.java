package io.krait.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Nullable;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.junit.jupiter.api.Test;

class ConsoleGuardTest {

  private final Door door = new Door();
  private final ConsoleGuard guard = guard(door);

  @Test
  void whoeverIsLetInByTheOthersIsLetIn() {
    Answer answer = new Answer();

    Object user = guard.authenticate(right(new BrowserRequest("POST")), answer.response());

    assertThat(user).isEqualTo("admin");
    assertThat(answer.headers)
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("X-Content-Type-Options", "nosniff");
    assertThat(answer.headers.get("Content-Security-Policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void anotherSiteIsKeptAwayThoughThePasswordIsRight() {
    Answer answer = new Answer();

    Object user =
        guard.authenticate(
            right(new BrowserRequest("POST").header("Origin", "http://evil.example")),
            answer.response());

    assertThat(user).isNull();
    assertThat(answer.status).isEqualTo(403);
    assertThat(door.asked).isZero();
  }

  @Test
  void aNameOfAnotherSiteIsKeptAway() {
    Answer answer = new Answer();

    Object user =
        guard.authenticate(
            right(new BrowserRequest("GET").to("http", "evil.example", 8065)), answer.response());

    assertThat(user).isNull();
    assertThat(answer.status).isEqualTo(421);
    assertThat(answer.text()).contains("hosts of io.krait.guard");
    assertThat(door.asked).isZero();
  }

  @Test
  void guessingIsSlowedDown() {
    for (int i = 0; i < 300; i++) {
      guard.authenticate(
          new BrowserRequest("GET").header("Authorization", "Basic " + i).build(),
          new Answer().response());
    }
    Answer waiting = new Answer();
    Object user = guard.authenticate(right(new BrowserRequest("GET")), waiting.response());

    assertThat(door.asked).isEqualTo(5);
    assertThat(user).isNull();
    assertThat(waiting.status).isEqualTo(429);
    assertThat(waiting.headers).containsEntry("Retry-After", "1");
    assertThat(
            guard.authenticate(
                right(new BrowserRequest("GET").from("192.0.2.9")), new Answer().response()))
        .as("the administrator elsewhere")
        .isEqualTo("admin");
  }

  @Test
  void whoeverHasNotTriedAPasswordIsAskedForOne() {
    for (int i = 0; i < 50; i++) {
      guard.authenticate(new BrowserRequest("GET").build(), new Answer().response());
    }

    assertThat(guard.authenticate(right(new BrowserRequest("GET")), new Answer().response()))
        .isEqualTo("admin");
  }

  @Test
  void nobodyIsLetInWhereNothingAsksForAPassword() {
    Answer answer = new Answer();
    ConsoleGuard alone = guard(null);

    assertThat(alone.authenticate(right(new BrowserRequest("GET")), answer.response())).isNull();
    assertThat(alone.authorize("admin", "any")).isFalse();
    assertThat(answer.status).isEqualTo(503);
  }

  private static ConsoleGuard guard(@Nullable SecurityProvider inner) {
    return new ConsoleGuard(
        new KnownHosts(List.of("console.example"), () -> "thismachine"),
        5,
        Duration.ofSeconds(300),
        () -> 0,
        inner);
  }

  private static HttpServletRequest right(BrowserRequest request) {
    return request.header("Authorization", "Basic right").build();
  }

  /** Lets in whoever has the right password. */
  private static final class Door implements SecurityProvider {
    private int asked;

    @Override
    public @Nullable Object authenticate(HttpServletRequest request, HttpServletResponse response) {
      asked++;
      return "Basic right".equals(request.getHeader("Authorization")) ? "admin" : null;
    }

    @Override
    public boolean authorize(Object user, String role) {
      return true;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
      throw new UnsupportedOperationException();
    }
  }

  /** What the browser gets. */
  private static final class Answer {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    private String text() {
      return body.toString(java.nio.charset.StandardCharsets.UTF_8);
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
                    return stream();
                  }
                  default -> throw new UnsupportedOperationException(called.getName());
                }
                return null;
              });
    }

    private ServletOutputStream stream() {
      return new ServletOutputStream() {
        @Override
        public void write(int value) {
          body.write(value);
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }
}
