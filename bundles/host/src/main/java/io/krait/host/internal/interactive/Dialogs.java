package io.krait.host.internal.interactive;

import io.krait.api.AppError;
import io.krait.api.model.Dialog;
import io.krait.api.model.DialogElement;
import io.krait.api.model.DialogElementOption;
import io.krait.api.model.OpenDialogRequest;
import io.krait.host.internal.events.Broadcast;
import io.krait.host.internal.events.Event;
import io.krait.host.internal.events.EventHub;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Opens dialogs on the screens of those whose action it was. Safe for use from any thread. */
public final class Dialogs {

  private static final Set<String> TYPES =
      Set.of("text", "textarea", "select", "radio", "bool", "date", "datetime");

  private static final int MOST_ELEMENTS = 50;
  private static final String PLUGINS = "/plugins/";

  private final Triggers triggers;
  private final EventHub events;

  /** Dialogs by these keys, for those who are connected there. */
  public Dialogs(Triggers triggers, EventHub events) {
    this.triggers = triggers;
    this.events = events;
  }

  /**
   * Opens a dialog for the user of its trigger id.
   *
   * @param pluginId whose it is; empty where it is no plugin's
   * @throws AppError with status 400 where the trigger id is of no use, or the dialog breaks a rule
   */
  public void open(OpenDialogRequest request, String pluginId) {
    Dialog dialog =
        request.dialog().orElseThrow(() -> invalid("a request to open a dialog needs one"));
    check(dialog);
    if (request.url().isBlank()) {
      throw invalid("a dialog needs the url that it is sent to");
    }
    String userId = triggers.use(request.triggerId());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("trigger_id", request.triggerId());
    shown.put("url", address(request.url(), pluginId));
    shown.put("dialog", shown(dialog));
    events.publish(
        Event.of("open_dialog", Map.of("dialog", events.json(shown)), Broadcast.toUser(userId)));
  }

  private static String address(String url, String pluginId) {
    if (pluginId.isEmpty() || url.startsWith(PLUGINS) || url.contains("://")) {
      return url;
    }
    return PLUGINS + pluginId + (url.startsWith("/") ? "" : "/") + url;
  }

  private static void check(Dialog dialog) {
    longest("the title", dialog.title(), 24);
    longest("the label of the button", dialog.submitLabel(), 24);
    if (dialog.title().isBlank()) {
      throw invalid("a dialog needs a title");
    }
    if (dialog.elements().size() > MOST_ELEMENTS) {
      throw invalid("a dialog has at most %d elements".formatted(MOST_ELEMENTS));
    }
    Set<String> names = new HashSet<>();
    for (DialogElement element : dialog.elements()) {
      if (element.name().isBlank() || !names.add(element.name())) {
        throw invalid("each element of a dialog has a name of its own");
      }
      longest("the name of an element", element.name(), 300);
      longest("the label of an element", element.displayName(), 24);
      longest("the explanation of an element", element.helpText(), 150);
      longest("the placeholder of an element", element.placeholder(), 150);
      if (!TYPES.contains(element.type())) {
        throw invalid("an element of a dialog is one of " + new TreeSet<>(TYPES));
      }
      if (element.minLength() < 0
          || element.maxLength() < 0
          || (element.maxLength() > 0 && element.minLength() > element.maxLength())) {
        throw invalid("the bounds of the element %s do not fit".formatted(element.name()));
      }
    }
  }

  private static void longest(String what, String text, int characters) {
    if (text.codePointCount(0, text.length()) > characters) {
      throw invalid("%s has at most %d characters".formatted(what, characters));
    }
  }

  private static AppError invalid(String message) {
    return AppError.of("app.dialog.is_valid.app_error", message, 400);
  }

  private static Map<String, Object> shown(Dialog dialog) {
    List<Object> elements = new ArrayList<>();
    dialog.elements().forEach(element -> elements.add(shown(element)));
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("callback_id", dialog.callbackId());
    shown.put("title", dialog.title());
    shown.put("introduction_text", dialog.introductionText());
    shown.put("icon_url", dialog.iconUrl());
    shown.put("elements", elements);
    shown.put("submit_label", dialog.submitLabel());
    shown.put("notify_on_cancel", dialog.notifyOnCancel());
    shown.put("state", dialog.state());
    return shown;
  }

  private static Map<String, Object> shown(DialogElement element) {
    List<Object> options = new ArrayList<>();
    for (DialogElementOption option : element.options()) {
      options.add(Map.of("text", option.text(), "value", option.value()));
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("display_name", element.displayName());
    shown.put("name", element.name());
    shown.put("type", element.type());
    shown.put("subtype", element.subtype());
    shown.put("default", element.defaultValue());
    shown.put("placeholder", element.placeholder());
    shown.put("help_text", element.helpText());
    shown.put("optional", element.optional());
    shown.put("min_length", element.minLength());
    shown.put("max_length", element.maxLength());
    shown.put("data_source", element.dataSource());
    shown.put("options", options);
    return shown;
  }
}
