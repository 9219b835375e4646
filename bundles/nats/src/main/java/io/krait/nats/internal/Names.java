package io.krait.nats.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What streams, buckets, subjects and keys of a cluster are called.
 *
 * @param cluster of letters, digits and hyphens
 */
record Names(String cluster) {

  Names {
    if (!cluster.matches("[A-Za-z0-9-]{1,50}")) {
      throw new IllegalArgumentException(
          "cluster of io.krait.nats has 1 to 50 letters, digits and hyphens, not " + cluster);
    }
  }

  String events() {
    return cluster + "-events";
  }

  String nodes() {
    return cluster + "-nodes";
  }

  String leases() {
    return cluster + "-leases";
  }

  /** Subjects of the reliable events of all nodes. */
  String kept() {
    return cluster + ".kept.*";
  }

  /** Subject of those of one node. */
  String kept(String node) {
    return cluster + ".kept." + key(node);
  }

  /** Subject of those that may be lost. */
  String quick() {
    return cluster + ".quick";
  }

  /** Subject of what says that nodes have come or gone. */
  String news() {
    return cluster + ".news";
  }

  /** A text as a key of a bucket. */
  static String key(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text of a key. */
  static String text(String key) {
    return new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8);
  }
}
