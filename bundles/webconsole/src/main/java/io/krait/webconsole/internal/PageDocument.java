package io.krait.webconsole.internal;

import java.util.Comparator;
import java.util.Map;

/**
 * The HTML document. Nothing that a plugin says is in it: that comes as JSON, and becomes text.
 *
 * <p>It is a whole document rather than the inside of the console's own, whose scripts within the
 * markup a strict content security policy would forbid, and which telephones show at the width of a
 * desk. The other pages of the console are in its menu.
 */
final class PageDocument {

  private PageDocument() {}

  /**
   * The document.
   *
   * @param root the path of the console
   * @param label our own page below it
   * @param pages the titles of the console's pages by their labels
   * @param token what actions must carry
   * @param largestUpload bytes that an archive may have
   */
  static String html(
      String root, String label, Map<String, String> pages, String token, long largestUpload) {
    String own = attribute(root + "/" + label);
    StringBuilder menu = new StringBuilder();
    pages.entrySet().stream()
        .filter(page -> !page.getKey().equals(label))
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .forEach(
            page ->
                menu.append("<li><a href=\"")
                    .append(attribute(root + "/" + page.getKey()))
                    .append("\">")
                    .append(attribute(page.getValue()))
                    .append("</a></li>"));
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="krait-root" content="@own@">
        <meta name="krait-token" content="@token@">
        <meta name="krait-upload" content="@upload@">
        <title>Plugins · Web Console</title>
        <link rel="icon" href="@own@/res/icon.svg">
        <link rel="stylesheet" href="@own@/res/page.css">
        <link rel="stylesheet" href="@own@/res/parts.css">
        <link rel="stylesheet" href="@own@/res/plugin.css">
        <link rel="stylesheet" href="@own@/res/dialogs.css">
        <link rel="stylesheet" href="@own@/res/narrow.css">
        <script type="module" src="@own@/res/app.js"></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the plugins</a>
        <header class="bar">
        <a class="brand" href="#/"><img src="@own@/res/icon.svg" alt="" width="28" height="28">\
        <span>Krait <b>Plugins</b></span></a>
        <details class="menu" id="console-menu"><summary>Web Console</summary>\
        <nav aria-label="Web Console"><ul>@menu@</ul></nav></details>
        </header>
        <main id="main" tabindex="-1"><p class="loading">Loading the plugins …</p>\
        <noscript><p class="notice">This page needs JavaScript. The shell can do all of this too:\
         plugin:list</p></noscript></main>
        <div id="toasts" role="status" aria-live="polite"></div>
        </body>
        </html>
        """
        .replace("@menu@", menu)
        .replace("@own@", own)
        .replace("@token@", attribute(token))
        .replace("@upload@", Long.toString(largestUpload));
  }

  private static String attribute(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        // The console replaces variables of this form in all pages; ours has none.
        case '$' -> escaped.append("&#36;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
