package io.krait.http.internal;

import java.security.SecureRandom;

/** Makes identifiers of requests: 26 characters, as all identifiers of the contract have. */
final class RequestIds {

  private static final String ALPHABET = "ybndrfg8ejkmcpqxot1uwisza345h769";
  private static final int LENGTH = 26;

  private final SecureRandom random = new SecureRandom();

  String next() {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    StringBuilder id = new StringBuilder(LENGTH);
    for (byte value : bytes) {
      id.append(ALPHABET.charAt(value & 31));
    }
    return id.toString();
  }
}
