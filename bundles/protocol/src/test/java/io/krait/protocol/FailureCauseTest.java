package io.krait.protocol;

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
}
