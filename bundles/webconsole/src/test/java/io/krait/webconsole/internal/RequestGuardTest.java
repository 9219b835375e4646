package io.krait.webconsole.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class RequestGuardTest {

  private final RequestGuard guard = new RequestGuard(new SecureRandom());

  @Test
  void ownPageWithItsTokenPasses() {
    assertPasses(request().header("Sec-Fetch-Site", "same-origin"));
    assertPasses(request().header("Origin", "http://console.example:8080"));
    assertPasses(request().header("Origin", "HTTP://Console.example:8080"));
  }

  @Test
  void scriptWithoutBrowserPassesWithTheToken() {
    assertPasses(request());
  }

  @Test
  void browserThatSaysSameOriginIsBelievedBehindAProxyThatChangesTheHost() {
    assertPasses(
        request()
            .header("Sec-Fetch-Site", "same-origin")
            .header("Origin", "https://admin.example.com"));
  }

  @Test
  void otherPageIsRefusedEvenWithTheToken() {
    assertThat(refusal(request().header("Sec-Fetch-Site", "cross-site"))).isEqualTo("ORIGIN");
    assertThat(refusal(request().header("Sec-Fetch-Site", "same-site"))).isEqualTo("ORIGIN");
    assertThat(refusal(request().header("Sec-Fetch-Site", "none"))).isEqualTo("ORIGIN");
    assertThat(refusal(request().header("Origin", "http://evil.example"))).isEqualTo("ORIGIN");
    assertThat(refusal(request().header("Origin", "http://console.example"))).isEqualTo("ORIGIN");
    assertThat(refusal(request().header("Origin", "https://console.example:8080")))
        .isEqualTo("ORIGIN");
    assertThat(refusal(request().header("Origin", "null"))).isEqualTo("ORIGIN");
  }

  @Test
  void missingOrWrongTokenIsRefused() {
    assertThat(refusal(FakeRequest.post("/krait/api/enable"))).isEqualTo("TOKEN");
    assertThat(refusal(FakeRequest.post("/krait/api/enable").header("X-Krait-Token", "")))
        .isEqualTo("TOKEN");
    assertThat(refusal(FakeRequest.post("/krait/api/enable").header("X-Krait-Token", "0000")))
        .isEqualTo("TOKEN");
  }

  @Test
  void tokenOfOneUserIsOfNoUseToAnother() {
    assertThat(refusal(request().user("eve"))).isEqualTo("TOKEN");
    assertThat(refusal(request().user(null))).isEqualTo("TOKEN");
  }

  @Test
  void tokenOfAnEarlierLifeOfTheBundleIsRefused() {
    String old = new RequestGuard(new SecureRandom()).token(FakeRequest.get("/krait").build());

    assertThat(refusal(FakeRequest.post("/krait/api/enable").header("X-Krait-Token", old)))
        .isEqualTo("TOKEN");
  }

  private FakeRequest request() {
    return FakeRequest.post("/krait/api/enable")
        .header("X-Krait-Token", guard.token(FakeRequest.get("/krait").build()));
  }

  private void assertPasses(FakeRequest request) {
    assertThatCode(() -> guard.check(request.build())).doesNotThrowAnyException();
  }

  private String refusal(FakeRequest request) {
    ApiFailure failure = catchThrowableOfType(ApiFailure.class, () -> guard.check(request.build()));
    assertThat(failure.status()).isEqualTo(403);
    assertThat(failure.getMessage()).doesNotContain("\n");
    return failure.problem();
  }
}
