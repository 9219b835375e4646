package io.krait.protocol.internal;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs a piece of work on a thread made for it while the caller waits. gRPC and Netty leave
 * thread-local values wherever they are called, and on a thread of the host those would keep this
 * bundle's classes for as long as the thread lives.
 */
public final class OwnThread {

  private OwnThread() {}

  /**
   * Runs {@code work}, waits until its thread has ended, and hands on what it returns or throws.
   * The wait cannot be interrupted.
   */
  public static <T> T call(String name, Callable<T> work) throws IOException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = KraitThreads.platform(name + "-").newThread(task);
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          thread.join();
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException io) {
        throw io;
      }
      if (cause instanceof RuntimeException runtime) {
        throw runtime;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(cause);
    } catch (CancellationException e) {
      throw new IllegalStateException(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
