package io.krait.runtime.internal.cluster;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginManager;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** The plugins of this node, and what it knows of where they come from. */
public interface LocalPlugins extends PluginManager {

  /**
   * Unpacks an archive, which is put in use or discarded afterwards.
   *
   * @throws ManagementException where it is none of a plugin
   */
  Unpacked unpack(InputStream archive) throws ManagementException;

  /** A version of a plugin that is on the disk. */
  interface Unpacked {

    /** The plugin's identifier. */
    String id();

    /** Its version. */
    String version();

    /**
     * Puts it in use.
     *
     * @param replace whether another version may be there
     * @param userId identifier of the user who has it installed; empty where none is known
     * @param isNews whether the plugin is told by OnInstall
     */
    CompletableFuture<ManagedPlugin> use(boolean replace, String userId, boolean isNews);

    /** Whether it is the version in use. */
    boolean isInUse();

    /** Deletes it, where it is not in use. */
    void discard();
  }

  /** Hash of the archive that the version in use came from; empty where that is not known. */
  String archive(String id);

  /** Keeps that hash. */
  void archive(String id, String hash) throws IOException;

  /**
   * Sets a plugin as all nodes are to have it; it need not be here yet.
   *
   * @param isLatest asked at the very moment; if it is not, nothing is done
   */
  void adopt(Desired desired, BooleanSupplier isLatest) throws IOException;

  /** The settings of a plugin that were saved, without defaults; it need not be here. */
  Map<String, Object> savedSettings(String id);

  /** Whether the plugin was installed here and has not been told so; it counts as told then. */
  boolean takeInstalling(String id) throws IOException;

  /** Calls OnInstall if the plugin runs and no node has done so. */
  void tellInstallation(String id);

  /** Whether the plugin came from an archive, rather than by hand. */
  boolean isManaged(String id);

  /**
   * Keeps plugins from being started, or lets them.
   *
   * @param why what they wait for; empty to let them
   */
  CompletableFuture<Void> holdUp(String why);
}
