package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.host.internal.plugin.Host;
import io.krait.host.internal.storage.Ids;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Has all that this server answers say of which version it is, and by which id the request can be
 * told of: the API, pages and plugins, also while the host starts. A tool of the field's refuses
 * what does not.
 */
@Component(
    service = Filter.class,
    property = {
      "osgi.http.whiteboard.filter.name=io.krait.host.identifying",
      "osgi.http.whiteboard.filter.pattern=/*",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=*)",
      "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"
    })
public final class IdentifyingFilter implements Filter {

  /** The header for the id of a request. */
  static final String REQUEST = "X-Request-Id";

  /** The header for the server's version. */
  static final String VERSION = "X-Version-Id";

  private final Ids ids = new Ids();
  private final String unknown = VersionId.unknown();
  private final AtomicReference<@Nullable Host> host = new AtomicReference<>();

  /** Answers are of the server's version from now on. */
  @Activate
  public IdentifyingFilter() {}

  /** From now on this host tells how it is set up. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindHost(Host bound) {
    host.set(bound);
  }

  /** This host tells it no longer; another may be bound already. */
  public void unbindHost(Host gone) {
    host.compareAndSet(gone, null);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse answer) {
      answer.setHeader(REQUEST, ids.next());
      Host running = host.get();
      answer.setHeader(VERSION, running == null ? unknown : VersionId.of(running.services()));
    }
    next.doFilter(request, response);
  }

  /** The id of a request that is being answered: the one of all answers, or else a new one. */
  static String requestId(HttpServletResponse response, Ids ids) {
    String given = response.getHeader(REQUEST);
    return given == null ? ids.next() : given;
  }
}
