package io.krait.api;

/** How the results of several plugins that implement one hook are brought together. */
public enum HookKind {
  /** The plugins are told that something has happened; whatever they answer is ignored. */
  NOTIFY,
  /**
   * Each plugin sees the value as the one before it left it, and may replace it. Where the result
   * has a rejection reason or an error, the first one given ends the chain.
   */
  CHAIN,
  /** The first plugin that answers with an error ends the pass and refuses the operation. */
  REJECT,
  /** The first answer that is not empty is the result. */
  FIRST_WINS,
  /** Exactly one plugin, which the host names, is asked. */
  SINGLE,
  /** All plugins are asked and their results are added up: counts are summed, lists joined. */
  SUM
}
