package io.krait.front.internal;

import jakarta.servlet.Servlet;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * Offers the page to the HTTP Whiteboard, and an answer for what nobody serves. By hand, as a
 * component's description cannot have an empty text among several, which is the pattern of the
 * address itself.
 */
@Component(service = {})
public final class FrontDoor {

  private final List<ServiceRegistration<?>> registrations;

  /** The page is there from now on. */
  @Activate
  public FrontDoor(BundleContext context) {
    PageFiles files = new PageFiles();
    registrations = List.of(page(context, files), missing(context, files));
  }

  private static ServiceRegistration<?> page(BundleContext context, PageFiles files) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "io.krait.front");
    properties.put(
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN,
        new String[] {"", "/front/*", FrontServlet.ICON});
    return context.registerService(Servlet.class, new FrontServlet(files), properties);
  }

  /**
   * In the default context, which is asked last of all, and behind whatever else has its pattern,
   * so that nobody's servlets are hidden. A context of its own would leave this bundle's class
   * loader behind: Felix HTTP keeps a context that was unregistered.
   */
  private static ServiceRegistration<?> missing(BundleContext context, PageFiles files) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "io.krait.front.missing");
    properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, "/");
    properties.put(Constants.SERVICE_RANKING, Integer.MIN_VALUE);
    return context.registerService(Servlet.class, new MissingServlet(files), properties);
  }

  /** The page is not there any more. */
  @Deactivate
  public void close() {
    registrations.forEach(ServiceRegistration::unregister);
  }
}
