package io.krait.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret by which a server on a TCP port knows its one client, as any process of the machine
 * can reach the port. It travels as {@code authorization: Bearer <token>} with every call.
 */
public final class AccessToken {

  private static final int RANDOM_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/=-]{16,1024}");

  private final String value;

  private AccessToken(String value) {
    this.value = value;
  }

  /** A new token of 256 random bits. */
  public static AccessToken random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * The token that a peer has made.
   *
   * @throws IllegalArgumentException where it is shorter than 16 characters or has others than a
   *     bearer token may have
   */
  public static AccessToken of(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not an access token: 16 to 1024 letters, digits and ._~+/=- are expected");
    }
    return new AccessToken(value);
  }

  /** The secret itself, for the environment of the process that is to know it. */
  public String value() {
    return value;
  }

  /** Whether {@code other} is the same secret, in a time that does not tell how much of it is. */
  public boolean matches(String other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AccessToken that && matches(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "AccessToken[***]";
  }
}
