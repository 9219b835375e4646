package io.krait.host.internal.webhooks;

import io.krait.api.Nullable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the marks of Slack's messages as those of Markdown, as senders have them. */
final class SlackText {

  private static final Pattern EVERYBODY = Pattern.compile("<!(channel|here|all)(\\|[^<>]*)?>");
  private static final Pattern EVERYONE = Pattern.compile("<!everyone(\\|[^<>]*)?>");
  private static final Pattern USER = Pattern.compile("<@([a-zA-Z0-9._-]+)(\\|[^<>]*)?>");
  private static final Pattern CHANNEL = Pattern.compile("<#[a-zA-Z0-9_-]+\\|([^<>|]+)>");
  private static final Pattern LINK =
      Pattern.compile("<((?:https?|mailto|tel|ftp):[^<>|\\s]+)\\|([^<>|\\n]+)>");
  private static final Pattern BARE_LINK =
      Pattern.compile("<((?:https?|mailto|tel|ftp):[^<>|\\s]+)>");
  private static final List<String> TEXTS = List.of("text", "pretext", "fallback", "title");

  private SlackText() {}

  static String read(String text) {
    String read = EVERYBODY.matcher(text).replaceAll("@$1");
    read = EVERYONE.matcher(read).replaceAll("@all");
    read = USER.matcher(read).replaceAll("@$1");
    read = CHANNEL.matcher(read).replaceAll("~$1");
    read = LINK.matcher(read).replaceAll("[$2]($1)");
    return BARE_LINK.matcher(read).replaceAll("$1");
  }

  /** Attachments with their texts read so; what is no object among them is left out. */
  static List<Map<String, Object>> attachments(@Nullable Object attachments) {
    List<Map<String, Object>> read = new ArrayList<>();
    if (attachments instanceof List<?> list) {
      for (Object one : list) {
        if (one instanceof Map<?, ?> attachment) {
          read.add(attachment(attachment));
        }
      }
    }
    return read;
  }

  private static Map<String, Object> attachment(Map<?, ?> attachment) {
    Map<String, Object> read = new LinkedHashMap<>();
    attachment.forEach(
        (name, value) ->
            read.put(
                String.valueOf(name),
                TEXTS.contains(name) && value instanceof String text ? read(text) : value));
    if (read.get("fields") instanceof List<?> fields) {
      read.put(
          "fields", fields.stream().filter(Map.class::isInstance).map(SlackText::field).toList());
    }
    return read;
  }

  private static Map<String, Object> field(Object field) {
    Map<String, Object> read = new LinkedHashMap<>();
    ((Map<?, ?>) field)
        .forEach(
            (name, value) ->
                read.put(
                    String.valueOf(name),
                    "value".equals(name) && value instanceof String text ? read(text) : value));
    return read;
  }
}
