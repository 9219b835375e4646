package io.krait.webconsole.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.krait.api.Nullable;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.webconsole.servlet.AbstractServlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The page of the plugins: the document, its scripts, and what they ask for. The console has let
 * the user in before it calls this.
 */
@Component(
    service = Servlet.class,
    configurationPid = "io.krait.webconsole",
    property = {
      ServletConstants.PLUGIN_LABEL + "=" + PluginsPage.LABEL,
      ServletConstants.PLUGIN_TITLE + "=Plugins",
      ServletConstants.PLUGIN_CATEGORY + "=Krait"
    })
@Designate(ocd = WebConsoleConfiguration.class)
public final class PluginsPage extends AbstractServlet {

  /** The last part of the page's address. */
  static final String LABEL = "krait";

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(PluginsPage.class.getName());

  /** Our own files alone; no script that is in the markup; no text that becomes markup. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private final transient ObjectMapper json = JsonMapper.builder().build();
  private final transient StaticFiles files = StaticFiles.load();
  private final transient LogTails tails = new LogTails(System::nanoTime);
  private final transient RequestGuard guard = new RequestGuard(new SecureRandom());
  private final transient PluginsApi api;
  private final transient ScheduledExecutorService timer;
  private final long largestUpload;

  /** The page, which looks at the plugins from now on. */
  @Activate
  public PluginsPage(WebConsoleConfiguration configuration, @Reference Krait krait) {
    this(
        Duration.ofSeconds(between(configuration.sample_seconds(), 1, 60)),
        between(configuration.samples(), 2, 3600),
        between(configuration.upload_megabytes(), 1, 4096) * 1024L * 1024L,
        krait);
  }

  PluginsPage(Duration interval, int samples, long largestUpload, Krait krait) {
    this.largestUpload = largestUpload;
    Sampler sampler = new Sampler(krait, System::nanoTime, samples);
    Operations operations = new Operations(Clock.systemUTC());
    PluginsView view =
        new PluginsView(json, krait, sampler, operations, Clock.systemUTC(), interval);
    api = new PluginsApi(json, krait, view, operations, tails, guard, largestUpload);
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "krait-webconsole-sampler");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleAtFixedRate(() -> tick(sampler), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends the looking. */
  @Deactivate
  public void close() {
    timer.shutdownNow();
    tails.close();
    try {
      if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "the sampler of the Web Console page does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = path(request);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Referrer-Policy", "same-origin");
    if (path.isEmpty() || path.equals("/")) {
      sendDocument(request, response);
    } else if (path.startsWith("/api/")) {
      answer(response, () -> api.get(path.substring(5), request));
    } else if (!path.startsWith("/res/") || !files.send(path.substring(5), request, response)) {
      answer(
          response,
          () -> {
            throw ApiFailure.nothingAt(path);
          });
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = path(request);
    response.setHeader("X-Content-Type-Options", "nosniff");
    answer(
        response,
        () -> {
          if (!path.startsWith("/api/")) {
            throw ApiFailure.nothingAt(path);
          }
          return api.post(path.substring(5), request);
        });
  }

  private void sendDocument(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String html =
        PageDocument.html(
            root(request), LABEL, pages(request), guard.token(request), largestUpload);
    setNoCache(response);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Frame-Options", "DENY");
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("text/html;charset=utf-8");
    response.getWriter().write(html);
  }

  private interface Work {
    PluginsApi.Answer answer() throws ApiFailure, IOException;
  }

  private void answer(HttpServletResponse response, Work work) throws IOException {
    int status;
    JsonNode body;
    try {
      PluginsApi.Answer answer = work.answer();
      status = answer.status();
      body = answer.body();
    } catch (ApiFailure e) {
      status = e.status();
      body = json.createObjectNode().put("problem", e.problem()).put("error", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the page of the plugins has failed", e);
      status = 500;
      body =
          json.createObjectNode()
              .put("problem", "SYSTEM")
              .put("error", Excerpt.line("the console has failed: " + e + "; its log has more"));
    }
    setNoCache(response);
    response.setStatus(status);
    response.setContentType("application/json");
    byte[] content = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private void tick(Sampler sampler) {
    try {
      sampler.sample();
      tails.closeIdle();
    } catch (RuntimeException e) {
      // A service that is just going away; the next look is as good.
      LOG.log(Level.DEBUG, "cannot look at the plugins", e);
    }
  }

  private static int between(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  /** What follows our own address. */
  private static String path(HttpServletRequest request) {
    String path = request.getPathInfo();
    String own = "/" + LABEL;
    return path != null && path.startsWith(own) ? path.substring(own.length()) : "";
  }

  private static String root(HttpServletRequest request) {
    return request.getAttribute(ServletConstants.ATTR_APP_ROOT) instanceof String root ? root : "";
  }

  /** The pages of the console, which it passes on as an attribute. */
  private static Map<String, String> pages(HttpServletRequest request) {
    Map<String, String> pages = new TreeMap<>();
    @Nullable Object attribute = request.getAttribute("felix.webconsole.labelMap");
    if (attribute instanceof Map<?, ?> map) {
      map.forEach(
          (label, title) -> {
            if (label instanceof String page && title instanceof String name) {
              pages.put(page, name);
            }
          });
    }
    return pages;
  }
}
