package io.krait.deploy.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.testing.PluginsInMemory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.GZIPInputStream;

/**
 * A manager whose archives are compressed texts of an identifier and a version. What is asked of it
 * is done at once but for plugins that are held up.
 */
final class FakeManager extends PluginsInMemory {
  private final Map<String, CompletableFuture<Void>> heldUp = new ConcurrentSkipListMap<>();

  /** Lets nothing that is asked of that plugin end before the future does. */
  CompletableFuture<Void> holdUp(String id) {
    return heldUp.computeIfAbsent(id, key -> new CompletableFuture<>());
  }

  @Override
  protected CompletableFuture<ManagedPlugin> install(byte[] archive, boolean replace)
      throws IOException {
    String[] found;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      found = new String(in.readAllBytes(), StandardCharsets.UTF_8).split(" ");
    }
    asked().add("install " + found[0] + " " + found[1]);
    return install(found[0], found[1]);
  }

  @Override
  protected CompletionStage<?> gate(String id) {
    return heldUp.getOrDefault(id, CompletableFuture.completedFuture(null));
  }
}
