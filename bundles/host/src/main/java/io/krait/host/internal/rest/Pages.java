package io.krait.host.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Nullable;
import io.krait.host.internal.serving.Answer;
import io.krait.host.internal.serving.Exchange;
import io.krait.host.internal.serving.IncomingBody;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.URI;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.internal.inject.ReferencingFactory;
import org.glassfish.jersey.internal.util.collection.Ref;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.Container;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.glassfish.jersey.uri.UriComponent;

/**
 * Jersey, without its servlet: that one reads and writes while a thread waits. A page may be
 * suspended for as long as it likes; it costs no thread then. Safe for use from any thread.
 */
final class Pages implements Container {

  /** Where webhooks are called, from the root of the server. */
  private static final String WEBHOOKS = "/hooks";

  private static final String BODY = IncomingBody.class.getName();
  private static final Type REQUEST = new GenericType<Ref<HttpServletRequest>>() {}.getType();

  private final ApplicationHandler handler;
  private final Function<Throwable, Response> errors;
  private final ObjectMapper mapper;

  /**
   * The pages of an application.
   *
   * @param errors what is answered where a page has failed outside of itself
   * @param mapper writes what that says
   */
  Pages(ResourceConfig application, Function<Throwable, Response> errors, ObjectMapper mapper) {
    handler = new ApplicationHandler(application, new Requests());
    this.errors = errors;
    this.mapper = mapper;
  }

  /** Lets resources ask for the request as the servlet container has it. */
  private static final class Requests extends AbstractBinder {
    @Override
    protected void configure() {
      bindFactory(RequestFactory.class).to(HttpServletRequest.class).in(RequestScoped.class);
      bindFactory(ReferencingFactory.<HttpServletRequest>referenceFactory())
          .to(new GenericType<Ref<HttpServletRequest>>() {})
          .in(RequestScoped.class);
    }
  }

  /** Made by Jersey. */
  public static final class RequestFactory extends ReferencingFactory<HttpServletRequest> {
    /** Of the request that it is asked in. */
    @Inject
    public RequestFactory(Provider<Ref<HttpServletRequest>> reference) {
      super(reference);
    }
  }

  /** The body of a request whose page takes it in itself. */
  static IncomingBody bodyOf(ContainerRequestContext request) {
    return (IncomingBody) Objects.requireNonNull(request.getProperty(BODY));
  }

  /**
   * Has a page answer; it may do so after this has returned.
   *
   * @param entity what the page gets as the body of the request
   */
  void serve(Exchange exchange, InputStream entity) {
    HttpServletRequest request = exchange.request();
    String base = base(request);
    ContainerRequest asked =
        new ContainerRequest(
            URI.create(encoded(base, UriComponent.Type.PATH)),
            uri(request, base),
            // What the head of an answer tells is known when there is one; it is not sent.
            request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
            new Nobody(request.isSecure()),
            new MapPropertiesDelegate(),
            handler.getConfiguration());
    for (String name : Collections.list(request.getHeaderNames())) {
      asked.headers(name, Collections.list(request.getHeaders(name)));
    }
    asked.setProperty(BODY, exchange.body());
    asked.setProperty(OwnSite.ASKED, OwnSite.asked(request));
    asked.setEntityStream(entity);
    asked.setWriter(new Writer(exchange));
    asked.setRequestScopedInitializer(
        injections -> injections.<Ref<HttpServletRequest>>getInstance(REQUEST).set(request));
    handler.handle(asked);
  }

  /** What comes before the paths of pages; webhooks are called at the root of the server too. */
  private static String base(HttpServletRequest request) {
    return request.getContextPath() + (isWebhook(request) ? "" : request.getServletPath()) + "/";
  }

  private static boolean isWebhook(HttpServletRequest request) {
    return request.getServletPath().equals(WEBHOOKS);
  }

  private static URI uri(HttpServletRequest request, String base) {
    String path = request.getRequestURI();
    if (!path.startsWith(base)) {
      // Written in another way than we would, so taken as the container has understood it.
      String inside = request.getPathInfo();
      path =
          base
              + (isWebhook(request) ? WEBHOOKS.substring(1) + "/" : "")
              + (inside == null ? "" : inside.substring(1).replace("%", "%25"));
    }
    String query = request.getQueryString();
    return URI.create(
        encoded(path, UriComponent.Type.PATH)
            + (query == null ? "" : "?" + encoded(query, UriComponent.Type.QUERY)));
  }

  private static String encoded(String part, UriComponent.Type type) {
    return UriComponent.contextualEncode(part, type);
  }

  /** An answer without a page. */
  void refuse(Exchange exchange, Throwable failure) {
    exchange.answer(refusal(failure));
  }

  /** What is answered without a page. */
  Answer refusal(Throwable failure) {
    Response response = errors.apply(failure);
    try {
      return Answer.of(
          response.getStatus(),
          headers(response.getStringHeaders()),
          mapper.writeValueAsBytes(response.getEntity()));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static List<Answer.Header> headers(MultivaluedMap<String, String> headers) {
    return headers.entrySet().stream()
        .flatMap(
            header ->
                header.getValue().stream().map(value -> new Answer.Header(header.getKey(), value)))
        .toList();
  }

  void close() {
    handler.onShutdown(this);
  }

  @Override
  public ResourceConfig getConfiguration() {
    return handler.getConfiguration();
  }

  @Override
  public ApplicationHandler getApplicationHandler() {
    return handler;
  }

  @Override
  public void reload() {
    throw new UnsupportedOperationException("pages are what they are");
  }

  @Override
  public void reload(ResourceConfig configuration) {
    reload();
  }

  private final class Writer implements ContainerResponseWriter {
    private final Exchange exchange;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private @Nullable ContainerResponse response;

    Writer(Exchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse begun) {
      response = begun;
      return written;
    }

    @Override
    public void commit() {
      ContainerResponse done = Objects.requireNonNull(response);
      List<Answer.Header> headers = headers(done.getStringHeaders());
      exchange.answer(
          done.getEntity() instanceof Downloads.Content file
              ? new Answer(done.getStatus(), headers, file.bytes(), file.size())
              : Answer.of(done.getStatus(), headers, written.toByteArray()));
    }

    @Override
    public void failure(Throwable failure) {
      refuse(exchange, failure);
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, TimeoutHandler handler) {
      // What is waited for has deadlines of its own.
      return true;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {
      throw new IllegalStateException("what is waited for has deadlines of its own");
    }

    @Override
    public boolean enableResponseBuffering() {
      return false;
    }
  }

  private record Nobody(boolean isSecure) implements SecurityContext {
    @Override
    public @Nullable Principal getUserPrincipal() {
      return null;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
      return null;
    }
  }
}
