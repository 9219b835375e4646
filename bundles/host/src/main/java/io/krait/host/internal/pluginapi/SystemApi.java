package io.krait.host.internal.pluginapi;

import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.model.AuditRecord;
import io.krait.api.model.PushNotification;
import io.krait.host.internal.mail.Mail;
import io.krait.host.internal.outside.CloudLimits;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.SystemServices;
import java.util.List;
import java.util.Map;

/** The server itself, as a plugin asks for it. Safe for use from any thread. */
final class SystemApi implements PluginApi {

  private final HostServices services;
  private final SystemServices system;
  private final HostedPlugin plugin;

  SystemApi(HostServices services, HostedPlugin plugin) {
    this.services = services;
    this.system = services.system();
    this.plugin = plugin;
  }

  @Override
  public Bytes getLicense() {
    return system.licences().licence();
  }

  @Override
  public boolean isEnterpriseReady() {
    return system.licences().isEnterpriseReady();
  }

  @Override
  public void requestTrialLicense(
      String requesterId, int users, boolean termsAccepted, boolean receiveEmailsAccepted) {
    system.licences().requestTrial(requesterId, users, termsAccepted, receiveEmailsAccepted);
  }

  @Override
  public String getServerVersion() {
    return services.configuration().text("KraitSettings", "ServerVersion");
  }

  @Override
  public long getSystemInstallDate() {
    return services.facts().installDate();
  }

  @Override
  public String getDiagnosticId() {
    return services.facts().diagnosticId();
  }

  @Override
  public String getTelemetryId() {
    return services.facts().diagnosticId();
  }

  @Override
  public Bytes getCloudLimits() {
    CloudLimits limits = CloudLimits.of(services.configuration().document());
    return Bytes.utf8(services.surroundings().json().write(limits.asJson()));
  }

  @Override
  public void logAuditRec(AuditRecord record) {
    system.audits().add(plugin.id(), record);
  }

  @Override
  public void logAuditRecWithLevel(AuditRecord record, String level) {
    system.audits().add(plugin.id(), record, level);
  }

  @Override
  public void sendMail(String to, String subject, String htmlBody) {
    system.mails().send(new Mail(to, subject, htmlBody, ""));
  }

  @Override
  public void sendPushNotification(PushNotification notification, String userId) {
    system.pushes().send(userId, notification);
  }

  @Override
  public Map<String, String> getLdapUserAttributes(String userId, List<String> attributes) {
    return system.directory().attributes(userId, attributes);
  }
}
