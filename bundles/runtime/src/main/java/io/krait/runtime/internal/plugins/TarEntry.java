package io.krait.runtime.internal.plugins;

/**
 * A file or folder in a tar.
 *
 * @param name as it is written there, with slashes
 * @param kind what it is
 * @param size bytes of content; 0 for what is no file
 * @param executable whether its owner may execute it
 */
record TarEntry(String name, Kind kind, long size, boolean executable) {

  /** What an entry can be. */
  enum Kind {
    FILE,
    FOLDER,
    /** A link, a device, a file with holes, or what nobody knows. */
    OTHER
  }
}
