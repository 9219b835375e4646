package io.krait.host.internal.rest;

import static java.util.function.Function.identity;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.SettingsSchema;
import io.krait.host.internal.plugin.PluginStatusEvents;
import io.krait.host.internal.serving.ReceivedBody;
import io.krait.hostkit.PluginAdministration;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Plugins: for administrators alone. */
@Path("plugins")
public final class PluginsResource {

  private static final long BESIDE_ARCHIVE = 1L << 20;
  private static final System.Logger LOGGER = System.getLogger(PluginsResource.class.getName());

  /** A first start may fetch packages; whoever cannot wait that long looks at the statuses. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Access access;
  private final PluginAdministration administration;
  private final PluginDownloads downloads;
  private final Continuation next;
  private final long largest;

  PluginsResource(
      Access access,
      PluginAdministration administration,
      PluginDownloads downloads,
      Continuation next,
      long largest) {
    this.downloads = downloads;
    this.largest = largest;
    this.next = next;
    this.access = access;
    this.administration = administration;
  }

  /** How large a request may be that has an archive. */
  static long largestRequest(long archive) {
    return archive + BESIDE_ARCHIVE;
  }

  @GET
  public Response list(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "sysconsole_read_plugins");
    List<ManagedPlugin> plugins = administration.list();
    return Answers.ok(
        Map.of(
            "active",
            plugins.stream().filter(ManagedPlugin::enabled).map(PluginsResource::manifest).toList(),
            "inactive",
            plugins.stream()
                .filter(plugin -> !plugin.enabled())
                .map(PluginsResource::manifest)
                .toList()));
  }

  @GET
  @Path("statuses")
  public Response statuses(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "sysconsole_read_plugins");
    return Answers.ok(PluginStatusEvents.statuses(administration.nodes()));
  }

  /** What of plugins runs in browsers; it is not served to clients, so there is none for them. */
  @GET
  @Path("webapp")
  public Response webapp(@Context SecurityContext security) {
    Caller.of(security);
    return Answers.ok(List.of());
  }

  @POST
  public CompletionStage<Response> upload(
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "sysconsole_write_plugins");
    MediaType type = headers.getMediaType();
    if (type == null || !MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
      throw noFile("it is " + type);
    }
    CompletionStage<ManagedPlugin> installed =
        next.then(
                Pages.bodyOf(request).receive(largestRequest(largest), tooLarge()),
                received -> install(type.toString(), received, caller.id()))
            .thenCompose(identity());
    return created(installed);
  }

  /** Has the server fetch a plugin, where that is allowed. */
  @POST
  @Path("install_from_url")
  public CompletionStage<Response> installFromUrl(
      @Context SecurityContext security,
      @QueryParam("plugin_download_url") @DefaultValue("") String url,
      @QueryParam("force") boolean force) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "sysconsole_write_plugins");
    return created(downloads.install(url, force, caller.id()));
  }

  private CompletionStage<Response> created(CompletionStage<ManagedPlugin> installed) {
    return next.then(
        next.atMost(
            PATIENCE,
            installed,
            () -> {
              throw AppError.of(
                  "app.plugin.install.timeout.app_error",
                  "the plugin is still being installed; look at its state later",
                  504);
            }),
        plugin -> Answers.created(manifest(plugin)));
  }

  private CompletionStage<ManagedPlugin> install(
      String type, ReceivedBody received, String userId) {
    ArchiveForm form = new ArchiveForm(type, received);
    try (received) {
      // Wherever that stands in the form.
      boolean force = form.force();
      return form.withArchive(archive -> administration.installing(archive, force, userId))
          .orElseThrow(() -> Answers.invalid(ArchiveForm.ARCHIVE));
    } catch (IOException brokenOff) {
      throw noFile(String.valueOf(brokenOff.getMessage()));
    }
  }

  private static AppError noFile(String why) {
    return AppError.builder()
        .id("api.plugin.upload.no_file.app_error")
        .message("a plugin is uploaded as the part \"plugin\" of multipart/form-data")
        .detailedError(why)
        .statusCode(400)
        .build();
  }

  private AppError tooLarge() {
    return AppError.of(
        "api.plugin.upload.file_too_big.app_error",
        "an archive has at most %d MiB; archiveMebibytes of io.krait.host.rest sets the limit"
            .formatted(largest >> 20),
        413);
  }

  @POST
  @Path("{plugin}/enable")
  public CompletionStage<Response> enable(
      @Context SecurityContext security, @PathParam("plugin") String id) {
    access.onServer(Caller.of(security), "sysconsole_write_plugins");
    return done(id, administration.enabling(id));
  }

  @POST
  @Path("{plugin}/disable")
  public CompletionStage<Response> disable(
      @Context SecurityContext security, @PathParam("plugin") String id) {
    access.onServer(Caller.of(security), "sysconsole_write_plugins");
    return done(id, administration.disabling(id));
  }

  /** What a plugin has logged and printed lately: an extension of ours, for those who write it. */
  @GET
  @Path("{plugin}/logs")
  public Response logs(
      @Context SecurityContext security,
      @PathParam("plugin") String id,
      @QueryParam("logs_per_page") @Nullable String most,
      @QueryParam("since") @Nullable String since) {
    access.onServer(Caller.of(security), "sysconsole_read_plugins");
    PluginRecords records = new PluginRecords(most, since);
    return Answers.ok(records.of(administration.logs(id, records.most())));
  }

  @DELETE
  @Path("{plugin}")
  public CompletionStage<Response> remove(
      @Context SecurityContext security, @PathParam("plugin") String id) {
    access.onServer(Caller.of(security), "sysconsole_write_plugins");
    return done(id, administration.removing(id));
  }

  /** What takes too long goes on, and nobody is told that it has failed. */
  private CompletionStage<Response> done(String id, CompletionStage<ManagedPlugin> work) {
    return next.then(
        next.atMost(
            PATIENCE,
            work.thenApply(plugin -> id),
            () -> {
              LOGGER.log(Level.INFO, "plugin {0}: not done after {1}; it goes on", id, PATIENCE);
              return id;
            }),
        any -> Answers.done());
  }

  private static Map<String, Object> manifest(ManagedPlugin plugin) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("id", plugin.id());
    manifest.put("name", plugin.name());
    manifest.put("description", plugin.description());
    manifest.put("homepage_url", plugin.homepageUrl());
    manifest.put("support_url", plugin.supportUrl());
    manifest.put("release_notes_url", plugin.releaseNotesUrl());
    manifest.put("icon_path", plugin.iconPath());
    manifest.put("version", plugin.version());
    manifest.put("min_server_version", plugin.minServerVersion());
    plugin.settingsSchema().ifPresent(schema -> manifest.put("settings_schema", settings(schema)));
    return manifest;
  }

  private static Map<String, Object> settings(SettingsSchema schema) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("header", schema.header());
    described.put("footer", schema.footer());
    described.put(
        "settings",
        schema.settings().stream()
            .map(
                setting -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("key", setting.key());
                  one.put("display_name", setting.displayName());
                  one.put("type", setting.type().key());
                  one.put("help_text", setting.helpText());
                  one.put("placeholder", setting.placeholder());
                  one.put("default", setting.defaultValue());
                  one.put(
                      "options",
                      setting.options().stream()
                          .map(
                              option ->
                                  Map.of(
                                      "display_name", option.displayName(),
                                      "value", option.value()))
                          .toList());
                  return one;
                })
            .toList());
    return described;
  }
}
