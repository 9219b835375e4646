package io.krait.host.internal.storage;

import io.krait.api.Nullable;
import java.nio.file.Path;

/**
 * What an administrator can set about the host.
 *
 * @param dataFolder where the host keeps its data
 * @param jdbc which database it uses
 * @param fileStore where the contents of files are kept, {@code folder} or {@code database}
 * @param maxFileBytes how large a file may be that is uploaded
 * @param openSignUp whether everybody may create an account
 * @param siteUrl the address that people use; empty where it is not known
 * @param cluster whether other servers use the same database
 */
public record HostSettings(
    Path dataFolder,
    JdbcSettings jdbc,
    String fileStore,
    long maxFileBytes,
    boolean openSignUp,
    String siteUrl,
    ClusterSettings cluster) {

  /** Those of a server by itself. */
  public HostSettings(
      Path dataFolder,
      JdbcSettings jdbc,
      String fileStore,
      long maxFileBytes,
      boolean openSignUp,
      String siteUrl) {
    this(dataFolder, jdbc, fileStore, maxFileBytes, openSignUp, siteUrl, ClusterSettings.BY_ITSELF);
  }

  /**
   * What is configured.
   *
   * @param serverData the folder of a server that has one for all, in which this one is while
   *     nothing else is said: its configuration may come a moment after the bundle's start
   */
  static HostSettings of(HostConfiguration configuration, @Nullable String serverData) {
    String folder = configuration.data_folder();
    return new HostSettings(
        serverData != null && folder.equals("data") ? Path.of(serverData, "host") : Path.of(folder),
        new JdbcSettings(
            configuration.jdbc_url().trim(),
            configuration.jdbc_user().trim(),
            configuration.jdbc_password(),
            configuration.jdbc_password_file().trim(),
            configuration.jdbc_copy(),
            Math.max(1, configuration.jdbc_connections())),
        configuration.file_store().trim(),
        (long) configuration.max_file_mebibytes() << 20,
        configuration.open_sign_up(),
        configuration.site_url().trim(),
        new ClusterSettings(configuration.cluster_enabled(), configuration.cluster_node().trim()));
  }
}
