package io.krait.jetty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsConnectorTest {

  private static final int TIMEOUT_MILLIS = 30_000;

  private static TestCertificate first;
  private static TestCertificate firstRsa;
  private static TestCertificate second;

  @TempDir private Path folder;
  private final Server server = new Server();
  private TlsConnector tls;
  private int port;

  @BeforeAll
  static void make(@TempDir Path stores) throws Exception {
    first = TestCertificate.of("first", "EC", stores);
    firstRsa = TestCertificate.of("first", "RSA", stores);
    second = TestCertificate.of("second", "EC", stores);
  }

  @BeforeEach
  void start() throws Exception {
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.write(
                true,
                java.nio.ByteBuffer.wrap(
                    ("secure " + request.isSecure()).getBytes(StandardCharsets.US_ASCII)),
                callback);
            return true;
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    if (tls != null) {
      tls.close();
    }
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void pemFilesAreEnough(String algorithm) throws Exception {
    listen((algorithm.equals("RSA") ? firstRsa : first).write(folder), 0);

    try (SSLSocket client = connect()) {
      assertThat(subject(client)).isEqualTo("CN=first");
      assertThat(get(client)).startsWith("HTTP/1.1 200").endsWith("secure true");
    }
  }

  @Test
  void newFilesAreUsedAndBadOnesAreNot() throws Exception {
    PemFiles files = first.write(folder);
    listen(files, 0);
    TestCertificate.replace(files.certificate(), "nothing of that kind");

    try (SSLSocket client = connect()) {
      assertThat(subject(client)).isEqualTo("CN=first");
    }

    second.write(folder);

    Instant deadline = Instant.now().plusMillis(TIMEOUT_MILLIS);
    while (!subjectOfNext().equals("CN=second")) {
      assertThat(Instant.now()).as("time until the new one is used").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  void browsersAreToldToInsistWhereThatIsWanted() throws Exception {
    listen(first.write(folder), 3600);

    try (SSLSocket client = connect()) {
      assertThat(get(client)).contains("Strict-Transport-Security: max-age=3600");
    }
  }

  @Test
  void aKeyOfAnotherCertificateIsSaidToBeOne() throws Exception {
    PemFiles files = first.write(folder);
    TestCertificate.replace(files.key(), TestCertificate.pem("PRIVATE KEY", second.key()));

    assertThatThrownBy(() -> listen(files, 0))
        .hasMessageContaining("is not that of the first certificate");
  }

  @Test
  void whatIsNoKeyIsSaidWithWhatToDo() throws Exception {
    PemFiles files = first.write(folder);
    TestCertificate.replace(files.key(), TestCertificate.pem("RSA PRIVATE KEY", new byte[] {1, 2}));
    assertThatThrownBy(() -> listen(files, 0))
        .hasMessageContaining("key.pem")
        .hasMessageContaining("openssl pkcs8 -topk8 -nodes");

    tls.close();
    TestCertificate.replace(files.key(), TestCertificate.pem("PRIVATE KEY", new byte[] {1, 2}));
    assertThatThrownBy(() -> listen(files, 0)).hasMessageContaining("none of the kinds");

    tls.close();
    assertThatThrownBy(() -> listen(new PemFiles(folder.resolve("absent"), files.key()), 0))
        .hasMessageContaining("cannot read")
        .hasMessageContaining("absent");
  }

  private void listen(PemFiles files, int insist) throws Exception {
    tls = new TlsConnector("127.0.0.1", 0, insist, files, Duration.ofMillis(20));
    ServerConnector connector = (ServerConnector) tls.createConnector(server);
    server.addConnector(connector);
    connector.start();
    port = connector.getLocalPort();
  }

  private String subjectOfNext() throws Exception {
    try (SSLSocket client = connect()) {
      return subject(client);
    }
  }

  private static String subject(SSLSocket client) throws IOException {
    return ((X509Certificate) client.getSession().getPeerCertificates()[0])
        .getSubjectX500Principal()
        .getName();
  }

  private SSLSocket connect() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.startHandshake();
    return socket;
  }

  private static String get(SSLSocket client) throws IOException {
    client
        .getOutputStream()
        .write(
            "GET / HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  /** The certificates here vouch for themselves. */
  private static final class Trusting implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
