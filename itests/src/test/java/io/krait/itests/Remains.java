package io.krait.itests;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** What is left of bundles that were uninstalled: what this JVM holds, and their class loaders. */
final class Remains {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Holdings before = Holdings.now();
  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private final Map<Reference<? extends ClassLoader>, String> loaders = new HashMap<>();

  /** Watches bundles that will be uninstalled. */
  void watch(List<Bundle> bundles) {
    for (Bundle bundle : bundles) {
      var loader = bundle.adapt(BundleWiring.class).getClassLoader();
      loaders.put(new WeakReference<>(loader, collected), bundle.getSymbolicName());
    }
  }

  /** What is left, after a while that it has to go; empty where all is gone. */
  List<String> await() throws InterruptedException {
    var deadline = Instant.now().plus(PATIENCE);
    var left = new ArrayList<>(Holdings.now().since(before));
    while (!left.isEmpty() && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      left = new ArrayList<>(Holdings.now().since(before));
    }
    // A time of its own, so that what is told of class loaders is true whatever else is left.
    deadline = Instant.now().plus(PATIENCE);
    do {
      System.gc();
      for (var gone = collected.remove(100); gone != null; gone = collected.poll()) {
        loaders.remove(gone);
      }
    } while (!loaders.isEmpty() && Instant.now().isBefore(deadline));
    dumpHeapIfAsked();
    left.addAll(loaders.values().stream().map(name -> "class loader of " + name).toList());
    return left;
  }

  /** For whoever looks for what holds a class loader. */
  private void dumpHeapIfAsked() {
    String file = System.getProperty("krait.remains.dump", "");
    if (file.isEmpty() || loaders.isEmpty()) {
      return;
    }
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
              "dumpHeap",
              new Object[] {file, true},
              new String[] {String.class.getName(), boolean.class.getName()});
    } catch (JMException failure) {
      throw new IllegalStateException("cannot write " + file, failure);
    }
  }
}
