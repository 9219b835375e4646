package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.Post;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.webhooks.IncomingHook;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Where others post by a webhook, without an account: whoever knows its id may do so. */
@Path("hooks")
public final class HookCallsResource {

  private static final String PAYLOAD = "payload";

  private final HostServices services;
  private final Json json;
  private final Continuation next;
  private final HostileJson hostile = new HostileJson();

  HookCallsResource(HostServices services, Continuation next) {
    this.services = services;
    this.json = services.surroundings().json();
    this.next = next;
  }

  /** A message, as JSON or as the field {@code payload} of a form. */
  @POST
  @Path("{hook}")
  @Anonymous
  public CompletionStage<Response> call(
      @PathParam("hook") String id, @Context HttpHeaders headers, InputStream body) {
    IncomingHook hook = hook(id);
    Post post = services.hookPosts().of(hook, message(headers.getMediaType(), body));
    return services.posts().create(post, next.here()).thenApply(stored -> ok());
  }

  private IncomingHook hook(String id) {
    try {
      return services.incomingHooks().get(id);
    } catch (AppError none) {
      if (none.statusCode() != 404) {
        throw none;
      }
      throw AppError.of("web.incoming_webhook.invalid.app_error", "there is no such webhook", 400);
    }
  }

  private Map<String, Object> message(@Nullable MediaType type, InputStream body) {
    try {
      byte[] bytes;
      if (type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
        bytes = payload(new FormParts(type.toString(), body));
      } else {
        bytes = body.readNBytes(JsonBodies.LARGEST);
        if (type != null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
          bytes = payload(new String(bytes, StandardCharsets.UTF_8));
        }
      }
      hostile.check(bytes);
      return json.object(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException noMessage) {
      throw unreadable();
    }
  }

  private static byte[] payload(FormParts parts) throws IOException {
    for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
      if (part.name().equals(PAYLOAD)) {
        return part.content().readNBytes(JsonBodies.LARGEST);
      }
    }
    throw unreadable();
  }

  private static byte[] payload(String form) {
    for (String field : form.split("&")) {
      if (field.startsWith(PAYLOAD + "=")) {
        return URLDecoder.decode(field.substring(PAYLOAD.length() + 1), StandardCharsets.UTF_8)
            .getBytes(StandardCharsets.UTF_8);
      }
    }
    // Some send JSON, and leave what their library calls it.
    return form.getBytes(StandardCharsets.UTF_8);
  }

  private static AppError unreadable() {
    return AppError.of(
        "web.incoming_webhook.decode.app_error",
        "the body is neither JSON nor a form with some in its field payload",
        400);
  }

  private static Response ok() {
    return Downloads.text(Bytes.utf8("ok"));
  }
}
