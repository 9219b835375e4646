package io.krait.host.internal.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes passwords by Argon2id, in the usual text form of it. Safe for use from any thread. */
public final class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final int kibibytes;
  private final int passes;

  /** A hash costs much memory by intention: so many are computed at once, and others wait. */
  private final Semaphore room = new Semaphore(4, true);

  /** Hashes with 19 MiB and two passes, as is recommended for servers. */
  public Passwords() {
    this(19 * 1024, 2);
  }

  /** Hashes with so much memory and so many passes. */
  public Passwords(int kibibytes, int passes) {
    this.kibibytes = kibibytes;
    this.passes = passes;
  }

  /** The text to keep instead of the password. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return text(salt, compute(password, salt, kibibytes, passes));
  }

  private String text(byte[] salt, byte[] hash) {
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(kibibytes, passes, text.encodeToString(salt), text.encodeToString(hash));
  }

  /** A hash that was made of no password; it takes as long as any other to find that out. */
  String ofNobody() {
    byte[] salt = new byte[SALT_BYTES];
    byte[] hash = new byte[HASH_BYTES];
    random.nextBytes(salt);
    random.nextBytes(hash);
    return text(salt, hash);
  }

  /** Whether a hash was made of this password; an empty hash was made of none. */
  public boolean matches(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
      return false;
    }
    String[] costs = parts[3].split("[=,]", -1);
    byte[] computed =
        compute(
            password,
            Base64.getDecoder().decode(parts[4]),
            Integer.parseInt(costs[1]),
            Integer.parseInt(costs[3]));
    return MessageDigest.isEqual(computed, Base64.getDecoder().decode(parts[5]));
  }

  private byte[] compute(String password, byte[] salt, int memory, int iterations) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(iterations)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] result = new byte[HASH_BYTES];
    room.acquireUninterruptibly();
    try {
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
    } finally {
      room.release();
    }
    return result;
  }
}
