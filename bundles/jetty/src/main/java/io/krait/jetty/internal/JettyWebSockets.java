package io.krait.jetty.internal;

import io.krait.api.web.WebSocketBounds;
import io.krait.api.web.WebSocketListener;
import io.krait.api.web.WebSockets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.DecoratedObjectFactory;
import org.eclipse.jetty.util.compression.DeflaterPool;
import org.eclipse.jetty.util.compression.InflaterPool;
import org.eclipse.jetty.websocket.core.Configuration.ConfigurationCustomizer;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketExtensionRegistry;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Jetty's WebSockets for servlets of Felix HTTP. They run on the server's threads and buffers, and
 * are not compressed: that costs each connection more memory than all else of it.
 */
@Component
public final class JettyWebSockets implements WebSockets {

  static final int GOING_AWAY = 1001;
  static final String STOPPING = "the server is stopping";

  private final Map<Server, WebSocketMappings> servers = new HashMap<>();
  private final Set<JettyWebSocket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** None is open so far. */
  @Activate
  public JettyWebSockets() {}

  @Override
  public boolean upgrade(
      HttpServletRequest request,
      HttpServletResponse response,
      WebSocketBounds bounds,
      WebSocketListener listener)
      throws IOException {
    ServletContextRequest jetty = ServletContextRequest.getServletContextRequest(request);
    JettyWebSocket socket = new JettyWebSocket(listener, open, () -> closed);
    WebSocketNegotiator negotiator =
        WebSocketNegotiator.from(
            (asked, answer, callback) -> socket, (made, asked, answer) -> socket);
    ConfigurationCustomizer bounded = new ConfigurationCustomizer();
    bounded.setMaxTextMessageSize(bounds.messageBytes());
    bounded.setMaxBinaryMessageSize(bounds.messageBytes());
    bounded.setMaxFrameSize(bounds.messageBytes());
    // Otherwise room is made for whatever a frame of an unknown kind says that it has.
    bounded.setAutoFragment(false);
    bounded.setIdleTimeout(bounds.idle());
    bounded.setMaxOutgoingFrames(bounds.unsent());
    WebSocketMappings mappings = mappings(jetty.getConnectionMetaData().getConnector().getServer());
    try (Blocker.Callback done = Blocker.callback()) {
      if (!mappings.upgrade(negotiator, jetty, jetty.getServletContextResponse(), done, bounded)) {
        // Jetty did not begin, so nobody else does; a blocker that is left undone warns in the log.
        done.succeeded();
        return false;
      }
      done.block();
      return true;
    }
  }

  private synchronized WebSocketMappings mappings(Server server) throws IOException {
    if (closed) {
      throw new IOException("there are no WebSockets any more");
    }
    WebSocketMappings there = servers.get(server);
    if (there != null) {
      return there;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(JettyWebSockets.class.getClassLoader());
    try {
      WebSocketExtensionRegistry extensions = new WebSocketExtensionRegistry();
      extensions.unregister("permessage-deflate");
      WebSocketComponents components =
          new WebSocketComponents(
              extensions,
              new DecoratedObjectFactory(),
              server.getByteBufferPool(),
              new InflaterPool(0, true),
              new DeflaterPool(0, -1, true),
              server.getThreadPool());
      components.start();
      WebSocketMappings made = new WebSocketMappings(components);
      servers.put(server, made);
      return made;
    } catch (Exception failure) {
      throw new IOException("Jetty cannot begin with WebSockets", failure);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Ends all connections. */
  @Deactivate
  public void close() throws Exception {
    synchronized (this) {
      closed = true;
    }
    open.forEach(socket -> socket.close(GOING_AWAY, STOPPING));
    for (WebSocketMappings mappings : servers.values()) {
      mappings.getWebSocketComponents().stop();
    }
  }
}
