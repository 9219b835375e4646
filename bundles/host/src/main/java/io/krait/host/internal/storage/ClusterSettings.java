package io.krait.host.internal.storage;

import io.krait.api.host.ClusterMessage;
import java.util.Optional;

/**
 * Whether a server is one of several on one database.
 *
 * @param enabled whether it is
 * @param node identifier of this one among them; empty for one that is made of its data folder
 */
public record ClusterSettings(boolean enabled, String node) {

  /** A server that uses its database alone. */
  public static final ClusterSettings BY_ITSELF = new ClusterSettings(false, "");

  /** Why a server that is set up so cannot be one of several; empty where it can. */
  Optional<String> problem(JdbcSettings jdbc, String fileStore) {
    if (!enabled) {
      return Optional.empty();
    }
    if (!jdbc.isPostgreSql()) {
      return Optional.of("it needs PostgreSQL: set jdbc.url");
    }
    if (fileStore.equals("folder")) {
      return Optional.of(
          "files in a folder are of one server alone: set file.store to what all servers share");
    }
    return node.length() > ClusterMessage.LONGEST_NAME
        ? Optional.of("cluster.node may have %d characters".formatted(ClusterMessage.LONGEST_NAME))
        : Optional.empty();
  }
}
