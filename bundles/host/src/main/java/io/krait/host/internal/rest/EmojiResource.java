package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.Emoji;
import io.krait.host.internal.emoji.CustomEmoji;
import io.krait.host.internal.emoji.EmojiImage;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.storage.Json;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Emoji that people have made. */
@Path("emoji")
public final class EmojiResource {

  private final CustomEmoji emoji;
  private final Json json;
  private final Access access;

  EmojiResource(HostServices services, Access access) {
    this.emoji = services.emoji();
    this.json = services.surroundings().json();
    this.access = access;
  }

  @POST
  public Response create(
      @Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "create_emojis");
    Form form = form(headers.getMediaType(), body);
    if (form.image == null) {
      throw Answers.invalid("image");
    }
    Map<String, Object> wanted = described(form);
    Access.require(
        Answers.required(wanted, "creator_id").equals(caller.id()), "create_emojis_for_others");
    return Answers.created(emoji.create(caller.id(), Answers.required(wanted, "name"), form.image));
  }

  private Map<String, Object> described(Form form) {
    try {
      return json.object(form.emoji);
    } catch (IllegalArgumentException noObject) {
      throw Answers.invalid("emoji");
    }
  }

  /** What a form with an emoji has. */
  private static final class Form {
    private @Nullable Bytes image;
    private String emoji = "";
  }

  private static Form form(@Nullable MediaType type, InputStream body) {
    if (type == null || !MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
      throw broken("a form of type multipart/form-data is wanted");
    }
    Form form = new Form();
    try {
      FormParts parts = new FormParts(type.toString(), body);
      for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
        if (part.name().equals("image") && part.isFile()) {
          byte[] image = part.content().readNBytes(CustomEmoji.LARGEST + 1);
          if (image.length > CustomEmoji.LARGEST) {
            throw CustomEmoji.tooLarge();
          }
          form.image = Bytes.owning(image);
        } else if (part.name().equals("emoji")) {
          form.emoji = part.text();
        }
      }
    } catch (IOException noForm) {
      throw broken(String.valueOf(noForm.getMessage()));
    }
    return form;
  }

  private static AppError broken(String reason) {
    return AppError.builder()
        .id("api.emoji.create.parse.app_error")
        .message("the request breaks off, or is no form with an emoji")
        .detailedError(reason)
        .statusCode(400)
        .build();
  }

  @GET
  @Answered(value = Emoji.class, list = true)
  public Response list(
      @Context SecurityContext security,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller.of(security);
    return Answers.ok(emoji.list(sort == null ? "" : sort, Answers.page(page, perPage)));
  }

  @POST
  @Path("search")
  @Answered(value = Emoji.class, list = true)
  public Response search(@Context SecurityContext security, Map<String, Object> body) {
    Caller.of(security);
    return Answers.ok(
        emoji.search(Answers.required(body, "term"), Boolean.TRUE.equals(body.get("prefix_only"))));
  }

  @GET
  @Path("autocomplete")
  public Response complete(
      @Context SecurityContext security, @QueryParam("name") @Nullable String name) {
    Caller.of(security);
    if (name == null || name.isEmpty()) {
      throw AppError.of("api.context.invalid_url_param.app_error", "name is missing", 400);
    }
    return Answers.ok(emoji.search(name, true));
  }

  @POST
  @Path("names")
  public Response byNames(@Context SecurityContext security, List<String> names) {
    Caller.of(security);
    return Answers.ok(emoji.byNames(names));
  }

  @GET
  @Path("name/{name}")
  @Answered(Emoji.class)
  public Response byName(@Context SecurityContext security, @PathParam("name") String name) {
    Caller.of(security);
    return Answers.ok(emoji.byName(name));
  }

  @GET
  @Path("{emoji}")
  @Answered(Emoji.class)
  public Response get(@Context SecurityContext security, @PathParam("emoji") String id) {
    Caller.of(security);
    return Answers.ok(emoji.get(id));
  }

  @GET
  @Path("{emoji}/image")
  @Answered(type = "*/*")
  public Response image(@Context SecurityContext security, @PathParam("emoji") String id) {
    Caller.of(security);
    EmojiImage image = emoji.image(id);
    return Downloads.picture(image.mediaType(), image.content());
  }

  @DELETE
  @Path("{emoji}")
  public Response delete(@Context SecurityContext security, @PathParam("emoji") String id) {
    Caller caller = Caller.of(security);
    Emoji existing = emoji.get(id);
    access.onServer(
        caller,
        existing.creatorId().equals(caller.id()) ? "delete_emojis" : "delete_others_emojis");
    emoji.delete(id);
    return Answers.done();
  }
}
