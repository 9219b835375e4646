package io.krait.host.internal.sharing;

import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.host.internal.chat.HostHooks;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Hears of what happens in shared channels, for the one who brings it to the remotes. What happens
 * in other channels costs nothing. Safe for use from any thread.
 */
public final class Signals implements HostHooks {

  private final Set<String> shared = ConcurrentHashMap.newKeySet();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

  @Override
  public void messageHasBeenPosted(Post post) {
    changed(post.channelId());
  }

  @Override
  public void messageHasBeenUpdated(Post newPost, Post oldPost) {
    changed(newPost.channelId());
  }

  @Override
  public void messageHasBeenDeleted(Post post) {
    changed(post.channelId());
  }

  @Override
  public void reactionHasBeenAdded(Reaction reaction) {
    reaction.channelId().ifPresent(this::changed);
  }

  @Override
  public void reactionHasBeenRemoved(Reaction reaction) {
    reaction.channelId().ifPresent(this::changed);
  }

  /** These are shared from now on. */
  void shared(Collection<String> channelIds) {
    shared.addAll(channelIds);
  }

  /** This one is no longer. */
  void unshared(String channelId) {
    shared.remove(channelId);
  }

  /** There may be something to bring to the remotes of this channel, if it is shared. */
  void changed(String channelId) {
    if (shared.contains(channelId) && waiting.add(channelId)) {
      queue.add(channelId);
    }
  }

  /** There may be something to do other than in a channel. */
  void wake() {
    if (waiting.add("")) {
      queue.add("");
    }
  }

  /** Waits until something happens, at most so long, and tells in which channels it has. */
  Set<String> await(Duration atMost) throws InterruptedException {
    Set<String> channelIds = new LinkedHashSet<>();
    String first = queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      channelIds.add(first);
      queue.drainTo(channelIds);
      waiting.removeAll(channelIds);
      channelIds.remove("");
    }
    return channelIds;
  }
}
