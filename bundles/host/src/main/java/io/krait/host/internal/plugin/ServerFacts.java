package io.krait.host.internal.plugin;

import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What this installation is, for as long as its data last. Safe for use from any thread. */
public final class ServerFacts {

  private static final String INSTALLED = "install_date";
  private static final String DIAGNOSTIC_ID = "diagnostic_id";

  private static final String TRIGGER_KEY = "trigger_key";
  private static final String COOKIE_KEY = "action_cookie_key";
  private static final int BYTES_OF_KEY = 32;

  private final long installDate;
  private final String diagnosticId;
  private final String triggerKey;
  private final String cookieKey;

  /** The facts in the database of these surroundings; they begin with the first use. */
  public ServerFacts(Surroundings surroundings) {
    installDate =
        Long.parseLong(remembered(surroundings, INSTALLED, Long.toString(surroundings.now())));
    diagnosticId = remembered(surroundings, DIAGNOSTIC_ID, surroundings.ids().next());
    triggerKey = remembered(surroundings, TRIGGER_KEY, secret());
    cookieKey = remembered(surroundings, COOKIE_KEY, secret());
  }

  /** When the host was set up, in milliseconds since the epoch. */
  public long installDate() {
    return installDate;
  }

  /** The random id of this installation. */
  public String diagnosticId() {
    return diagnosticId;
  }

  /** What signs the keys by which dialogs are opened, on all nodes. */
  String triggerKey() {
    return triggerKey;
  }

  /** What seals where buttons of posts lead that nobody keeps, on all nodes. */
  String cookieKey() {
    return cookieKey;
  }

  private static String secret() {
    byte[] secret = new byte[BYTES_OF_KEY];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static String remembered(Surroundings surroundings, String name, String otherwise) {
    try {
      surroundings
          .database()
          .inTransaction(
              sql -> {
                if (sql.count("select count(*) from facts where name = ?", name) == 0) {
                  sql.insert("facts", "name", name, "content", otherwise);
                }
                return name;
              });
    } catch (DuplicateException rememberedBesideUs) {
      // What is there is read below.
    }
    return surroundings.database().inTransaction(sql -> read(sql, name));
  }

  private static String read(Sql sql, String name) {
    return sql.first("select content from facts where name = ?", row -> row.getString(1), name)
        .orElseThrow();
  }
}
