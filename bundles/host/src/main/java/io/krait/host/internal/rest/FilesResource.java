package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.FileInfo;
import io.krait.host.internal.chat.Attachments;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.serving.ReceivedBody;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Files: uploaded to a channel first, attached to a post then. */
@Path("files")
public final class FilesResource {

  private static final long BESIDE_FILES = 1L << 20;

  private final HostServices services;
  private final Attachments attachments;
  private final Access access;
  private final Continuation next;

  FilesResource(HostServices services, Access access, Continuation next) {
    this.next = next;
    this.services = services;
    this.attachments = services.attachments();
    this.access = access;
  }

  /** How large a form with files may be, in bytes. */
  static long largestForm(Attachments attachments) {
    return Upload.MOST_FILES * attachments.largest() + BESIDE_FILES;
  }

  @POST
  public CompletionStage<Response> upload(
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request,
      @QueryParam("channel_id") @Nullable String channelId,
      @QueryParam("filename") @Nullable String filename,
      @QueryParam("client_id") @Nullable String clientId) {
    Caller caller = Caller.of(security);
    MediaType type = headers.getMediaType();
    boolean form = type != null && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
    if (channelId != null) {
      access.inChannel(caller, channelId, "upload_file");
    } else if (!form) {
      throw Answers.invalid("channel_id");
    }
    CompletionStage<ReceivedBody> body =
        Pages.bodyOf(request)
            .receive(
                form ? largestForm(attachments) : attachments.largest(), attachments.tooLarge());
    return new Asked<>(body)
        .thenAsk(
            next.here(),
            received -> {
              Upload upload = new Upload(attachments, access, caller);
              return closing(
                  upload,
                  () -> {
                    try (received;
                        InputStream content = received.open()) {
                      if (channelId != null) {
                        upload.into(channelId);
                      }
                      if (form) {
                        UploadForm.read(type.toString(), content, upload);
                      } else {
                        if (clientId != null) {
                          upload.clientId(clientId);
                        }
                        upload.file(filename == null ? "" : filename, content);
                      }
                    }
                    return upload.done(next.here());
                  });
            })
        .thenApply(Answers::created);
  }

  private static <T> CompletionStage<T> closing(Upload upload, Callable<CompletionStage<T>> work) {
    CompletionStage<T> done;
    try {
      done = work.call();
    } catch (IOException failure) {
      done = CompletableFuture.failedStage(brokenOff(failure));
    } catch (Exception failure) {
      done = CompletableFuture.failedStage(failure);
    }
    return done.whenComplete((all, failure) -> upload.close());
  }

  private static AppError brokenOff(IOException failure) {
    return AppError.builder()
        .id("api.file.upload_file.read_request.app_error")
        .message("the upload broke off, or is no form")
        .detailedError(String.valueOf(failure.getMessage()))
        .statusCode(400)
        .build();
  }

  @GET
  @Path("{file}")
  @Answered(type = "*/*")
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
  @Answered(FileInfo.class)
  public Response info(@Context SecurityContext security, @PathParam("file") String id) {
    return Answers.ok(readable(Caller.of(security), id));
  }

  @GET
  @Path("{file}/thumbnail")
  @Answered(type = "*/*")
  public Response thumbnail(@Context SecurityContext security, @PathParam("file") String id) {
    FileInfo file = readable(Caller.of(security), id);
    return Downloads.smaller(
        file, attachments.thumbnail(id).orElseThrow(() -> none("thumbnail", id)));
  }

  @GET
  @Path("{file}/preview")
  @Answered(type = "*/*")
  public Response preview(@Context SecurityContext security, @PathParam("file") String id) {
    FileInfo file = readable(Caller.of(security), id);
    return Downloads.smaller(file, attachments.preview(id).orElseThrow(() -> none("preview", id)));
  }

  private static AppError none(String kind, String id) {
    return AppError.of(
        "api.file.get_file_%s.no_%s.app_error".formatted(kind, kind),
        "there is no %s of file %s".formatted(kind, id),
        400);
  }

  @GET
  @Path("{file}/link")
  public Response link(@Context SecurityContext security, @PathParam("file") String id) {
    Caller caller = Caller.of(security);
    FileInfo file = readable(caller, id);
    String link = services.publicLinks().of(id);
    access.inChannel(caller, file.channelId(), "get_public_link");
    return Answers.ok(Map.of("link", link));
  }

  /** Whoever has the link may have the file. */
  @GET
  @Path("{file}/public")
  @Anonymous
  @Answered(type = "*/*")
  public Response fetch(@PathParam("file") String id, @QueryParam("h") @Nullable String signature) {
    FileInfo file = services.publicLinks().file(id, signature == null ? "" : signature);
    return Downloads.of(file, attachments.open(id), false);
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
