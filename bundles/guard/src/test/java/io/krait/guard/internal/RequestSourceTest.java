package io.krait.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSourceTest {

  private final RequestSource source = new RequestSource();

  @ParameterizedTest
  @CsvSource({
    "POST, same-origin, true",
    "POST, none, true",
    "POST, same-site, false",
    "POST, cross-site, false",
    "DELETE, cross-site, false",
    "GET, same-origin, true",
    "GET, none, true",
    "GET, same-site, false",
    "GET, cross-site, false",
    "POST, something-new, false"
  })
  void browserKnowsWhoseRequestItIs(String method, String site, boolean own) {
    // Whatever else it says: other headers can be left out by a page, this one cannot.
    BrowserRequest request =
        new BrowserRequest(method)
            .header("Sec-Fetch-Site", site)
            .header("Origin", "http://console.example:8065");

    assertThat(source.isOwn(request.build())).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, navigate, document, true",
    "HEAD, navigate, document, true",
    "GET, navigate, iframe, false",
    "GET, no-cors, image, false",
    "GET, cors, empty, false",
    "POST, navigate, document, false"
  })
  void anotherSiteMayLinkHereAndNoMore(String method, String mode, String kind, boolean own) {
    BrowserRequest request =
        new BrowserRequest(method)
            .header("Sec-Fetch-Site", "cross-site")
            .header("Sec-Fetch-Mode", mode)
            .header("Sec-Fetch-Dest", kind);

    assertThat(source.isOwn(request.build())).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource({
    "http://console.example:8065, true",
    "HTTP://Console.Example:8065, true",
    "http://console.example, false",
    "http://console.example:8066, false",
    "http://console.example.evil.example:8065, false",
    "http://console.example:8065@evil.example, false",
    "http://evil.example:8065, false",
    "null, false",
    "'', false",
    "not an origin, false"
  })
  void whereTheConnectionIsNotSafeItsOriginTells(String origin, boolean own) {
    assertThat(source.isOwn(new BrowserRequest("POST").header("Origin", origin).build()))
        .isEqualTo(own);
    assertThat(source.isOwn(new BrowserRequest("GET").header("Origin", origin).build()))
        .isEqualTo(own);
  }

  @Test
  void oldBrowsersTellTheReferrerAlone() {
    assertThat(
            source.isOwn(
                new BrowserRequest("POST")
                    .header("Referer", "http://evil.example/form?http://console.example:8065/")
                    .build()))
        .isFalse();
    assertThat(
            source.isOwn(
                new BrowserRequest("POST")
                    .header("Referer", "http://console.example:8065/system/console/bundles")
                    .build()))
        .isTrue();
    assertThat(
            source.isOwn(
                new BrowserRequest("GET").header("Referer", "http://evil.example/").build()))
        .as("a link")
        .isTrue();
  }

  @Test
  void programsThatAreNoBrowsersSayNothing() {
    assertThat(source.isOwn(new BrowserRequest("POST").build())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://console.example", "https://console.example:443"})
  void encryptionMayEndAtAProxy(String origin) {
    assertThat(
            source.isOwn(
                new BrowserRequest("POST")
                    .to("http", "console.example", 80)
                    .header("Origin", origin)
                    .build()))
        .isTrue();
  }

  @Test
  void pageWithoutEncryptionIsNotThatWithIt() {
    assertThat(
            source.isOwn(
                new BrowserRequest("POST")
                    .to("https", "console.example", 443)
                    .header("Origin", "http://console.example:443")
                    .build()))
        .isFalse();
  }

  @Test
  void addressOfVersion6IsOne() {
    assertThat(
            source.isOwn(
                new BrowserRequest("POST")
                    .to("http", "[::1]", 8065)
                    .header("Origin", "http://[::1]:8065")
                    .build()))
        .isTrue();
  }
}
