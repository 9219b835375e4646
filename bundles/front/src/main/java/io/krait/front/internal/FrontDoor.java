package io.krait.front.internal;

import jakarta.servlet.Servlet;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;

/**
 * Offers the page to the HTTP Whiteboard. By hand, as a component's description cannot have an
 * empty text among several, which is the pattern of the address itself.
 */
@Component(service = {})
public final class FrontDoor {

  private final ServiceRegistration<Servlet> registration;

  /** The page is there from now on. */
  @Activate
  public FrontDoor(BundleContext context) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "io.krait.front");
    // Not "/", which is all that nobody else serves.
    properties.put(
        HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, new String[] {"", "/front/*"});
    registration = context.registerService(Servlet.class, new FrontServlet(), properties);
  }

  /** The page is not there any more. */
  @Deactivate
  public void close() {
    registration.unregister();
  }
}
