package io.krait.host.internal.storage;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.model.Post;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.TestHost;
import io.krait.host.internal.keyvalue.Entries;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A process of its own, to be killed: as many as there are writers count up counters and post, all
 * at the same time, and say what they have been told is kept, a line for each. It ends when its
 * input does.
 */
public final class KilledWriters {

  static final int WRITERS = 64;
  static final int COUNTERS = 8;
  static final String PLUGIN = "com.example.counter";

  private KilledWriters() {}

  /** Writes what the arguments say: data folder, URL and user of the database, user, channel. */
  public static void main(String[] arguments) throws IOException {
    HostSettings settings =
        TestSettings.with(
            Path.of(arguments[0]),
            new JdbcSettings(arguments[1], arguments[2], "", "", false, 8),
            false);
    TestHost host = new TestHost(settings, HostHooks.NONE);
    PrintStream told = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    IntStream.range(0, WRITERS)
        .forEach(
            number ->
                new Thread(() -> write(host, number, arguments[3], arguments[4], told)).start());
    while (System.in.read() >= 0) {
      // Nothing is said to it.
    }
    Runtime.getRuntime().halt(1);
  }

  private static void write(
      TestHost host, int number, String userId, String channelId, PrintStream told) {
    Entries entries = host.services().entries();
    String counter = counter(number % COUNTERS);
    while (true) {
      try {
        writeOnce(host, entries, counter, number, userId, channelId, told);
      } catch (AppError busy) {
        // Nobody has been told that this one is kept; on a slow machine connections are scarce.
      }
    }
  }

  private static void writeOnce(
      TestHost host,
      Entries entries,
      String counter,
      int number,
      String userId,
      String channelId,
      PrintStream told) {
    Bytes before = entries.get(PLUGIN, counter);
    long next = number(before) + 1;
    if (entries.compareAndSet(PLUGIN, counter, before, Bytes.utf8(Long.toString(next)), 0)) {
      told.println(counter + " " + next);
    }
    Post post = Post.builder().userId(userId).channelId(channelId).message("by " + number).build();
    told.println("post " + host.services().posts().create(post).id());
  }

  static String counter(int number) {
    return "counter-" + number;
  }

  static long number(Bytes value) {
    return value.isEmpty() ? 0 : Long.parseLong(value.toUtf8());
  }
}
