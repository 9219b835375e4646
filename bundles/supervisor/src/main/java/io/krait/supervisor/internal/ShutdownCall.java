package io.krait.supervisor.internal;

import com.google.protobuf.Empty;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import io.krait.protocol.OpenChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The call by which go-plugin asks a plugin to end itself. Plugins need not know it. */
final class ShutdownCall {

  private static final Duration DEADLINE = Duration.ofSeconds(2);

  // Its messages have no fields, as those of the same name that Protocol Buffers bring along.
  private static final MethodDescriptor<Empty, Empty> SHUTDOWN =
      MethodDescriptor.<Empty, Empty>newBuilder()
          .setType(MethodType.UNARY)
          .setFullMethodName("plugin.GRPCController/Shutdown")
          .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
          .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
          .build();

  private ShutdownCall() {}

  static CompletableFuture<Empty> send(OpenChannel channel) {
    return channel.calls().call(SHUTDOWN, Empty.getDefaultInstance(), DEADLINE);
  }
}
