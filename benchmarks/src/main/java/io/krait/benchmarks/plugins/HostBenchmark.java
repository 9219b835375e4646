package io.krait.benchmarks.plugins;

import io.krait.api.Bytes;
import io.krait.api.model.Post;
import io.krait.api.model.SearchParameter;
import io.krait.benchmarks.plugins.KraitHost.Running;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.HostSettings;
import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.JdbcSettings;
import io.krait.host.internal.storage.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Measures the embedded host on a database, beside its statements without the host. */
public final class HostBenchmark implements AutoCloseable {

  private static final String BARE = "the statements alone";
  private static final String HOST = "the host";
  private static final String MESSAGE =
      "a message of some eighty characters as people write them to one another every long day";
  private static final String H2 =
      "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0";
  private static final int CONNECTIONS = 8;
  private static final int IN_FLIGHT = 8;
  private static final int PAGE = 60;
  private static final int KEYS = 1000;
  private static final byte[] VALUE = "v".repeat(200).getBytes(StandardCharsets.US_ASCII);

  private final Workbench bench;
  private final ComparisonTable table;
  private final String name;
  private final HostDatabase database;
  private final BareChat bare;
  private final HostServices services;
  private final ExecutorService callers = Executors.newFixedThreadPool(IN_FLIGHT);
  private final AtomicLong keys = new AtomicLong();

  private HostBenchmark(Workbench bench, Report report, String name, String url, long posts)
      throws Exception {
    this.bench = bench;
    this.name = name;
    table = new ComparisonTable(report).beside("beside the statements alone", other -> BARE);
    boolean h2 = url.startsWith("jdbc:h2:");
    database =
        new HostDatabase(
            new HostSettings(
                bench.folder().resolve("data-" + name),
                new JdbcSettings(url, "", "", "", false, CONNECTIONS),
                "folder",
                1 << 20,
                false,
                ""));
    DataSource source = source(url, h2);
    report.heading("putting %d posts into %s".formatted(posts, name));
    long begin = System.nanoTime();
    ChatData.into(source, h2, posts);
    report.figure(name + ", put in", (System.nanoTime() - begin) / 1e9, "s");
    bare = new BareChat(source, h2);
    services = services(HostHooks.NONE);
  }

  /**
   * Measures, prints what is found, and writes JSON.
   *
   * @param arguments the repository's root, a Python with the SDK, the file for the JSON, the URL
   *     of an empty PostgreSQL or a hyphen, and the posts, rounds and seconds a round, which may be
   *     left out
   */
  public static void main(String[] arguments) throws Exception {
    long posts = arguments.length > 4 ? Long.parseLong(arguments[4]) : 1_000_000;
    var report = new Report();
    try (var bench = Workbench.of(arguments[0], arguments[1], arguments, 5)) {
      bench.facts(report);
      String h2 = H2.formatted(bench.folder().resolve("chat"));
      for (String[] place : new String[][] {{"H2", h2}, {"PostgreSQL", arguments[3]}}) {
        if (!place[1].equals("-")) {
          try (var benchmark = new HostBenchmark(bench, report, place[0], place[1], posts)) {
            benchmark.run();
          }
        }
      }
    }
    report.write(Path.of(arguments[2]));
  }

  private static DataSource source(String url, boolean h2) {
    if (h2) {
      JdbcDataSource source = new JdbcDataSource();
      source.setURL(url);
      return source;
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    return source;
  }

  private HostServices services(HostHooks hooks) {
    return HostServices.in(
        new Surroundings(
            database.database(),
            database.files(),
            InstantSource.system(),
            new Ids(),
            new Json(),
            hooks),
        new Passwords());
  }

  private void run() throws Exception {
    posts();
    contest("values set", () -> bare.set(key(), VALUE), () -> set(key()));
    contest("values read", () -> bare.get(key()), () -> services.entries().get("host", key()));
    contest(
        "a page of %d posts of the large channel".formatted(PAGE),
        () -> bare.page(PAGE),
        () -> services.postLists().inChannel(ChatData.LARGE, Page.of(0, PAGE)));
    contest(
        "unread counts of %d channels".formatted(ChatData.CHANNELS),
        bare::unread,
        () -> services.channelViews().ofTeams(ChatData.USER));
    SearchParameter search = SearchParameter.builder().terms(ChatData.WORD).build();
    contest(
        "a search for a word that one post in a thousand has",
        () -> bare.search(ChatData.WORD, PAGE),
        () -> services.postSearch().ofUser(ChatData.TEAM, ChatData.USER, search));
  }

  private void set(String key) {
    services.entries().set("host", key, Bytes.owning(VALUE), 0);
  }

  private String key() {
    return "key-" + keys.getAndIncrement() % KEYS;
  }

  private void posts() throws Exception {
    try (KraitHost one = bench.host();
        KraitHost four = bench.host()) {
      List<Running> running = new ArrayList<>();
      try {
        running.addAll(one.start(List.of("a"), bench.plugin(), "async"));
        running.addAll(four.start(List.of("a", "b", "c", "d"), bench.plugin(), "async"));
        HostServices withOne = services(new HookedPosts(one.hooks()));
        HostServices withFour = services(new HookedPosts(four.hooks()));
        List<Contestant> contestants =
            List.of(
                contestant(BARE, () -> bare.post(MESSAGE)),
                contestant(HOST, () -> post(services)),
                contestant(HOST + ", one plugin is asked", () -> post(withOne)),
                contestant(HOST + ", four plugins are asked", () -> post(withFour)));
        bench.contest().warmUp(contestants);
        table.show(name + ": posts", bench.contest().run(IN_FLIGHT, contestants));
      } finally {
        for (Running plugin : running) {
          plugin.close();
        }
      }
    }
  }

  private static void post(HostServices services) {
    Post unused =
        services
            .posts()
            .create(
                Post.builder()
                    .userId(ChatData.USER)
                    .channelId(ChatData.POSTED_IN)
                    .message(MESSAGE)
                    .build());
  }

  private void contest(String what, Runnable alone, Runnable host) throws Exception {
    List<Contestant> contestants = List.of(contestant(BARE, alone), contestant(HOST, host));
    bench.contest().warmUp(contestants);
    table.show(name + ": " + what, bench.contest().run(IN_FLIGHT, contestants));
  }

  private Contestant contestant(String who, Runnable call) {
    Supplier<CompletionStage<?>> begun = () -> CompletableFuture.runAsync(call, callers);
    return new Contestant(
        who,
        (inFlight, time) -> new Load(inFlight, time).run(begun),
        List.of(ProcessHandle.current().pid()));
  }

  @Override
  public void close() {
    callers.shutdown();
    bare.close();
    database.close();
  }
}
