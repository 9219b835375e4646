package io.krait.supervisor.internal;

import io.krait.protocol.TlsMaterial;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/**
 * Who the host is to one process of a plugin: a certificate with its key, made for that process and
 * kept nowhere else than here. go-plugin calls it AutoMTLS.
 */
final class HostIdentity {

  /** Of the curves that all TLS libraries take, the common one; BoringSSL takes no P-521. */
  private static final String CURVE = "secp256r1";

  /** Clocks of other machines may be a little behind. */
  private static final Duration BEFORE = Duration.ofMinutes(5);

  /** Longer than any process lives, which is all that it is for. */
  private static final Duration HOLDS = Duration.ofDays(3650);

  private final X509Certificate certificate;
  private final PrivateKey key;

  private HostIdentity(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** A new identity that begins to hold shortly before {@code now}. */
  static HostIdentity create(Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      KeyPair pair = generator.generateKeyPair();
      Instant from = now.truncatedTo(ChronoUnit.SECONDS).minus(BEFORE);
      return new HostIdentity(
          SelfSignedCertificate.of(pair, from, from.plus(HOLDS)), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      // Every Java has to have the curve and the algorithms.
      throw new IllegalStateException("this Java cannot make a certificate: " + e.getMessage(), e);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** The certificate as text, for the variable by which plugins get it. */
  String pem() {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** The certificate as plugins write theirs into a handshake. */
  String handshakeField() {
    return Base64.getEncoder().withoutPadding().encodeToString(encoded());
  }

  /**
   * To be shown to a plugin, of which just the certificate in its handshake is taken.
   *
   * @throws HandshakeException where {@code handshakeField} is no certificate
   */
  TlsMaterial towards(String handshakeField) throws HandshakeException {
    X509Certificate peer;
    try {
      peer =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(Base64.getDecoder().decode(handshakeField)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new HandshakeException(
          "the certificate in its handshake cannot be read: %s; use an SDK that fits this host"
              .formatted(e.getMessage()));
    }
    return towards(peer);
  }

  TlsMaterial towards(X509Certificate peer) {
    return new TlsMaterial(List.of(certificate), key, List.of(peer));
  }

  private byte[] encoded() {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read has no encoding", e);
    }
  }

  @Override
  public String toString() {
    return "HostIdentity[" + certificate.getSerialNumber().toString(16) + "]";
  }
}
