package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.Host;
import io.krait.host.internal.plugin.RecentLog;
import io.krait.host.internal.serving.Spool;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.hostkit.PluginAdministration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The host's REST API, as a servlet that the HTTP Whiteboard takes up. Jersey does the work; it is
 * carried inside this bundle, and finds its parts through this bundle's class loader.
 */
@Component(
    service = Servlet.class,
    configurationPid = "io.krait.host.rest",
    property = {
      "osgi.http.whiteboard.servlet.name=io.krait.host.rest",
      "osgi.http.whiteboard.servlet.pattern=/api/v4/*",
      "osgi.http.whiteboard.servlet.pattern=/hooks/*",
      "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
    })
@Designate(ocd = RestConfiguration.class)
public final class RestServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String SPOOL = "bodies";

  private final transient RestConfiguration configuration;
  private final transient DispatchedHooks hooks;
  private final transient RestApplication application;
  private final transient Path spool;
  private transient volatile @Nullable RestRequests requests;

  /** The API of this host. */
  @Activate
  public RestServlet(
      RestConfiguration configuration,
      @Reference Host host,
      @Reference DispatchedHooks hooks,
      @Reference PluginAdministration administration,
      @Reference HostDatabase database,
      @Reference RecentLog log) {
    this.configuration = configuration;
    this.hooks = hooks;
    this.spool = database.dataFolder().resolve(SPOOL);
    this.application =
        new RestApplication(
            host.services(),
            hooks,
            administration,
            host.firstAdministrator(),
            database.settings(),
            (long) configuration.archiveMebibytes() << 20,
            configuration.installFromUrl(),
            log);
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    try (var ours = OurClassLoader.set()) {
      requests = new RestRequests(configuration, application, hooks, new Spool(spool));
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RestRequests open = requests;
    if (open == null) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "the host is stopping");
      return;
    }
    try (var ours = OurClassLoader.set()) {
      open.serve(request, response);
    }
  }

  @Override
  public void destroy() {
    RestRequests open = requests;
    requests = null;
    if (open != null) {
      try (var ours = OurClassLoader.set()) {
        open.close();
      }
    }
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
