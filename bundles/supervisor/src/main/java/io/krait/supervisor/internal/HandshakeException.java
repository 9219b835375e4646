package io.krait.supervisor.internal;

/** There is no handshake to be had. The message goes on after the plugin's name. */
final class HandshakeException extends Exception {

  private static final long serialVersionUID = 1;

  HandshakeException(String problem) {
    super(problem);
  }
}
