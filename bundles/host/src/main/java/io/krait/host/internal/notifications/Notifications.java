package io.krait.host.internal.notifications;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.EmailNotificationContent;
import io.krait.api.model.Post;
import io.krait.api.model.PushNotification;
import io.krait.api.model.Status;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.Statuses;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.mail.Mails;
import io.krait.host.internal.push.Pushes;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Lets users know of posts that are for them: those that mention them, and those that come in a
 * direct channel. In the background; a post is stored whatever becomes of this. Safe for use from
 * any thread.
 */
public final class Notifications {

  private static final System.Logger LOGGER = System.getLogger(Notifications.class.getName());
  private static final int LONGEST_MESSAGE = 2000;

  private final Surroundings surroundings;
  private final Users users;
  private final Teams teams;
  private final Channels channels;
  private final Statuses statuses;
  private final Pushes pushes;
  private final Mails mails;
  private final RecipientRows rows;
  private final Executor background;

  /**
   * What tells these users by these means; it waits for plugins and others on {@code background}.
   */
  public Notifications(
      Surroundings surroundings,
      Users users,
      Teams teams,
      Channels channels,
      Statuses statuses,
      Pushes pushes,
      Mails mails,
      Executor background) {
    this.surroundings = surroundings;
    this.users = users;
    this.teams = teams;
    this.channels = channels;
    this.statuses = statuses;
    this.pushes = pushes;
    this.mails = mails;
    this.background = background;
    rows = new RecipientRows(surroundings);
  }

  /** A post has been stored; returns at once. */
  public void posted(Post post) {
    boolean written = post.type().isEmpty() || post.type().equals("me");
    if (!written || "true".equals(String.valueOf(post.props().get("from_import")))) {
      return;
    }
    try {
      background.execute(() -> notify(post));
    } catch (RejectedExecutionException tooMany) {
      LOGGER.log(Level.WARNING, "nobody is notified of post {0}: too many are waiting", post.id());
    }
  }

  private void notify(Post post) {
    try {
      tell(post);
    } catch (AppError gone) {
      // Such as an author or a channel that has been deleted in between.
      LOGGER.log(Level.DEBUG, "nobody is notified of post " + post.id(), gone);
    } catch (RuntimeException failure) {
      LOGGER.log(Level.WARNING, "not all are notified of post " + post.id(), failure);
    }
  }

  private void tell(Post post) {
    Channel channel = channels.get(post.channelId());
    boolean direct = channel.type() == ChannelType.DIRECT || channel.type() == ChannelType.GROUP;
    Mentions mentions = Mentions.of(post.message());
    List<Recipient> candidates = candidates(post, mentions, direct);
    if (candidates.isEmpty()) {
      return;
    }
    User author = users.get(post.userId());
    Optional<Team> team =
        channel.teamId().isEmpty() ? Optional.empty() : Optional.of(teams.get(channel.teamId()));
    Map<String, String> states = states(candidates);
    PushNotification notification = notification(post, channel, author);
    NotificationMail mail =
        new NotificationMail(surroundings.configuration(), post, channel, team, author);
    for (Recipient recipient : candidates) {
      boolean mentioned = direct || recipient.isMeant(mentions);
      String state = states.getOrDefault(recipient.userId(), "offline");
      if (pushes.isOn() && recipient.wantsPush(mentioned, state)) {
        push(recipient, notification);
      }
      if (surroundings.configuration().flag("EmailSettings", "SendEmailNotifications")
          && recipient.wantsMail(mentioned, state)) {
        write(recipient, mail);
      }
    }
  }

  private List<Recipient> candidates(Post post, Mentions mentions, boolean direct) {
    int most =
        (int)
            Math.min(
                100_000,
                surroundings.configuration().number("TeamSettings", "MaxNotificationsPerChannel"));
    if (direct || mentions.all()) {
      List<Recipient> everybody = rows.members(post, most + 1);
      if (everybody.size() <= most) {
        return everybody;
      }
    }
    return rows.members(post, mentions, most);
  }

  private Map<String, String> states(List<Recipient> recipients) {
    Map<String, String> states = new HashMap<>();
    for (Status status :
        statuses.byIds(recipients.stream().map(Recipient::userId).limit(1000).toList())) {
      states.put(status.userId(), status.status());
    }
    return states;
  }

  private void push(Recipient recipient, PushNotification notification) {
    try {
      pushes.send(
          recipient.userId(),
          notification.toBuilder()
              .badge(Long.toString(rows.mentionsOf(recipient.userId())))
              .build());
    } catch (AppError failure) {
      LOGGER.log(Level.WARNING, "a notification is not pushed: {0}", failure.getMessage());
    }
  }

  private void write(Recipient recipient, NotificationMail mail) {
    EmailNotificationContent content = mail.content();
    Bytes told = Bytes.utf8(surroundings.json().write(mail.asJson(recipient, content)));
    try {
      Optional<EmailNotificationContent> wanted =
          surroundings.hooks().emailNotificationWillBeSent(told, content).await();
      if (wanted.isPresent()) {
        mails.send(NotificationMail.of(recipient, wanted.get()));
      }
    } catch (AppError failure) {
      LOGGER.log(Level.WARNING, "a mail is not sent: {0}", failure.getMessage());
    }
  }

  private PushNotification notification(Post post, Channel channel, User author) {
    boolean direct = channel.type() == ChannelType.DIRECT;
    String sender = "@" + author.username();
    return PushNotification.builder()
        .type("message")
        .category("CAN_REPLY")
        .sound("default")
        .postId(post.id())
        .rootId(post.rootId())
        .teamId(channel.teamId())
        .channelId(channel.id())
        .channelName(direct ? sender : channel.displayName())
        .senderId(author.id())
        .senderName(author.username())
        .message(message(post, channel, sender, direct))
        .build();
  }

  private String message(Post post, Channel channel, String sender, boolean direct) {
    ServerConfiguration configuration = surroundings.configuration();
    String text = post.message();
    return switch (configuration.text("EmailSettings", "PushNotificationContents")) {
      case "id_loaded" -> "You've received a new message.";
      case "generic_no_channel" -> sender + " posted a message.";
      case "generic" ->
          direct
              ? sender + " sent you a message."
              : sender + " posted in " + channel.displayName() + ".";
      default -> sender + ": " + text.substring(0, Math.min(text.length(), LONGEST_MESSAGE));
    };
  }
}
