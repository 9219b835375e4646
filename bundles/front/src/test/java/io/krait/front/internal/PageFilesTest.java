package io.krait.front.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageFilesTest {

  private static final Pattern OF_DOCUMENT = Pattern.compile("(?:src|href)=\"/front/([^\"]+)\"");
  private static final Pattern OF_SCRIPT = Pattern.compile("from '\\./([^']+)'");

  private final PageFiles files = new PageFiles();

  @Test
  void everyFileThatThePageNamesIsThere() {
    assertThat(all())
        .contains("main.js", "page.css", "lib/preact.module.js", "lib/htm.module.js")
        .allSatisfy(name -> assertThat(files.find(name)).as(name).isNotNull());
  }

  @Test
  void documentHasNoScriptOrStyleWithinItsMarkup() {
    assertThat(text("index.html"))
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContain("<style", "style=")
        .doesNotContainPattern(" on[a-z]+=");
  }

  @Test
  void nothingIsAskedOfAnotherServer() {
    assertThat(own())
        .allSatisfy(
            name ->
                assertThat(text(name))
                    .as(name)
                    .doesNotContainPattern(
                        "(?:src|href|fetch\\(|url\\(|@import)[=('\"`\\s]*https?:"));
  }

  @Test
  void noMarkupIsMadeOfTexts() {
    assertThat(own())
        .allSatisfy(
            name ->
                assertThat(text(name))
                    .as(name)
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write"));
  }

  @Test
  void pageForWhatIsNotThereLeadsToTheOneThatIs() {
    assertThat(text("missing.html")).contains("There is no such page", "href=\"/\"");
  }

  @Test
  void iconIsOneThatBrowsersAskForByThemselves() throws IOException {
    PageFiles.PageFile icon = files.find("favicon.ico");

    assertThat(icon.type()).isEqualTo("image/x-icon");
    assertThat(icon.content()).startsWith(0, 0, 1, 0, 1, 0);
  }

  @Test
  void onlyItsOwnFilesAreFound() throws IOException {
    for (String name :
        List.of(
            "", "nothing.js", "../PageFiles.class", "PageFiles.class", "lib/../main.js", "lib")) {
      assertThat(files.find(name)).as(name).isNull();
    }
  }

  @Test
  void licenceOfWhatIsTakenInIsThere() {
    assertThat(text("lib/preact-license.txt")).contains("The MIT License");
  }

  private List<String> own() {
    return all().stream().filter(name -> !name.startsWith("lib/")).toList();
  }

  /** All files that the document and its scripts name. */
  private Set<String> all() {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of("index.html", "missing.html"));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (found.add(name) && (name.endsWith(".js") || name.endsWith(".html"))) {
        Pattern names = name.endsWith(".html") ? OF_DOCUMENT : OF_SCRIPT;
        names.matcher(text(name)).results().map(result -> result.group(1)).forEach(open::add);
      }
    }
    return found;
  }

  private String text(String name) {
    try {
      PageFiles.PageFile file = files.find(name);
      return file == null ? "" : new String(file.content(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
