package io.krait.host.internal.storage;

import java.nio.file.Path;

/**
 * What an administrator can set about the host.
 *
 * @param dataFolder where the host keeps its data
 * @param jdbcUrl of the database; empty for the one in the data folder
 * @param connections how many connections to the database are open at most
 * @param maxFileBytes how large a file may be that is uploaded
 * @param openSignUp whether everybody may create an account
 * @param siteUrl the address that people use; empty where it is not known
 */
public record HostSettings(
    Path dataFolder,
    String jdbcUrl,
    int connections,
    long maxFileBytes,
    boolean openSignUp,
    String siteUrl) {

  static HostSettings of(HostConfiguration configuration) {
    return new HostSettings(
        Path.of(configuration.data_folder()),
        configuration.jdbc_url().trim(),
        Math.max(1, configuration.jdbc_connections()),
        (long) configuration.max_file_mebibytes() << 20,
        configuration.open_sign_up(),
        configuration.site_url().trim());
  }
}
