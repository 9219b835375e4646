package io.krait.itests;

import static io.krait.itests.ContainerOptions.api;
import static io.krait.itests.ContainerOptions.components;
import static io.krait.itests.ContainerOptions.hostLibraries;
import static io.krait.itests.ContainerOptions.http;
import static io.krait.itests.ContainerOptions.tools;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.PluginApiProvider;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.ConfigurationAdmin;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HostIT {
  private static final String HOST = "io.krait.host";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Container container = Container.ofThisTest();
  private String port = "";
  private String token = "";

  @Configuration
  public Option[] container() {
    return options(api(), components(), http(), hostLibraries(), tools());
  }

  private record Answer(int status, String body) {
    /** A value of the JSON object that was answered. */
    String text(String name) {
      Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
      assertThat(value.find()).as("%s in %s", name, body).isTrue();
      return value.group(1);
    }
  }

  @Test
  public void aHostServesItsDataOverHttpAndLeavesNothingElseBehind() throws Exception {
    port = container.httpPort();
    Path folder = Files.createTempDirectory("host");
    var configuration = container.service(ConfigurationAdmin.class).getConfiguration(HOST, "?");
    var properties = new Hashtable<String, Object>();
    properties.put("data.folder", folder.toString());
    configuration.update(properties);
    // What the JVM and the server open once for all is nobody's leak.
    container.uninstall(started());

    List<Bundle> first = started();
    assertThat(container.service(PluginApiProvider.class)).isNotNull();
    signUpAndPost();
    container.uninstall(first);
    assertThat(send("GET", "/system/ping", "").status()).isEqualTo(404);

    var remains = new Remains();
    for (int i = 0; i < 3; i++) {
      List<Bundle> again = started();
      remains.watch(again);
      logIn();
      assertThat(send("GET", "/teams/name/crew", "").text("display_name")).isEqualTo("Crew");
      container.uninstall(again);
    }

    assertThat(remains.await()).as("left behind").isEmpty();
  }

  private List<Bundle> started() throws Exception {
    List<Bundle> bundles = container.start(HOST);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (send("GET", "/system/ping", "").status() != 200) {
      assertThat(Instant.now()).as("time until the host answers").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return bundles;
  }

  private void signUpAndPost() throws Exception {
    Answer ada =
        send(
            "POST",
            "/users",
            "{'username':'ada','email':'ada@example.com','password':'correct horse'}");
    assertThat(ada.text("roles")).isEqualTo("system_user system_admin");
    logIn();
    Answer team = send("POST", "/teams", "{'name':'crew','display_name':'Crew','type':'O'}");
    assertThat(team.status()).isEqualTo(201);
    String channel =
        send("GET", "/teams/" + team.text("id") + "/channels/name/town-square", "").text("id");
    Answer post =
        send("POST", "/posts", "{'channel_id':'%s','message':'hello'}".formatted(channel));
    assertThat(post.status()).isEqualTo(201);
    assertThat(send("GET", "/channels/" + channel + "/posts", "").body()).contains("hello");
    assertThat(send("GET", "/nothing", "").text("id")).isEqualTo("api.context.404.app_error");
    assertThat(send("GET", "/plugins", "").status()).isEqualTo(501);
  }

  private void logIn() throws Exception {
    token = "";
    HttpURLConnection login =
        open("POST", "/users/login", "{'login_id':'ada','password':'correct horse'}");
    assertThat(login.getResponseCode()).isEqualTo(200);
    token = login.getHeaderField("Token");
    login.disconnect();
  }

  private Answer send(String method, String path, String body) throws Exception {
    HttpURLConnection connection = open(method, path, body);
    int status = connection.getResponseCode();
    try (InputStream content =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(status, content == null ? "" : new String(content.readAllBytes(), UTF_8));
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection open(String method, String path, String body) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + port + "/api/v4" + path);
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("Authorization", "Bearer " + token);
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.replace('\'', '"').getBytes(UTF_8));
    }
    return connection;
  }
}
