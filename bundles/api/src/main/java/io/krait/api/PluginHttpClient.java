package io.krait.api;

import io.krait.api.model.PluginHttpResult;
import java.util.Map;

/**
 * Carries HTTP requests from one plugin to another, within the server. A service with which hosts
 * answer {@link PluginApi#pluginHttp}; safe for use from any thread.
 */
public interface PluginHttpClient {

  /**
   * Sends a request and waits for the answer. Whatever goes wrong is an answer too: 400 for a url
   * that names no plugin, 404 for a plugin that does not run or does not answer HTTP requests, 502
   * for one that fails, 503 for one that has too much to do or is stopped before it has answered,
   * and 504 for one that takes too long.
   *
   * @param callerId the plugin that asks; the other one sees it in the header Mattermost-Plugin-ID
   * @param method the method; empty for GET
   * @param url a slash, the other plugin's identifier, a slash and the rest of the path, with a
   *     query where there is one
   * @param headers by name; several values of one are joined with a comma and a space
   * @param body the whole body
   * @return the answer, its headers as the request's
   */
  PluginHttpResult send(
      String callerId, String method, String url, Map<String, String> headers, Bytes body);

  /**
   * Sends a request that is a user's, though the host makes it, as when a button of the plugin's is
   * pressed; the plugin sees the user as it does where the user asks itself. All else is as in
   * {@link #send}.
   *
   * @param userId the user; the plugin sees it in the header Mattermost-User-Id
   */
  default PluginHttpResult sendFor(
      String userId, String method, String url, Map<String, String> headers, Bytes body) {
    throw AppError.notImplemented("PluginHTTP");
  }
}
