package io.krait.host.internal.interactive;

import io.krait.api.AppError;
import io.krait.host.internal.chat.Surroundings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that come with a command or a click, by which one dialog may be opened for that user.
 * They are signed, of use once, and for a short time. Safe for use from any thread.
 */
public final class Triggers {

  /** How long one is of use: plugins have a while to think. */
  static final Duration LIFETIME = Duration.ofSeconds(30);

  private static final String ALGORITHM = "HmacSHA256";

  private final Surroundings surroundings;
  private final SecretKeySpec key;
  private final Map<String, Long> used = new ConcurrentHashMap<>();

  /**
   * Those that are signed by this secret, whichever node has made them.
   *
   * @param secret a text that is hard to guess
   */
  public Triggers(Surroundings surroundings, String secret) {
    this.surroundings = surroundings;
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** A new one for a user. */
  public String make(String userId) {
    String said = "%s:%s:%d".formatted(surroundings.ids().next(), userId, surroundings.now());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((said + ":" + signature(said)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Uses one up, and gives whose it is.
   *
   * @throws AppError with status 400 where it is none of ours, too old, or used up
   */
  public String use(String trigger) {
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(trigger), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException none) {
      throw refused("decode", "the trigger id is none of this server's");
    }
    int end = text.lastIndexOf(':');
    String[] parts = text.split(":", -1);
    if (parts.length != 4
        || !MessageDigest.isEqual(
            signature(text.substring(0, end)).getBytes(StandardCharsets.UTF_8),
            parts[3].getBytes(StandardCharsets.UTF_8))) {
      throw refused("verify_signature", "the trigger id is none of this server's");
    }
    long now = surroundings.now();
    long until = Long.parseLong(parts[2]) + LIFETIME.toMillis();
    if (now > until) {
      throw refused(
          "expired", "the trigger id was of use for %d seconds".formatted(LIFETIME.toSeconds()));
    }
    used.values().removeIf(over -> over < now);
    if (used.putIfAbsent(parts[0], until) != null) {
      throw refused("expired", "the trigger id has opened a dialog already");
    }
    return parts[1];
  }

  private static AppError refused(String why, String message) {
    return AppError.of("interactive_message.decode_trigger_id." + why + ".app_error", message, 400);
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
