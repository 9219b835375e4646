package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieFenceTest {

  private static final String ID = "com.example.hello";
  private static final String HOME = "/plugins/" + ID;

  private final CookieFence fence =
      new CookieFence(List.of("MMAUTHTOKEN", "JSESSIONID", "felix-webconsole-*", " "));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MMAUTHTOKEN=evil; Path=/",
        "mmauthtoken=evil",
        " MMAUTHTOKEN =evil",
        "JSESSIONID=evil; Path=/plugins/com.example.hello",
        "felix-webconsole-locale=evil",
        "=MMAUTHTOKEN=evil",
        "MMAUTHTOKEN",
        "",
        "__Host-any=evil; Secure; Path=/"
      })
  void cookiesOfTheHostAreNotSet(String cookie) {
    assertThat(fence.admit(cookie, ID, HOME)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1|a=1; Path=/plugins/com.example.hello",
        "a=1; Path=/|a=1; Path=/plugins/com.example.hello",
        "a=1; path=/api/v4|a=1; Path=/plugins/com.example.hello",
        "a=1; Path=/plugins/com.example.hello.other|a=1; Path=/plugins/com.example.hello",
        "a=1; Path=/plugins/com.example.hello/deep|a=1; Path=/plugins/com.example.hello/deep",
        "a=1; Path=/plugins/com.example.hello; Path=/|a=1; Path=/plugins/com.example.hello",
        "a=1; Path=|a=1; Path=/plugins/com.example.hello",
        "a=1; Domain=example.com; Secure|a=1; Secure; Path=/plugins/com.example.hello",
        "a=b=c; HttpOnly; SameSite=Lax|a=b=c; HttpOnly; SameSite=Lax;"
            + " Path=/plugins/com.example.hello",
        "MMAUTHTOKENS=1|MMAUTHTOKENS=1; Path=/plugins/com.example.hello"
      })
  void cookiesOfThePluginStayWithIt(String cookie, String sent) {
    assertThat(fence.admit(cookie, ID, HOME)).hasValue(sent);
  }

  @Test
  void itIsSaidOnce() {
    try (LoggedLines logged = new LoggedLines(CookieFence.class)) {
      for (int i = 0; i < 100; i++) {
        fence.admit("MMAUTHTOKEN=" + i, ID, HOME);
      }

      assertThat(logged.lines())
          .singleElement()
          .asString()
          .contains(ID, "MMAUTHTOKEN", "a cookie of the host");
    }
  }
}
