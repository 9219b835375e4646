package io.krait.protocol;

import com.google.protobuf.BytesValue;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCallHandler;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A runtime for all tests of a class, and what each of them opens on it. */
final class Wire implements AfterEachCallback, AfterAllCallback {

  static final Duration LONG = Duration.ofSeconds(20);

  static final MethodDescriptor<StringValue, StringValue> ECHO =
      method("Echo", MethodType.UNARY, StringValue.getDefaultInstance());
  static final MethodDescriptor<BytesValue, BytesValue> BYTES =
      method("Bytes", MethodType.UNARY, BytesValue.getDefaultInstance());
  static final MethodDescriptor<StringValue, StringValue> UNKNOWN =
      method("NotThere", MethodType.UNARY, StringValue.getDefaultInstance());
  static final MethodDescriptor<StringValue, StringValue> STREAM =
      method("Stream", MethodType.BIDI_STREAMING, StringValue.getDefaultInstance());

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private TransportRuntime runtime;
  private Transport transport = Transport.GRPC;

  /** What carries the calls of what is made from now on; gRPC until this is called. */
  void use(Transport other) {
    transport = other;
  }

  TransportRuntime runtime() {
    if (runtime == null) {
      runtime = TransportRuntime.builder().handlersEndWithin(Duration.ofMillis(500)).build();
    }
    return runtime;
  }

  BoundServer serve(ServerServiceDefinition... services) {
    return serve(TransportSettings.defaults(), services);
  }

  BoundServer serve(TransportSettings settings, ServerServiceDefinition... services) {
    try {
      Path socket = newFolder().resolve("s");
      ServerFactory servers = new ServerFactory(runtime(), settings);
      return onClose(
          transport == Transport.LANE
              ? servers.startLane(Endpoint.unix(socket), List.of(services))
              : servers.start(Endpoint.unix(socket), List.of(services)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  OpenChannel connect(BoundServer server) {
    return connect(server.endpoint(), TransportSettings.defaults());
  }

  OpenChannel connect(Endpoint endpoint, TransportSettings settings) {
    try {
      ChannelFactory channels = new ChannelFactory(runtime(), settings);
      return onClose(
          transport == Transport.LANE && endpoint instanceof Endpoint.Unix unix
              ? channels.openLane(unix)
              : channels.open(endpoint));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that only this user may enter, with a short name, as socket paths must be short. */
  Path newFolder() {
    try {
      Path folder = Files.createTempDirectory("kr");
      onClose(() -> Files.deleteIfExists(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T extends AutoCloseable> T onClose(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    transport = Transport.GRPC;
    while (!open.isEmpty()) {
      AutoCloseable next = open.pop();
      if (next instanceof BoundServer server) {
        server.close(Duration.ZERO);
      } else {
        next.close();
      }
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (runtime != null) {
      runtime.close();
    }
  }

  static StringValue text(String text) {
    return StringValue.of(text);
  }

  static ServerServiceDefinition echo() {
    return unary(ECHO, (request, answer) -> answer.accept(request));
  }

  static <Q, R> ServerServiceDefinition unary(
      MethodDescriptor<Q, R> method, BiConsumer<Q, Answer<R>> handler) {
    return service(
        method,
        ServerCalls.asyncUnaryCall(
            (Q request, StreamObserver<R> observer) ->
                handler.accept(request, new Answer<>(observer))));
  }

  static <Q, R> ServerServiceDefinition service(
      MethodDescriptor<Q, R> method, ServerCallHandler<Q, R> handler) {
    return ServerServiceDefinition.builder(method.getServiceName())
        .addMethod(method, handler)
        .build();
  }

  static Throwable failureOf(CompletableFuture<?> future) {
    // Not by get(), which wraps failures, and cancellations differently on each JDK.
    CompletableFuture<Throwable> failure =
        future.handle(
            (value, thrown) ->
                thrown instanceof CompletionException
                    ? thrown.getCause()
                    : thrown != null
                        ? thrown
                        : new AssertionError("did not fail but gave " + value));
    try {
      return failure.get(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      throw new AssertionError("did not end", e);
    }
  }

  /** Where a handler answers, and learns that nobody waits any more. */
  record Answer<R>(StreamObserver<R> observer) {

    void accept(R response) {
      observer.onNext(response);
      observer.onCompleted();
    }

    void onCancel(Runnable told) {
      ((ServerCallStreamObserver<R>) observer).setOnCancelHandler(told);
    }
  }

  private static <M extends Message> MethodDescriptor<M, M> method(
      String name, MethodType type, M prototype) {
    return MethodDescriptor.<M, M>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName("krait.test.Trial", name))
        .setRequestMarshaller(ProtoUtils.marshaller(prototype))
        .setResponseMarshaller(ProtoUtils.marshaller(prototype))
        .build();
  }
}
