package io.krait.supervisor;

import io.krait.api.HookName;
import io.krait.protocol.OpenChannel;
import java.util.List;
import java.util.Set;

/**
 * A plugin that answers. It is of use until its process ends; after a restart there is another one.
 *
 * @param pluginId whose it is
 * @param process what people find its process by
 * @param channel leads to it; closed by the supervisor
 * @param hooks what it implements; nothing else is to be called in it
 * @param unknownHooks what it says it implements and this host does not know
 */
public record PluginConnection(
    String pluginId,
    String process,
    OpenChannel channel,
    Set<HookName> hooks,
    List<String> unknownHooks) {

  /** Copies the collections. */
  public PluginConnection {
    hooks = Set.copyOf(hooks);
    unknownHooks = List.copyOf(unknownHooks);
  }
}
