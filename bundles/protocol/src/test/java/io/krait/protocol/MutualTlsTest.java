package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MutualTlsTest {

  @RegisterExtension static final Wire wire = new Wire();

  private static KeyStore.PrivateKeyEntry host;
  private static KeyStore.PrivateKeyEntry plugin;
  private static KeyStore.PrivateKeyEntry stranger;

  private final AccessToken token = AccessToken.random(new SecureRandom());

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    host = certificate(folder.resolve("host.p12"));
    plugin = certificate(folder.resolve("plugin.p12"));
    stranger = certificate(folder.resolve("stranger.p12"));
  }

  @Test
  void peersThatKnowEachOthersCertificatesTalk() throws IOException {
    BoundServer server = serve();

    OpenChannel channel = connect(server, settings(host, plugin));

    assertThat(channel.calls().await(ECHO, text("hi"), LONG)).isEqualTo(text("hi"));
  }

  @Test
  void clientWithAnotherCertificateIsRefused() throws IOException {
    OpenChannel channel = connect(serve(), settings(stranger, plugin));

    assertThat(failureOf(channel.calls().call(ECHO, text("hi"), LONG)))
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void serverWithAnotherCertificateIsRefused() throws IOException {
    OpenChannel channel = connect(serve(), settings(host, stranger));

    assertThat(failureOf(channel.calls().call(ECHO, text("hi"), LONG)))
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void clientWithoutTlsIsRefused() throws IOException {
    OpenChannel channel = connect(serve(), TransportSettings.defaults());

    assertThat(failureOf(channel.calls().call(ECHO, text("hi"), LONG)))
        .hasMessageContaining("cannot be reached");
  }

  private BoundServer serve() throws IOException {
    return wire.onClose(
        new ServerFactory(wire.runtime(), settings(plugin, host))
            .start(Endpoint.loopback(), List.of(echo()), token));
  }

  private OpenChannel connect(BoundServer server, TransportSettings settings) throws IOException {
    return wire.onClose(
        new ChannelFactory(wire.runtime(), settings).open(server.endpoint(), token));
  }

  private static TransportSettings settings(
      KeyStore.PrivateKeyEntry own, KeyStore.PrivateKeyEntry peer) {
    return TransportSettings.builder()
        .tls(
            new TlsMaterial(
                List.of((X509Certificate) own.getCertificate()),
                own.getPrivateKey(),
                List.of((X509Certificate) peer.getCertificate())))
        .build();
  }

  // The JDK has no public way to make a certificate but its tool.
  private static KeyStore.PrivateKeyEntry certificate(Path file)
      throws IOException, GeneralSecurityException, InterruptedException {
    char[] password = "password".toCharArray();
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                "password",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(tool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return (KeyStore.PrivateKeyEntry)
        store.getEntry("own", new KeyStore.PasswordProtection(password));
  }
}
