package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.PostTouches;
import io.krait.hostkit.PluginAdministration;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What plugins have lately done with posts: for those who may read the posts. They learn which
 * plugin has changed a message, but neither how it is set nor why it has failed.
 */
@Path("krait/posts")
public final class PostTouchesResource {

  private static final int MOST = 200;

  private final HostServices services;
  private final Access access;
  private final PostTouches touches;
  private final PluginAdministration administration;

  PostTouchesResource(
      HostServices services,
      Access access,
      PostTouches touches,
      PluginAdministration administration) {
    this.services = services;
    this.access = access;
    this.touches = touches;
    this.administration = administration;
  }

  @POST
  @Path("plugins")
  public Response of(@Context SecurityContext security, List<String> ids) {
    Caller caller = Caller.of(security);
    if (Answers.ids(ids).size() > MOST) {
      throw Answers.invalid("the list", "has more than %d posts".formatted(MOST));
    }
    Map<String, Boolean> readable = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    List<Map<String, Object>> told = new ArrayList<>();
    for (String id : ids.stream().distinct().toList()) {
      List<PostTouches.Touch> known = touches.of(id);
      if (!known.isEmpty() && isReadable(caller, id, readable)) {
        known.forEach(touch -> told.add(told(id, touch, names)));
      }
    }
    return Answers.ok(told);
  }

  private boolean isReadable(Caller caller, String postId, Map<String, Boolean> byChannel) {
    try {
      Post post = services.posts().get(postId);
      return byChannel.computeIfAbsent(
          post.channelId(),
          channel -> {
            try {
              access.toRead(caller, services.channels().get(channel));
              return true;
            } catch (AppError refused) {
              return false;
            }
          });
    } catch (AppError gone) {
      return false;
    }
  }

  private Map<String, Object> told(
      String postId, PostTouches.Touch touch, Map<String, String> names) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("post_id", postId);
    told.put("plugin_id", touch.pluginId());
    told.put("plugin_name", names.computeIfAbsent(touch.pluginId(), this::name));
    told.put("hook", touch.hook().hookName());
    told.put("outcome", touch.outcome().text());
    told.put("micros", TimeUnit.NANOSECONDS.toMicros(touch.took().toNanos()));
    told.put("at", touch.at());
    return told;
  }

  /** A plugin that is gone, or has no name, is known by its id. */
  private String name(String pluginId) {
    try {
      String name = PluginAdministration.manifest(administration.get(pluginId)).name();
      return name.isBlank() ? pluginId : name;
    } catch (AppError gone) {
      return pluginId;
    }
  }
}
