package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppErrorTest {

  private static AppError full() {
    return AppError.builder()
        .id("app.post.refused")
        .message("the post was refused")
        .detailedError("word filter")
        .requestId("r1")
        .statusCode(400)
        .where("CreatePost")
        .params(Map.of("Word", "x"))
        .build();
  }

  @Test
  void theTextSaysWhereWhatAndWhichKind() {
    assertThat(full())
        .hasMessage("CreatePost: the post was refused, word filter [app.post.refused] (HTTP 400)");
    assertThat(AppError.builder().build()).hasMessage("no message");
  }

  @Test
  void errorsAreEqualByTheirPartsAndNotByTheirStack() {
    assertThat(full()).isEqualTo(full()).hasSameHashCodeAs(full());
    assertThat(full().toBuilder().statusCode(401).build()).isNotEqualTo(full());
    assertThat(full().toBuilder().cause(new IllegalStateException()).build()).isEqualTo(full());
  }

  @Test
  void aMethodThatIsNotThereNamesItself() {
    AppError error = AppError.notImplemented("GetUser");

    assertThat(error.statusCode()).isEqualTo(501);
    assertThat(error.where()).isEqualTo("GetUser");
    assertThat(error).hasMessageContaining("GetUser is not implemented by this server");
  }

  @Test
  void paramsAreJson() {
    assertThatThrownBy(() -> AppError.builder().params(Map.of("x", new Object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("params.x is a java.lang.Object");
  }

  @Test
  void anErrorSaysWhenToAskAgainAmongItsOtherParams() {
    AppError error = full().toBuilder().retryAfter(Duration.ofMillis(1200)).build();

    assertThat(error.retryAfter()).contains(Duration.ofSeconds(2));
    assertThat(error.params()).containsEntry("Word", "x");
    assertThat(error.toBuilder().build()).isEqualTo(error);
    assertThat(full().retryAfter()).isEmpty();
  }

  @Test
  void theWaitIsFromASecondToADayWhoeverSaysSomethingElse() {
    assertThat(AppError.builder().retryAfter(Duration.ZERO).build().retryAfter())
        .contains(Duration.ofSeconds(1));
    assertThat(retryAfter(10_000_000L))
        .isEqualTo(AppError.builder().retryAfter(Duration.ofDays(100)).build().retryAfter());
    assertThat(retryAfter("soon")).isEmpty();
    assertThat(retryAfter(-3L)).isEmpty();
  }

  private static Optional<Duration> retryAfter(Object said) {
    return AppError.builder().params(Map.of("retry_after_seconds", said)).build().retryAfter();
  }
}
