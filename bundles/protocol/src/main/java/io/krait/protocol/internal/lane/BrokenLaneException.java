package io.krait.protocol.internal.lane;

/** The other side does not keep to the protocol. The message says how, after "the peer". */
final class BrokenLaneException extends Exception {

  private static final long serialVersionUID = 1;

  BrokenLaneException(String how) {
    super(how);
  }
}
