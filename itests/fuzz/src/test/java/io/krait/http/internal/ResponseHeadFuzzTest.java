package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.InvalidProtocolBufferException;
import io.krait.api.model.HttpHeader;
import io.krait.protocol.convert.MalformedMessageException;
import io.krait.protocol.convert.ServeHttpResponseInitConverter;
import io.krait.protocol.v1.ServeHTTPResponseInit;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;

/** Of what a plugin says of its answer nothing is sent that is not a head of HTTP. */
class ResponseHeadFuzzTest {

  private static final int MOST_BYTES = 1 << 16;
  private static final CookieFence.Gate COOKIES =
      new CookieFence.Gate(new CookieFence(List.of("MMAUTHTOKEN")), "a", "/plugins/a");

  /** Kept, as their level would be lost otherwise. */
  private static final List<Logger> LOGS =
      List.of(
          Logger.getLogger(ResponseHead.class.getName()),
          Logger.getLogger(CookieFence.class.getName()));

  @BeforeAll
  static void beQuiet() {
    LOGS.forEach(log -> log.setLevel(Level.OFF));
  }

  @FuzzTest
  void head(byte[] message) {
    ServeHTTPResponseInit sent;
    try {
      sent = ServeHTTPResponseInit.parseFrom(message);
    } catch (InvalidProtocolBufferException noMessage) {
      return;
    }
    try {
      ResponseHead head =
          ResponseHead.of(
              ServeHttpResponseInitConverter.fromWire(sent), MOST_BYTES, COOKIES, "a plugin");
      assertThat(head.status()).isBetween(200, 999);
      assertThat(head.contentLength()).isGreaterThanOrEqualTo(-1);
      for (HttpHeader header : head.headers()) {
        assertThat(header.key()).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
        for (String value : header.values()) {
          assertThat(value.chars()).noneMatch(c -> c == '\r' || c == '\n' || c == 0);
          if (header.key().equalsIgnoreCase("Set-Cookie")) {
            assertThat(value).contains("; Path=/plugins/a").doesNotStartWith("MMAUTHTOKEN=");
          }
        }
      }
    } catch (MalformedMessageException noModel) {
      assertThat(noModel.getMessage()).isNotBlank();
    } catch (RefusedException refused) {
      assertThat(refused.error().message()).isNotBlank();
    }
  }
}
