package io.krait.host.internal.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which database the host uses.
 *
 * @param url empty for the one in the data folder
 * @param user whom it is opened as; empty where the URL says it, or nobody is asked for
 * @param writtenPassword the user's, or empty
 * @param passwordFile holds the password instead; empty for none
 * @param copied whether the data of the data folder's database are copied into this one, where it
 *     has none
 * @param connections how many connections to it are open at most
 */
public record JdbcSettings(
    String url,
    String user,
    String writtenPassword,
    String passwordFile,
    boolean copied,
    int connections) {

  /** The user's password, or empty. */
  String password() {
    if (passwordFile.isEmpty()) {
      return writtenPassword;
    }
    try {
      return Files.readString(Path.of(passwordFile)).strip();
    } catch (IOException | RuntimeException failure) {
      throw new UnusableException(
          "cannot use database %s: the file of its password cannot be read (%s); correct jdbc.password.file of io.krait.host"
              .formatted(shown(), failure));
    }
  }

  /** Whether it is PostgreSQL. */
  public boolean isPostgreSql() {
    return url.startsWith("jdbc:postgresql:");
  }

  /** The kind of database; empty for one that the host cannot use. */
  Optional<Engine> engine() {
    return url.isEmpty() ? Optional.of(Engine.H2) : Engine.of(url);
  }

  /** The URL without what may be secret. */
  public String shown() {
    return url.replaceAll("[?;].*|//[^/@]*@", "…");
  }

  @Override
  public String toString() {
    return "database " + shown();
  }
}
