package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.FileInfo;
import io.krait.host.internal.chat.Attachments;
import io.krait.host.internal.plugin.HostServices;
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

/** Files: uploaded to a channel first, attached to a post then. */
@Path("files")
public final class FilesResource {

  private final HostServices services;
  private final Attachments attachments;
  private final Access access;

  FilesResource(HostServices services, Access access) {
    this.services = services;
    this.attachments = services.attachments();
    this.access = access;
  }

  @POST
  public Response upload(
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @QueryParam("channel_id") @Nullable String channelId,
      @QueryParam("filename") @Nullable String filename,
      @QueryParam("client_id") @Nullable String clientId,
      InputStream body) {
    try (Upload upload = new Upload(attachments, access, Caller.of(security))) {
      if (channelId != null) {
        upload.into(channelId);
      }
      MediaType type = headers.getMediaType();
      if (type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
        UploadForm.read(type.toString(), body, upload);
      } else if (channelId == null) {
        throw Answers.invalid("channel_id");
      } else {
        if (clientId != null) {
          upload.clientId(clientId);
        }
        upload.file(filename == null ? "" : filename, body);
      }
      return Answers.created(upload.done());
    } catch (IOException failure) {
      throw AppError.builder()
          .id("api.file.upload_file.read_request.app_error")
          .message("the upload broke off, or is no form")
          .detailedError(String.valueOf(failure.getMessage()))
          .statusCode(400)
          .build();
    }
  }

  @GET
  @Path("{file}")
  public Response get(
      @Context SecurityContext security,
      @PathParam("file") String id,
      @QueryParam("download") @Nullable String download) {
    FileInfo file = readable(Caller.of(security), id);
    boolean wanted = download != null && !download.equals("false") && !download.equals("0");
    return Downloads.of(file, attachments.open(id), wanted);
  }

  @GET
  @Path("{file}/info")
  public Response info(@Context SecurityContext security, @PathParam("file") String id) {
    return Answers.ok(readable(Caller.of(security), id));
  }

  /** Until it is attached to a post, a file is its uploader's alone. */
  private FileInfo readable(Caller caller, String id) {
    FileInfo file = attachments.get(id);
    if (file.creatorId().equals(caller.id()) || access.isAdministrator(caller)) {
      return file;
    }
    Access.require(!file.postId().isEmpty(), "read_channel");
    access.toRead(caller, services.channels().get(file.channelId()));
    return file;
  }
}
