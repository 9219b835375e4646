package io.krait.host.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.Post;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order, counts are what counting anew would give. */
class CountsTest {

  private static final int STEPS = 120;

  @TempDir Path folder;

  /** What a member has not seen. */
  private static final class Unseen {
    private int posts;
    private int roots;
    private int mentions;
    private int mentionsInRoots;
  }

  private record Living(Post post, List<Post> replies) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsStayWhatCountingAnewGives(long seed) {
    Random random = new Random(seed);
    try (TestHost host = new TestHost(folder.resolve("data"), HostHooks.NONE)) {
      Team team = host.team("red");
      Channel channel = host.channel(team, "plans");
      List<User> users = new ArrayList<>();
      for (String name : List.of("ada", "bob", "cyd")) {
        users.add(host.user(name));
        host.teamMembers().add(team.id(), users.get(users.size() - 1).id(), "");
      }
      Posts posts = host.services().posts();
      Map<String, Unseen> members = new HashMap<>();
      List<Living> threads = new ArrayList<>();
      int total = 0;
      int roots = 0;
      for (int step = 0; step < STEPS; step++) {
        host.later(Duration.ofMillis(random.nextInt(3)));
        User user = users.get(random.nextInt(users.size()));
        switch (random.nextInt(8)) {
          case 0 -> {
            if (members.putIfAbsent(user.id(), new Unseen()) == null) {
              host.channelMembers().add(channel.id(), user.id(), "");
              members.get(user.id()).posts = total;
              members.get(user.id()).roots = roots;
            }
          }
          case 1 -> {
            if (members.remove(user.id()) != null) {
              host.channelMembers().remove(channel.id(), user.id(), "");
            }
          }
          case 2 -> {
            host.services().channelViews().view(user.id(), List.of(channel.id()), false);
            members.replace(user.id(), new Unseen());
          }
          case 3 -> {
            if (!threads.isEmpty()) {
              Living thread = threads.get(random.nextInt(threads.size()));
              if (thread.replies().isEmpty() || random.nextInt(4) == 0) {
                posts.delete(thread.post().id());
                threads.remove(thread);
              } else {
                posts.delete(thread.replies().remove(random.nextInt(thread.replies().size())).id());
              }
            }
          }
          default -> {
            User mentioned = users.get(random.nextInt(users.size()));
            boolean reply = !threads.isEmpty() && random.nextBoolean();
            boolean everybody = random.nextInt(5) == 0;
            Living thread = reply ? threads.get(random.nextInt(threads.size())) : null;
            Post post =
                posts.create(
                    Post.builder()
                        .userId(user.id())
                        .channelId(channel.id())
                        .rootId(thread == null ? "" : thread.post().id())
                        .message(everybody ? "@all" : "hi @" + mentioned.username())
                        .build());
            total++;
            if (thread == null) {
              roots++;
              threads.add(new Living(post, new ArrayList<>()));
            } else {
              thread.replies().add(post);
            }
            members.forEach(
                (id, unseen) -> {
                  unseen.posts++;
                  unseen.roots += reply ? 0 : 1;
                  if (!id.equals(user.id()) && (everybody || id.equals(mentioned.id()))) {
                    unseen.mentions++;
                    unseen.mentionsInRoots += reply ? 0 : 1;
                  }
                });
            members.replace(user.id(), new Unseen());
          }
        }
      }

      Channel counted = host.channels().get(channel.id());
      assertThat(counted.totalMsgCount()).isEqualTo(total);
      assertThat(counted.totalMsgCountRoot()).isEqualTo(roots);
      for (Map.Entry<String, Unseen> member : members.entrySet()) {
        ChannelMember stored = host.channelMembers().get(channel.id(), member.getKey());
        Unseen unseen = member.getValue();
        assertThat(total - stored.msgCount()).isEqualTo(unseen.posts);
        assertThat(roots - stored.msgCountRoot()).isEqualTo(unseen.roots);
        assertThat(stored.mentionCount()).isEqualTo(unseen.mentions);
        assertThat(stored.mentionCountRoot()).isEqualTo(unseen.mentionsInRoots);
      }
      for (Living thread : threads) {
        Post root = posts.get(thread.post().id());
        assertThat(root.replyCount()).isEqualTo(thread.replies().size());
        assertThat(root.lastReplyAt())
            .isEqualTo(thread.replies().stream().mapToLong(Post::createAt).max().orElse(0));
      }
    }
  }
}
