package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.FileInfo;
import io.krait.api.model.FileUploadResponse;
import io.krait.host.internal.chat.Attachments;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What one request uploads: all of its files are stored, or none. */
final class Upload implements Closeable {

  /** As many as a post can have. */
  private static final int MOST_FILES = 10;

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

  /** A file that has come before the channel that it is for. */
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
    if (waiting.size() + stored.size() == MOST_FILES) {
      throw AppError.of(
          "api.file.upload_file.too_many_files.app_error",
          "a request has at most %d files".formatted(MOST_FILES),
          400);
    }
    if (channelId.isEmpty()) {
      waiting.add(new Waiting(name, attachments.hold(content)));
    } else {
      stored.add(attachments.upload(caller.id(), channelId, name, content));
    }
  }

  /** All has come. */
  FileUploadResponse done() throws IOException {
    if (channelId.isEmpty()) {
      throw Answers.invalid("channel_id");
    }
    int files = waiting.size() + stored.size();
    if (!clientIds.isEmpty() && clientIds.size() != files) {
      throw AppError.of(
          "api.file.upload_file.incorrect_number_of_client_ids.app_error",
          "there are %d client ids for %d files".formatted(clientIds.size(), files),
          400);
    }
    for (int i = 0; i < waiting.size(); i++) {
      try (InputStream content = waiting.get(i).content().open()) {
        stored.add(i, attachments.upload(caller.id(), channelId, waiting.get(i).name(), content));
      }
    }
    done = true;
    return FileUploadResponse.builder().fileInfos(stored).clientIds(clientIds).build();
  }

  /** Forgets what has been put aside; and, where not all has come, what has been stored. */
  @Override
  public void close() throws IOException {
    if (!done) {
      attachments.withdraw(stored);
    }
    for (Waiting file : waiting) {
      file.content().close();
    }
  }
}
