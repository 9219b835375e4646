package io.krait.host.internal.outside;

import io.krait.api.model.FilesLimits;
import io.krait.api.model.MessagesLimits;
import io.krait.api.model.ProductLimits;
import io.krait.api.model.TeamsLimits;
import io.krait.host.internal.configuration.Document;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The limits of a hosted subscription, as a configuration has them; 0 stands for none.
 *
 * @param totalStorage of files, in bytes
 * @param history of messages, as their number
 * @param activeTeams as their number
 */
public record CloudLimits(long totalStorage, int history, int activeTeams) {

  private static final String SECTION = "KraitSettings";

  /** Those of a configuration. */
  public static CloudLimits of(Document configuration) {
    return new CloudLimits(
        number(configuration, "CloudFilesTotalStorage"),
        (int) Math.min(Integer.MAX_VALUE, number(configuration, "CloudMessagesHistory")),
        (int) Math.min(Integer.MAX_VALUE, number(configuration, "CloudTeamsActive")));
  }

  private static long number(Document configuration, String name) {
    return configuration.value(SECTION, name) instanceof Number number
        ? Math.max(0, number.longValue())
        : 0;
  }

  /** As JSON tells of them, without those that are none. */
  public Map<String, Object> asJson() {
    Map<String, Object> limits = new LinkedHashMap<>();
    if (totalStorage > 0) {
      limits.put("files", Map.of("total_storage", totalStorage));
    }
    if (history > 0) {
      limits.put("messages", Map.of("history", history));
    }
    if (activeTeams > 0) {
      limits.put("teams", Map.of("active", activeTeams));
    }
    return limits;
  }

  /** As plugins are told of them. */
  public ProductLimits asModel() {
    ProductLimits.Builder limits = ProductLimits.builder();
    if (totalStorage > 0) {
      limits.files(FilesLimits.builder().totalStorage(totalStorage).build());
    }
    if (history > 0) {
      limits.messages(MessagesLimits.builder().history(history).build());
    }
    if (activeTeams > 0) {
      limits.teams(TeamsLimits.builder().active(activeTeams).build());
    }
    return limits.build();
  }
}
