package io.krait.supervisor.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javax.security.auth.x500.X500Principal;

/**
 * Writes the one kind of certificate that go-plugin's peers show each other: made out to {@code
 * localhost} by itself, for both sides of a connection. Java reads certificates but has no public
 * way to make one; names and keys it encodes itself, and what is left to write in DER is this.
 */
final class SelfSignedCertificate {

  private static final String NAME = "localhost";
  private static final int SERIAL_BITS = 127;

  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int VERSION_FIELD = 0xa0;
  private static final int EXTENSIONS_FIELD = 0xa3;
  private static final int DNS_NAME = 0x82;

  // Object identifiers, by their contents.
  private static final String ECDSA_WITH_SHA256 = "2a8648ce3d040302";
  private static final String KEY_USAGE = "551d0f";
  private static final String ALTERNATIVE_NAME = "551d11";
  private static final String BASIC_CONSTRAINTS = "551d13";
  private static final String EXTENDED_KEY_USAGE = "551d25";
  private static final String SERVER_AUTHENTICATION = "2b06010505070301";
  private static final String CLIENT_AUTHENTICATION = "2b06010505070302";

  /**
   * Signing of handshakes, agreement on keys, and signing of certificates, which is this one. The
   * first byte is the number of bits at the end that mean nothing.
   */
  private static final byte[] USES = {2, (byte) 0b1000_1100};

  private static final byte[] TRUE = {(byte) 0xff};
  private static final byte[] VERSION_3 = {2};

  /** Beyond this year two digits do not do. */
  private static final int LAST_UTC_YEAR = 2049;

  private SelfSignedCertificate() {}

  /**
   * A certificate of {@code pair}, which must be one of elliptic curves.
   *
   * @param from when it begins to hold, in whole seconds
   * @param until when it ends to
   */
  static X509Certificate of(KeyPair pair, Instant from, Instant until)
      throws GeneralSecurityException {
    byte[] algorithm = tagged(SEQUENCE, identifier(ECDSA_WITH_SHA256));
    byte[] name = new X500Principal("CN=" + NAME).getEncoded();
    byte[] content =
        tagged(
            SEQUENCE,
            tagged(VERSION_FIELD, tagged(INTEGER, VERSION_3)),
            tagged(INTEGER, new BigInteger(SERIAL_BITS, new SecureRandom()).toByteArray()),
            algorithm,
            name,
            tagged(SEQUENCE, time(from), time(until)),
            name,
            pair.getPublic().getEncoded(),
            tagged(EXTENSIONS_FIELD, tagged(SEQUENCE, extensions())));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(content);
    byte[] certificate = tagged(SEQUENCE, content, algorithm, bits(signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }

  private static byte[] extensions() {
    byte[] names = tagged(SEQUENCE, tagged(DNS_NAME, NAME.getBytes(StandardCharsets.US_ASCII)));
    byte[] purposes =
        tagged(SEQUENCE, identifier(CLIENT_AUTHENTICATION), identifier(SERVER_AUTHENTICATION));
    // Those who take it as an authority that has signed itself want it to say that it is one.
    byte[] authority = tagged(SEQUENCE, tagged(BOOLEAN, TRUE));
    return joined(
        extension(KEY_USAGE, true, tagged(BIT_STRING, USES)),
        extension(EXTENDED_KEY_USAGE, false, purposes),
        extension(BASIC_CONSTRAINTS, true, authority),
        extension(ALTERNATIVE_NAME, false, names));
  }

  private static byte[] extension(String identifier, boolean critical, byte[] value) {
    return tagged(
        SEQUENCE,
        identifier(identifier),
        critical ? tagged(BOOLEAN, TRUE) : new byte[0],
        tagged(OCTET_STRING, value));
  }

  private static byte[] time(Instant instant) {
    ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
    boolean shortYear = utc.getYear() <= LAST_UTC_YEAR;
    String text =
        DateTimeFormatter.ofPattern(shortYear ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'")
            .format(utc);
    return tagged(
        shortYear ? UTC_TIME : GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] identifier(String contents) {
    return tagged(OBJECT_IDENTIFIER, new BigInteger(contents, 16).toByteArray());
  }

  private static byte[] bits(byte[] whole) {
    return tagged(BIT_STRING, new byte[1], whole);
  }

  private static byte[] tagged(int tag, byte[]... contents) {
    byte[] value = joined(contents);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (value.length < 0x80) {
      out.write(value.length);
    } else {
      byte[] length = BigInteger.valueOf(value.length).toByteArray();
      int sign = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - sign));
      out.write(length, sign, length.length - sign);
    }
    out.writeBytes(value);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
