package io.krait.host.internal.pluginapi;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.model.OpenDialogRequest;
import io.krait.host.internal.plugin.HostServices;

/** Dialogs, as a plugin opens them. Safe for use from any thread. */
final class DialogsApi implements PluginApi {

  private final HostServices services;
  private final HostedPlugin plugin;

  DialogsApi(HostServices services, HostedPlugin plugin) {
    this.services = services;
    this.plugin = plugin;
  }

  @Override
  public void openInteractiveDialog(OpenDialogRequest dialog) {
    services.dialogs().open(dialog, plugin.id());
  }
}
