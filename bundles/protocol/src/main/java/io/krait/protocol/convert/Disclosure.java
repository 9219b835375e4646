package io.krait.protocol.convert;

/** Whether fields that the contract marks as never sent to a plugin are written. */
public enum Disclosure {
  /** They are left out: the reader is a plugin. */
  TO_PLUGIN,
  /** They are written: the reader is the host, or a plugin's own code. */
  FULL
}
