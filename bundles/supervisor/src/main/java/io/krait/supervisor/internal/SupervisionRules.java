package io.krait.supervisor.internal;

import java.time.Duration;

/**
 * When a plugin counts as failed, and what comes then.
 *
 * @param healthInterval how often its health is asked for
 * @param healthDeadline how long the answer may take
 * @param healthTries after how many bad answers in a row it is restarted
 * @param firstBackOff how long at most until it is restarted for the first time; doubled each time
 * @param maxBackOff how long at most until any restart
 * @param failureLimit after how many failures it is not restarted any more
 * @param failureWindow in which time
 * @param closingLimit how long a stop waits for those who have to be told
 */
record SupervisionRules(
    Duration healthInterval,
    Duration healthDeadline,
    int healthTries,
    Duration firstBackOff,
    Duration maxBackOff,
    int failureLimit,
    Duration failureWindow,
    Duration closingLimit) {

  static SupervisionRules defaults() {
    return new SupervisionRules(
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        3,
        Duration.ofSeconds(2),
        Duration.ofMinutes(1),
        3,
        Duration.ofMinutes(60),
        Duration.ofSeconds(10));
  }

  SupervisionRules withHealth(Duration interval, Duration deadline) {
    return new SupervisionRules(
        interval,
        deadline,
        healthTries,
        firstBackOff,
        maxBackOff,
        failureLimit,
        failureWindow,
        closingLimit);
  }
}
