package io.krait.sandbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The users of the system. */
final class Accounts {

  private static final Pattern NUMBERS = Pattern.compile("([0-9]+):([0-9]+)");

  private final Path passwd;

  /** A user and its group. */
  record Account(long user, long group) {}

  /** Reads {@code passwd}, a file as /etc/passwd is. */
  Accounts(Path passwd) {
    this.passwd = passwd;
  }

  /**
   * The account of that name, or with these numbers.
   *
   * @throws IOException where there is none
   */
  Account find(String named) throws IOException {
    Matcher numbers = NUMBERS.matcher(named);
    if (numbers.matches()) {
      return new Account(Long.parseLong(numbers.group(1)), Long.parseLong(numbers.group(2)));
    }
    for (String line : Files.readAllLines(passwd)) {
      String[] fields = line.split(":", -1);
      if (fields.length > 3 && fields[0].equals(named)) {
        return new Account(Long.parseLong(fields[2]), Long.parseLong(fields[3]));
      }
    }
    throw new IOException(
        "there is no user \"%s\" in %s; make one, or set user of io.krait.sandbox to the numbers of one, such as 1234:1234"
            .formatted(named, passwd));
  }
}
