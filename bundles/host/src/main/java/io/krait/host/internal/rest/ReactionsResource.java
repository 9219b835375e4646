package io.krait.host.internal.rest;

import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The emoji under posts. */
@Path("reactions")
public final class ReactionsResource {

  private final HostServices services;
  private final Access access;

  ReactionsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @POST
  @Answered(Reaction.class)
  public Response add(@Context SecurityContext security, Reaction wanted) {
    Caller caller = Caller.of(security);
    Access.require(wanted.userId().equals(caller.id()), "add_reaction");
    Post post = services.posts().get(wanted.postId());
    access.inChannel(caller, post.channelId(), "add_reaction");
    return Answers.ok(services.reactions().add(wanted));
  }
}
