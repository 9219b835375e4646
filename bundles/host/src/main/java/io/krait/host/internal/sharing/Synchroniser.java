package io.krait.host.internal.sharing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AsyncPluginHooks;
import io.krait.api.FailureCause;
import io.krait.api.model.FileInfo;
import io.krait.api.model.GetPostsSinceForSyncCursor;
import io.krait.api.model.Post;
import io.krait.api.model.RemoteCluster;
import io.krait.api.model.SyncResponse;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Surroundings;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Brings what happens in shared channels to the plugins that play their remotes, and asks these
 * from time to time whether they are there. What a plugin fails to take over it gets again, later
 * each time. One thread does it, by {@link #run} or by a test.
 */
public final class Synchroniser implements Runnable {

  private static final System.Logger LOGGER = System.getLogger(Synchroniser.class.getName());

  /** So old a change must be: another one of the same moment may still be on its way. */
  private static final long SETTLED_MILLIS = 200;

  private static final long PING_MILLIS = 60_000;
  private static final long SHORTEST_WAIT_MILLIS = 1_000;
  private static final long LONGEST_WAIT_MILLIS = 60_000;
  private static final long ABSENT_MILLIS = 5_000;
  private static final int PARCELS_AT_ONCE = 20;
  private static final int PINGS_MISSED = 3;

  /**
   * So often files and pictures are tried together with their posts, which are not held up more.
   */
  private static final int TRIES_OF_FILES = 5;

  private static final Duration ANSWER = Duration.ofSeconds(40);

  private final Surroundings surroundings;
  private final Sharing sharing;
  private final Parcels parcels;
  private final ObjectMapper mapper;
  private final Function<String, Optional<AsyncPluginHooks>> plugins;
  private final BooleanSupplier leads;
  private final Map<Key, Due> dues = new HashMap<>();
  private final Map<String, Reach> reaches = new HashMap<>();

  /**
   * What brings shared channels to the plugins.
   *
   * @param mapper writes models as JSON
   * @param plugins the hooks of a plugin, by its id; empty where it does not run
   * @param leads whether this server is the one to do it, of those that share a database
   */
  public Synchroniser(
      Surroundings surroundings,
      Sharing sharing,
      Parcels parcels,
      ObjectMapper mapper,
      Function<String, Optional<AsyncPluginHooks>> plugins,
      BooleanSupplier leads) {
    this.surroundings = surroundings;
    this.sharing = sharing;
    this.parcels = parcels;
    this.mapper = mapper;
    this.plugins = plugins;
    this.leads = leads;
  }

  private record Key(String channelId, String remoteId) {}

  private record Due(long at, int failures) {}

  /** What is known of how a remote can be reached. */
  private record Reach(long askAgainAt, int missed) {
    private boolean offline() {
      return missed >= PINGS_MISSED;
    }
  }

  /** Works until the thread is interrupted. */
  @Override
  public void run() {
    try {
      begin();
      while (true) {
        step(sharing.signals().await(untilNext()));
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() throws InterruptedException {
    while (true) {
      try {
        sharing.signals().known(sharing.channels().ids());
        return;
      } catch (RuntimeException failure) {
        LOGGER.log(
            Level.WARNING, "shared channels cannot be read; tried again in a minute", failure);
        Thread.sleep(LONGEST_WAIT_MILLIS);
      }
    }
  }

  private void step(Set<String> channelIds) throws InterruptedException {
    try {
      if (sharing.signals().isStale()) {
        begin();
        reaches.clear();
      }
      if (leads.getAsBoolean()) {
        round(channelIds);
      } else {
        // Whoever leads next begins with all remotes.
        dues.clear();
        reaches.clear();
      }
    } catch (RuntimeException failure) {
      LOGGER.log(
          Level.WARNING, "shared channels could not be synchronised; tried again soon", failure);
      Thread.sleep(SHORTEST_WAIT_MILLIS);
    }
  }

  /** Does what is due, now that something has happened in these channels. */
  void round(Set<String> channelIds) throws InterruptedException {
    for (String channelId : channelIds) {
      for (Invited invited : sharing.channels().of(channelId)) {
        dues.putIfAbsent(
            new Key(channelId, invited.remoteId()),
            new Due(surroundings.now() + SETTLED_MILLIS, 0));
      }
    }
    Map<String, RemoteCluster> remotes = new HashMap<>();
    for (RemoteCluster remote : sharing.remotes().all()) {
      remotes.put(remote.remoteId(), remote);
      pingIfDue(remote);
    }
    reaches.keySet().retainAll(remotes.keySet());
    dues.keySet().removeIf(key -> !remotes.containsKey(key.remoteId()));
    for (Map.Entry<Key, Due> entry : Map.copyOf(dues).entrySet()) {
      RemoteCluster remote = remotes.get(entry.getKey().remoteId());
      if (remote != null && entry.getValue().at() <= surroundings.now()) {
        bring(entry.getKey(), entry.getValue(), remote);
      }
    }
  }

  /** How long nothing has to be done unless something happens. */
  Duration untilNext() {
    long next =
        Math.min(
            dues.values().stream()
                .min(Comparator.comparingLong(Due::at))
                .map(Due::at)
                .orElse(Long.MAX_VALUE),
            reaches.values().stream()
                .min(Comparator.comparingLong(Reach::askAgainAt))
                .map(Reach::askAgainAt)
                .orElse(Long.MAX_VALUE));
    return Duration.ofMillis(Math.max(1, Math.min(LONGEST_WAIT_MILLIS, next - surroundings.now())));
  }

  private void catchUp(String remoteId) {
    for (Invited invited : sharing.channels().ofRemote(remoteId)) {
      dues.putIfAbsent(
          new Key(invited.channelId(), remoteId), new Due(surroundings.now() + SETTLED_MILLIS, 0));
    }
  }

  private void pingIfDue(RemoteCluster remote) throws InterruptedException {
    String id = remote.remoteId();
    if (!reaches.containsKey(id)) {
      catchUp(id);
    }
    Reach reach = reaches.getOrDefault(id, new Reach(0, 0));
    if (reach.askAgainAt() > surroundings.now()) {
      return;
    }
    Optional<AsyncPluginHooks> plugin = plugins.apply(remote.pluginId());
    if (plugin.isEmpty()) {
      reaches.put(id, new Reach(surroundings.now() + ABSENT_MILLIS, reach.missed()));
      return;
    }
    boolean there;
    try {
      there = answer(plugin.get().onSharedChannelsPing(remote));
    } catch (Failed failure) {
      there = false;
    }
    Reach now = new Reach(surroundings.now() + PING_MILLIS, there ? 0 : reach.missed() + 1);
    reaches.put(id, now);
    if (there) {
      sharing.remotes().wasThere(id);
    }
    if (now.offline() != reach.offline()) {
      LOGGER.log(
          Level.INFO,
          "remote {0} of plugin {1} is {2}",
          id,
          remote.pluginId(),
          now.offline() ? "offline; it gets nothing until it answers" : "there again");
      if (!now.offline()) {
        catchUp(id);
      }
    }
  }

  private void bring(Key key, Due due, RemoteCluster remote) throws InterruptedException {
    Optional<AsyncPluginHooks> plugin = plugins.apply(remote.pluginId());
    if (plugin.isEmpty() || reaches.getOrDefault(key.remoteId(), new Reach(0, 0)).offline()) {
      dues.put(key, new Due(surroundings.now() + ABSENT_MILLIS, due.failures()));
      return;
    }
    try {
      for (int parcel = 0; parcel < PARCELS_AT_ONCE; parcel++) {
        Optional<Invited> invited = sharing.channels().of(key.channelId(), key.remoteId());
        List<Post> waiting = invited.map(parcels::waiting).orElse(List.of());
        long settled = surroundings.now() - SETTLED_MILLIS / 2;
        List<Post> old = waiting.stream().filter(post -> post.updateAt() <= settled).toList();
        if (old.isEmpty()) {
          if (waiting.isEmpty()) {
            dues.remove(key);
            return;
          }
          break;
        }
        send(invited.get(), old, plugin.get(), remote, due.failures() < TRIES_OF_FILES);
      }
      dues.put(key, new Due(surroundings.now() + SETTLED_MILLIS, 0));
    } catch (Failed failure) {
      long wait =
          Math.min(LONGEST_WAIT_MILLIS, SHORTEST_WAIT_MILLIS << Math.min(due.failures(), 6));
      dues.put(key, new Due(surroundings.now() + wait, due.failures() + 1));
      LOGGER.log(
          Level.WARNING,
          "plugin {0} has not taken over what is new in channel {1}; tried again in {2} ms: {3}",
          remote.pluginId(),
          key.channelId(),
          wait,
          failure.getMessage());
    }
  }

  private void send(
      Invited invited,
      List<Post> waiting,
      AsyncPluginHooks plugin,
      RemoteCluster remote,
      boolean filesMustArrive)
      throws Failed, InterruptedException {
    Outgoing outgoing = parcels.pack(invited, waiting);
    GetPostsSinceForSyncCursor end = outgoing.end();
    if (!outgoing.posts().isEmpty()) {
      Optional<SyncResponse> response =
          answer(
              plugin.onSharedChannelsSyncMsg(
                  outgoing.message(surroundings.ids().next(), mapper), remote));
      parcels.hasUsers(remote.remoteId(), outgoing.users());
      end = takenOver(outgoing, response);
      try {
        bringFiles(outgoing, plugin, remote);
      } catch (Failed failure) {
        if (filesMustArrive) {
          throw failure;
        }
        LOGGER.log(
            Level.WARNING,
            "plugin {0} does not get all files and pictures of channel {1}: {2}",
            remote.pluginId(),
            invited.channelId(),
            failure.getMessage());
      }
    }
    sharing.channels().move(invited, end);
  }

  /** The last post that was taken over; all were where the plugin does not say how far it came. */
  private static GetPostsSinceForSyncCursor takenOver(
      Outgoing outgoing, Optional<SyncResponse> response) throws Failed {
    long time = response.map(SyncResponse::postsLastUpdateAt).orElse(0L);
    if (time <= 0 || time >= outgoing.posts().get(outgoing.posts().size() - 1).updateAt()) {
      return outgoing.end();
    }
    return outgoing.posts().stream()
        .filter(post -> post.updateAt() <= time)
        .reduce((before, after) -> after)
        .map(Parcels::at)
        .orElseThrow(() -> new Failed("it has taken over none of the posts"));
  }

  private void bringFiles(Outgoing outgoing, AsyncPluginHooks plugin, RemoteCluster remote)
      throws Failed, InterruptedException {
    for (User user : outgoing.pictures()) {
      answer(plugin.onSharedChannelsProfileImageSyncMsg(user, remote));
      parcels.hasPicture(remote.remoteId(), user);
    }
    for (Post post : outgoing.posts()) {
      for (FileInfo file : outgoing.files().getOrDefault(post.id(), List.of())) {
        answer(plugin.onSharedChannelsAttachmentSyncMsg(file, post, remote));
        parcels.hasFile(remote.remoteId(), file.id());
      }
    }
  }

  private static <T> T answer(CompletionStage<T> asked) throws Failed, InterruptedException {
    CompletableFuture<T> coming = asked.toCompletableFuture();
    try {
      return coming.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw new Failed(String.valueOf(FailureCause.of(failure).getMessage()));
    } catch (TimeoutException late) {
      coming.cancel(true);
      throw new Failed("it does not answer");
    } catch (InterruptedException interrupted) {
      coming.cancel(true);
      throw interrupted;
    }
  }

  /** A plugin has not done what it was asked. */
  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    private Failed(String message) {
      super(message);
    }
  }
}
