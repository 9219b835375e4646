package io.krait.hostkit.internal;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.KeyValueStore;
import io.krait.api.Nullable;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Keeps what plugins store in the place that the configuration names. Which one that is does not
 * depend on what is there: entries must not be in two places.
 */
@Component(service = EntryStore.class, configurationPid = "io.krait.hostkit")
@Designate(ocd = EntryStoreConfiguration.class)
public final class EntryStore implements KeyValueStore {

  private static final System.Logger LOGGER = System.getLogger(EntryStore.class.getName());
  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  private final boolean inDatabase;
  private final FileEntries files;
  private final AtomicReference<@Nullable JdbcEntries> tables = new AtomicReference<>();

  /** Nothing is opened before the first entry is asked for. */
  @Activate
  public EntryStore(BundleContext context, EntryStoreConfiguration configuration) {
    inDatabase = isDatabase(configuration.store());
    files =
        new FileEntries(
            configuration.folder().isEmpty()
                ? context.getDataFile("entries").toPath()
                : Path.of(configuration.folder()),
            InstantSource.system());
  }

  // No plugin should stop for what was mistyped.
  private static boolean isDatabase(String store) {
    if (!store.equals("file") && !store.equals("database")) {
      LOGGER.log(
          Level.ERROR,
          "configuration io.krait.hostkit, store: \"{0}\" is neither file nor database; file is"
              + " used",
          store);
    }
    return store.equals("database");
  }

  /** From now on this one has the table, where the configuration wants a database. */
  @Reference(
      name = "dataSource",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindDataSource(DataSource bound) {
    tables.set(new JdbcEntries(bound, InstantSource.system()));
  }

  /** This one is there no longer; another one may be bound already. */
  public void unbindDataSource(DataSource gone) {
    tables.updateAndGet(now -> now != null && now.isIn(gone) ? null : now);
  }

  /** Lets go of the files. */
  @Deactivate
  public void close() {
    files.close();
  }

  @Override
  public Bytes get(String pluginId, String key) {
    return store().get(pluginId, key);
  }

  @Override
  public void set(String pluginId, String key, Bytes value, long expireInSeconds) {
    store().set(pluginId, key, value, expireInSeconds);
  }

  @Override
  public boolean compareAndSet(
      String pluginId, String key, Bytes expected, Bytes value, long expireInSeconds) {
    return store().compareAndSet(pluginId, key, expected, value, expireInSeconds);
  }

  @Override
  public void deleteAll(String pluginId) {
    store().deleteAll(pluginId);
  }

  @Override
  public List<String> keys(String pluginId, long offset, int limit) {
    return store().keys(pluginId, offset, limit);
  }

  private KeyValueStore store() {
    if (!inDatabase) {
      return files;
    }
    JdbcEntries bound = tables.get();
    if (bound == null) {
      throw AppError.builder()
          .id("app.plugin.entries.no_database.app_error")
          .message(
              "no javax.sql.DataSource is offered as a service that configuration io.krait.hostkit"
                  + " accepts; ask again later")
          .statusCode(503)
          .retryAfter(ASK_AGAIN)
          .build();
    }
    return bound;
  }
}
