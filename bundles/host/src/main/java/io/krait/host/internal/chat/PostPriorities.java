package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.PostPriority;
import java.util.Optional;
import java.util.Set;

/** How urgent posts are. */
final class PostPriorities {

  private static final String URGENT = "urgent";
  private static final Set<String> KNOWN = Set.of("", "important", URGENT);

  private PostPriorities() {}

  /** How urgent a post is, where that is said of it. */
  static Optional<PostPriority> of(Post post) {
    return post.metadata().flatMap(PostMetadata::priority);
  }

  static String name(Post post) {
    return of(post).flatMap(PostPriority::priority).orElse("");
  }

  static boolean asksForAcknowledgement(Post post) {
    return of(post).flatMap(PostPriority::requestedAck).orElse(false);
  }

  static boolean isUrgent(Post post) {
    return name(post).equals(URGENT);
  }

  /** Refuses a priority that there is not, and one of a reply. */
  static void check(Post post) {
    if (of(post).isEmpty()) {
      return;
    }
    if (!KNOWN.contains(name(post))) {
      throw AppError.of(
          "api.post.post_priority.invalid_priority.app_error",
          "a post is urgent, important or neither",
          400);
    }
    if (!post.rootId().isEmpty()) {
      throw AppError.of(
          "api.post.post_priority.priority_post_only_allowed_for_root_post.request_error",
          "a reply has no priority of its own",
          400);
    }
  }
}
