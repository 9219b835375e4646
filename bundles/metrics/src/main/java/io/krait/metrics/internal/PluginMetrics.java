package io.krait.metrics.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.Nullable;
import io.krait.api.management.ApiStatistics;
import io.krait.api.management.HttpStatistics;
import io.krait.api.management.PluginManager;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps the figures of plugins in each registry that is offered as a service. */
@Component(service = PluginMetrics.class, immediate = true)
public final class PluginMetrics {
  private static final Logger LOG = System.getLogger(PluginMetrics.class.getName());
  private static final long EVERY_SECONDS = 5;
  private static final long END_SECONDS = 10;

  private final Sources sources;
  private final Map<MeterRegistry, PluginFigures> figures = new ConcurrentHashMap<>();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "krait-metrics");
            thread.setDaemon(true);
            return thread;
          });

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable ApiStatistics apiStatistics;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile @Nullable HttpStatistics httpStatistics;

  @Activate
  public PluginMetrics(@Reference PluginManager manager, @Reference HookDispatcher dispatcher) {
    sources = new Sources(manager, dispatcher, this::apiCalls, this::httpRequests);
    executor.scheduleWithFixedDelay(
        this::lookAgain, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addRegistry(MeterRegistry registry) {
    figures.put(registry, new PluginFigures(sources, registry, InstantSource.system()));
  }

  void removeRegistry(MeterRegistry registry) {
    PluginFigures gone = figures.remove(registry);
    if (gone != null) {
      gone.close();
    }
  }

  @Deactivate
  void close() throws InterruptedException {
    executor.shutdownNow();
    if (!executor.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "the figures of plugins are still being taken after %d s".formatted(END_SECONDS));
    }
    figures.values().forEach(PluginFigures::close);
    figures.clear();
  }

  private List<ApiStatistics.Method> apiCalls() {
    ApiStatistics known = apiStatistics;
    return known == null ? List.of() : known.apiCalls();
  }

  private List<HttpStatistics.Requests> httpRequests() {
    HttpStatistics known = httpStatistics;
    return known == null ? List.of() : known.httpRequests();
  }

  private void lookAgain() {
    try {
      figures.values().forEach(PluginFigures::lookAgain);
    } catch (RuntimeException e) {
      // Thrown on, it would be the last look.
      LOG.log(Level.WARNING, "cannot take the figures of plugins: " + e, e);
    }
  }
}
