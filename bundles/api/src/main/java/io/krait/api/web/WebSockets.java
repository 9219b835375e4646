package io.krait.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Makes WebSockets of requests, by what the HTTP container has for it. Safe for any thread. */
public interface WebSockets {

  /**
   * Makes a WebSocket of a request that asks for one. When this returns true the answer is given,
   * and the servlet must not touch it any more.
   *
   * @param listener is told of what happens to the connection
   * @return false where the request does not ask for a WebSocket; the servlet answers it then
   * @throws IOException where the container cannot
   */
  boolean upgrade(
      HttpServletRequest request,
      HttpServletResponse response,
      WebSocketBounds bounds,
      WebSocketListener listener)
      throws IOException;
}
