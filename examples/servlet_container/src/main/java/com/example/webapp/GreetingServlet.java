package com.example.webapp;

import io.krait.api.HookDispatcher;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** A servlet of the application, outside of the framework, that asks plugins what they think. */
public final class GreetingServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private transient ServiceTracker<HookDispatcher, HookDispatcher> hooks;

  @Override
  public void init() {
    Object context = getServletContext().getAttribute(BundleContext.class.getName());
    hooks = new ServiceTracker<>((BundleContext) context, HookDispatcher.class, null);
    hooks.open();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HookDispatcher dispatcher = hooks.getService();
    if (dispatcher == null) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "plugins cannot be asked");
      return;
    }
    Post said = Post.builder().message(request.getParameter("text")).build();
    MessageWillBePostedResult result =
        dispatcher.blocking().messageWillBePosted(PluginContext.builder().build(), said);
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(
            result.rejectionReason().isEmpty()
                ? result.modifiedPost().orElse(said).message()
                : "refused: " + result.rejectionReason());
  }

  @Override
  public void destroy() {
    hooks.close();
  }
}
