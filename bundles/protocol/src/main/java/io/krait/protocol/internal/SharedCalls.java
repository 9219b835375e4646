package io.krait.protocol.internal;

import io.grpc.MethodDescriptor;
import io.krait.api.Nullable;
import java.util.concurrent.CompletableFuture;

/** A connection that many calls share, on which streaming calls may begin as well. */
public interface SharedCalls {

  /**
   * Makes a streaming call with its only request.
   *
   * @return null where that cannot be done now; its result is null where the peer cannot do it
   */
  <R> @Nullable CompletableFuture<@Nullable Beginning<R>> begin(
      MethodDescriptor<?, R> method, Object request);
}
