package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.FileInfo;
import io.krait.api.model.UploadSession;
import io.krait.host.internal.chat.UploadSessions;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.serving.ReceivedBody;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Files that come in several requests. */
@Path("uploads")
public final class UploadsResource {

  private static final long BESIDE_PIECE = 64 << 10;

  private final UploadSessions uploads;
  private final Access access;
  private final Continuation next;

  UploadsResource(HostServices services, Access access, Continuation next) {
    this.uploads = services.uploads();
    this.access = access;
    this.next = next;
  }

  @POST
  public Response create(@Context SecurityContext security, UploadSession wanted) {
    Caller caller = Caller.of(security);
    access.inChannel(caller, wanted.channelId(), "upload_file");
    return Answers.created(
        uploads.create(wanted.toBuilder().userId(caller.id()).remoteId("").reqFileId("").build()));
  }

  @GET
  @Path("{upload}")
  public Response get(@Context SecurityContext security, @PathParam("upload") String id) {
    return Answers.ok(own(Caller.of(security), id));
  }

  /** The next piece, as the body or as the first file of a form; 204 while more is to come. */
  @POST
  @Path("{upload}")
  public CompletionStage<Response> append(
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request,
      @PathParam("upload") String id) {
    Caller caller = Caller.of(security);
    UploadSession upload = own(caller, id);
    access.inChannel(caller, upload.channelId(), "upload_file");
    MediaType type = headers.getMediaType();
    boolean form = type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
    long left = upload.fileSize() - upload.fileOffset() + (form ? BESIDE_PIECE : 0);
    AppError tooMuch =
        AppError.of(
            "app.upload.upload_data.too_much.app_error",
            "there is more than the %d bytes announced".formatted(upload.fileSize()),
            400);
    return new Asked<>(Pages.bodyOf(request).receive(left, tooMuch))
        .thenAsk(next.here(), body -> append(upload, form ? type.toString() : "", body))
        .thenApply(
            file -> file.isPresent() ? Answers.ok(file.get()) : Response.noContent().build());
  }

  private CompletionStage<Optional<FileInfo>> append(
      UploadSession upload, String form, ReceivedBody body) {
    try (body;
        InputStream content = body.open()) {
      return uploads.append(
          upload.id(),
          upload.fileOffset(),
          form.isEmpty() ? content : firstFile(form, content),
          next.here());
    } catch (IOException failure) {
      throw AppError.builder()
          .id("api.upload.upload_data.multipart_error")
          .message("the piece broke off, or is no form with a file")
          .detailedError(String.valueOf(failure.getMessage()))
          .statusCode(400)
          .build();
    }
  }

  private static InputStream firstFile(String form, InputStream content) throws IOException {
    FormParts parts = new FormParts(form, content);
    for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
      if (part.isFile()) {
        return part.content();
      }
    }
    throw Answers.invalid("data");
  }

  private UploadSession own(Caller caller, String id) {
    UploadSession upload = uploads.get(id);
    Access.require(upload.userId().equals(caller.id()), "upload_file");
    return upload;
  }
}
