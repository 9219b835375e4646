package io.krait.http.internal;

/**
 * What WebSockets to plugins may take.
 *
 * @param mostPerPlugin how many one plugin may have at once; 0 for none at all
 * @param messageBytes how large a message of a client may be
 * @param maxHeaderBytes how much all headers of a plugin's answer may be together
 */
record WebSocketLimits(int mostPerPlugin, int messageBytes, int maxHeaderBytes) {

  static WebSocketLimits of(HttpConfiguration configuration) {
    return new WebSocketLimits(
        configuration.maxWebSocketsPerPlugin(),
        configuration.webSocketMessageKibibytes() << 10,
        configuration.maxHeaderKibibytes() << 10);
  }
}
