package io.krait.host.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Nullable;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.outside.Outside;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.Host;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.RecentLog;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.TestSettings;
import io.krait.hostkit.PluginAdministration;
import io.krait.hostkit.internal.CommandRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EventsHandler;

/** The host's REST API on a real HTTP server with a real database, and a client of it. */
final class RestServer implements AutoCloseable {

  /** What is answered to a request. */
  record Answer(int status, JsonNode body, HttpResponse<String> response) {
    String text(String name) {
      return body.path(name).asText();
    }

    String id() {
      return text("id");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** How large an uploaded file may be, in bytes. */
  static final int LARGEST_FILE = 1 << 20;

  /** A form whose parts are divided by {@code --limit}. */
  static final String FORM = "multipart/form-data; boundary=limit";

  private final ObjectMapper mapper = new ObjectMapper();
  private final HostDatabase database;
  private final DispatchedHooks hooks = new DispatchedHooks();
  private final PluginAdministration administration = new PluginAdministration();
  private final RecentLog log = new RecentLog();
  private final CommandRegistry commands = new CommandRegistry();
  private final Host host;
  private final Server server = new Server();
  private final ServletContextHandler context = new ServletContextHandler();
  private final Semaphore requests = new Semaphore(0);
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

  RestServer(Path folder, boolean openSignUp) {
    this(folder, openSignUp, Map.of("archiveMebibytes", 1));
  }

  /** With these settings of {@link RestConfiguration}, and the defaults of all others. */
  RestServer(Path folder, boolean openSignUp, Map<String, Object> bounded) {
    RestConfiguration bounds = Configured.of(RestConfiguration.class, bounded);
    database = new HostDatabase(TestSettings.onTestedDatabase(folder, openSignUp));
    Outside outside = new Outside();
    outside.bindCommands(commands);
    host =
        new Host(
            HostServices.in(
                new Surroundings(
                    database.database(),
                    database.files(),
                    InstantSource.system(),
                    new Ids(),
                    new Json(),
                    hooks),
                new Passwords(8, 1),
                outside),
            folder);
    ServletHolder rest =
        new ServletHolder(new RestServlet(bounds, host, hooks, administration, database, log));
    rest.setAsyncSupported(true);
    context.addServlet(rest, "/api/v4/*");
    context.addServlet(rest, "/hooks/*");
    server.addConnector(connector);
    server.setHandler(
        new EventsHandler(context) {
          @Override
          protected void onBeforeHandling(Request request) {
            requests.release();
          }
        });
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A connection for what no client library would send. */
  Socket connect() throws IOException {
    return new Socket("127.0.0.1", connector.getLocalPort());
  }

  /** Forgets the requests so far, whatever they were. */
  void forgetRequests() {
    requests.drainPermits();
  }

  /** Waits until one more request is being handled. */
  void awaitRequest() {
    try {
      if (!requests.tryAcquire(30, TimeUnit.SECONDS)) {
        throw new AssertionError("no request came");
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Takes the API away from the server, which still runs. */
  void stopServlet() {
    try {
      context.stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  RecentLog log() {
    return log;
  }

  DispatchedHooks hooks() {
    return hooks;
  }

  /** The commands of plugins. */
  CommandRegistry commands() {
    return commands;
  }

  PluginAdministration administration() {
    return administration;
  }

  HostServices services() {
    return host.services();
  }

  /** A client that shows no token. */
  Client anonymous() {
    return new Client("");
  }

  /** Creates an account, and a client that is logged in with it. */
  Client signedUp(String name) {
    String account =
        "{'username':'%s','email':'%s@example.com','password':'correct horse'}"
            .formatted(name, name);
    Answer created =
        Files.exists(codeFile())
            ? anonymous().send("POST", "/users", account, "X-Admin-Code", code())
            : anonymous().post("/users", account);
    if (created.status() != 201) {
      throw new AssertionError("cannot sign up: " + created.body());
    }
    return loggedIn(name);
  }

  /** Where the code of the first administrator is, while there is none. */
  Path codeFile() {
    return database.dataFolder().resolve("first-administrator-code");
  }

  /** The code of the first administrator. */
  String code() {
    try {
      return Files.readString(codeFile()).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A client that shows this token. */
  Client with(String token) {
    return new Client(token);
  }

  Client loggedIn(String name) {
    return new Client(
        anonymous()
            .post("/users/login", "{'login_id':'%s','password':'correct horse'}".formatted(name))
            .header("Token"));
  }

  /** What sends requests with one token; bodies are JSON with single quotes. */
  final class Client {
    private final String token;

    private Client(String token) {
      this.token = token;
    }

    String token() {
      return token;
    }

    Answer get(String path) {
      return send("GET", path, null);
    }

    /** The newest posts of a channel, newest first, without what the server itself said. */
    List<JsonNode> written(String channel) {
      JsonNode list = get("/channels/" + channel + "/posts").body();
      List<JsonNode> written = new ArrayList<>();
      for (JsonNode id : list.path("order")) {
        JsonNode post = list.path("posts").path(id.asText());
        if (!post.path("type").asText().startsWith("system_")) {
          written.add(post);
        }
      }
      return written;
    }

    Answer delete(String path) {
      return send("DELETE", path, null);
    }

    Answer post(String path, String body) {
      return send("POST", path, body);
    }

    /** What is answered to it at some time. */
    CompletableFuture<Answer> postLater(String path, String body) {
      HttpRequest request =
          request(path).POST(BodyPublishers.ofString(body.replace('\'', '"'))).build();
      return client
          .sendAsync(request, HttpResponse.BodyHandlers.ofString())
          .thenApply(RestServer.this::answer);
    }

    Answer put(String path, String body) {
      return send("PUT", path, body);
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
      HttpRequest.Builder request = request(path);
      request.method(
          method,
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(body.replace('\'', '"')));
      if (body != null) {
        request.setHeader("Content-Type", "application/json");
      }
      for (int i = 0; i < headers.length; i += 2) {
        request.setHeader(headers[i], headers[i + 1]);
      }
      return answer(request.build());
    }

    /** Uploads an archive. */
    Answer upload(String content, @Nullable String force) {
      String part =
          "--limit\r\nContent-Disposition: form-data; name=\"plugin\"; filename=\"p.tar.gz\"\r\n"
              + "Content-Type: application/gzip\r\n\r\n"
              + content
              + "\r\n"
              + (force == null
                  ? ""
                  : "--limit\r\nContent-Disposition: form-data; name=\"force\"\r\n\r\n"
                      + force
                      + "\r\n")
              + "--limit--\r\n";
      return answer(
          request("/plugins")
              .header("Content-Type", FORM)
              .POST(BodyPublishers.ofString(part))
              .build());
    }

    /** Sends a body as it is; called nothing where the type is empty. */
    Answer upload(String path, String type, byte[] body) {
      HttpRequest.Builder request = request(path).POST(BodyPublishers.ofByteArray(body));
      return answer((type.isEmpty() ? request : request.header("Content-Type", type)).build());
    }

    /** Sends a body that is called nothing, with a header; tells the status. */
    int uncalled(String path, byte[] body, String header, String value) {
      HttpRequest request =
          request(path).header(header, value).POST(BodyPublishers.ofByteArray(body)).build();
      return sent(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Sends a body of JSON, or what is said to be some, as it is. */
    Answer json(String method, String path, byte[] body) {
      return answer(
          request(path)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofByteArray(body))
              .build());
    }

    /** Sends a body to somewhere beside the API; tells the status. */
    int outside(String path, String type, String body) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:%d%s".formatted(connector.getLocalPort(), path)))
              .header("Content-Type", type)
              .timeout(Duration.ofSeconds(60))
              .POST(BodyPublishers.ofString(body))
              .build();
      return sent(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** Sends a body of JSON, or what is said to be some, and takes whatever is answered. */
    HttpResponse<byte[]> raw(String method, String path, byte[] body) {
      HttpRequest.Builder request = request(path);
      if (body.length > 0) {
        request.header("Content-Type", "application/json");
      }
      return sent(
          request.method(method, BodyPublishers.ofByteArray(body)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What is answered where that is no JSON. */
    HttpResponse<byte[]> fetch(String path) {
      return sent(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:%d/api/v4%s".formatted(connector.getLocalPort(), path)))
              .timeout(Duration.ofSeconds(60));
      return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
  }

  private Answer answer(HttpRequest request) {
    return answer(sent(request, HttpResponse.BodyHandlers.ofString()));
  }

  private Answer answer(HttpResponse<String> response) {
    try {
      return new Answer(response.statusCode(), mapper.readTree(response.body()), response);
    } catch (IOException noJson) {
      throw new UncheckedIOException(response.body(), noJson);
    }
  }

  private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException failure) {
      throw new UncheckedIOException(request.toString(), failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    } finally {
      host.close();
      database.close();
    }
  }
}
