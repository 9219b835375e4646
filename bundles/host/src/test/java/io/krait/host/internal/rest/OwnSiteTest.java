package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.krait.api.AppError;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSiteTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // site,                     asked,                       origin,
        // fetch,       taken
        "'',                         http://localhost:8065,       -,                             -,"
            + "           true",
        "'',                         http://localhost:8065,       http://localhost:8065,        "
            + " same-origin, true",
        "'',                         http://LOCALHOST:8065,       http://localhost:8065,         -,"
            + "           true",
        "'',                         http://chat.localhost,       -,                             -,"
            + "           true",
        "'',                         http://127.0.0.1:8065,       http://127.0.0.1:8065,         -,"
            + "           true",
        "'',                         http://[::1]:8065,           http://[::1]:8065,             -,"
            + "           true",
        "'',                         http://192.0.2.7,            -,                            "
            + " none,        true",
        "'',                         http://evil.example,         -,                             -,"
            + "           false",
        "'',                         http://evil.example:8065,    http://evil.example:8065,     "
            + " same-origin, false",
        "'',                         http://localhost.evil.example, -,                           -,"
            + "           false",
        "'',                         http://127.0.0.1.evil.example, -,                           -,"
            + "           false",
        "'',                         http://localhost:8065,       http://localhost:3000,         -,"
            + "           false",
        "'',                         http://localhost:8065,       http://evil.example,           -,"
            + "           false",
        "'',                         http://localhost:8065,       null,                          -,"
            + "           false",
        "'',                         http://localhost:8065,       nonsense:,                     -,"
            + "           false",
        "'',                         http://localhost:8065,       -,                            "
            + " cross-site,  false",
        "'',                         http://localhost:8065,       -,                            "
            + " same-site,   false",
        "https://chat.example.com,   http://chat.example.com,     https://chat.example.com,      -,"
            + "           true",
        "https://chat.example.com,   http://127.0.0.1:8065,       https://chat.example.com,      -,"
            + "           true",
        "https://chat.example.com/,  https://chat.example.com,    https://chat.example.com:443,  -,"
            + "           true",
        "https://chat.example.com,   http://localhost:8065,       -,                             -,"
            + "           true",
        "https://chat.example.com,   http://chat.example.com,     https://evil.example,          -,"
            + "           false",
        "https://chat.example.com,   http://127.0.0.1:8065,       http://chat.example.com,       -,"
            + "           false",
        "https://chat.example.com,   http://other.example.com,    -,                             -,"
            + "           false",
        "no address,                 http://localhost,            -,                             -,"
            + "           true"
      })
  void onlyWhatIsMeantForThisServerAndFromNoOtherSiteIsTaken(
      String site, URI asked, String origin, String fetchSite, boolean taken) {
    AppError refused =
        catchThrowableOfType(
            AppError.class, () -> OwnSite.at(site).check(asked, origin, fetchSite));

    assertThat(refused == null).isEqualTo(taken);
    if (refused != null) {
      assertThat(refused.statusCode()).isEqualTo(403);
    }
  }
}
