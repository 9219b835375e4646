package io.krait.interop;

import static io.krait.interop.WebPlugins.BLOCKING;
import static io.krait.interop.WebPlugins.COROUTINE;
import static io.krait.interop.WebPlugins.FLASK;
import static io.krait.interop.WebPlugins.STARLETTE;
import static io.krait.interop.WebPlugins.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.http.internal.LargeBody;
import io.krait.http.internal.RawClient;
import io.krait.protocol.Transport;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of any size pass byte for byte through a plugin in Python, many at once too. */
@ParameterizedClass
@EnumSource(Transport.class)
class HttpBodiesIT {

  private static final int[] SIZES = {0, 1, 65_535, 65_536, 65_537, 1 << 20};

  /** How large a large body is; more is for patient people. */
  private static final long LARGE = Long.getLong("krait.http.largeMebibytes", 64) << 20;

  private static final int AT_ONCE = 200;

  @TempDir static Path cache;
  private static WebPlugins plugins;

  @Parameter Transport carrier;

  @BeforeParameterizedClassInvocation
  static void start(Transport carrier) throws Exception {
    plugins = new WebPlugins(cache, carrier, BLOCKING, COROUTINE, STARLETTE, FLASK);
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    plugins.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE, STARLETTE, FLASK})
  void bodiesComeBackAsTheyWent(String plugin) throws Exception {
    HttpClient http2 = plugins.http2();
    try (RawClient client = plugins.client()) {
      for (int size : SIZES) {
        byte[] body = random(size);

        assertThat(client.post(path(plugin, "/echo"), body, false).body()).isEqualTo(body);
        assertThat(client.post(path(plugin, "/echo"), body, true).body()).isEqualTo(body);
        HttpRequest request =
            HttpRequest.newBuilder(plugins.uri(plugin, "/echo"))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        assertThat(http2.send(request, BodyHandlers.ofByteArray()).body()).isEqualTo(body);
      }
    }
    plugins.awaitQuiet();
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void aLargeBodyPassesInConstantMemory(String plugin) throws Exception {
    ProcessHandle process = plugins.process(plugin);
    try (RawClient client = plugins.client()) {
      new LargeBody(8 << 20).echo(client, path(plugin, "/echo"), bytes -> {});
      MemoryUse before = MemoryUse.with(process);
      MemoryUse.Peak peak = new MemoryUse.Peak(process);
      LargeBody body = new LargeBody(LARGE);
      long began = System.nanoTime();

      LargeBody.Received received = body.echo(client, path(plugin, "/echo"), bytes -> peak.look());

      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          "FIGURE %s: %d MiB both ways in %.1f s, %.0f MiB/s; before: %s; at most: %s%n",
          plugin, LARGE >> 20, seconds, (LARGE >> 20) / seconds, before, peak.most());
      assertThat(received).isEqualTo(new LargeBody.Received(LARGE, body.sum()));
      assertThat(peak.most().since(before).mebibytes()).allMatch(grown -> grown < 32);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {BLOCKING, COROUTINE})
  void manyUploadsAndDownloadsPassAtOnce(String plugin) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Void>> transfers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int size = 300_000 + i;
        transfers.add(i % 2 == 0 ? () -> upload(plugin, size) : () -> download(plugin, size));
      }

      List<Future<Void>> done =
          threads.invokeAll(transfers, LivePlugins.DEADLINE_SECONDS, TimeUnit.SECONDS);

      for (Future<Void> one : done) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    plugins.awaitQuiet();
  }

  private static Void upload(String plugin, int size) throws Exception {
    byte[] body = random(size);
    try (RawClient client = plugins.client()) {
      assertThat(client.post(path(plugin, "/upload"), body, size % 4 == 0).text())
          .isEqualTo(size + " " + checksum(body));
    }
    return null;
  }

  private static Void download(String plugin, int size) throws Exception {
    byte[] expected = new byte[size];
    for (int i = 0; i < size; i++) {
      expected[i] = (byte) i;
    }
    assertThat(plugins.get(plugin, "/download?size=" + size).body()).isEqualTo(expected);
    return null;
  }

  private static byte[] random(int size) {
    byte[] body = new byte[size];
    new Random(size).nextBytes(body);
    return body;
  }

  private static long checksum(byte[] body) {
    CRC32 sum = new CRC32();
    sum.update(body);
    return sum.getValue();
  }
}
