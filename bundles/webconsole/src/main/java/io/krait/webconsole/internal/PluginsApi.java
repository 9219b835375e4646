package io.krait.webconsole.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import io.krait.webconsole.internal.Operations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.CharConversionException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the page asks for by itself: questions by GET, actions by POST. The plugin is named by the
 * parameter {@code plugin}.
 */
final class PluginsApi {

  private static final System.Logger LOG = System.getLogger(PluginsApi.class.getName());

  /** What is done sooner is answered at once, rather than by the next overview. */
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private static final int LARGEST_SETTINGS = 1024 * 1024;
  private static final int MOST_RECORDS = 500;

  private final ObjectMapper json;
  private final Krait krait;
  private final PluginsView view;
  private final SettingsForm form;
  private final Operations operations;
  private final LogTails tails;
  private final RequestGuard guard;
  private final long largestUpload;

  PluginsApi(
      ObjectMapper json,
      Krait krait,
      PluginsView view,
      Operations operations,
      LogTails tails,
      RequestGuard guard,
      long largestUpload) {
    this.json = json;
    this.krait = krait;
    this.view = view;
    this.form = new SettingsForm(json);
    this.operations = operations;
    this.tails = tails;
    this.guard = guard;
    this.largestUpload = largestUpload;
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   */
  record Answer(int status, JsonNode body) {}

  /** Answers a question. */
  Answer get(String what, HttpServletRequest request) throws ApiFailure {
    return switch (what) {
      case "session" -> ok(json.createObjectNode().put("token", guard.token(request)));
      case "plugins" -> ok(view.overview());
      case "plugin" -> ok(view.detail(plugin(request)));
      case "settings" -> ok(settings(request));
      case "log" -> ok(log(request));
      default -> throw ApiFailure.nothingAt(what);
    };
  }

  /** Does what an administrator asks for. */
  Answer post(String what, HttpServletRequest request) throws ApiFailure, IOException {
    guard.check(request);
    return switch (what) {
      case "install" -> install(request);
      case "enable" -> act(what, request, PluginManager::enable);
      case "disable" -> act(what, request, PluginManager::disable);
      case "restart" -> act(what, request, PluginManager::restart);
      case "remove" -> act(what, request, PluginManager::remove);
      case "settings" -> saveSettings(request);
      default -> throw ApiFailure.nothingAt(what);
    };
  }

  private interface Action {
    CompletableFuture<ManagedPlugin> on(PluginManager manager, String pluginId);
  }

  private Answer act(String what, HttpServletRequest request, Action action) throws ApiFailure {
    PluginManager manager = manager();
    String id = plugin(request).id();
    note(request, what + " plugin " + id);
    return answer(operations.begin(what, id, action.on(manager, id)));
  }

  private Answer install(HttpServletRequest request) throws ApiFailure, IOException {
    PluginManager manager = manager();
    if (request.getContentLengthLong() > largestUpload) {
      throw tooLarge();
    }
    String file = Excerpt.line(parameter(request, "file").orElse("archive"));
    note(request, "install plugin from " + file);
    LimitedStream archive = new LimitedStream(request.getInputStream(), largestUpload);
    CompletableFuture<ManagedPlugin> work =
        manager.install(archive, parameter(request, "replace").filter("true"::equals).isPresent());
    if (archive.exceeded()) {
      throw tooLarge();
    }
    return answer(operations.begin("install", file, work));
  }

  private ApiFailure tooLarge() {
    return new ApiFailure(
        413,
        "INVALID",
        "cannot install plugin: its archive has more than "
            + largestUpload / (1024 * 1024)
            + " MB; raise upload.megabytes of io.krait.webconsole, or use the shell");
  }

  private ObjectNode settings(HttpServletRequest request) throws ApiFailure {
    ManagedPlugin plugin = plugin(request);
    try {
      return form.write(plugin, manager().settings(plugin.id()));
    } catch (ManagementException e) {
      throw ApiFailure.of(e);
    }
  }

  private Answer saveSettings(HttpServletRequest request) throws ApiFailure, IOException {
    ManagedPlugin plugin = plugin(request);
    JsonNode body = body(request);
    note(request, "save settings of plugin " + plugin.id());
    try {
      Map<String, Object> values = manager().settings(plugin.id());
      Optional<String> complaint =
          PluginAnswer.soon(
              manager()
                  .applySettings(plugin.id(), form.merge(plugin, values, body.path("values"))));
      ObjectNode saved = form.write(plugin, manager().settings(plugin.id()));
      complaint.ifPresent(why -> saved.put("complaint", Excerpt.line(why)));
      return ok(saved);
    } catch (ManagementException e) {
      throw ApiFailure.of(e);
    }
  }

  private ObjectNode log(HttpServletRequest request) throws ApiFailure {
    ManagedPlugin plugin = plugin(request);
    PluginLogs logs =
        krait
            .logs()
            .orElseThrow(
                () ->
                    new ApiFailure(
                        503,
                        "ABSENT",
                        "there are no logs, as nothing keeps them; start the bundle"
                            + " io.krait.runtime"));
    LogTail tail = tails.tail(logs, plugin.id());
    // Numbers of another tail say nothing about this one.
    boolean known = parameter(request, "tail").filter(Long.toString(tail.id())::equals).isPresent();
    long after = known ? number(request, "after") : 0;
    return view.log(tail.id(), tail.after(after, MOST_RECORDS, System.nanoTime()));
  }

  private Answer answer(Operation operation) throws ApiFailure {
    operation.await(PATIENCE);
    Optional<ApiFailure> failure = operation.failure();
    if (failure.isPresent()) {
      throw failure.get();
    }
    Operations.Snapshot snapshot = operation.snapshot();
    return new Answer(
        snapshot.progress() == Operations.Progress.RUNNING ? 202 : 200,
        json.createObjectNode().set("operation", view.operation(snapshot)));
  }

  private PluginManager manager() throws ApiFailure {
    return krait
        .manager()
        .orElseThrow(
            () ->
                new ApiFailure(
                    503,
                    "ABSENT",
                    "nothing looks after plugins at the moment; start the bundle"
                        + " io.krait.runtime"));
  }

  private ManagedPlugin plugin(HttpServletRequest request) throws ApiFailure {
    String id =
        parameter(request, "plugin").orElseThrow(() -> ApiFailure.invalid("no plugin is named"));
    return manager()
        .find(id)
        .orElseThrow(
            () -> new ApiFailure(404, "UNKNOWN_PLUGIN", "there is no plugin " + Excerpt.line(id)));
  }

  private JsonNode body(HttpServletRequest request) throws ApiFailure, IOException {
    String type = request.getContentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new ApiFailure(415, "INVALID", "the request must have the type application/json");
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST_SETTINGS + 1);
    if (body.length > LARGEST_SETTINGS) {
      throw new ApiFailure(413, "INVALID", "the settings have more than 1 MB");
    }
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw ApiFailure.invalid("the request is not JSON: " + Excerpt.line(e.getOriginalMessage()));
    } catch (CharConversionException e) {
      throw ApiFailure.invalid("the request is no text in UTF-8");
    }
  }

  private static long number(HttpServletRequest request, String name) throws ApiFailure {
    try {
      return Long.parseLong(parameter(request, name).orElse("0"));
    } catch (NumberFormatException e) {
      throw ApiFailure.invalid("the parameter " + name + " is not a number");
    }
  }

  private static Optional<String> parameter(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return Optional.ofNullable(value).filter(given -> !given.isEmpty());
  }

  private static Answer ok(JsonNode body) {
    return new Answer(200, body);
  }

  /** Who has done what is in the log of the server. */
  private static void note(HttpServletRequest request, String what) {
    String user = request.getRemoteUser();
    LOG.log(
        Level.INFO,
        "Web Console: {0} at {1}: {2}",
        user == null ? "somebody" : Excerpt.line(user),
        request.getRemoteAddr(),
        Excerpt.line(what));
  }
}
