package io.krait.host.internal.plugin;

import io.krait.host.internal.audit.Audits;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Statuses;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.jobs.Jobs;
import io.krait.host.internal.mail.Mails;
import io.krait.host.internal.mail.Outbox;
import io.krait.host.internal.notifications.Background;
import io.krait.host.internal.notifications.Notifications;
import io.krait.host.internal.outside.Directory;
import io.krait.host.internal.outside.Licences;
import io.krait.host.internal.outside.Nodes;
import io.krait.host.internal.outside.Outside;
import io.krait.host.internal.push.Pushes;

/** The services of one host that are about the server, and not about what is said in it. */
public record SystemServices(
    Licences licences,
    Directory directory,
    Outbox outbox,
    Mails mails,
    Pushes pushes,
    Background background,
    Notifications notifications,
    Audits audits,
    Jobs jobs,
    Nodes nodes) {

  /** Those that work with these others. */
  static SystemServices in(
      Surroundings surroundings,
      Outside outside,
      Users users,
      Teams teams,
      Channels channels,
      Statuses statuses,
      ServerFacts facts,
      Nodes nodes) {
    Outbox outbox = new Outbox(surroundings);
    Mails mails = new Mails(surroundings, outbox);
    Pushes pushes = new Pushes(surroundings, users, outside, outbox, facts.diagnosticId());
    Background background = new Background("krait-host-notifications");
    return new SystemServices(
        new Licences(surroundings, users, outside),
        new Directory(surroundings, users, outside),
        outbox,
        mails,
        pushes,
        background,
        new Notifications(
            surroundings, users, teams, channels, statuses, pushes, mails, background),
        new Audits(surroundings),
        new Jobs(surroundings),
        nodes);
  }
}
