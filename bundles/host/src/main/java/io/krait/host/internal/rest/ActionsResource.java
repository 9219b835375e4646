package io.krait.host.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.model.OpenDialogRequest;
import io.krait.host.internal.interactive.Integrations;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Dialogs: how they are opened, filled in and sent. */
@Path("actions/dialogs")
public final class ActionsResource {

  private final HostServices services;
  private final Access access;
  private final Integrations integrations;
  private final ObjectMapper mapper;
  private final Continuation next;

  ActionsResource(
      HostServices services,
      Access access,
      Integrations integrations,
      ObjectMapper mapper,
      Continuation next) {
    this.services = services;
    this.access = access;
    this.integrations = integrations;
    this.mapper = mapper;
    this.next = next;
  }

  /** Whoever has the trigger id may do it: programs outside of the server have no session. */
  @POST
  @Path("open")
  @Anonymous
  public Response open(Map<String, Object> body) {
    OpenDialogRequest request;
    try {
      request = mapper.convertValue(named(body), OpenDialogRequest.class);
    } catch (IllegalArgumentException noDialog) {
      throw Answers.invalid("dialog");
    }
    services.dialogs().open(request, "");
    return Answers.done();
  }

  /** The model has another name for what a field holds at first. */
  private static Map<String, Object> named(Map<String, Object> body) {
    if (!(body.get("dialog") instanceof Map<?, ?> dialog)
        || !(dialog.get("elements") instanceof List<?> elements)) {
      return body;
    }
    List<Object> named = new ArrayList<>();
    for (Object element : elements) {
      if (element instanceof Map<?, ?> fields) {
        Map<Object, Object> copy = new LinkedHashMap<>(fields);
        Object first = copy.remove("default");
        if (first != null) {
          copy.put("default_value", String.valueOf(first));
        }
        named.add(copy);
      }
    }
    Map<Object, Object> changed = new LinkedHashMap<>(dialog);
    changed.put("elements", named);
    Map<String, Object> whole = new LinkedHashMap<>(body);
    whole.put("dialog", changed);
    return whole;
  }

  @POST
  @Path("submit")
  public CompletionStage<Response> submit(
      @Context SecurityContext security, Map<String, Object> body) {
    return send(security, body, "dialog_submission");
  }

  @POST
  @Path("lookup")
  public CompletionStage<Response> lookup(
      @Context SecurityContext security, Map<String, Object> body) {
    return send(security, body, "dialog_lookup");
  }

  private CompletionStage<Response> send(
      SecurityContext security, Map<String, Object> body, String type) {
    Caller caller = Caller.of(security);
    String url = Answers.required(body, "url");
    String channel = text(body, "channel_id");
    String team = text(body, "team_id");
    if (!channel.isEmpty()) {
      access.inChannel(caller, channel, "read_channel");
    }
    if (!team.isEmpty()) {
      access.inTeam(caller, team, "view_team");
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("type", type);
    told.put("url", url);
    told.put("callback_id", text(body, "callback_id"));
    told.put("state", text(body, "state"));
    told.put("user_id", caller.id());
    told.put("channel_id", channel);
    told.put("team_id", team);
    told.put("submission", body.get("submission") instanceof Map<?, ?> map ? map : Map.of());
    told.put("cancelled", Boolean.TRUE.equals(body.get("cancelled")));
    return next.then(integrations.tell(caller.id(), url, told), Answers::ok);
  }

  private static String text(Map<String, Object> body, String name) {
    return body.get(name) instanceof String text ? text : "";
  }
}
