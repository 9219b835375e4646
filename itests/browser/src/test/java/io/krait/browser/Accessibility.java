package io.krait.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether a page can be used by those who do not see it, or have no mouse: what axe-core finds of
 * serious and critical faults, in the light and in the dark.
 */
final class Accessibility {

  private static final String FAULTS =
      "const done = arguments[arguments.length - 1];"
          + "axe.run(document, {resultTypes: ['violations']}).then("
          + "found => done(found.violations"
          + ".filter(one => ['serious', 'critical'].includes(one.impact))"
          + ".flatMap(one => one.nodes.map("
          + "node => one.id + ' of ' + node.html + ': ' + node.failureSummary))),"
          + "failed => done([String(failed)]));";

  private final Browser browser;
  private final String axe;

  Accessibility(Browser browser) {
    this.browser = browser;
    try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Looks at what is shown at present.
   *
   * @param where what that is, for whoever reads of a fault
   */
  void check(String where) {
    for (boolean dark : new boolean[] {true, false}) {
      browser.dark(dark);
      browser.script(axe);
      assertThat((List<?>) browser.driver().executeAsyncScript(FAULTS))
          .as("faults of %s in the %s", where, dark ? "dark" : "light")
          .isEmpty();
    }
  }
}
