package io.krait.host.internal.pluginapi;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.model.FileInfo;
import io.krait.api.model.UploadSession;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.plugin.HostServices;
import java.io.ByteArrayInputStream;

/** Files that come in several pieces, as a plugin sends them. Safe for use from any thread. */
final class UploadsApi implements PluginApi {

  private final HostServices services;

  UploadsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public UploadSession createUploadSession(UploadSession uploadSession) {
    return services.uploads().create(uploadSession);
  }

  @Override
  public UploadSession getUploadSession(String uploadId) {
    return services.uploads().get(uploadId);
  }

  /** A record without an id says that more is to come: the method has no other word for it. */
  @Override
  public FileInfo uploadData(UploadSession uploadSession, Bytes data) {
    return new Asked<>(
            services
                .uploads()
                .append(
                    uploadSession.id(),
                    uploadSession.fileOffset(),
                    new ByteArrayInputStream(data.toByteArray()),
                    Runnable::run))
        .await()
        .orElseGet(() -> FileInfo.builder().build());
  }
}
