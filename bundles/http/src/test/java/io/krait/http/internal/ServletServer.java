package io.krait.http.internal;

import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A real server, for HTTP/1.1 and HTTP/2 without encryption, with a servlet in it. */
public final class ServletServer implements AutoCloseable {

  private final Server server = new Server();
  private final HttpConfiguration http = new HttpConfiguration();
  private final ServerConnector connector;

  public ServletServer(HttpServlet servlet) throws Exception {
    connector =
        new ServerConnector(
            server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(30_000);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/plugins/*");
    server.setHandler(context);
    server.start();
  }

  public void setIdleTimeout(Duration timeout) {
    connector.setIdleTimeout(timeout.toMillis());
  }

  /** How many bytes of a body have to come in a second, from its first one on. */
  public void setSlowestBody(long bytesPerSecond) {
    http.setMinRequestDataRate(bytesPerSecond);
  }

  /** How much the system keeps of a connection from now on, in each direction. */
  public void setSocketBuffers(int bytes) {
    connector.setAcceptedReceiveBufferSize(bytes);
    connector.setAcceptedSendBufferSize(bytes);
  }

  public int port() {
    return connector.getLocalPort();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
