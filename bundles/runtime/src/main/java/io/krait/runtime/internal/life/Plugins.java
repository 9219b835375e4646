package io.krait.runtime.internal.life;

import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.runtime.internal.cluster.Desired;
import io.krait.runtime.internal.cluster.LocalPlugins;
import io.krait.runtime.internal.life.Choices.Choice;
import io.krait.runtime.internal.plugins.InstallException;
import io.krait.runtime.internal.plugins.Installation;
import io.krait.runtime.internal.plugins.Inventory;
import io.krait.runtime.internal.plugins.Inventory.Defect;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** All plugins of the server, by identifier. */
final class Plugins implements LocalPlugins {

  private static final System.Logger LOG = System.getLogger(Plugins.class.getName());

  private final LifeTools tools;
  private final Map<String, PluginLife> lives = new ConcurrentSkipListMap<>();

  // Guards who is among the lives, so that it agrees with the plugin folder.
  private final Object membership = new Object();
  private final Set<Defect> knownDefects = new HashSet<>();
  private Surroundings surroundings;
  private String heldUp = "";
  private @Nullable CompletableFuture<Void> ended;

  Plugins(LifeTools tools, Surroundings surroundings) {
    this.tools = tools;
    this.surroundings = surroundings;
  }

  /**
   * Takes in all plugins of the plugin folder, and starts those that are enabled in the background.
   *
   * @throws IOException where the plugin folder cannot be read
   */
  void begin() throws IOException {
    tools.choices().listen(this::chosen);
    synchronized (membership) {
      tools.installed().cleanUp();
      Inventory inventory = tools.installed().scan();
      report(inventory.defects());
      for (Installation installation : inventory.plugins()) {
        begin(takeIn(installation));
      }
      if (heldUp.isEmpty()) {
        tools.dispatch().guards().allKnown();
      }
    }
  }

  @Override
  public CompletableFuture<Void> holdUp(String why) {
    synchronized (membership) {
      if (heldUp.equals(why)) {
        return CompletableFuture.completedFuture(null);
      }
      heldUp = why;
      if (why.isEmpty()) {
        tools.dispatch().guards().allKnown();
      } else {
        tools.dispatch().guards().notAllKnown();
      }
      return surroundings(surroundings);
    }
  }

  private PluginLife takeIn(Installation installation) {
    PluginLife life = new PluginLife(installation, tools, surroundings.heldUp(heldUp));
    lives.put(life.id(), life);
    return life;
  }

  private static void begin(PluginLife life) {
    CompletableFuture<ManagedPlugin> unused = life.begin("the runtime has started");
  }

  private void report(List<Defect> defects) {
    for (Defect defect : defects) {
      if (knownDefects.add(defect)) {
        LOG.log(
            Level.WARNING,
            "the folder {0} is not used: {1}",
            defect.folder().getFileName(),
            defect.problem());
      }
    }
    knownDefects.retainAll(defects);
  }

  private void chosen(String id, Choice choice) {
    PluginLife life = lives.get(id);
    if (life != null) {
      life.chosen();
    }
  }

  /**
   * Services that plugins need have come or gone.
   *
   * @return completes when no plugin uses any more what is gone
   */
  CompletableFuture<Void> surroundings(Surroundings now) {
    synchronized (membership) {
      surroundings = now;
      if (ended != null) {
        return ended;
      }
      Surroundings effective = now.heldUp(heldUp);
      return all(lives.values().stream().map(life -> life.surroundings(effective)).toList());
    }
  }

  /**
   * Stops all plugins, for good. That is done once, for whichever cause came first.
   *
   * @return completes when they are stopped
   */
  CompletableFuture<Void> close(String cause) {
    tools.choices().listen((id, choice) -> {});
    synchronized (membership) {
      if (ended == null) {
        List<CompletableFuture<ManagedPlugin>> ends = new ArrayList<>();
        for (PluginLife life : lives.values()) {
          ends.add(life.end(cause, () -> CompletableFuture.completedStage(null)));
        }
        ended = all(ends);
      }
      return ended;
    }
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<ManagedPlugin>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    return install(archive, replace, "");
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(
      InputStream archive, boolean replace, String userId) {
    try {
      return unpack(archive).use(replace, userId, true);
    } catch (ManagementException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public Unpacked unpack(InputStream archive) throws ManagementException {
    checkOpen();
    try {
      return new Fresh(tools.installed().install(archive));
    } catch (InstallException e) {
      Problem problem = e.isConflict() ? Problem.CONFLICT : Problem.INVALID;
      throw new ManagementException(problem, "cannot install the plugin: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      throw new ManagementException(
          Problem.SYSTEM,
          "cannot install the plugin: reading the archive or writing its files failed: " + e,
          e);
    }
  }

  /** A version that is on the disk, in use or not. */
  private final class Fresh implements Unpacked {
    private final Installation installation;

    Fresh(Installation installation) {
      this.installation = installation;
    }

    @Override
    public String id() {
      return installation.id();
    }

    @Override
    public String version() {
      return installation.manifest().version();
    }

    @Override
    public CompletableFuture<ManagedPlugin> use(boolean replace, String userId, boolean isNews) {
      try {
        checkOpen();
        return install(installation, replace, userId, isNews);
      } catch (ManagementException e) {
        return CompletableFuture.failedFuture(e);
      } catch (IOException | RuntimeException e) {
        return failed(
            Problem.SYSTEM, "cannot install plugin %s: %s".formatted(installation.id(), e), e);
      }
    }

    @Override
    public boolean isInUse() {
      PluginLife life = lives.get(installation.id());
      return life != null && life.installation().folder().equals(installation.folder());
    }

    @Override
    public void discard() {
      synchronized (membership) {
        if (isInUse() || !Files.exists(installation.folder())) {
          return;
        }
        try {
          if (lives.containsKey(installation.id())) {
            tools.installed().discard(installation);
          } else {
            // The first version of a plugin is in use on the disk.
            tools.installed().remove(installation.id());
          }
        } catch (InstallException | IOException | RuntimeException e) {
          LOG.log(Level.WARNING, () -> installation.folder() + " is left behind", e);
        }
      }
    }
  }

  private CompletableFuture<ManagedPlugin> install(
      Installation fresh, boolean replace, String userId, boolean isNews) throws IOException {
    synchronized (membership) {
      PluginLife life = lives.get(fresh.id());
      if (life == null) {
        // It may be there with a defect, which ends by this.
        tools.installed().use(fresh);
        by(userId, fresh);
        return takeIn(fresh).installed(isNews);
      }
      if (life.installation().folder().equals(fresh.folder())) {
        // Somebody has looked into the plugin folder in between.
        return life.installed(isNews);
      }
      if (!replace) {
        tools.installed().discard(fresh);
        return failed(
            Problem.CONFLICT,
            ("plugin %s is installed already in version %s; remove it first, or have it replaced,"
                    + " which an upload asks for by the field force=true")
                .formatted(fresh.id(), life.installation().manifest().version()),
            null);
      }
      by(userId, fresh);
      return life.update(fresh, isNews);
    }
  }

  private void by(String userId, Installation fresh) throws IOException {
    if (!tools.choices().of(fresh.id()).installer().equals(userId)) {
      tools.choices().changeHere(fresh.id(), choice -> choice.withInstaller(userId));
    }
  }

  private static CompletableFuture<ManagedPlugin> failed(
      Problem problem, String message, Throwable cause) {
    return CompletableFuture.failedFuture(new ManagementException(problem, message, cause));
  }

  private void checkOpen() throws ManagementException {
    synchronized (membership) {
      if (ended != null) {
        throw new ManagementException(Problem.SYSTEM, "the runtime of plugins has been stopped");
      }
    }
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    return with(id, PluginLife::enable);
  }

  @Override
  public CompletableFuture<ManagedPlugin> disable(String id) {
    return with(id, PluginLife::disable);
  }

  @Override
  public CompletableFuture<ManagedPlugin> restart(String id) {
    return with(id, PluginLife::restart);
  }

  @Override
  public CompletableFuture<ManagedPlugin> remove(String id) {
    return with(
        id,
        life ->
            life.remove(
                () -> {
                  synchronized (membership) {
                    tools.installed().remove(life.id());
                    lives.remove(life.id(), life);
                  }
                  return CompletableFuture.completedStage(null);
                }));
  }

  private CompletableFuture<ManagedPlugin> with(
      String id, Function<PluginLife, CompletableFuture<ManagedPlugin>> work) {
    try {
      checkOpen();
      return work.apply(life(id));
    } catch (ManagementException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private PluginLife life(String id) throws ManagementException {
    PluginLife life = lives.get(id.toLowerCase(Locale.ROOT));
    if (life == null) {
      throw new ManagementException(Problem.UNKNOWN_PLUGIN, "plugin not found: " + id);
    }
    return life;
  }

  @Override
  public CompletableFuture<Void> rescan() {
    List<CompletableFuture<ManagedPlugin>> work = new ArrayList<>();
    synchronized (membership) {
      try {
        checkOpen();
        Inventory inventory = tools.installed().scan();
        report(inventory.defects());
        Map<String, Installation> found = new HashMap<>();
        inventory.plugins().forEach(plugin -> found.put(plugin.id(), plugin));
        for (PluginLife life : lives.values()) {
          Installation now = found.remove(life.id());
          if (now == null) {
            lives.remove(life.id(), life);
            work.add(
                life.end(
                    "its folder is gone or not usable any more",
                    () -> CompletableFuture.completedStage(null)));
          } else if (!now.equals(life.installation())) {
            work.add(life.replaced(now));
          }
        }
        for (Installation installation : found.values()) {
          begin(takeIn(installation));
        }
      } catch (IOException e) {
        return CompletableFuture.failedFuture(
            new ManagementException(
                Problem.SYSTEM, "the plugin folder cannot be read: " + e.getMessage(), e));
      } catch (ManagementException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
    return all(work);
  }

  @Override
  public List<ManagedPlugin> list() {
    return lives.values().stream().map(PluginLife::managed).toList();
  }

  @Override
  public Optional<ManagedPlugin> find(String id) {
    return Optional.ofNullable(lives.get(id.toLowerCase(Locale.ROOT))).map(PluginLife::managed);
  }

  @Override
  public Map<String, Object> settings(String id) throws ManagementException {
    return life(id).settings();
  }

  @Override
  public void saveSettings(String id, Map<String, Object> settings) throws ManagementException {
    life(id).saveSettings(settings);
  }

  @Override
  public void checkSettings(String id, Map<String, Object> settings) throws ManagementException {
    life(id).checkSettings(settings);
  }

  @Override
  public CompletionStage<Optional<String>> applySettings(String id, Map<String, Object> settings)
      throws ManagementException {
    return life(id).applySettings(settings);
  }

  @Override
  public String archive(String id) {
    return tools.choices().of(id).archive();
  }

  @Override
  public void archive(String id, String hash) throws IOException {
    tools.choices().changeHere(id, choice -> choice.withArchive(hash));
  }

  @Override
  public void adopt(Desired desired, BooleanSupplier isLatest) throws IOException {
    String id = desired.id();
    Choice now =
        tools
            .choices()
            .changeHere(
                id,
                choice ->
                    isLatest.getAsBoolean()
                        ? guarding(choice, desired)
                            .withEnabled(desired.enabled())
                            .withSettings(desired.settings())
                        : choice);
    chosen(id, now);
  }

  // What this node has seen itself is newer.
  private static Choice guarding(Choice choice, Desired desired) {
    return choice.hooks().isPresent() || desired.guards().isEmpty()
        ? choice
        : choice.withHooks(desired.guards().get());
  }

  @Override
  public Map<String, Object> savedSettings(String id) {
    return tools.choices().of(id).settings();
  }

  @Override
  public boolean takeInstalling(String id) throws IOException {
    return tools.choices().takeInstalling(id).isPresent();
  }

  @Override
  public void tellInstallation(String id) {
    PluginLife life = lives.get(id);
    if (life != null) {
      life.tellInstallation();
    }
  }

  @Override
  public boolean isManaged(String id) {
    PluginLife life = lives.get(id);
    return life != null && life.installation().managed();
  }
}
