package io.krait.host.internal.rest;

import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** Says that somebody is typing, for clients that have no WebSocket. */
@Path("users/{user}/typing")
public final class TypingResource {

  private final Access access;
  private final Typing typing;

  TypingResource(HostServices services, Access access) {
    this.access = access;
    this.typing = new Typing(services);
  }

  @POST
  public Response typing(
      @Context SecurityContext security, @PathParam("user") String user, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    typing.tell(
        userId,
        Answers.required(body, "channel_id"),
        body.get("parent_id") instanceof String root ? root : "");
    return Answers.done();
  }
}
