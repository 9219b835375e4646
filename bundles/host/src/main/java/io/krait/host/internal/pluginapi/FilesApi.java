package io.krait.host.internal.pluginapi;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.FileInfo;
import io.krait.api.model.GetFileInfosOptions;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Files, as a plugin asks for them. Safe for use from any thread. */
final class FilesApi implements PluginApi {

  /** What a message has room for. */
  private static final int LARGEST_FILE = 60 << 20;

  private final HostServices services;

  FilesApi(HostServices services) {
    this.services = services;
  }

  @Override
  public FileInfo uploadFile(Bytes data, String channelId, String filename) {
    return services
        .attachments()
        .upload(channelId, filename, new ByteArrayInputStream(data.toByteArray()));
  }

  @Override
  public FileInfo getFileInfo(String fileId) {
    return services.attachments().get(fileId);
  }

  @Override
  public List<FileInfo> getFileInfos(int page, int perPage, @Nullable GetFileInfosOptions options) {
    return services
        .attachments()
        .list(
            options == null ? GetFileInfosOptions.builder().build() : options,
            Page.of(page, perPage));
  }

  @Override
  public List<String> copyFileInfos(String userId, List<String> fileIds) {
    return services.attachments().copy(userId, fileIds);
  }

  @Override
  public void setFileSearchableContent(String fileId, String content) {
    services.attachments().setSearchableContent(fileId, content);
  }

  @Override
  public String getFileLink(String fileId) {
    return services.publicLinks().of(fileId);
  }

  @Override
  public Bytes getFile(String fileId) {
    return whole("GetFile", services.attachments().open(fileId));
  }

  @Override
  public Bytes readFile(String path) {
    return whole("ReadFile", services.attachments().openPath(path));
  }

  private static Bytes whole(String method, InputStream content) {
    try (content) {
      byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw AppError.builder()
            .id("api.file.read_file.too_large.app_error")
            .message(
                "the file has more than %d bytes, which no message holds".formatted(LARGEST_FILE))
            .where(method)
            .statusCode(413)
            .build();
      }
      return Bytes.owning(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
