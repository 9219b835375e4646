package io.krait.api;

/** What a plugin that fails, or is too late, means for the operation that called the hook. */
public enum FailurePolicy {
  /** The operation goes on as if the plugin did not implement the hook. */
  OPEN,
  /** The operation fails. */
  CLOSED
}
