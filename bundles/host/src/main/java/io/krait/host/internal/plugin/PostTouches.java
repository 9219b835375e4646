package io.krait.host.internal.plugin;

import io.krait.api.HookName;
import io.krait.api.HookWitness;
import io.krait.api.Nullable;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.MessageWillBeUpdatedResult;
import io.krait.api.model.Post;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What plugins have lately done with posts before these were stored, and how long each took; for
 * people, so it is kept in memory, and not for ever. Safe for use from any thread.
 */
public final class PostTouches {

  private static final int MOST_POSTS = 5000;
  private static final int MOST_OF_A_POST = 20;

  /** What a plugin has made of a post. */
  public enum Outcome {
    UNCHANGED,
    CHANGED,
    REFUSED,
    FAILED;

    /** As clients are told it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One plugin has had one post.
   *
   * @param at when, in milliseconds since the epoch
   */
  public record Touch(String pluginId, HookName hook, Outcome outcome, Duration took, long at) {}

  private final Clock clock;
  private final int most;

  /** Guarded by itself; the post that was touched last is the last one. */
  private final Map<String, List<Touch>> byPost = new LinkedHashMap<>();

  /** Nothing has been seen so far. */
  public PostTouches() {
    this(Clock.systemUTC(), MOST_POSTS);
  }

  PostTouches(Clock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /** What plugins have done with a post, the latest last; empty where nobody knows any more. */
  public List<Touch> of(String postId) {
    synchronized (byPost) {
      return List.copyOf(byPost.getOrDefault(postId, List.of()));
    }
  }

  /** Sees what becomes of this post in one pass. */
  public HookWitness seeing(Post offered) {
    return new Seeing(offered);
  }

  private void keep(String postId, Touch touch) {
    synchronized (byPost) {
      List<Touch> touches = byPost.remove(postId);
      if (touches == null) {
        touches = new ArrayList<>(1);
      }
      touches.add(touch);
      if (touches.size() > MOST_OF_A_POST) {
        touches.remove(0);
      }
      byPost.put(postId, touches);
      if (byPost.size() > most) {
        byPost.remove(byPost.keySet().iterator().next());
      }
    }
  }

  private final class Seeing implements HookWitness {
    private final String postId;
    private Post last;

    Seeing(Post offered) {
      postId = offered.id();
      last = offered;
    }

    @Override
    public void answered(String pluginId, HookName hook, Duration took, Object together) {
      Outcome outcome = Outcome.UNCHANGED;
      if (isRefused(together)) {
        outcome = Outcome.REFUSED;
      } else {
        Post post = changed(together);
        if (post != null) {
          outcome = saysTheSame(last, post) ? Outcome.UNCHANGED : Outcome.CHANGED;
          last = post;
        }
      }
      seen(pluginId, hook, took, outcome);
    }

    @Override
    public void failed(String pluginId, HookName hook, Duration took) {
      seen(pluginId, hook, took, Outcome.FAILED);
    }

    private void seen(String pluginId, HookName hook, Duration took, Outcome outcome) {
      keep(postId, new Touch(pluginId, hook, outcome, took, clock.millis()));
    }
  }

  private static boolean isRefused(Object together) {
    return together instanceof MessageWillBePostedResult posted
        ? !posted.rejectionReason().isEmpty()
        : together instanceof MessageWillBeUpdatedResult updated
            && !updated.rejectionReason().isEmpty();
  }

  private static @Nullable Post changed(Object together) {
    return together instanceof MessageWillBePostedResult posted
        ? posted.modifiedPost().orElse(null)
        : together instanceof MessageWillBeUpdatedResult updated
            ? updated.modifiedPost().orElse(null)
            : null;
  }

  private static boolean saysTheSame(Post one, Post other) {
    return one.message().equals(other.message())
        && one.props().equals(other.props())
        && one.fileIds().equals(other.fileIds())
        && one.isPinned() == other.isPinned()
        && one.type().equals(other.type());
  }
}
