package io.krait.protocol.internal.lane;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.Status;

/** Reads messages without copying the bytes in them, out of arrays that nobody changes any more. */
final class Parsing {

  private Parsing() {}

  /** The message of a frame. */
  static <M> M message(Parser<M> parser, byte[] payload) throws BrokenLaneException {
    try {
      return parse(parser, UnsafeByteOperations.unsafeWrap(payload));
    } catch (InvalidProtocolBufferException e) {
      throw new BrokenLaneException("sends a frame that is no message: " + e.getMessage());
    }
  }

  /**
   * The message of a method.
   *
   * @throws io.grpc.StatusRuntimeException where the bytes are no such message
   */
  static <M> M message(Marshaller<M> marshaller, byte[] payload) {
    return message(marshaller, UnsafeByteOperations.unsafeWrap(payload));
  }

  /**
   * The message of a method.
   *
   * @throws io.grpc.StatusRuntimeException where the bytes are no such message
   */
  static <M> M message(Marshaller<M> marshaller, ByteString bytes) {
    if (marshaller instanceof PrototypeMarshaller<M> known
        && known.getMessagePrototype() instanceof MessageLite prototype) {
      try {
        // A marshaller's prototype is one of the messages that it parses.
        @SuppressWarnings("unchecked")
        M parsed = (M) parse(prototype.getParserForType(), bytes);
        return parsed;
      } catch (InvalidProtocolBufferException e) {
        throw Status.INTERNAL
            .withDescription("Invalid protobuf byte sequence")
            .withCause(e)
            .asRuntimeException();
      }
    }
    return marshaller.parse(bytes.newInput());
  }

  private static <M> M parse(Parser<M> parser, ByteString bytes)
      throws InvalidProtocolBufferException {
    CodedInputStream input = bytes.newCodedInput();
    input.enableAliasing(true);
    M message = parser.parseFrom(input);
    input.checkLastTagWas(0);
    return message;
  }
}
