package io.krait.host.internal.rest;

import io.krait.api.model.PostAcknowledgement;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** That a user has read a post that asks for being confirmed. */
@Path("users/{user}/posts/{post}/ack")
public final class AcknowledgementsResource {

  private final HostServices services;
  private final Access access;

  AcknowledgementsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @POST
  @Answered(PostAcknowledgement.class)
  public Response add(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("post") String post) {
    return Answers.ok(services.acknowledgements().add(reader(security, user, post), post));
  }

  @DELETE
  public Response remove(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("post") String post) {
    services.acknowledgements().remove(reader(security, user, post), post);
    return Answers.done();
  }

  /**
   * Nobody confirms for another, but for those who may edit others; and none what they cannot read.
   */
  private String reader(SecurityContext security, String user, String post) {
    Caller caller = Caller.of(security);
    String reader = caller.resolve(user);
    access.toUser(caller, reader);
    String channel = services.posts().get(post).channelId();
    access.inChannel(caller, channel, "read_channel");
    access.inChannelOf(reader, channel);
    return reader;
  }
}
