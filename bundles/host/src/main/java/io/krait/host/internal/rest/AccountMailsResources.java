package io.krait.host.internal.rest;

import io.krait.host.internal.accounts.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What those ask for who have no session, and prove by a mail who they are. */
public final class AccountMailsResources {

  private AccountMailsResources() {}

  /** A new password for who has forgotten theirs. */
  @Path("users/password/reset")
  public static final class Password {
    private final Accounts accounts;

    Password(Accounts accounts) {
      this.accounts = accounts;
    }

    /** Says the same whether the address is somebody's or not. */
    @POST
    @Path("send")
    @Anonymous
    public Response send(@Context HttpServletRequest request, Map<String, Object> body) {
      accounts.passwordReset().send(Answers.required(body, "email"), request.getRemoteAddr());
      return Answers.done();
    }

    @POST
    @Anonymous
    public Response reset(Map<String, Object> body) {
      accounts
          .passwordReset()
          .reset(Answers.required(body, "token"), Answers.required(body, "new_password"));
      return Answers.done();
    }
  }

  /** That an address is a user's. */
  @Path("users/email/verify")
  public static final class Address {
    private final Accounts accounts;

    Address(Accounts accounts) {
      this.accounts = accounts;
    }

    /** Says the same whether the address is somebody's or not. */
    @POST
    @Path("send")
    @Anonymous
    public Response send(@Context HttpServletRequest request, Map<String, Object> body) {
      accounts.verification().send(Answers.required(body, "email"), request.getRemoteAddr());
      return Answers.done();
    }

    @POST
    @Anonymous
    public Response verify(Map<String, Object> body) {
      accounts.verification().verify(Answers.required(body, "token"));
      return Answers.done();
    }
  }
}
