package io.krait.interop;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.krait.protocol.calls.UnaryCall;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The generated calls of one service, found by name. */
final class CallTable<T> {

  private final Map<String, UnaryCall<T, ?, ?>> calls;

  CallTable(List<? extends UnaryCall<T, ?, ?>> calls) {
    this.calls = calls.stream().collect(Collectors.toMap(UnaryCall::name, Function.identity()));
  }

  UnaryCall<T, ?, ?> get(String name) {
    return calls.get(name);
  }

  /** What {@code target} makes the host or plugin answer to a request. */
  Message respond(String name, T target, Message request) {
    return respond(get(name), target, request);
  }

  @SuppressWarnings("unchecked") // A call's name tells the class of its request.
  private static <T, Q, R> Message respond(UnaryCall<T, Q, R> call, T target, Message request) {
    return (Message) call.handler().handle(target, (Q) request);
  }

  /** The message of that request. */
  Message parseRequest(String name, ByteString request) {
    return (Message) get(name).method().parseRequest(request.newInput());
  }

  /** The message of that response. */
  Message parseResponse(String name, ByteString response) {
    return (Message) get(name).method().parseResponse(response.newInput());
  }
}
