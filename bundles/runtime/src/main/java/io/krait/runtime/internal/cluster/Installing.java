package io.krait.runtime.internal.cluster;

import io.krait.api.FailureCause;
import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.runtime.internal.cluster.Archives.Spooled;
import io.krait.runtime.internal.cluster.LocalPlugins.Unpacked;
import io.krait.runtime.internal.cluster.Turns.Turn;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Installs and removes plugins for all nodes: on this one first, then the others are told. */
final class Installing {

  private static final System.Logger LOG = System.getLogger(Installing.class.getName());

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final int LONGEST_REASON = 1000;

  private final LocalPlugins local;
  private final Registry registry;
  private final Turns turns;
  private final Problems problems;
  private final ClusterSettings settings;

  Installing(
      LocalPlugins local,
      Registry registry,
      Turns turns,
      Problems problems,
      ClusterSettings settings) {
    this.local = local;
    this.registry = registry;
    this.turns = turns;
    this.problems = problems;
    this.settings = settings;
  }

  /** Installs a version, which no other node gets to see where it fails on this one. */
  ManagedPlugin install(Unpacked unpacked, Spooled archive, boolean replace, String userId)
      throws ManagementException, InterruptedException {
    String id = unpacked.id();
    try (Turn turn = turn(id)) {
      Desired before = registry.find(id).orElse(Desired.none(id));
      if (before.isInstalled() && !replace && local.find(id).isEmpty()) {
        throw new ManagementException(
            Problem.CONFLICT,
            "plugin %s is installed on other nodes in version %s; remove it first, or have it replaced"
                .formatted(id, before.version()));
      }
      registry.keep(archive.hash(), archive.file());
      if (before.revision() > 0) {
        local.adopt(before, () -> registry.isLatest(before));
      }
      return put(unpacked, archive, before, replace, userId);
    } catch (IOException e) {
      throw new ManagementException(
          Problem.SYSTEM,
          "cannot install plugin %s for all nodes: %s".formatted(id, e.getMessage()),
          e);
    } finally {
      unpacked.discard();
    }
  }

  private Turn turn(String id) throws ManagementException, IOException, InterruptedException {
    // Where that fails, nobody's turn comes.
    if (registry.find(id).isEmpty() || !settings.rolling()) {
      return () -> {};
    }
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    return turns
        .take(id, () -> System.nanoTime() - end < 0)
        .orElseThrow(
            () ->
                new ManagementException(
                    Problem.CONFLICT,
                    "plugin %s: another node has been changing it for %d minutes; try again later"
                        .formatted(id, LONGEST_WAIT.toMinutes())));
  }

  private ManagedPlugin put(
      Unpacked unpacked, Spooled archive, Desired before, boolean replace, String userId)
      throws IOException, ManagementException, InterruptedException {
    String id = unpacked.id();
    String earlier = local.archive(id);
    local.archive(id, Follower.UNDER_WAY + archive.hash());
    @Nullable ExecutionException failure = null;
    try {
      var unused = unpacked.use(replace, userId, true).get();
    } catch (ExecutionException e) {
      if (!unpacked.isInUse()) {
        local.archive(id, earlier);
        forget(archive.hash());
        throw failed(id, e);
      }
      failure = e;
    }
    ManagedPlugin plugin = local.find(id).orElseThrow(() -> gone(id));
    boolean news = local.takeInstalling(id);
    String halted =
        failure == null || !settings.stopAtFailure()
            ? ""
            : VisibleText.excerpt(
                FailureCause.of(failure).getMessage() + " (where it was installed)",
                LONGEST_REASON);
    registry.change(
        id,
        now ->
            (now.revision() == 0 ? now.with(plugin.enabled(), local.savedSettings(id)) : now)
                .withRelease(unpacked.version(), archive.hash(), userId, news)
                .halt(halted));
    local.archive(id, archive.hash());
    problems.clear(id);
    if (news) {
      local.tellInstallation(id);
    }
    if (!before.archive().equals(archive.hash())) {
      forget(before.archive());
    }
    if (failure != null) {
      throw failed(id, failure);
    }
    return plugin;
  }

  private static ManagementException gone(String id) {
    return new ManagementException(
        Problem.UNKNOWN_PLUGIN, "plugin not found: %s; it was removed".formatted(id));
  }

  private static ManagementException failed(String id, ExecutionException failure) {
    Throwable cause = FailureCause.of(failure);
    return cause instanceof ManagementException known
        ? known
        : new ManagementException(
            Problem.SYSTEM, "cannot install plugin %s: %s".formatted(id, cause), cause);
  }

  private void forget(String hash) {
    try {
      registry.forgetUnused(hash);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "an archive that nobody needs is left: {0}", e.getMessage());
    }
  }

  /**
   * Removes a plugin from all nodes.
   *
   * @param otherwise what is told of it where it is not on this node
   */
  ManagedPlugin remove(String id, ManagedPlugin otherwise)
      throws ManagementException, InterruptedException {
    try {
      String archive = registry.find(id).map(Desired::archive).orElse("");
      registry.change(id, now -> now.isInstalled() ? now.removed() : now);
      problems.clear(id);
      ManagedPlugin last = local.find(id).isEmpty() ? otherwise : local.remove(id).get();
      local.archive(id, "");
      forget(archive);
      return last;
    } catch (ExecutionException e) {
      throw failed(id, e);
    } catch (IOException e) {
      throw new ManagementException(
          Problem.SYSTEM,
          "cannot remove plugin %s from all nodes: %s".formatted(id, e.getMessage()),
          e);
    }
  }
}
