package io.krait.benchmarks.plugins;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.krait.protocol.v1.PluginHooksGrpc;
import io.krait.protocol.v1.ServeHTTPRequest;
import io.krait.protocol.v1.ServeHTTPRequestInit;
import io.krait.protocol.v1.ServeHTTPResponse;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a stream of chunks costs without anything of ours: grpc-java here, grpcio there. It does
 * what lines of its input say, "up CHUNKS" or "down CHUNKS", and answers each with the seconds that
 * it took.
 */
public final class BareStreams {

  private static final int CHUNK = 1 << 16;

  /** What comes may be so far ahead of what is taken. */
  private static final int WINDOW = 8;

  private static final int LIMIT_SECONDS = 120;

  private BareStreams() {}

  /**
   * Measures until its input ends.
   *
   * @param arguments a Python with the SDK, and the script of the bare server
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("krait-benchmark");
    try (BarePeer peer = new BarePeer(Path.of(arguments[0]), Path.of(arguments[1]), folder);
        var lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      System.out.println("ready");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        int chunks = Integer.parseInt(words[1]);
        boolean up = words[0].equals("up");
        System.out.println(new Exchange(up ? chunks : 0, up ? 0 : chunks).run(peer));
      }
    } finally {
      Files.deleteIfExists(folder.resolve("bare.sock"));
      Files.delete(folder);
    }
  }

  /** One stream. Its fields are touched by the call's signals only, which come one by one. */
  private static final class Exchange extends ClientCall.Listener<ServeHTTPResponse> {
    private final ServeHTTPRequest chunk =
        ServeHTTPRequest.newBuilder().setBodyChunk(ByteString.copyFrom(new byte[CHUNK])).build();
    private final CompletableFuture<Long> ended = new CompletableFuture<>();
    private final int down;
    private int toSend;
    private boolean begun;
    private boolean completed;
    private long received;
    private ClientCall<ServeHTTPRequest, ServeHTTPResponse> call;

    Exchange(int up, int down) {
      this.toSend = up;
      this.down = down;
    }

    double run(BarePeer peer) throws Exception {
      long begin = System.nanoTime();
      call =
          peer.channel()
              .newCall(
                  PluginHooksGrpc.getServeHTTPMethod(),
                  CallOptions.DEFAULT.withExecutor(Runnable::run));
      call.start(this, new Metadata());
      call.request(WINDOW);
      long bytes = ended.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (bytes != (long) down * CHUNK) {
        throw new IllegalStateException("%d bytes have come".formatted(bytes));
      }
      return (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public void onReady() {
      if (!begun) {
        begun = true;
        call.sendMessage(
            ServeHTTPRequest.newBuilder()
                .setInit(ServeHTTPRequestInit.newBuilder().setUrl(Integer.toString(down)))
                .build());
      }
      while (toSend > 0 && call.isReady()) {
        toSend--;
        call.sendMessage(chunk);
      }
      if (toSend == 0 && !completed) {
        completed = true;
        call.sendMessage(ServeHTTPRequest.newBuilder().setBodyComplete(true).build());
        call.halfClose();
      }
    }

    @Override
    public void onMessage(ServeHTTPResponse message) {
      received += message.getBodyChunk().size();
      call.request(1);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (status.isOk()) {
        ended.complete(received);
      } else {
        ended.completeExceptionally(status.asRuntimeException());
      }
    }
  }
}
