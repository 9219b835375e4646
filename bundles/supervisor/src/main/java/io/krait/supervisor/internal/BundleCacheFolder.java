package io.krait.supervisor.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Chooses a folder in the server's data folder, or else in the bundle's own storage. */
@Component
public final class BundleCacheFolder implements CacheFolder {

  private static final String DATA = "krait.data";
  private static final String NAME = "supervisor";

  private final BundleContext context;

  /** Chooses for the bundle of {@code context}. */
  @Activate
  public BundleCacheFolder(BundleContext context) {
    this.context = context;
  }

  @Override
  public Path choose(String configured) throws IOException {
    if (!configured.isBlank()) {
      return Path.of(configured).toAbsolutePath();
    }
    String data = context.getProperty(DATA);
    if (data != null && !data.isBlank()) {
      return Path.of(data).toAbsolutePath().resolve(NAME);
    }
    File storage = context.getDataFile(NAME);
    if (storage == null) {
      throw new IOException(
          "this framework keeps no files for bundles; set cache.folder of io.krait.supervisor");
    }
    return storage.toPath().toAbsolutePath();
  }
}
