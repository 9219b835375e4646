package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureCauseTest {

  @Test
  void itIsFoundBelowAllThatCarriesIt() {
    Throwable cause = new IllegalStateException("stopped", new IllegalArgumentException("deeper"));

    assertThat(FailureCause.of(new ExecutionException(new CompletionException(cause))))
        .isSameAs(cause);
    assertThat(FailureCause.of(cause)).isSameAs(cause);
  }

  @Test
  void whatCarriesNothingIsTheCauseItself() {
    Throwable bare = new CompletionException("nothing inside", null);

    assertThat(FailureCause.of(bare)).isSameAs(bare);
  }

  @Test
  void itIsToldInOneLineWithoutWhatIsForPrograms() {
    AppError flooded =
        AppError.builder()
            .id("plugin.on_activate.error")
            .where("OnActivate")
            .message("the cellar\n  is flooded")
            .detailedError("RuntimeError")
            .statusCode(500)
            .build();

    assertThat(FailureCause.text(new CompletionException(flooded)))
        .isEqualTo("the cellar is flooded (RuntimeError)");
    assertThat(FailureCause.text(AppError.of("no.licence", "no licence", 400)))
        .isEqualTo("no licence");
    assertThat(FailureCause.text(new IllegalStateException("stopped"))).isEqualTo("stopped");
  }

  @Test
  void whatHasNoWordsOfItsOwnIsNamed() {
    assertThat(FailureCause.text(AppError.of("no.licence", "", 400)))
        .isEqualTo("no message [no.licence] (HTTP 400)");
    assertThat(FailureCause.text(new IllegalStateException()))
        .isEqualTo("java.lang.IllegalStateException");
  }
}
