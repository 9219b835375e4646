package io.krait.jetty.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with those that vouch for it, and its private key, each in a PEM file. */
record PemFiles(Path certificate, Path key) {

  private static final long LARGEST = 1 << 20;
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final byte[] PROOF =
      "does the key belong to the certificate?".getBytes(StandardCharsets.US_ASCII);

  /** The files cannot be used; the message says which, why, and what to do. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  /**
   * Tells whether the files are those of before.
   *
   * @return anything that is another when a file is another one
   */
  String state() {
    return state(certificate) + " " + state(key);
  }

  private static String state(Path file) {
    try {
      // Where a file is a link, as with certbot, that to which it leads.
      return file.toRealPath() + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException missing) {
      return "none";
    }
  }

  /**
   * Reads them into a key store that is nowhere but in memory.
   *
   * @throws UnusableException where they are not what they should be
   */
  KeyStore load(char[] password) throws UnusableException {
    Certificate[] chain = certificates();
    PrivateKey secret = privateKey();
    if (!belongs(secret, chain[0].getPublicKey())) {
      throw new UnusableException(
          "the key in %s is not that of the first certificate in %s; name the two that belong together"
              .formatted(key, certificate));
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry("server", secret, password, chain);
      return store;
    } catch (GeneralSecurityException | IOException failure) {
      throw new UnusableException(
          "Java does not take the certificate in %s (%s)".formatted(certificate, failure));
    }
  }

  private Certificate[] certificates() throws UnusableException {
    try {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(read(certificate)))
              .toArray(new Certificate[0]);
      if (chain.length > 0) {
        return chain;
      }
    } catch (CertificateException noCertificate) {
      // Told below.
    }
    throw new UnusableException(
        "%s has no certificate in PEM form (BEGIN CERTIFICATE)".formatted(certificate));
  }

  private PrivateKey privateKey() throws UnusableException {
    Matcher pem = KEY.matcher(new String(read(key), StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw new UnusableException(
          ("%s has no private key in PKCS#8 form without a password (BEGIN PRIVATE KEY); make one"
                  + " of another by: openssl pkcs8 -topk8 -nodes -in OLD -out NEW")
              .formatted(key));
    }
    try {
      PKCS8EncodedKeySpec encoded =
          new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
      for (String algorithm : ALGORITHMS) {
        try {
          return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
        } catch (InvalidKeySpecException ofAnother) {
          // The next one.
        }
      }
    } catch (GeneralSecurityException | IllegalArgumentException noKey) {
      // Told below.
    }
    throw new UnusableException(
        "the private key in %s is none of the kinds %s".formatted(key, ALGORITHMS));
  }

  private static byte[] read(Path file) throws UnusableException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UnusableException("%s is too large for a PEM file".formatted(file));
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UnusableException("cannot read %s (%s)".formatted(file, failure));
    }
  }

  private static boolean belongs(PrivateKey secret, PublicKey known) {
    String algorithm =
        switch (secret.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> secret.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(secret);
      signature.update(PROOF);
      byte[] signed = signature.sign();
      signature.initVerify(known);
      signature.update(PROOF);
      return signature.verify(signed);
    } catch (GeneralSecurityException ofAnother) {
      return false;
    }
  }
}
