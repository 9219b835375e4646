package io.krait.http.internal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes identifiers of requests: 26 characters, as all identifiers of the contract have. They tell
 * requests apart in logs and are no secrets, so that no thread has to wait for another's.
 */
final class RequestIds {

  private static final String ALPHABET = "ybndrfg8ejkmcpqxot1uwisza345h769";
  private static final int LENGTH = 26;

  String next() {
    byte[] id = new byte[LENGTH];
    ThreadLocalRandom.current().nextBytes(id);
    for (int i = 0; i < LENGTH; i++) {
      id[i] = (byte) ALPHABET.charAt(id[i] & 31);
    }
    return new String(id, StandardCharsets.ISO_8859_1);
  }
}
