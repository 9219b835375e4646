package io.krait.interop;

import static io.krait.interop.WebPlugins.BLOCKING;
import static io.krait.interop.WebPlugins.COROUTINE;
import static io.krait.interop.WebPlugins.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.http.internal.LargeBody;
import io.krait.http.internal.RawClient;
import io.krait.protocol.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever is slow holds up the other side, and nobody else. How far the fast side gets ahead is
 * looked at when others have had time for much more: a large body has passed for them meanwhile.
 */
@ParameterizedClass
@EnumSource(Transport.class)
class HttpFlowIT {

  private static final int SLOW = 4;
  private static final long OTHERS = 16 << 20;
  private static final int PIECE = 64 << 10;

  /** What may be on the way: in the SDK, in both ends of gRPC, in the servlet and in the system. */
  private static final long AHEAD = 4 << 20;

  @TempDir static Path cache;
  private static WebPlugins plugins;

  @Parameter Transport carrier;

  @BeforeParameterizedClassInvocation
  static void start(Transport carrier) throws Exception {
    plugins = new WebPlugins(cache, carrier, BLOCKING, COROUTINE);
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    plugins.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void aHandlerIsHeldUpByAClientThatTakesNothing(String plugin) throws Exception {
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        RawClient client = plugins.narrowClient();
        clients.add(client);
        client.request("GET " + path(plugin, "/flood?name=flood" + i)).head();
      }

      othersGoOn(plugin);

      for (int i = 0; i < SLOW; i++) {
        assertThat(plugins.count(plugin, "flood" + i)).isBetween((long) PIECE, AHEAD);
      }
      // It goes on as the client takes more.
      RawClient first = clients.get(0);
      for (long taken = 0; taken < 2 * AHEAD; ) {
        taken += first.chunk().length;
      }
      assertThat(plugins.count(plugin, "flood0")).isBetween(2 * AHEAD, 3 * AHEAD);
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
    plugins.awaitQuiet();
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void aClientIsHeldUpByAHandlerThatReadsNothing(String plugin) throws Exception {
    List<RawClient> clients = new ArrayList<>();
    List<AtomicLong> counts = new ArrayList<>();
    List<CompletableFuture<Long>> sums = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        RawClient client = plugins.narrowClient();
        clients.add(client);
        AtomicLong sent = new AtomicLong();
        counts.add(sent);
        client.request("POST " + path(plugin, "/upload?name=slow"), "Content-Length: " + 2 * AHEAD);
        sums.add(CompletableFuture.supplyAsync(() -> send(client, sent), HttpFlowIT::thread));
      }

      othersGoOn(plugin);

      for (int i = 0; i < SLOW; i++) {
        assertThat(counts.get(i).get()).isBetween((long) PIECE, AHEAD);
        assertThat(sums.get(i)).isNotDone();
      }
      plugins.get(plugin, "/release?name=slow");
      for (int i = 0; i < SLOW; i++) {
        RawClient client = clients.get(i);
        long sum = sums.get(i).get(LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(client.text(client.head())).isEqualTo(2 * AHEAD + " " + sum);
      }
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
    plugins.awaitQuiet();
  }

  private static void othersGoOn(String plugin) throws Exception {
    try (RawClient client = plugins.client()) {
      LargeBody body = new LargeBody(OTHERS);
      assertThat(body.echo(client, path(plugin, "/echo"), received -> {}))
          .isEqualTo(new LargeBody.Received(OTHERS, body.sum()));
    }
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "sender");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends twice of what may be on the way; returns the checksum. */
  private static long send(RawClient client, AtomicLong sent) {
    CRC32 sum = new CRC32();
    byte[] piece = new byte[PIECE];
    try {
      while (sent.get() < 2 * AHEAD) {
        piece[0]++;
        sum.update(piece);
        client.send(piece);
        sent.addAndGet(PIECE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum.getValue();
  }
}
