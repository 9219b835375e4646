package io.krait.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the Web Console's user, made at the first start. */
final class ConsolePassword {

  static final String FILE = "webconsole-password";

  private static final int BYTES = 15;
  private static final int ROUNDS = 1000;

  private final String password;
  private final String salt;

  private ConsolePassword(String password, String salt) {
    this.password = password;
    this.salt = salt;
  }

  /**
   * The password in the data folder, a new one where there is none.
   *
   * @throws IOException where it cannot be read or written
   */
  static ConsolePassword in(DataFolder data) throws IOException {
    SecureRandom random = new SecureRandom();
    Path file = data.path().resolve(FILE);
    if (!Files.exists(file)) {
      data.writeSecret(FILE, text(random) + "\n");
    }
    return new ConsolePassword(Files.readString(file).strip(), text(random));
  }

  private static String text(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    // Without the character that the console takes for the end of a part.
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', '_');
  }

  /**
   * The password as the Web Console stores it, so that the properties of the framework, which can
   * be looked at there, do not tell it.
   */
  String hashed() {
    try {
      byte[] bytes = (salt + password).getBytes(StandardCharsets.UTF_8);
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (int round = 0; round < ROUNDS; round++) {
        bytes = sha256.digest(bytes);
      }
      String hash = Base64.getEncoder().encodeToString(bytes);
      return "{sha-256}%s-%d-%s".formatted(salt, ROUNDS, hash);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
