package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.PluginContext;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.Host;
import io.krait.host.internal.plugin.PluginAdministration;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.Ids;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The host's REST API, as a servlet that the HTTP Whiteboard takes up. Jersey does the work; it is
 * carried inside this bundle, and finds its parts through this bundle's class loader.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.name=io.krait.host.rest",
      "osgi.http.whiteboard.servlet.pattern=/api/v4/*",
      "osgi.http.whiteboard.servlet.multipart.enabled:Boolean=true",
      "osgi.http.whiteboard.servlet.multipart.fileSizeThreshold:Integer=65536",
      "osgi.http.whiteboard.servlet.multipart.maxFileSize:Long=" + RestServlet.LARGEST_UPLOAD,
      "osgi.http.whiteboard.servlet.multipart.maxRequestSize:Long="
          + (RestServlet.LARGEST_UPLOAD + RestServlet.BESIDE_UPLOAD)
    })
public final class RestServlet extends HttpServlet {

  /** The largest archive of a plugin, in bytes. */
  public static final long LARGEST_UPLOAD = 256L << 20;

  /** What a request with an archive may have besides. */
  static final long BESIDE_UPLOAD = 1L << 20;

  /** What requests that run have to end when the host stops, in seconds. */
  private static final long GRACE = 5;

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(RestServlet.class.getName());

  // Shared by the requests that run. Whoever takes Jersey away has it alone: a request that ends
  // without it leaves this bundle's classes to its thread, for as long as that lives.
  private final transient ReadWriteLock running = new ReentrantReadWriteLock();
  private final transient DispatchedHooks hooks;
  private final transient Ids ids = new Ids();
  private final transient RestApplication application;
  private transient volatile @Nullable ServletContainer jersey;

  /** The API of this host. */
  @Activate
  public RestServlet(
      @Reference Host host,
      @Reference DispatchedHooks hooks,
      @Reference PluginAdministration administration,
      @Reference HostDatabase database) {
    this.hooks = hooks;
    this.application =
        new RestApplication(
            host.services(), hooks, administration, database.settings().openSignUp());
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    try (var ours = OurClassLoader.set()) {
      ServletContainer container = new ServletContainer(application.resources());
      container.init(config);
      jersey = container;
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!running.readLock().tryLock()) {
      refuse(response);
      return;
    }
    try {
      ServletContainer container = jersey;
      if (container == null) {
        refuse(response);
      } else {
        serve(container, request, response);
      }
    } finally {
      running.readLock().unlock();
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the host is stopping");
  }

  private void serve(
      ServletContainer container, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String requestId = ids.next();
    response.setHeader("X-Request-Id", requestId);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    PluginContext context =
        PluginContext.builder()
            .requestId(requestId)
            .ipAddress(orEmpty(request.getRemoteAddr()))
            .acceptLanguage(orEmpty(request.getHeader("Accept-Language")))
            .userAgent(orEmpty(request.getHeader("User-Agent")))
            .build();
    try (var within = hooks.within(context);
        var ours = OurClassLoader.set()) {
      container.service(request, response);
    }
  }

  @Override
  public void destroy() {
    ServletContainer container = jersey;
    jersey = null;
    if (container == null) {
      return;
    }
    boolean alone = waitForRequests();
    try (var ours = OurClassLoader.set()) {
      container.destroy();
    } finally {
      if (alone) {
        running.writeLock().unlock();
      }
    }
  }

  private boolean waitForRequests() {
    try {
      if (running.writeLock().tryLock(GRACE, TimeUnit.SECONDS)) {
        return true;
      }
      LOG.log(Level.WARNING, "the host stops, although there are requests that still run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Lets libraries look for their parts here, until it is closed. */
  private record OurClassLoader(ClassLoader before) implements AutoCloseable {
    static OurClassLoader set() {
      Thread thread = Thread.currentThread();
      OurClassLoader ours = new OurClassLoader(thread.getContextClassLoader());
      thread.setContextClassLoader(RestServlet.class.getClassLoader());
      return ours;
    }

    @Override
    public void close() {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
