package io.krait.benchmarks;

import io.krait.api.model.Post;
import io.krait.api.model.PostEmbed;
import io.krait.api.model.PostList;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.Reaction;
import io.krait.api.model.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as a busy server has them: ids of 26 characters, a sentence of text, a few props. */
final class Samples {

  private static final long NOW = 1_760_000_000_000L;

  private Samples() {}

  static String id(int number) {
    return "%026d".formatted(number);
  }

  static Post post(int number) {
    return Post.builder()
        .id(id(number))
        .createAt(NOW + number)
        .updateAt(NOW + number)
        .userId(id(1))
        .channelId(id(2))
        .message("The build of last night is green again, thanks to everybody who helped. :tada:")
        .props(
            Map.of(
                "from_webhook",
                "true",
                "override_username",
                "builder",
                "attempt",
                3,
                "labels",
                List.of("ci", "nightly")))
        .fileIds(List.of(id(3), id(4)))
        .pendingPostId(id(1) + ":" + NOW)
        .replyCount(2)
        .metadata(
            PostMetadata.builder()
                .embeds(
                    List.of(PostEmbed.builder().type("link").url("https://example.org/").build()))
                .reactions(
                    List.of(
                        Reaction.builder()
                            .userId(id(5))
                            .postId(id(number))
                            .emojiName("tada")
                            .createAt(NOW)
                            .build()))
                .build())
        .build();
  }

  static User user() {
    return User.builder()
        .id(id(1))
        .createAt(NOW)
        .updateAt(NOW)
        .username("ada.lovelace")
        .email("ada@example.org")
        .emailVerified(true)
        .nickname("Ada")
        .firstName("Ada")
        .lastName("Lovelace")
        .position("Analyst")
        .roles("system_user system_admin")
        .props(Map.of("customStatus", "{\"emoji\":\"tea\",\"text\":\"out\"}"))
        .notifyProps(
            Map.of("channel", "true", "desktop", "mention", "email", "true", "push", "mention"))
        .timezone(Map.of("automaticTimezone", "Europe/London", "useAutomaticTimezone", "true"))
        .locale("en")
        .lastActivityAt(NOW)
        .build();
  }

  static PostList postList() {
    List<String> order = new ArrayList<>();
    Map<String, Post> posts = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      order.add(id(i));
      posts.put(id(i), post(i));
    }
    return PostList.builder().order(order).posts(posts).build();
  }
}
