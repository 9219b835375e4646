package io.krait.host.internal.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The buttons and menus in the properties of a post. Where they lead and with which context is for
 * the server alone: clients know each by an identifier.
 */
public final class PostProps {

  private static final String ATTACHMENTS = "attachments";
  private static final String ACTIONS = "actions";
  private static final String INTEGRATION = "integration";
  private static final String ID = "id";
  private static final String COOKIE = "cookie";

  /** They stay whatever an answer says: by them people know who speaks. */
  public static final List<String> SPEAKER =
      List.of(
          "from_webhook",
          "from_bot",
          "from_plugin",
          "from_oauth_app",
          "override_username",
          "override_icon_url",
          "override_icon_emoji",
          "webhook_display_name");

  private PostProps() {}

  /**
   * A button or menu.
   *
   * @param type button or select
   * @param url who is told when it is used
   * @param context what they are told besides
   */
  public record Action(
      String id, String type, String dataSource, String url, Map<String, Object> context) {}

  /** The properties as clients may see them. */
  public static Map<String, Object> forClients(Map<String, Object> props) {
    return changed(
        props,
        action -> {
          Map<String, Object> shown = new LinkedHashMap<>(action);
          shown.put(ID, id(action));
          shown.remove(INTEGRATION);
          return shown;
        });
  }

  /**
   * What a client has sent back, with all that it was not shown.
   *
   * @param stored the properties of the post before
   */
  public static Map<String, Object> restored(
      Map<String, Object> fromClient, Map<String, Object> stored) {
    Map<String, Object> integrations = new LinkedHashMap<>();
    actions(stored).forEach(action -> integrations.put(id(action), action.get(INTEGRATION)));
    return changed(
        fromClient,
        action -> {
          Object integration = integrations.get(id(action));
          if (action.containsKey(INTEGRATION) || integration == null) {
            return action;
          }
          Map<String, Object> whole = new LinkedHashMap<>(action);
          whole.put(INTEGRATION, integration);
          return whole;
        });
  }

  /** The button or menu with this identifier, if it leads anywhere. */
  public static Optional<Action> find(Map<String, Object> props, String id) {
    return actions(props).stream()
        .filter(action -> id(action).equals(id))
        .findFirst()
        .flatMap(PostProps::leading);
  }

  /**
   * The properties with a cookie on each button and menu that leads anywhere.
   *
   * @param cookie what a client sends back with it
   */
  public static Map<String, Object> withCookies(
      Map<String, Object> props, Function<Action, String> cookie) {
    return changed(
        props,
        action -> {
          Map<String, Object> whole = new LinkedHashMap<>(action);
          whole.remove(COOKIE);
          leading(action).ifPresent(one -> whole.put(COOKIE, cookie.apply(one)));
          return whole;
        });
  }

  /** These properties, but for those that say who speaks, which are as they were before. */
  public static Map<String, Object> withSpeaker(
      Map<String, Object> wanted, Map<String, Object> before) {
    Map<String, Object> props = new LinkedHashMap<>(wanted);
    for (String name : SPEAKER) {
      props.remove(name);
      if (before.containsKey(name)) {
        props.put(name, before.get(name));
      }
    }
    return props;
  }

  private static Optional<Action> leading(Map<String, Object> action) {
    Map<String, Object> integration = map(action.get(INTEGRATION));
    String url = text(integration, "url");
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Action(
                id(action),
                text(action, "type"),
                text(action, "data_source"),
                url,
                map(integration.get("context"))));
  }

  private static List<Map<String, Object>> actions(Map<String, Object> props) {
    List<Map<String, Object>> all = new ArrayList<>();
    changed(
        props,
        action -> {
          all.add(action);
          return action;
        });
    return all;
  }

  private static Map<String, Object> changed(
      Map<String, Object> props, UnaryOperator<Map<String, Object>> change) {
    if (!(props.get(ATTACHMENTS) instanceof List<?> attachments)) {
      return props;
    }
    Map<String, Object> changed = new LinkedHashMap<>(props);
    changed.put(
        ATTACHMENTS,
        attachments.stream()
            .map(
                attachment -> {
                  Map<String, Object> one = map(attachment);
                  if (!(one.get(ACTIONS) instanceof List<?> actions)) {
                    return attachment;
                  }
                  Map<String, Object> whole = new LinkedHashMap<>(one);
                  whole.put(
                      ACTIONS,
                      actions.stream()
                          .map(
                              action ->
                                  action instanceof Map<?, ?> ? change.apply(map(action)) : action)
                          .toList());
                  return whole;
                })
            .toList());
    return changed;
  }

  /** The identifier that it has, or one of what it does: it stays where it moves in the post. */
  private static String id(Map<String, Object> action) {
    String own = text(action, ID);
    if (!own.isEmpty()) {
      return own;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (text(action, "name") + '\n' + action.get(INTEGRATION))
                      .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 13);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static String text(Map<String, Object> from, String name) {
    return from.get(name) instanceof String text ? text : "";
  }

  private static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> there) {
      there.forEach((name, one) -> map.put(String.valueOf(name), one));
    }
    return map;
  }
}
