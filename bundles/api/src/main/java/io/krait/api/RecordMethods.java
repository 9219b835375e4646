package io.krait.api;

import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.runtime.ObjectMethods;
import java.util.List;

/**
 * What the JDK makes of the methods that all records have. It remembers the class for which it has
 * last made one, and by that the class loader of a bundle that is long gone. A bundle with records
 * calls {@link #forget} when all else of it has ended.
 */
public final class RecordMethods {

  private RecordMethods() {}

  /** Has the JDK remember a class of its own instead of a bundle's. Safe on any thread. */
  public static void forget() {
    MethodHandle text = MethodHandles.identity(String.class);
    for (String method : List.of("equals", "hashCode", "toString")) {
      try {
        Object unused =
            ObjectMethods.bootstrap(
                MethodHandles.lookup(), method, MethodHandle.class, String.class, "text", text);
      } catch (Throwable e) { // Declared so; nothing depends on it.
        System.getLogger(RecordMethods.class.getName())
            .log(Level.DEBUG, "this JDK does not make record methods on demand", e);
      }
    }
  }
}
