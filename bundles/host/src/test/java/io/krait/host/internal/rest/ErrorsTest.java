package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.AppError;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.host.internal.plugin.DispatchedHooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log tells of requests that have failed. */
class ErrorsTest {

  private final Logger log = Logger.getLogger(Errors.class.getName());
  private final Records records = new Records();
  private final Errors errors = new Errors(new DispatchedHooks());

  @BeforeEach
  void listen() {
    log.addHandler(records);
  }

  @AfterEach
  void listenNoMore() {
    log.removeHandler(records);
  }

  @Test
  void aPluginThatDoesNotStartIsALine() {
    answer(
        error(new ManagementException(Problem.START_FAILED, "no Python", new Exception("of ours")))
            .build());

    assertThat(records.all)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getMessage()).endsWith(" failed: it is like that");
              assertThat(record.getThrown()).isNull();
            });
  }

  @Test
  void whatAPluginDidIsALine() {
    answer(error(new Exception("of ours")).params(Map.of("plugin_id", "one")).build());

    assertThat(records.all).singleElement().extracting(LogRecord::getThrown).isNull();
  }

  @Test
  void whatWeDidComesWithItsTrace() {
    AppError ours = error(new ManagementException(Problem.SYSTEM, "disk full")).build();
    answer(ours);

    assertThat(records.all).singleElement().extracting(LogRecord::getThrown).isSameAs(ours);
  }

  private void answer(AppError error) {
    assertThat(errors.toResponse(error).getStatus()).isEqualTo(500);
  }

  private static AppError.Builder error(Throwable cause) {
    return AppError.builder()
        .id("a.b.app_error")
        .message("it is like that")
        .statusCode(500)
        .cause(cause);
  }

  private static final class Records extends Handler {
    private final List<LogRecord> all = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      all.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
