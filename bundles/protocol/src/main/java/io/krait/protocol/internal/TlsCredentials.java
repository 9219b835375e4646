package io.krait.protocol.internal;

import io.grpc.ChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import io.krait.protocol.TlsMaterial;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates in the form that gRPC takes them. Both sides show theirs. */
public final class TlsCredentials {

  private TlsCredentials() {}

  /** For the side that connects. */
  public static ChannelCredentials forChannel(TlsMaterial material) throws IOException {
    return TlsChannelCredentials.newBuilder()
        .keyManager(keyManagers(material))
        .trustManager(trustManagers(material))
        .build();
  }

  /** For the side that listens. */
  public static ServerCredentials forServer(TlsMaterial material) throws IOException {
    return TlsServerCredentials.newBuilder()
        .keyManager(keyManagers(material))
        .trustManager(trustManagers(material))
        .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
        .build();
  }

  private static KeyManager[] keyManagers(TlsMaterial material) throws IOException {
    try {
      char[] none = new char[0];
      KeyStore store = emptyStore();
      store.setKeyEntry(
          "own",
          material.privateKey(),
          none,
          material.certificateChain().toArray(new X509Certificate[0]));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, none);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot use the own certificate: " + e.getMessage(), e);
    }
  }

  private static TrustManager[] trustManagers(TlsMaterial material) throws IOException {
    try {
      KeyStore store = emptyStore();
      int count = 0;
      for (X509Certificate certificate : material.trusted()) {
        store.setCertificateEntry("peer-" + count++, certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot use the peer's certificate: " + e.getMessage(), e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
