package io.krait.host.internal.json;

import io.krait.api.AppError;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error as clients know it. */
public final class ErrorJson {

  private ErrorJson() {}

  /** The properties of what clients get, without what is for the log alone. */
  public static Map<String, Object> of(AppError error, String requestId, int status) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", ClientText.of(error.id()));
    body.put("message", ClientText.of(error.message()));
    // How a call of a plugin has failed is for the log: it may have places of the server in it.
    boolean shown = !error.id().equals("plugin.hook.failed");
    body.put("detailed_error", shown ? ClientText.of(error.detailedError()) : "");
    body.put("request_id", requestId);
    body.put("status_code", status);
    return body;
  }
}
