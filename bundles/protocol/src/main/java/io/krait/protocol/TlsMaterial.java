package io.krait.protocol;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/**
 * What one side needs for mutual TLS: the certificate that it shows, and those that it takes from
 * the other side.
 *
 * @param certificateChain own certificate first
 * @param privateKey the key of the own certificate
 * @param trusted the peer's certificate, or those that have signed it
 */
public record TlsMaterial(
    List<X509Certificate> certificateChain, PrivateKey privateKey, List<X509Certificate> trusted) {

  /** Copies the lists. */
  public TlsMaterial {
    certificateChain = List.copyOf(certificateChain);
    trusted = List.copyOf(trusted);
    Objects.requireNonNull(privateKey, "privateKey");
    if (certificateChain.isEmpty() || trusted.isEmpty()) {
      throw new IllegalArgumentException("TLS needs a certificate of either side");
    }
  }

  @Override
  public String toString() {
    return "TlsMaterial[" + certificateChain.get(0).getSubjectX500Principal() + "]";
  }
}
