package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostIdentityTest {

  private static final int DNS = 2;

  private final HostIdentity identity = HostIdentity.create(Instant.now());

  @Test
  void theCertificateIsOneOfLocalhostThatHasSignedItself() throws Exception {
    X509Certificate certificate = identity.certificate();

    assertThatCode(() -> certificate.verify(certificate.getPublicKey())).doesNotThrowAnyException();
    assertThatCode(certificate::checkValidity).doesNotThrowAnyException();
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSubjectX500Principal())
        .hasToString("CN=localhost")
        .isEqualTo(certificate.getIssuerX500Principal());
    assertThat(certificate.getSubjectAlternativeNames())
        .singleElement()
        .isEqualTo(List.of(DNS, "localhost"));
  }

  @Test
  void theCertificateIsForBothSidesAndItsOwnAuthority() throws Exception {
    X509Certificate certificate = identity.certificate();

    assertThat(certificate.getExtendedKeyUsage())
        .containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    // Signatures, agreement on keys, and signatures of certificates.
    assertThat(certificate.getKeyUsage())
        .containsExactly(true, false, false, false, true, true, false, false, false);
    assertThat(certificate.getCriticalExtensionOIDs())
        .containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
  }

  @Test
  void eachIsAnother() {
    assertThat(HostIdentity.create(Instant.now()).certificate())
        .isNotEqualTo(identity.certificate());
  }

  @Test
  void timesBeyondTheYear2049AreWritten() throws Exception {
    Instant from = Instant.parse("2049-12-31T23:59:59Z");
    Instant until = Instant.parse("2050-01-01T00:00:00Z");

    X509Certificate certificate =
        SelfSignedCertificate.of(KeyPairGenerator.getInstance("EC").generateKeyPair(), from, until);

    assertThat(certificate.getNotBefore().toInstant()).isEqualTo(from);
    assertThat(certificate.getNotAfter().toInstant()).isEqualTo(until);
  }

  @Test
  void theTextIsReadAgain() throws Exception {
    assertThat(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(identity.pem().getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo(identity.certificate());
  }

  @Test
  void onlyTheCertificateOfTheHandshakeIsTaken() throws Exception {
    HostIdentity plugin = HostIdentity.create(Instant.now());

    assertThat(plugin.handshakeField()).doesNotContain("=", "\n");
    assertThat(identity.towards(plugin.handshakeField()).trusted())
        .containsExactly(plugin.certificate());
  }

  @Test
  void whatIsNoCertificateIsSaid() {
    assertThatThrownBy(() -> identity.towards("no Base64!"))
        .isInstanceOf(HandshakeException.class)
        .hasMessageStartingWith("the certificate in its handshake cannot be read: ");
    assertThatThrownBy(() -> identity.towards("MIIB"))
        .isInstanceOf(HandshakeException.class)
        .hasMessageStartingWith("the certificate in its handshake cannot be read: ");
  }
}
