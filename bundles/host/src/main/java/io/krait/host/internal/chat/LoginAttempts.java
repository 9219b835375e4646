package io.krait.host.internal.chat;

import io.krait.api.AppError;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes whoever guesses passwords wait, longer after each wrong one, and nobody else: what is
 * counted is how often an account was tried from an address, and how often an address was wrong at
 * all. From elsewhere the right password works at once, so that nobody can lock an account of
 * another.
 *
 * <p>Who guesses at one account from very many addresses is slowed down, too: then all of them wait
 * together, for no longer than {@link #LONGEST_FOR_ACCOUNT}, but for those from which somebody has
 * known the account's password since this server was started. Safe for use from any thread.
 */
public final class LoginAttempts {

  /** So many wrong passwords for one account cost nothing, as people mistype them. */
  static final int FREE = 5;

  /** So many for any accounts, as many people may share an address. */
  static final int FREE_FROM_ADDRESS = 50;

  /** So many for one account from all addresses together that it is not used from. */
  static final int FREE_FOR_ACCOUNT = 100;

  static final Duration LONGEST = Duration.ofMinutes(5);

  /** Longer would lock out an owner who comes from a new address. */
  static final Duration LONGEST_FOR_ACCOUNT = Duration.ofSeconds(30);

  /** After so long without a wrong one everything is forgotten. */
  static final Duration FORGOTTEN = Duration.ofMinutes(15);

  /** Stands for all addresses together; none is written so. */
  private static final String ANYWHERE = "*";

  private static final int MOST_REMEMBERED = 20_000;
  private static final System.Logger LOGGER = System.getLogger(LoginAttempts.class.getName());

  private final InstantSource clock;
  private final Map<String, Failures> byOrigin = new Remembered<>();
  // From where each account is used; the keys alone count.
  private final Map<String, Boolean> trusted = new Remembered<>();

  /** Knows of no attempts yet. */
  public LoginAttempts(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Someone is about to try a password, which counts as wrong until {@link #succeeded}: of many
   * tries at the same time no more are let through than one after the other.
   *
   * @param account which account; any text where there is none
   * @param address from which address
   * @throws AppError with status 429, and when to try again
   */
  public synchronized void begin(String account, String address) {
    long now = clock.millis();
    String network = network(address);
    Failures ofAddress = remembered(network, now);
    Failures ofAccount = remembered(pair(account, network), now);
    long wait =
        Math.max(
            ofAddress.delay(now, FREE_FROM_ADDRESS, LONGEST), ofAccount.delay(now, FREE, LONGEST));
    if (wait > 0) {
      warnOnce(ofAccount, ofAddress, network);
      throw tooMany("from your address", Duration.ofMillis(wait));
    }
    if (trusted.get(pair(account, network)) == null) {
      countForAccount(account, now);
    }
    ofAddress.count(now);
    ofAccount.count(now);
  }

  private void countForAccount(String account, long now) {
    Failures ofAll = remembered(pair(account, ANYWHERE), now);
    long wait = ofAll.delay(now, FREE_FOR_ACCOUNT, LONGEST_FOR_ACCOUNT);
    if (wait > 0) {
      if (!ofAll.told) {
        LOGGER.log(
            Level.WARNING,
            "{0} wrong passwords for one account in {1} s from many addresses; further ones must"
                + " wait, but where the account was used before",
            ofAll.count,
            (ofAll.latest - ofAll.first) / 1000);
      }
      ofAll.told = true;
      throw tooMany("for this account", Duration.ofMillis(wait));
    }
    ofAll.count(now);
  }

  /** The password was right: what was wrong before it from there is forgotten. */
  public synchronized void succeeded(String account, String address) {
    String network = network(address);
    byOrigin.remove(pair(account, network));
    // Not all of it: who has one account must not be free to guess at others.
    takeBack(network);
    if (trusted.put(pair(account, network), true) == null) {
      takeBack(pair(account, ANYWHERE));
    }
  }

  private void takeBack(String origin) {
    Failures failures = byOrigin.get(origin);
    if (failures != null) {
      failures.takeBack();
    }
  }

  private Failures remembered(String origin, long now) {
    Failures failures = byOrigin.get(origin);
    if (failures == null || now - failures.latest >= FORGOTTEN.toMillis()) {
      failures = new Failures(now);
      byOrigin.put(origin, failures);
    }
    return failures;
  }

  /** A burst is one line, however long it is. */
  private static void warnOnce(Failures ofAccount, Failures ofAddress, String network) {
    if (!ofAccount.told && !ofAddress.told) {
      LOGGER.log(
          Level.WARNING,
          "wrong passwords from {0}: {1} in {2} s for one account, {3} for all; further ones must"
              + " wait",
          network,
          ofAccount.count,
          (ofAddress.latest - ofAddress.first) / 1000,
          ofAddress.count);
    }
    ofAccount.told = true;
    ofAddress.told = true;
  }

  private static AppError tooMany(String whose, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return AppError.builder()
        .id("api.user.check_user_login_attempts.too_many.app_error")
        .message("too many wrong passwords %s; try again in %d seconds".formatted(whose, seconds))
        .statusCode(429)
        .retryAfter(Duration.ofSeconds(seconds))
        .build();
  }

  private static String pair(String account, String network) {
    return network + ' ' + account;
  }

  /** The network that one customer has the whole of: with IPv6 that is not one address. */
  public static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // A literal, so that nobody is asked.
      byte[] bytes = InetAddress.getByName(address.replaceAll("[\\[\\]]|%.*", "")).getAddress();
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
    } catch (UnknownHostException noLiteral) {
      return "";
    }
  }

  /** What was wrong from one origin. */
  private static final class Failures {
    private final long first;
    private long latest;
    private int count;
    private boolean told;

    Failures(long now) {
      first = now;
      latest = now;
    }

    void count(long now) {
      latest = now;
      count++;
    }

    void takeBack() {
      count--;
    }

    /** How long it must wait from now on, in milliseconds. */
    long delay(long now, int free, Duration most) {
      if (count < free) {
        return 0;
      }
      long longest = Math.min(most.toMillis(), 1000L << Math.min(20, count - free));
      return Math.max(0, latest + longest - now);
    }
  }

  /** Forgets the origin that has been quiet for longest where there are too many. */
  private static final class Remembered<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
