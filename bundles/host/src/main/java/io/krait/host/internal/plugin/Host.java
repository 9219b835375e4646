package io.krait.host.internal.plugin;

import io.krait.api.Nullable;
import io.krait.host.internal.chat.EarlierWords;
import io.krait.host.internal.chat.FirstAdministrator;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.jobs.Worker;
import io.krait.host.internal.json.ModelJson;
import io.krait.host.internal.notifications.Background;
import io.krait.host.internal.outside.Nodes;
import io.krait.host.internal.outside.Outside;
import io.krait.host.internal.sharing.Parcels;
import io.krait.host.internal.sharing.Synchroniser;
import io.krait.host.internal.storage.HostDatabase;
import io.krait.host.internal.storage.Ids;
import io.krait.host.internal.storage.Json;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The services of the embedded host, and what has to be done in it from time to time. */
@Component(service = Host.class)
public final class Host {

  private static final System.Logger LOGGER = System.getLogger(Host.class.getName());
  private static final int SWEEP_MINUTES = 10;
  private static final int CLIENTS_SECONDS = 10;
  private static final int JOBS_SECONDS = 30;
  private static final int EARLIER_WORDS_MILLIS = 50;
  private static final int END_SECONDS = 10;

  private final HostServices services;
  private final FirstAdministrator first;
  private final ScheduledExecutorService sweeper;
  private final Background work = new Background("krait-host-jobs");
  private final Worker worker;
  private final EarlierWords earlier;
  private FixedSettings.Application fixing = () -> {};
  private @Nullable Thread sharing;

  /** The services on this database, with files beside it. */
  @Activate
  public Host(
      @Reference HostDatabase database,
      @Reference DispatchedHooks hooks,
      @Reference FixedSettings fixed,
      @Reference Outside outside) {
    this(
        HostServices.in(
            new Surroundings(
                database.database(),
                database.files(),
                InstantSource.system(),
                new Ids(),
                new Json(),
                hooks),
            new Passwords(),
            outside),
        database.dataFolder());
    sharing = sharing(hooks);
    fixing = fixed.apply(services.configuration(), database.settings());
  }

  /** These services, whatever they work with; and the folder of their data. */
  public Host(HostServices services, Path folder) {
    this.services = services;
    first = new FirstAdministrator(services.users(), folder, services.surroundings().ids().next());
    sweeper =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "krait-host-sweeper");
              thread.setDaemon(true);
              return thread;
            });
    earlier = new EarlierWords(services.surroundings());
    worker = new Worker(services.surroundings(), services.system().jobs());
    Nodes nodes = services.system().nodes();
    nodes.wakeJobsBy(() -> work.execute(this::work));
    services
        .system()
        .jobs()
        .wake(
            () -> {
              work.execute(this::work);
              nodes.wakeJobsElsewhere();
            });
    var jobs =
        sweeper.scheduleWithFixedDelay(
            () -> work.execute(this::work), JOBS_SECONDS, JOBS_SECONDS, TimeUnit.SECONDS);
    var unused =
        sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    var clients =
        sweeper.scheduleWithFixedDelay(
            this::sweepClients, CLIENTS_SECONDS, CLIENTS_SECONDS, TimeUnit.SECONDS);
    lookForEarlierWords(EARLIER_WORDS_MILLIS);
  }

  private void lookForEarlierWords(long afterMillis) {
    var unused = sweeper.schedule(this::earlierWords, afterMillis, TimeUnit.MILLISECONDS);
  }

  /** All services. */
  public HostServices services() {
    return services;
  }

  /** By whom the first administrator is made. */
  public FirstAdministrator firstAdministrator() {
    return first;
  }

  /** Ends what runs in the background; the database is still open then. */
  @Deactivate
  public void close() {
    fixing.close();
    sweeper.shutdownNow();
    Thread sharer = sharing;
    if (sharer != null) {
      sharer.interrupt();
    }
    services.system().nodes().close();
    services.outgoingCalls().close();
    services.events().close();
    Duration patience = Duration.ofSeconds(END_SECONDS);
    if (!work.close(patience) || !services.system().background().close(patience)) {
      LOGGER.log(Level.WARNING, "a job or a notification does not end; its thread is left");
    }
    services.outgoing().close();
    try {
      if (!sweeper.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOGGER.log(
            Level.WARNING, "the removal of what has expired does not end; its thread is left");
      }
      if (sharer != null) {
        sharer.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread sharing(DispatchedHooks hooks) {
    Thread thread =
        new Thread(
            new Synchroniser(
                services.surroundings(),
                services.sharing(),
                new Parcels(
                    services.surroundings(),
                    services.users(),
                    services.statuses(),
                    services.reactions(),
                    services.attachments()),
                ModelJson.mapper(),
                hooks::of,
                services.system().nodes().leading()::leads),
            "krait-host-sharing");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void work() {
    try {
      if (services.system().nodes().leading().leads()) {
        worker.work();
      }
    } catch (RuntimeException failure) {
      LOGGER.log(Level.WARNING, "jobs could not be looked after; tried again soon", failure);
    }
  }

  private void earlierWords() {
    try {
      if (earlier.next()) {
        lookForEarlierWords(EARLIER_WORDS_MILLIS);
      }
    } catch (RejectedExecutionException closing) {
      LOGGER.log(Level.DEBUG, "the words of earlier posts are written down at the next start");
    } catch (RuntimeException failure) {
      LOGGER.log(
          Level.WARNING,
          "the words of earlier posts could not be written down; tried again at the next start",
          failure);
    }
  }

  private void sweep() {
    try {
      services.entries().sweep();
      services.sessions().sweep();
      services.posts().sweep();
      services.accounts().sweep();
      services.uploads().sweep();
      services.attachments().sweep();
    } catch (RuntimeException failure) {
      LOGGER.log(
          Level.WARNING, "what has expired could not be removed; tried again later", failure);
    }
  }

  private void sweepClients() {
    try {
      Nodes nodes = services.system().nodes();
      services.events().sweep();
      nodes.presence().tell();
      services.statuses().sweep(nodes.presence()::isConnected, nodes.hasOthers());
      nodes.configuration().look();
      nodes.leading().leads();
    } catch (RuntimeException failure) {
      LOGGER.log(Level.WARNING, "clients could not be looked after; tried again soon", failure);
    }
  }
}
