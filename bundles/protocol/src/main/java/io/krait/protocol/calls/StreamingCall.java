package io.krait.protocol.calls;

import io.grpc.MethodDescriptor;
import java.util.concurrent.Flow;

/**
 * How one rpc that streams both ways is passed to a Java interface.
 *
 * @param name the rpc's name in the contract
 * @param <T> the interface
 * @param <Q> the request message
 * @param <R> the response message
 */
public record StreamingCall<T, Q, R>(
    String name, MethodDescriptor<Q, R> method, Handler<T, Q, R> handler) {

  /** Passes the stream of requests to the interface. */
  @FunctionalInterface
  public interface Handler<T, Q, R> {

    /** The stream of responses; it is subscribed to once. */
    Flow.Publisher<R> handle(T target, Flow.Publisher<Q> requests);
  }
}
