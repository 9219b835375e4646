package io.krait.host.internal.jobs;

import io.krait.api.FailureCause;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.outside.CloudLimits;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/** Does the work of the server, one piece after the other, on the thread that calls it. */
public final class Worker {

  private static final System.Logger LOGGER = System.getLogger(Worker.class.getName());
  private static final Duration KEPT = Duration.ofDays(30);
  private static final LocalTime TELEMETRY_TIME = LocalTime.of(3, 0);

  private final Surroundings surroundings;
  private final Jobs jobs;
  private final DataRetention retention;

  /** What does these jobs. */
  public Worker(Surroundings surroundings, Jobs jobs) {
    this.surroundings = surroundings;
    this.jobs = jobs;
    retention = new DataRetention(surroundings);
  }

  /** Whether what a job does is to go on, which is asked now and then. */
  @FunctionalInterface
  interface Progress {
    /** Says how much has been done. */
    boolean goesOn(long done);
  }

  /** Does what is to be done by now. One thread at a time. */
  public synchronized void work() {
    ServerConfiguration configuration = surroundings.configuration();
    if (!configuration.flag("JobSettings", "RunJobs")) {
      return;
    }
    jobs.tidy(KEPT);
    if (configuration.flag("JobSettings", "RunScheduler")) {
      schedule(configuration);
    }
    for (Optional<Job> job = jobs.take(); job.isPresent(); job = jobs.take()) {
      run(job.get());
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  private void schedule(ServerConfiguration configuration) {
    if (configuration.flag("DataRetentionSettings", "EnableMessageDeletion")
        || configuration.flag("DataRetentionSettings", "EnableFileDeletion")
        || configuration.flag("DataRetentionSettings", "EnableBoardsDeletion")) {
      daily(
          Jobs.DATA_RETENTION,
          LocalTime.parse(configuration.text("DataRetentionSettings", "DeletionJobStartTime")));
    }
    if (configuration.flag("LogSettings", "EnableDiagnostics")) {
      daily(Jobs.TELEMETRY, TELEMETRY_TIME);
    }
  }

  /** Wants it for the latest time of that day which is past, unless that has been done. */
  private void daily(String type, LocalTime time) {
    ZonedDateTime now = Instant.ofEpochMilli(surroundings.now()).atZone(ZoneOffset.UTC);
    ZonedDateTime due = now.with(time);
    long latest = (due.isAfter(now) ? due.minusDays(1) : due).toInstant().toEpochMilli();
    jobs.createOnceSince(type, latest);
  }

  private void run(Job job) {
    try {
      Map<String, String> result =
          switch (job.type()) {
            case Jobs.DATA_RETENTION -> retention.run(done -> jobs.goesOn(job.id(), done));
            case Jobs.TELEMETRY -> {
              surroundings.hooks().dailyTelemetry();
              yield Map.of();
            }
            case Jobs.CLOUD_LIMITS -> {
              surroundings
                  .hooks()
                  .cloudLimitsHaveChanged(
                      CloudLimits.of(surroundings.configuration().document()).asModel());
              yield Map.of();
            }
            default -> throw new IllegalStateException("nobody does " + job.type());
          };
      boolean canceled = jobs.get(job.id()).status().equals(Job.CANCEL_REQUESTED);
      jobs.end(job, canceled ? Job.CANCELED : Job.SUCCESS, result);
    } catch (RuntimeException failure) {
      LOGGER.log(Level.WARNING, "the job " + job.type() + " has failed", failure);
      jobs.end(job, Job.ERROR, Map.of("error", FailureCause.text(failure)));
    }
  }
}
