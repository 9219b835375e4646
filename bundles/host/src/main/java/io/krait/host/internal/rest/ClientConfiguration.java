package io.krait.host.internal.rest;

import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What clients are told of the configuration: texts by names that are not sorted into sections, in
 * which no secret is. Whoever is not logged in is told what a page for logging in needs.
 */
final class ClientConfiguration {

  private static final Map<String, List<String>> FOR_ALL =
      Map.of(
          "ServiceSettings",
          List.of(
              "SiteURL",
              "WebsocketURL",
              "WebsocketPort",
              "WebsocketSecurePort",
              "EnableDeveloper",
              "EnableMultifactorAuthentication",
              "EnforceMultifactorAuthentication"),
          "TeamSettings",
          List.of(
              "SiteName",
              "EnableUserCreation",
              "EnableOpenServer",
              "EnableCustomBrand",
              "CustomBrandText",
              "CustomDescriptionText"),
          "SupportSettings",
          List.of(
              "TermsOfServiceLink",
              "PrivacyPolicyLink",
              "AboutLink",
              "HelpLink",
              "ReportAProblemLink",
              "ForgotPasswordLink",
              "SupportEmail"),
          "EmailSettings",
          List.of("EnableSignUpWithEmail", "EnableSignInWithEmail", "EnableSignInWithUsername"),
          "LocalizationSettings",
          List.of("DefaultClientLocale", "AvailableLocales"),
          "NativeAppSettings",
          List.of("AppDownloadLink", "AndroidAppDownloadLink", "IosAppDownloadLink"),
          "ClientRequirements",
          List.of(
              "AndroidLatestVersion", "AndroidMinVersion", "IosLatestVersion", "IosMinVersion"));

  private static final Map<String, List<String>> FOR_USERS =
      Map.of(
          "ServiceSettings",
          List.of(
              "EnableOAuthServiceProvider",
              "GoogleDeveloperKey",
              "EnableIncomingWebhooks",
              "EnableOutgoingWebhooks",
              "EnableCommands",
              "EnablePostUsernameOverride",
              "EnablePostIconOverride",
              "EnableUserAccessTokens",
              "EnableLinkPreviews",
              "EnablePermalinkPreviews",
              "EnableTesting",
              "EnableCustomEmoji",
              "EnableEmojiPicker",
              "EnableGifPicker",
              "PostEditTimeLimit",
              "MinimumHashtagLength",
              "EnablePostSearch",
              "EnableFileSearch",
              "EnableUserTypingMessages",
              "TimeBetweenUserTypingUpdatesMilliseconds",
              "EnableChannelViewedMessages",
              "EnableUserStatuses",
              "EnableTutorial",
              "EnableBotAccountCreation",
              "EnableSVGs",
              "EnableLatex",
              "EnableInlineLatex",
              "CollapsedThreads",
              "ThreadAutoFollow",
              "PostPriority",
              "EnableCustomGroups",
              "AllowSyncedDrafts",
              "ScheduledPosts",
              "UniqueEmojiReactionLimitPerPost",
              "MaximumPayloadSizeBytes"),
          "TeamSettings",
          List.of(
              "MaxUsersPerTeam",
              "MaxChannelsPerTeam",
              "MaxNotificationsPerChannel",
              "RestrictDirectMessage",
              "EnableCustomUserStatuses",
              "EnableLastActiveTime",
              "EnableConfirmNotificationsToChannel",
              "TeammateNameDisplay",
              "LockTeammateNameDisplay",
              "ExperimentalViewArchivedChannels",
              "ExperimentalEnableAutomaticReplies",
              "ExperimentalPrimaryTeam"),
          "FileSettings",
          List.of(
              "EnableFileAttachments",
              "EnablePublicLink",
              "MaxFileSize",
              "EnableMobileUpload",
              "EnableMobileDownload"),
          "EmailSettings",
          List.of(
              "SendEmailNotifications",
              "SendPushNotifications",
              "RequireEmailVerification",
              "EmailNotificationContentsType",
              "EnableEmailBatching"),
          "PrivacySettings",
          List.of("ShowEmailAddress", "ShowFullName"),
          "AnnouncementSettings",
          List.of(
              "EnableBanner",
              "BannerText",
              "BannerColor",
              "BannerTextColor",
              "AllowBannerDismissal"),
          "ThemeSettings",
          List.of("EnableThemeSelection", "DefaultTheme", "AllowCustomThemes"),
          "DisplaySettings",
          List.of("CustomURLSchemes", "MaxMarkdownNodes"),
          "LogSettings",
          List.of("EnableDiagnostics"));

  private final HostServices services;

  ClientConfiguration(HostServices services) {
    this.services = services;
  }

  /** For whoever is not logged in. */
  Map<String, String> limited() {
    Map<String, String> told = new TreeMap<>();
    put(told, FOR_ALL);
    ServerConfiguration configuration = services.configuration();
    String version = configuration.text("KraitSettings", "ServerVersion");
    told.put("Version", version);
    told.put("BuildNumber", version);
    told.put("BuildHash", "");
    told.put("BuildHashEnterprise", "none");
    told.put("BuildDate", "");
    // Whoever comes next is the administrator, and needs the code for it.
    told.put("NoAccounts", Boolean.toString(services.users().noneYet()));
    told.put(
        "BuildEnterpriseReady",
        Boolean.toString(configuration.flag("KraitSettings", "EnterpriseReady")));
    told.put("DiagnosticId", services.facts().diagnosticId());
    told.put("TelemetryId", services.facts().diagnosticId());
    told.put("DiagnosticsEnabled", text("LogSettings", "EnableDiagnostics"));
    told.put("HasImageProxy", text("ImageProxySettings", "Enable"));
    told.put("PluginsEnabled", text("PluginSettings", "Enable"));
    told.put("GuestAccountsEnforceMultifactorAuthentication", "false");
    told.put("EnableGuestAccounts", text("GuestAccountsSettings", "Enable"));
    told.put("EnableLdap", text("LdapSettings", "Enable"));
    told.put("EnableSaml", text("SamlSettings", "Enable"));
    told.put("EnableSignUpWithGitLab", text("GitLabSettings", "Enable"));
    told.put("EnableSignUpWithGoogle", text("GoogleSettings", "Enable"));
    told.put("EnableSignUpWithOffice365", text("Office365Settings", "Enable"));
    told.put("EnableSignUpWithOpenId", text("OpenIdSettings", "Enable"));
    told.put("PasswordMinimumLength", text("PasswordSettings", "MinimumLength"));
    told.put("PasswordRequireLowercase", text("PasswordSettings", "Lowercase"));
    told.put("PasswordRequireUppercase", text("PasswordSettings", "Uppercase"));
    told.put("PasswordRequireNumber", text("PasswordSettings", "Number"));
    told.put("PasswordRequireSymbol", text("PasswordSettings", "Symbol"));
    told.put("PasswordEnableForgotLink", text("PasswordSettings", "EnableForgotLink"));
    return told;
  }

  /** For users. */
  Map<String, String> full() {
    Map<String, String> told = limited();
    put(told, FOR_USERS);
    told.put("SQLDriverName", text("SqlSettings", "DriverName"));
    told.put("InstallationDate", Long.toString(services.facts().installDate()));
    told.put(
        "DataRetentionEnableMessageDeletion",
        text("DataRetentionSettings", "EnableMessageDeletion"));
    told.put(
        "DataRetentionMessageRetentionDays", text("DataRetentionSettings", "MessageRetentionDays"));
    told.put(
        "DataRetentionEnableFileDeletion", text("DataRetentionSettings", "EnableFileDeletion"));
    told.put("DataRetentionFileRetentionDays", text("DataRetentionSettings", "FileRetentionDays"));
    services
        .configuration()
        .document()
        .section("FeatureFlags")
        .forEach((name, value) -> told.put("FeatureFlag" + name, value.toString()));
    return told;
  }

  private void put(Map<String, String> told, Map<String, List<String>> names) {
    names.forEach(
        (section, all) ->
            all.forEach(
                name -> {
                  String first = told.put(name, text(section, name));
                  if (first != null) {
                    throw new IllegalStateException(name + " is told twice");
                  }
                }));
  }

  private String text(String section, String name) {
    Object value = services.configuration().document().value(section, name);
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(Object::toString).toList());
    }
    return value == null ? "" : value.toString();
  }
}
