package io.krait.runtime.internal.cluster;

import io.krait.api.FailureCause;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.runtime.internal.cluster.Archives.Spooled;
import io.krait.runtime.internal.cluster.LocalPlugins.Unpacked;
import io.krait.runtime.internal.cluster.Turns.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Brings the plugins of this node to what all nodes are to have, one at a time. */
final class Follower {

  private static final System.Logger LOG = System.getLogger(Follower.class.getName());

  private static final int LONGEST_PROBLEM = 1000;

  /** A machine that is busy for a moment lets a version fail that runs a little later. */
  private static final int STARTS = 3;

  /** Begins what is kept of an archive whose version is being put in use. */
  static final String UNDER_WAY = "?";

  private final LocalPlugins local;
  private final Archives archives;
  private final Turns turns;
  private final Problems problems;
  private final ClusterSettings settings;
  private final Supplier<String> nodeId;
  private final Map<String, String> logged = new ConcurrentHashMap<>();

  Follower(
      LocalPlugins local,
      Archives archives,
      Turns turns,
      Problems problems,
      ClusterSettings settings,
      Supplier<String> nodeId) {
    this.local = local;
    this.archives = archives;
    this.turns = turns;
    this.problems = problems;
    this.settings = settings;
    this.nodeId = nodeId;
  }

  /**
   * Brings one plugin to what all nodes are to have. May wait for other nodes, for the network and
   * for the plugin.
   *
   * @param isOutdated whether something has changed again
   */
  void follow(Registry registry, String id, Predicate<String> isOutdated)
      throws IOException, InterruptedException {
    Desired desired = registry.find(id).orElse(null);
    if (desired == null) {
      return;
    }
    if (!desired.isInstalled()) {
      remove(desired);
      return;
    }
    // So that it is set as it is to be when it starts, and is stopped at once where it is to be.
    local.adopt(desired, () -> registry.isLatest(desired));
    if (local.find(id).isPresent() && local.archive(id).equals(desired.archive())) {
      problems.clear(id);
      return;
    }
    if (problems.isTried(id, desired.release()) || isHalted(desired)) {
      return;
    }
    Turn turn = turn(desired, isOutdated).orElse(null);
    if (turn == null) {
      return;
    }
    try (turn) {
      // Much may have happened while it waited.
      Desired now = registry.find(id).orElse(desired);
      if (now.release() == desired.release() && now.isInstalled() && !isHalted(now)) {
        take(registry, now);
      }
    }
  }

  private boolean isHalted(Desired desired) {
    if (desired.halted().isEmpty() || local.find(desired.id()).isEmpty()) {
      return false;
    }
    problems.put(
        desired.id(),
        desired.release(),
        false,
        "version %s is not taken, as it has failed elsewhere: %s"
            .formatted(desired.version(), desired.halted()));
    return true;
  }

  /** Nobody misses a plugin that does not run. */
  private Optional<Turn> turn(Desired desired, Predicate<String> isOutdated)
      throws InterruptedException {
    boolean runs =
        local.find(desired.id()).filter(plugin -> plugin.process().isPresent()).isPresent();
    if (!settings.rolling() || !runs) {
      return Optional.of(() -> {});
    }
    problems.put(
        desired.id(),
        desired.release(),
        false,
        "version %s is taken when it is this node's turn".formatted(desired.version()));
    return turns.take(desired.id(), () -> !isOutdated.test(desired.id()));
  }

  private void remove(Desired desired) throws IOException, InterruptedException {
    String id = desired.id();
    problems.clear(id);
    logged.remove(id);
    // One that no archive of others has brought is this node's own.
    if (local.find(id).isEmpty() || !local.isManaged(id) || local.archive(id).isEmpty()) {
      return;
    }
    try {
      ManagedPlugin gone = local.remove(id).get();
      local.archive(id, "");
      LOG.log(Level.INFO, "plugin {0} {1}: removed, as on another node", gone.id(), gone.version());
    } catch (ExecutionException e) {
      problems.put(id, desired.release(), false, text(e));
    }
  }

  private void take(Registry registry, Desired desired) throws IOException, InterruptedException {
    String id = desired.id();
    Unpacked unpacked;
    try (Spooled archive = archives.fetch(registry, desired.archive());
        InputStream content = Files.newInputStream(archive.file())) {
      unpacked = local.unpack(content);
    } catch (IOException e) {
      fail(registry, desired, false, text(e));
      return;
    } catch (ManagementException e) {
      fail(registry, desired, true, text(e));
      return;
    }
    if (!unpacked.id().equals(id)) {
      unpacked.discard();
      fail(registry, desired, true, "its archive is that of plugin " + unpacked.id());
      return;
    }
    String before = local.archive(id);
    local.archive(id, UNDER_WAY + desired.archive());
    try {
      ManagedPlugin taken = unpacked.use(true, desired.installer(), false).get();
      done(registry, desired);
      LOG.log(Level.INFO, "plugin {0} {1}: taken, as on another node", taken.id(), taken.version());
    } catch (ExecutionException e) {
      if (unpacked.isInUse()) {
        // It is there, and says itself why it does not run.
        done(registry, desired);
        halt(registry, desired, text(e));
      } else {
        local.archive(id, before);
        failStart(registry, desired, text(e));
      }
    }
  }

  private void done(Registry registry, Desired desired) throws IOException {
    local.archive(desired.id(), desired.archive());
    problems.clear(desired.id());
    logged.remove(desired.id());
    // The new version may take settings that the one before did not.
    local.adopt(desired, () -> registry.isLatest(desired));
  }

  private void fail(Registry registry, Desired desired, boolean isLasting, String why)
      throws IOException {
    String text = text(desired, why);
    problems.put(desired.id(), desired.release(), isLasting, text);
    tell(registry, desired, why, text);
  }

  private void failStart(Registry registry, Desired desired, String why) throws IOException {
    String text = text(desired, why);
    int most = settings.stopAtFailure() ? 1 : STARTS;
    problems.putFailedStart(desired.id(), desired.release(), most, text);
    tell(registry, desired, why, text);
  }

  private static String text(Desired desired, String why) {
    return VisibleText.excerpt(
        "version %s cannot be had on this node: %s".formatted(desired.version(), why),
        LONGEST_PROBLEM);
  }

  private void tell(Registry registry, Desired desired, String why, String text)
      throws IOException {
    // It may be tried for hours.
    if (!text.equals(logged.put(desired.id(), text))) {
      LOG.log(Level.ERROR, "plugin {0}: {1}", desired.id(), text);
    }
    if (problems.isTried(desired.id(), desired.release())) {
      halt(registry, desired, why);
    }
  }

  private void halt(Registry registry, Desired desired, String why) throws IOException {
    if (!settings.stopAtFailure()) {
      return;
    }
    String text =
        VisibleText.excerpt("on node %s: %s".formatted(nodeId.get(), why), LONGEST_PROBLEM);
    registry.change(
        desired.id(),
        now -> now.release() == desired.release() && now.halted().isEmpty() ? now.halt(text) : now);
  }

  private static String text(Exception failure) {
    return String.valueOf(FailureCause.of(failure).getMessage());
  }
}
