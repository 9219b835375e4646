package io.krait.benchmarks.plugins;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.krait.protocol.v1.MessageWillBePostedRequest;
import io.krait.protocol.v1.MessageWillBePostedResponse;
import io.krait.protocol.v1.PluginHooksGrpc;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The floor: a bare grpc-java client and a bare grpcio server. */
final class BarePeer implements AutoCloseable {

  private final Process process;
  private final Duration startTime;
  private final EventLoopGroup eventLoops;
  private final ManagedChannel channel;
  private final PluginHooksGrpc.PluginHooksFutureStub stub;

  BarePeer(Path python, Path script, Path folder) throws IOException {
    Path socket = folder.resolve("bare.sock");
    long begin = System.nanoTime();
    process =
        new ProcessBuilder(python.toString(), script.toString(), socket.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    if (!"ready".equals(out.readLine())) {
      throw new IOException("the bare server does not start");
    }
    startTime = Duration.ofNanos(System.nanoTime() - begin);
    int loops = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    eventLoops = new MultiThreadIoEventLoopGroup(loops, NioIoHandler.newFactory());
    channel =
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class)
            .eventLoopGroup(eventLoops)
            .usePlaintext()
            .build();
    stub = PluginHooksGrpc.newFutureStub(channel);
  }

  /** How long the process took until it listened. */
  Duration startTime() {
    return startTime;
  }

  ManagedChannel channel() {
    return channel;
  }

  long pid() {
    return process.pid();
  }

  CompletionStage<MessageWillBePostedResponse> call(MessageWillBePostedRequest request) {
    var answer = new CompletableFuture<MessageWillBePostedResponse>();
    Futures.addCallback(
        stub.messageWillBePosted(request),
        new FutureCallback<>() {
          @Override
          public void onSuccess(MessageWillBePostedResponse response) {
            answer.complete(response);
          }

          @Override
          public void onFailure(Throwable problem) {
            answer.completeExceptionally(problem);
          }
        },
        MoreExecutors.directExecutor());
    return answer;
  }

  @Override
  public void close() throws Exception {
    channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    eventLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    process.getOutputStream().close();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
