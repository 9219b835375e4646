package io.krait.runtime.internal.cluster;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.host.SharedPlugin;
import io.krait.api.host.SharedPlugins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What all nodes are to have, as it is kept for them, and as this node has read it last. Safe for
 * use from any thread.
 */
public final class Registry {

  private static final int TRIES = 20;

  private final DesiredJson json = new DesiredJson();
  private final Map<String, Desired> known = new ConcurrentHashMap<>();
  private volatile @Nullable SharedPlugins store;
  private volatile Consumer<String> changed = id -> {};

  /** From now on things are kept here; null where this node is one by itself. */
  void keptIn(@Nullable SharedPlugins now) {
    store = now;
    known.clear();
  }

  /** Whether there are other nodes to share with. */
  public boolean isShared() {
    return store != null;
  }

  /** Tells of each plugin of which this node has changed something; must be quick. */
  void listen(Consumer<String> listener) {
    changed = listener;
  }

  /**
   * All plugins.
   *
   * @throws IOException where they cannot be read
   */
  List<Desired> all() throws IOException {
    return reading(store -> store.all().stream().map(json::read).map(this::learned).toList());
  }

  /**
   * One plugin, removed or not.
   *
   * @throws IOException where it cannot be read
   */
  Optional<Desired> find(String id) throws IOException {
    return reading(store -> store.find(id).map(json::read).map(this::learned));
  }

  /** One plugin, removed or not, as it was read last. */
  public Optional<Desired> known(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Whether nothing newer of a plugin has been read or written here. */
  boolean isLatest(Desired desired) {
    return known(desired.id()).filter(now -> now.revision() > desired.revision()).isEmpty();
  }

  /** All plugins, as they were read last. */
  List<Desired> known() {
    return List.copyOf(known.values());
  }

  private Desired learned(Desired read) {
    return known.merge(
        read.id(), read, (before, now) -> before.revision() > now.revision() ? before : now);
  }

  /**
   * Changes what all nodes are to have of one plugin.
   *
   * @param change may be asked several times, as others may change something meanwhile
   * @return what they are to have now
   * @throws IOException where it cannot be kept; then nothing has changed
   */
  public Desired change(String id, UnaryOperator<Desired> change) throws IOException {
    return reading(
        store -> {
          for (int attempt = 0; attempt < TRIES; attempt++) {
            Desired before =
                store.find(id).map(json::read).map(this::learned).orElse(Desired.none(id));
            Desired wanted = change.apply(before);
            if (wanted.equals(before)) {
              return before;
            }
            Desired after = wanted.withRevision(before.revision() + 1);
            SharedPlugin written = json.written(after);
            if (store.replace(written)) {
              Desired kept = learned(json.read(written));
              changed.accept(id);
              return kept;
            }
          }
          throw new IOException(
              "what nodes share of plugin %s is being changed all the time".formatted(id));
        });
  }

  void keep(String hash, Path archive) throws IOException {
    reading(
        store -> {
          store.keep(hash, archive);
          return hash;
        });
  }

  InputStream open(String hash) throws IOException {
    return reading(store -> store.open(hash));
  }

  /** Forgets an archive that no plugin needs any more. */
  void forgetUnused(String hash) throws IOException {
    if (!hash.isEmpty() && all().stream().noneMatch(plugin -> plugin.archive().equals(hash))) {
      reading(
          store -> {
            store.forget(hash);
            return hash;
          });
    }
  }

  @FunctionalInterface
  private interface Access<T> {
    T to(SharedPlugins store) throws IOException;
  }

  private <T> T reading(Access<T> access) throws IOException {
    SharedPlugins now = store;
    if (now == null) {
      throw new IOException("nodes share no plugins at the moment");
    }
    try {
      return access.to(now);
    } catch (AppError | IllegalStateException e) {
      throw new IOException("what nodes share cannot be reached: " + e.getMessage(), e);
    }
  }
}
