package io.krait.protocol.calls;

import io.grpc.MethodDescriptor;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import java.util.function.Function;

/**
 * How one unary rpc is passed to a Java interface.
 *
 * @param name the rpc's name in the contract
 * @param errorResponse makes a response that carries the error; null where the response has no
 *     place for one
 * @param <T> the interface
 * @param <Q> the request message
 * @param <R> the response message
 */
public record UnaryCall<T, Q, R>(
    String name,
    MethodDescriptor<Q, R> method,
    Handler<T, Q, R> handler,
    @Nullable Function<AppError, R> errorResponse) {

  /** Decodes the request, calls the interface and encodes its result. */
  @FunctionalInterface
  public interface Handler<T, Q, R> {

    /**
     * The response to {@code request}.
     *
     * @throws AppError as the interface threw it
     * @throws io.krait.protocol.convert.MalformedMessageException where the request lacks something
     */
    R handle(T target, Q request);
  }
}
