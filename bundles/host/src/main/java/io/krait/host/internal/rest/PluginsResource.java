package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import io.krait.api.management.SettingsSchema;
import io.krait.host.internal.plugin.PluginAdministration;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plugins: for administrators alone. */
@Path("plugins")
public final class PluginsResource {

  /** A first start may fetch packages; whoever cannot wait that long looks at the statuses. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Access access;
  private final PluginAdministration administration;

  PluginsResource(Access access, PluginAdministration administration) {
    this.access = access;
    this.administration = administration;
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
    return Answers.ok(administration.list().stream().map(PluginsResource::status).toList());
  }

  @POST
  public Response upload(@Context SecurityContext security, @Context HttpServletRequest request) {
    access.onServer(Caller.of(security), "sysconsole_write_plugins");
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw noFile("it is " + type);
    }
    try {
      Part archive = request.getPart("plugin");
      if (archive == null) {
        throw Answers.invalid("plugin");
      }
      boolean force = "true".equals(field(request.getPart("force")));
      try (InputStream content = archive.getInputStream()) {
        return Answers.created(manifest(administration.install(content, force, PATIENCE)));
      } finally {
        archive.delete();
      }
    } catch (IllegalStateException tooLarge) {
      throw tooLarge();
    } catch (ServletException failure) {
      for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof IllegalStateException) {
          throw tooLarge();
        }
      }
      throw noFile(String.valueOf(failure.getMessage()));
    } catch (IOException brokenOff) {
      throw AppError.builder()
          .id("api.plugin.upload.file.app_error")
          .message("the upload broke off, or there is no room for it")
          .statusCode(400)
          .cause(brokenOff)
          .build();
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

  private static AppError tooLarge() {
    return AppError.of(
        "api.plugin.upload.file_too_big.app_error",
        "an archive has at most %d MiB".formatted(RestServlet.LARGEST_UPLOAD >> 20),
        413);
  }

  private static String field(@Nullable Part part) throws IOException {
    if (part == null) {
      return "";
    }
    try (InputStream content = part.getInputStream()) {
      return new String(content.readNBytes(16), StandardCharsets.UTF_8);
    }
  }

  @POST
  @Path("{plugin}/enable")
  public Response enable(@Context SecurityContext security, @PathParam("plugin") String id) {
    access.onServer(Caller.of(security), "sysconsole_write_plugins");
    administration.enable(id, PATIENCE);
    return Answers.done();
  }

  @POST
  @Path("{plugin}/disable")
  public Response disable(@Context SecurityContext security, @PathParam("plugin") String id) {
    access.onServer(Caller.of(security), "sysconsole_write_plugins");
    administration.disable(id, PATIENCE);
    return Answers.done();
  }

  @DELETE
  @Path("{plugin}")
  public Response remove(@Context SecurityContext security, @PathParam("plugin") String id) {
    access.onServer(Caller.of(security), "sysconsole_write_plugins");
    administration.remove(id, PATIENCE);
    return Answers.done();
  }

  private static Map<String, Object> manifest(ManagedPlugin plugin) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("id", plugin.id());
    manifest.put("name", plugin.name());
    manifest.put("description", plugin.description());
    manifest.put("homepage_url", plugin.homepageUrl());
    manifest.put("version", plugin.version());
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

  private static Map<String, Object> status(ManagedPlugin plugin) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("cluster_id", "");
    status.put("plugin_id", plugin.id());
    status.put("plugin_path", plugin.folder().toString());
    status.put("state", PluginAdministration.stateNumber(plugin));
    status.put("error", plugin.state() == PluginState.RUNNING ? "" : plugin.reason());
    status.put("name", plugin.name());
    status.put("description", plugin.description());
    status.put("version", plugin.version());
    return status;
  }
}
