package io.krait.host.internal.jobs;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Work of the server, to be done, under way or done.
 *
 * @param type what kind of work
 * @param priority what goes first; the lower
 * @param createAt when somebody wanted it, in milliseconds since the epoch
 * @param startAt when it was taken up; 0 where it has not been
 * @param lastActivityAt when it was last heard of
 * @param status {@code pending}, {@code in_progress}, {@code success}, {@code error}, {@code
 *     cancel_requested} or {@code canceled}
 * @param progress how far it is, as what does it counts
 * @param data what it is about, and what has come of it
 */
public record Job(
    String id,
    String type,
    long priority,
    long createAt,
    long startAt,
    long lastActivityAt,
    String status,
    long progress,
    Map<String, String> data) {

  static final String PENDING = "pending";
  static final String IN_PROGRESS = "in_progress";
  static final String SUCCESS = "success";
  static final String ERROR = "error";
  static final String CANCEL_REQUESTED = "cancel_requested";
  static final String CANCELED = "canceled";

  /** As JSON tells of it. */
  public Map<String, Object> asJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("type", type);
    json.put("priority", priority);
    json.put("create_at", createAt);
    json.put("start_at", startAt);
    json.put("last_activity_at", lastActivityAt);
    json.put("status", status);
    json.put("progress", progress);
    json.put("data", data);
    return json;
  }
}
