package io.krait.protocol.calls;

/**
 * Told of failures that are not part of the contract: mistakes in this process, which the peer
 * learns only the reference of. Called on the thread of the call, so it must not block.
 */
@FunctionalInterface
public interface UnexpectedFailures {

  /**
   * A call failed with something other than an {@link io.krait.api.AppError}.
   *
   * @param method the method's name in the contract
   * @param reference what the peer was told, so that both sides' records can be matched
   */
  void report(String method, String reference, Throwable failure);
}
