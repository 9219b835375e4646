package io.krait.protocol.calls;

/**
 * Told of each call that a peer was answered. Called on the thread of the call, so it must not
 * block.
 */
@FunctionalInterface
public interface AnsweredCalls {

  /**
   * A call was answered.
   *
   * @param method the method's name in the contract
   * @param nanos how long it took from its request to its response
   * @param well whether the answer is no error
   */
  void answered(String method, long nanos, boolean well);
}
