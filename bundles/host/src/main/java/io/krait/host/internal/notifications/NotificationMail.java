package io.krait.host.internal.notifications;

import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.EmailNotificationContent;
import io.krait.api.model.Post;
import io.krait.api.model.Team;
import io.krait.api.model.User;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.mail.HtmlText;
import io.krait.host.internal.mail.Mail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is written to somebody who is not there to read a post. */
final class NotificationMail {

  private final ServerConfiguration configuration;
  private final Post post;
  private final Channel channel;
  private final Optional<Team> team;
  private final User author;

  NotificationMail(
      ServerConfiguration configuration,
      Post post,
      Channel channel,
      Optional<Team> team,
      User author) {
    this.configuration = configuration;
    this.post = post;
    this.channel = channel;
    this.team = team;
    this.author = author;
  }

  /** What plugins are told of it, under the names that they know. */
  Map<String, Object> asJson(Recipient recipient, EmailNotificationContent content) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("post_id", post.id());
    json.put("channel_id", channel.id());
    json.put("team_id", channel.teamId());
    json.put("sender_id", author.id());
    json.put("sender_display_name", author.username());
    json.put("recipient_id", recipient.userId());
    json.put("recipient_username", recipient.username());
    json.put("channel_name", channel.displayName());
    json.put("team_name", team.map(Team::displayName).orElse(""));
    json.put("root_id", post.rootId());
    json.put("is_direct_message", channel.type() == ChannelType.DIRECT);
    json.put("is_group_message", channel.type() == ChannelType.GROUP);
    json.put("is_thread_reply", !post.rootId().isEmpty());
    json.put("is_crt_enabled", false);
    json.put(
        "email_notification_content_type",
        configuration.text("EmailSettings", "EmailNotificationContentsType"));
    json.put("subject", content.subject());
    json.put("title", content.title());
    json.put("sub_title", content.subTitle());
    json.put("message_html", content.messageHtml());
    json.put("message_text", content.messageText());
    json.put("button_text", content.buttonText());
    json.put("button_url", content.buttonUrl());
    json.put("footer_text", content.footerText());
    return json;
  }

  /** What the mail says, if nobody wants it otherwise. */
  EmailNotificationContent content() {
    String site = configuration.text("TeamSettings", "SiteName");
    String sender = "@" + author.username();
    boolean direct = channel.type() == ChannelType.DIRECT;
    boolean full =
        configuration.text("EmailSettings", "EmailNotificationContentsType").equals("full");
    String where = team.map(Team::displayName).orElse(channel.displayName());
    return EmailNotificationContent.builder()
        .subject(
            direct
                ? "[%s] New Direct Message from %s".formatted(site, sender)
                : "[%s] Notification in %s".formatted(site, where))
        .title(direct ? sender + " sent you a new message" : sender + " mentioned you in a message")
        .subTitle("While you were away, %s wrote this on %s.".formatted(sender, site))
        .messageHtml(full ? HtmlText.of(post.message()).replace("\n", "<br>") : "")
        .messageText(full ? post.message() : "")
        .buttonText("Reply in " + site)
        .buttonUrl(link())
        .footerText("You get this mail as your notification settings ask for it.")
        .build();
  }

  private String link() {
    String site = configuration.text("ServiceSettings", "SiteURL");
    if (site.isEmpty()) {
      return "";
    }
    String base = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    return team.map(there -> base + "/" + there.name() + "/pl/" + post.id())
        .orElse(base + "/_redirect/pl/" + post.id());
  }

  /** The mail that says that. */
  static Mail of(Recipient recipient, EmailNotificationContent content) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html><body>");
    element(html, "h2", HtmlText.of(content.title()));
    element(html, "p", HtmlText.of(content.subTitle()));
    element(html, "blockquote", content.messageHtml());
    if (!content.buttonText().isEmpty() && content.buttonUrl().matches("https?://.*")) {
      html.append("<p><a href=\"").append(HtmlText.of(content.buttonUrl())).append("\">");
      html.append(HtmlText.of(content.buttonText())).append("</a></p>");
    }
    element(html, "small", HtmlText.of(content.footerText()));
    html.append("</body></html>");
    String text =
        String.join(
            "\n\n",
            content.title(),
            content.subTitle(),
            content.messageText(),
            content.buttonUrl(),
            content.footerText());
    String subject = content.subject().replaceAll("[\\r\\n]+", " ").trim();
    return new Mail(
        recipient.email(),
        subject.isEmpty() ? "Notification" : subject.substring(0, Math.min(500, subject.length())),
        html.toString(),
        text.replaceAll("\n{3,}", "\n\n").trim());
  }

  private static void element(StringBuilder html, String name, String content) {
    if (!content.isEmpty()) {
      html.append('<').append(name).append('>').append(content);
      html.append("</").append(name).append('>');
    }
  }
}
