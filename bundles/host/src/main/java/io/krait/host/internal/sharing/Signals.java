package io.krait.host.internal.sharing;

import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.host.internal.chat.HostHooks;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Hears of what happens in shared channels, for the one who brings it to the remotes. What happens
 * in other channels costs nothing. Safe for use from any thread.
 */
public final class Signals implements HostHooks {

  private static final String SHARED = "shared";
  private static final String UNSHARED = "unshared";
  private static final String CHANGED = "changed";
  private static final String WAKE = "wake";

  private final Set<String> shared = ConcurrentHashMap.newKeySet();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private volatile BiConsumer<String, Collection<String>> others = (name, channelIds) -> {};
  private volatile boolean stale;

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
    known(channelIds);
    others.accept(SHARED, channelIds);
  }

  /** These are shared, which other nodes know. */
  void known(Collection<String> channelIds) {
    shared.addAll(channelIds);
  }

  /** This one is no longer. */
  void unshared(String channelId) {
    shared.remove(channelId);
    others.accept(UNSHARED, List.of(channelId));
  }

  /** There may be something to bring to the remotes of this channel, if it is shared. */
  void changed(String channelId) {
    if (shared.contains(channelId)) {
      changedHere(channelId);
      others.accept(CHANGED, List.of(channelId));
    }
  }

  private void changedHere(String channelId) {
    if (waiting.add(channelId)) {
      queue.add(channelId);
    }
  }

  /** There may be something to do other than in a channel. */
  void wake() {
    changedHere("");
    others.accept(WAKE, List.of());
  }

  /** From now on other nodes are told by this one what happens here, which does not wait. */
  public void relayBy(BiConsumer<String, Collection<String>> relay) {
    others = relay;
  }

  /** Another node has told what happens there. */
  public void heard(String name, Collection<String> channelIds) {
    switch (name) {
      case SHARED -> shared.addAll(channelIds);
      case UNSHARED -> shared.removeAll(channelIds);
      case CHANGED -> channelIds.forEach(this::changedHere);
      default -> changedHere("");
    }
  }

  /** Other nodes have told what is lost. */
  public void missed() {
    stale = true;
    changedHere("");
  }

  /** Whether something is lost that was told, since this was asked last. */
  boolean isStale() {
    boolean was = stale;
    stale = false;
    return was;
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
