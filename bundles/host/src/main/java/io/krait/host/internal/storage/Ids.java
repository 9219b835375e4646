package io.krait.host.internal.storage;

import java.security.SecureRandom;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes ids and tokens: 26 characters of base 32, that is 130 random bits. */
public final class Ids {

  /** The letters of z-base-32, as other servers of this API have them. */
  private static final String LETTERS = "ybndrfg8ejkmcpqxot1uwisza345h769";

  private static final int LENGTH = 26;
  private static final Pattern ID = Pattern.compile("[a-z0-9]{26}");

  private final Random random;

  /** Makes ids that nobody can guess. */
  public Ids() {
    this(new SecureRandom());
  }

  /** Makes ids of the bits that {@code random} gives. */
  public Ids(Random random) {
    this.random = random;
  }

  /** An id that was not there before. */
  public String next() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  /** Whether a text has the form of an id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
