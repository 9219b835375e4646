package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.management.ManagedPlugin;
import io.krait.host.internal.interactive.OutgoingRequests;
import io.krait.hostkit.PluginAdministration;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Plugins that are fetched from where an administrator says, if that is allowed at all. */
final class PluginDownloads {

  private final OutgoingRequests outgoing;
  private final PluginAdministration administration;
  private final boolean allowed;
  private final long largest;

  PluginDownloads(
      OutgoingRequests outgoing,
      PluginAdministration administration,
      boolean allowed,
      long largest) {
    this.outgoing = outgoing;
    this.administration = administration;
    this.allowed = allowed;
    this.largest = largest;
  }

  /**
   * Installs what is at an address.
   *
   * @throws AppError with status 501 where this is not allowed, 400 where the address is not one of
   *     https
   */
  CompletionStage<ManagedPlugin> install(String url, boolean force, String userId) {
    if (!allowed) {
      throw AppError.of(
          "api.plugin.install.download_disabled.app_error",
          "plugins are not fetched from anywhere here; installFromUrl of io.krait.host.rest would"
              + " allow it",
          501);
    }
    if (!url.toLowerCase(Locale.ROOT).startsWith("https://")) {
      throw AppError.of(
          "api.plugin.install.download_failed.app_error",
          "plugin_download_url is an address that begins with https://",
          400);
    }
    return outgoing
        .download(url, (int) Math.min(largest, Integer.MAX_VALUE - 8))
        .thenApply(
            archive -> administration.installing(new ByteArrayInputStream(archive), force, userId))
        .thenCompose(Function.identity());
  }
}
