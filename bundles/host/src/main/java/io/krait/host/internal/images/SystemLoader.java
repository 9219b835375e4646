package io.krait.host.internal.images;

import java.io.IOException;

/**
 * Runs what the JVM does with pictures under the system's class loader: what it makes once for all
 * keeps that one, and not the one of a bundle that will be gone.
 */
final class SystemLoader {

  private SystemLoader() {}

  /** Work that may fail to read or write. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  static <T> T call(Work<T> work) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    try {
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
