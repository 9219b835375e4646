package io.krait.runtime.internal.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krait.api.Bytes;
import io.krait.api.model.EmailNotificationContent;
import io.krait.api.model.EmailNotificationJson;
import io.krait.api.model.FileInfo;
import io.krait.api.model.FileWillBeUploadedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How an answer changes a value. The generated dispatch calls these by the types at hand: a method
 * for a type of its own says what is particular about it.
 */
final class Merging {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Merging() {}

  /** A value that a plugin replaced: nothing of the old one is left. */
  static <T> T keep(T before, T after) {
    return after;
  }

  /** A post that a plugin replaced, with what the host alone knows of it and plugins may omit. */
  static Post keep(Post before, Post after) {
    Post.Builder post =
        after.toBuilder()
            .id(before.id())
            .updateAt(before.updateAt())
            .hasReactions(before.hasReactions())
            .replyCount(before.replyCount())
            .lastReplyAt(before.lastReplyAt())
            .participants(before.participants());
    if (after.metadata().isEmpty()) {
      post.metadata(before.metadata().orElse(null));
    }
    return post.build();
  }

  /** A mail with other content; what else is said of it stays. */
  static EmailNotificationJson into(EmailNotificationJson mail, EmailNotificationContent content) {
    try {
      JsonNode parsed = JSON.readTree(mail.notificationJson().toByteArray());
      ObjectNode node = parsed instanceof ObjectNode object ? object : JSON.createObjectNode();
      node.put("subject", content.subject())
          .put("title", content.title())
          .put("sub_title", content.subTitle())
          .put("message_html", content.messageHtml())
          .put("message_text", content.messageText())
          .put("button_text", content.buttonText())
          .put("button_url", content.buttonUrl())
          .put("footer_text", content.footerText());
      return mail.toBuilder().notificationJson(Bytes.owning(JSON.writeValueAsBytes(node))).build();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the mail is not a JSON object", e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A merged result as it is. */
  static <R> R settle(R result, Object... arguments) {
    return result;
  }

  /** A merged result whose file's size is that of the content, whoever changed it. */
  static FileWillBeUploadedResult settle(
      FileWillBeUploadedResult result, PluginContext context, FileInfo file, Bytes content) {
    if (result.modifiedContent().isEmpty()) {
      return result;
    }
    FileInfo changed = result.modifiedFileInfo().orElse(file);
    return result.toBuilder()
        .modifiedFileInfo(changed.toBuilder().size(result.modifiedContent().size()).build())
        .build();
  }

  static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /** The values, some replaced by those of the same identifier; none appears or disappears. */
  static <T> List<T> replacedById(List<T> values, List<T> changed, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    changed.forEach(value -> byId.put(id.apply(value), value));
    return values.stream().map(value -> byId.getOrDefault(id.apply(value), value)).toList();
  }
}
