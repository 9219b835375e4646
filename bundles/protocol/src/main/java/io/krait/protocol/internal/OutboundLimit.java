package io.krait.protocol.internal;

import com.google.protobuf.MessageLite;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/**
 * Refuses to send messages over the limit. gRPC has such a limit too, but it looks only once there
 * is a connection, and a call that was waiting for one then never ends.
 */
public record OutboundLimit(int bytes) implements ClientInterceptor {

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void sendMessage(Q message) {
        if (message instanceof MessageLite proto && proto.getSerializedSize() > bytes) {
          throw Status.RESOURCE_EXHAUSTED
              .withDescription(
                  "the message has "
                      + proto.getSerializedSize()
                      + " bytes, more than the limit of "
                      + bytes)
              .asRuntimeException();
        }
        super.sendMessage(message);
      }
    };
  }
}
