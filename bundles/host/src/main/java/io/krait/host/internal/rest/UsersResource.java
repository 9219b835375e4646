package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.Reaction;
import io.krait.api.model.Session;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.FirstAdministrator;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.SessionAuthenticator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** Accounts, and how to log in with them. */
@Path("users")
public final class UsersResource {

  /** Holds the code by which the first administrator signs up. */
  static final String ADMIN_CODE = "X-Admin-Code";

  private static final String USER_COOKIE = "MMUSERID";
  private static final String CSRF_COOKIE = "MMCSRF";

  private final HostServices services;
  private final Access access;
  private final ShownUsers shown;
  private final Continuation next;
  private final FirstAdministrator first;
  private final BooleanSupplier openSignUp;

  UsersResource(
      HostServices services,
      Access access,
      Continuation next,
      FirstAdministrator first,
      BooleanSupplier openSignUp) {
    this.services = services;
    this.first = first;
    this.access = access;
    this.shown = new ShownUsers(services, access);
    this.next = next;
    this.openSignUp = openSignUp;
  }

  @POST
  @Anonymous
  @Answered(value = User.class, status = 201)
  public Response create(
      @Context SecurityContext security,
      @HeaderParam(ADMIN_CODE) @Nullable String code,
      User wanted) {
    // What else a body may hold, such as roles, is not for the one who signs up to decide.
    User signedUp =
        User.builder()
            .username(wanted.username())
            .email(wanted.email())
            .password(wanted.password())
            .nickname(wanted.nickname())
            .firstName(wanted.firstName())
            .lastName(wanted.lastName())
            .position(wanted.position())
            .locale(wanted.locale())
            .timezone(wanted.timezone())
            .build();
    if (wanted.password().isEmpty()) {
      throw Answers.invalid("password");
    }
    if (code != null) {
      return Answers.created(first.create(signedUp, code));
    }
    if (openSignUp.getAsBoolean()
        || (Caller.isKnown(security) && access.isAdministrator(Caller.of(security)))) {
      User created = services.users().create(signedUp);
      services.accounts().verification().expect(created);
      return Answers.created(created);
    }
    throw services.users().noneYet() ? codeWanted() : closed();
  }

  private static AppError codeWanted() {
    return AppError.of(
        "api.user.create_user.admin_code.app_error",
        "the first account is the administrator's, and needs the header %s with the code that the server has logged when it started; it has it in the file %s of its data as well"
            .formatted(ADMIN_CODE, FirstAdministrator.FILE),
        403);
  }

  private static AppError closed() {
    return AppError.of(
        "api.user.create_user.no_open_server",
        "accounts are created by an administrator here; open.sign.up would let everybody",
        403);
  }

  @POST
  @Path("login")
  @Anonymous
  @Answered(User.class)
  public CompletionStage<Response> login(
      @Context HttpServletRequest request, Map<String, Object> body) {
    boolean secure = request.isSecure();
    return services
        .logins()
        .authenticate(
            Answers.required(body, "login_id"),
            Answers.required(body, "password"),
            request.getRemoteAddr(),
            next.here())
        .thenApply(user -> loggedIn(secure, user, body));
  }

  private Response loggedIn(boolean secure, User user, Map<String, Object> body) {
    String csrf = services.surroundings().ids().next();
    Session session =
        services
            .sessions()
            .openAfterLogin(
                Session.builder()
                    .userId(user.id())
                    .deviceId(body.get("device_id") instanceof String device ? device : "")
                    .props(Map.of(SessionAuthenticator.CSRF, csrf))
                    .build(),
                user);
    Duration lifetime = Duration.ofMillis(session.expiresAt() - session.createAt());
    return Response.ok(user, MediaType.APPLICATION_JSON_TYPE)
        .header("Token", session.token())
        .cookie(
            cookie(secure, Authentication.TOKEN_COOKIE, session.token(), lifetime, true),
            cookie(secure, USER_COOKIE, user.id(), lifetime, false),
            cookie(secure, CSRF_COOKIE, csrf, lifetime, false))
        .build();
  }

  /** By what somebody logs in; that is said of names that there are not as well. */
  @POST
  @Path("login/type")
  @Anonymous
  public Response loginType(Map<String, Object> body) {
    Answers.required(body, "login_id");
    return Answers.ok(Map.of("auth_service", ""));
  }

  @POST
  @Path("logout")
  @Anonymous
  public Response logout(@Context HttpServletRequest request, @Context SecurityContext security) {
    if (Caller.isKnown(security)) {
      services.sessions().revoke(Caller.of(security).session().id());
    }
    return Response.fromResponse(Answers.done())
        .cookie(
            cookie(request.isSecure(), Authentication.TOKEN_COOKIE, "", Duration.ZERO, true),
            cookie(request.isSecure(), USER_COOKIE, "", Duration.ZERO, false),
            cookie(request.isSecure(), CSRF_COOKIE, "", Duration.ZERO, false))
        .build();
  }

  private static NewCookie cookie(
      boolean secure, String name, String value, Duration lifetime, boolean hidden) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge((int) Math.min(lifetime.toSeconds(), Integer.MAX_VALUE))
        .httpOnly(hidden)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  @PUT
  @Path("{id}/patch")
  @Answered(User.class)
  public Response patch(
      @Context HttpServletRequest request,
      @Context SecurityContext security,
      @PathParam("id") String id,
      Map<String, Object> body) {
    Caller caller = Caller.of(security);
    User user = services.users().get(caller.resolve(id));
    access.toUser(caller, user.id());
    boolean otherAddress =
        body.get("email") instanceof String email && !user.email().equalsIgnoreCase(email);
    if (otherAddress && caller.id().equals(user.id()) && user.authService().isEmpty()) {
      // Whoever has the address can set a new password: a session alone must not give the account.
      services
          .logins()
          .checkPassword(user.id(), Answers.required(body, "password"), request.getRemoteAddr());
    }
    User changed = services.users().change(user.id(), present -> patched(present, body));
    if (otherAddress) {
      services.accounts().verification().expect(changed);
    }
    return Answers.ok(shown.to(caller, changed));
  }

  private static User patched(User user, Map<String, Object> body) {
    User.Builder changed = user.toBuilder();
    Patch.of(body)
        .text("username", changed::username)
        .text(
            "email",
            email ->
                changed
                    .email(email)
                    .emailVerified(user.emailVerified() && user.email().equalsIgnoreCase(email)))
        .text("nickname", changed::nickname)
        .text("first_name", changed::firstName)
        .text("last_name", changed::lastName)
        .text("position", changed::position)
        .text("locale", changed::locale)
        .texts("props", changed::props)
        .texts("notify_props", changed::notifyProps)
        .texts("timezone", changed::timezone);
    return changed.build();
  }

  @PUT
  @Path("{id}/password")
  public Response password(
      @Context HttpServletRequest request,
      @Context SecurityContext security,
      @PathParam("id") String id,
      Map<String, Object> body) {
    Caller caller = Caller.of(security);
    User user = services.users().get(caller.resolve(id));
    access.toUser(caller, user.id());
    boolean own = caller.id().equals(user.id());
    if (own) {
      services
          .logins()
          .checkPassword(
              user.id(), Answers.required(body, "current_password"), request.getRemoteAddr());
    }
    services
        .logins()
        .setPassword(
            user.id(), Answers.required(body, "new_password"), own ? caller.session().id() : "");
    return Answers.done();
  }

  @PUT
  @Path("{id}/roles")
  public Response roles(
      @Context SecurityContext security, @PathParam("id") String id, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "manage_roles");
    services.users().setRoles(caller.resolve(id), Answers.required(body, "roles"));
    return Answers.done();
  }

  @PUT
  @Path("{id}/active")
  public Response active(
      @Context SecurityContext security, @PathParam("id") String id, Map<String, Object> body) {
    if (!(body.get("active") instanceof Boolean active)) {
      throw Answers.invalid("active");
    }
    return setActive(Caller.of(security), id, active);
  }

  @DELETE
  @Path("{id}")
  public Response deactivate(@Context SecurityContext security, @PathParam("id") String id) {
    return setActive(Caller.of(security), id, false);
  }

  private Response setActive(Caller caller, String id, boolean active) {
    access.onServer(caller, "edit_other_users");
    services.users().setActive(caller.resolve(id), active);
    return Answers.done();
  }

  @GET
  @Path("{id}/teams")
  @Answered(value = Team.class, list = true)
  public Response teams(@Context SecurityContext security, @PathParam("id") String id) {
    return Answers.ok(services.teams().ofUser(editable(Caller.of(security), id)));
  }

  @GET
  @Path("{id}/teams/{team}/channels")
  @Answered(value = Channel.class, list = true)
  public Response channelsOfTeam(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("team") String team) {
    Caller caller = Caller.of(security);
    String userId = editable(caller, id);
    access.inTeam(caller, team, "view_team");
    return Answers.ok(services.channels().ofUser(team, userId, false));
  }

  @GET
  @Path("{id}/channels")
  @Answered(value = Channel.class, list = true)
  public Response channels(@Context SecurityContext security, @PathParam("id") String id) {
    return Answers.ok(services.channels().ofUser("", editable(Caller.of(security), id), false));
  }

  @DELETE
  @Path("{id}/posts/{post}/reactions/{emoji}")
  public Response removeReaction(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("post") String post,
      @PathParam("emoji") String emoji) {
    Caller caller = Caller.of(security);
    String userId = editable(caller, id);
    access.inChannel(caller, services.posts().get(post).channelId(), "remove_reaction");
    services
        .reactions()
        .remove(Reaction.builder().userId(userId).postId(post).emojiName(emoji).build());
    return Answers.done();
  }

  /** The user that a path means: the caller, or one whom the caller may edit. */
  private String editable(Caller caller, String id) {
    String userId = caller.resolve(id);
    access.toUser(caller, userId);
    return userId;
  }
}
