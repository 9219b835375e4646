package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.FileInfo;
import io.krait.api.model.FileUploadResponse;
import io.krait.host.internal.chat.Attachments;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What one request uploads: all of its files are stored, or none. */
final class Upload {

  /** As many as a post can have. */
  static final int MOST_FILES = 10;

  private final Attachments attachments;
  private final Access access;
  private final Caller caller;
  private final List<String> clientIds = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<FileInfo> stored = new ArrayList<>();
  private String channelId = "";
  private boolean done;

  Upload(Attachments attachments, Access access, Caller caller) {
    this.attachments = attachments;
    this.access = access;
    this.caller = caller;
  }

  /** A file that has come, and waits for those that come with it. */
  private record Waiting(String name, Attachments.Held content) {}

  /** Says for which channel the files are. */
  void into(String id) {
    if (!channelId.isEmpty() && !channelId.equals(id)) {
      throw AppError.of(
          "api.file.upload_file.multiple_channel_ids.app_error",
          "the files of a request are for one channel",
          400);
    }
    access.inChannel(caller, id, "upload_file");
    channelId = id;
  }

  void clientId(String id) {
    if (clientIds.size() == MOST_FILES) {
      throw Answers.invalid("client_ids");
    }
    clientIds.add(id);
  }

  void file(String name, InputStream content) {
    if (waiting.size() == MOST_FILES) {
      throw AppError.of(
          "api.file.upload_file.too_many_files.app_error",
          "a request has at most %d files".formatted(MOST_FILES),
          400);
    }
    waiting.add(new Waiting(name, attachments.hold(content)));
  }

  /**
   * All has come, and is stored; what follows when plugins have seen a file runs by {@code
   * executor}.
   */
  CompletionStage<FileUploadResponse> done(Executor executor) {
    if (channelId.isEmpty()) {
      throw Answers.invalid("channel_id");
    }
    if (!clientIds.isEmpty() && clientIds.size() != waiting.size()) {
      throw AppError.of(
          "api.file.upload_file.incorrect_number_of_client_ids.app_error",
          "there are %d client ids for %d files".formatted(clientIds.size(), waiting.size()),
          400);
    }
    CompletionStage<?> all = CompletableFuture.completedStage(null);
    for (Waiting file : waiting) {
      all = all.thenCompose(before -> store(file, executor)).thenAccept(stored::add);
    }
    return all.thenApply(
        last -> {
          done = true;
          return FileUploadResponse.builder().fileInfos(stored).clientIds(clientIds).build();
        });
  }

  private CompletionStage<FileInfo> store(Waiting file, Executor executor) {
    return attachments.upload(caller.id(), channelId, file.name(), file.content(), executor);
  }

  /** Forgets what has been put aside; and, where not all has come, what has been stored. */
  void close() {
    if (!done) {
      attachments.withdraw(stored);
    }
    waiting.forEach(file -> attachments.forget(file.content()));
  }
}
