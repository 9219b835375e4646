package io.krait.runtime.internal.life;

import io.krait.runtime.internal.cluster.Desired;
import io.krait.runtime.internal.cluster.Registry;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * What is chosen for plugins, on this node and for all: what all nodes have in common is kept for
 * them first. Without other nodes it is that of this one.
 */
final class SharedChoices implements Choices {

  private static final System.Logger LOG = System.getLogger(SharedChoices.class.getName());

  private final Choices own;
  private final Registry registry;
  private final Executor executor;

  /**
   * Choices of this node and of all.
   *
   * @param executor tells others, which may take its time
   */
  SharedChoices(Choices own, Registry registry, Executor executor) {
    this.own = own;
    this.registry = registry;
    this.executor = executor;
  }

  @Override
  public Choice of(String pluginId) {
    return own.of(pluginId);
  }

  @Override
  public Choice change(String pluginId, UnaryOperator<Choice> change) throws IOException {
    if (isShared(pluginId)) {
      Choice before = own.of(pluginId);
      registry.change(
          pluginId,
          now -> {
            if (!now.isInstalled()) {
              return now;
            }
            Choice after =
                change.apply(before.withEnabled(now.enabled()).withSettings(now.settings()));
            return now.with(after.enabled(), after.settings());
          });
    }
    return own.change(pluginId, change);
  }

  private boolean isShared(String pluginId) {
    return registry.isShared() && registry.known(pluginId).filter(Desired::isInstalled).isPresent();
  }

  @Override
  public Choice changeHere(String pluginId, UnaryOperator<Choice> change) throws IOException {
    Choice before = own.of(pluginId);
    Choice after = own.change(pluginId, change);
    if (!after.hooks().equals(before.hooks()) && isShared(pluginId)) {
      // A node that has never run it has to know what it guards.
      executor.execute(
          () -> share(pluginId, now -> now.isInstalled() ? now.withGuards(after.hooks()) : now));
    }
    return after;
  }

  private void share(String pluginId, UnaryOperator<Desired> change) {
    try {
      registry.change(pluginId, change);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "plugin {0}: other nodes are not told: {1}", pluginId, e.getMessage());
    }
  }

  @Override
  public Optional<String> takeInstalling(String pluginId) throws IOException {
    Optional<String> here = own.takeInstalling(pluginId);
    if (here.isPresent() || !registry.isShared()) {
      return here;
    }
    Optional<Desired> known = registry.known(pluginId).filter(Desired::installing);
    if (known.isEmpty() || !known.get().archive().equals(own.of(pluginId).archive())) {
      return Optional.empty();
    }
    AtomicBoolean taken = new AtomicBoolean();
    Desired now =
        registry.change(
            pluginId,
            found -> {
              taken.set(found.installing() && found.release() == known.get().release());
              return taken.get() ? found.told() : found;
            });
    return taken.get() ? Optional.of(now.installer()) : Optional.empty();
  }

  @Override
  public void listen(BiConsumer<String, Choice> listener) {
    own.listen(
        (id, choice) -> {
          listener.accept(id, choice);
          if (isShared(id)) {
            executor.execute(
                () ->
                    share(
                        id,
                        now ->
                            now.isInstalled()
                                ? now.with(choice.enabled(), choice.settings())
                                : now));
          }
        });
  }
}
