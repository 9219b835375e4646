package io.krait.host.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.host.internal.chat.FirstAdministrator;
import io.krait.host.internal.commands.CommandCompletion;
import io.krait.host.internal.commands.SlashCommands;
import io.krait.host.internal.interactive.Integrations;
import io.krait.host.internal.interactive.PostActions;
import io.krait.host.internal.json.ModelJson;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.RecentLog;
import io.krait.host.internal.plugin.SupportPacket;
import io.krait.host.internal.storage.HostSettings;
import io.krait.hostkit.PluginAdministration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** What the REST API is made of. */
final class RestApplication {

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final PluginAdministration administration;
  private final FirstAdministrator first;
  private final HostSettings settings;
  private final long largestArchive;
  private final boolean installsFromUrl;
  private final RecentLog log;
  private final Authentication authentication;
  private final Errors errors;
  private volatile Site site = new Site("", OwnSite.at(""));

  RestApplication(
      HostServices services,
      DispatchedHooks hooks,
      PluginAdministration administration,
      FirstAdministrator first,
      HostSettings settings,
      long largestArchive,
      boolean installsFromUrl,
      RecentLog log) {
    this.log = log;
    this.installsFromUrl = installsFromUrl;
    this.largestArchive = largestArchive;
    this.services = services;
    this.hooks = hooks;
    this.administration = administration;
    this.first = first;
    this.settings = settings;
    this.authentication = new Authentication(services, hooks, this::site);
    this.errors = new Errors(hooks);
  }

  private boolean isOpen() {
    return settings.openSignUp()
        || services.configuration().flag("TeamSettings", "EnableOpenServer");
  }

  /** The site as the configuration names it now. */
  private OwnSite site() {
    String configured = services.configuration().text("ServiceSettings", "SiteURL");
    String url = configured.isEmpty() ? settings.siteUrl() : configured;
    Site known = site;
    if (!known.url().equals(url)) {
      known = new Site(url, OwnSite.at(url));
      site = known;
    }
    return known.own();
  }

  private record Site(String url, OwnSite own) {}

  /** Finds out who makes a request. */
  Authentication authentication() {
    return authentication;
  }

  /** By what clients notice that the server is another one, or set up otherwise, than before. */
  String versionId() {
    return VersionId.of(services);
  }

  /** The largest body that is accepted somewhere, in bytes. */
  long largestBody() {
    return Math.max(
        PluginsResource.largestRequest(largestArchive),
        FilesResource.largestForm(services.attachments()));
  }

  /** All pages, which go on by {@code next}. Everything is named; nothing is looked for. */
  Pages pages(Continuation next) {
    ObjectMapper mapper = ModelJson.mapper();
    return new Pages(resources(next, mapper), errors::toResponse, mapper);
  }

  private ResourceConfig resources(Continuation next, ObjectMapper mapper) {
    Access access = new Access(services.permissions());
    SlashCommands commands = new SlashCommands(services, hooks);
    ResourceConfig config = new ResourceConfig();
    config.setApplicationName("krait-host");
    config.addProperties(
        Map.of(
            ServerProperties.WADL_FEATURE_DISABLE, true,
            ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
            ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
            ServerProperties.BV_FEATURE_DISABLE, true));
    config.registerInstances(new JsonBodies(mapper), authentication, errors);
    ConsumedPosts consumed = new ConsumedPosts(services, access, hooks, next);
    Integrations integrations = new Integrations(services.outgoing(), hooks::http, mapper);
    Resources resources = new Resources();
    resources.serve(
        SystemResource.class,
        new SystemResource(services, access, new SupportPacket(services, hooks, administration)));
    resources.serve(LicenseResource.ForClients.class, new LicenseResource.ForClients(services));
    resources.serve(LicenseResource.Trial.class, new LicenseResource.Trial(services, access));
    resources.serve(LogsResource.class, new LogsResource(access, log, mapper));
    resources.serve(AuditsResource.class, new AuditsResource(services, access));
    resources.serve(OutboxResource.class, new OutboxResource(services, access));
    resources.serve(JobsResource.class, new JobsResource(services, access));
    resources.serve(
        UsersResource.class, new UsersResource(services, access, next, first, this::isOpen));
    resources.serve(
        AccountMailsResources.Password.class,
        new AccountMailsResources.Password(services.accounts()));
    resources.serve(
        AccountMailsResources.Address.class,
        new AccountMailsResources.Address(services.accounts()));
    resources.serve(UserDirectoryResource.class, new UserDirectoryResource(services, access));
    resources.serve(AccessTokensResource.class, new AccessTokensResource(services, access));
    resources.serve(SessionsResource.class, new SessionsResource(services, access));
    resources.serve(RolesResource.class, new RolesResource(services, access));
    resources.serve(UserImagesResource.class, new UserImagesResource(services, access));
    resources.serve(TeamImagesResource.class, new TeamImagesResource(services, access));
    resources.serve(SidebarsResource.class, new SidebarsResource(services, access));
    resources.serve(TeamRolesResource.class, new TeamRolesResource(services, access));
    resources.serve(SchemesResource.class, new SchemesResource(access));
    resources.serve(ChannelRolesResource.class, new ChannelRolesResource(services, access));
    resources.serve(GuestsResource.class, new GuestsResource(services, access));
    resources.serve(BotsResource.class, new BotsResource(services, access));
    resources.serve(
        ConfigurationResource.class,
        new ConfigurationResource(services, administration, access, next));
    resources.serve(PreferencesResource.class, new PreferencesResource(services, access));
    resources.serve(MembershipsResource.class, new MembershipsResource(services, access));
    resources.serve(StatusesResource.class, new StatusesResource(services, access));
    resources.serve(TypingResource.class, new TypingResource(services, access));
    resources.serve(ThreadsResource.class, new ThreadsResource(services, access, consumed));
    resources.serve(UnreadPostsResource.class, new UnreadPostsResource(services, access, consumed));
    resources.serve(
        FlaggedPostsResource.class, new FlaggedPostsResource(services, access, consumed));
    resources.serve(AcknowledgementsResource.class, new AcknowledgementsResource(services, access));
    resources.serve(KnownUsersResource.class, new KnownUsersResource(services, access));
    GroupsResource groups = new GroupsResource(services, access);
    resources.serve(GroupsResource.All.class, new GroupsResource.All(groups));
    resources.serve(GroupsResource.OfUser.class, new GroupsResource.OfUser(groups));
    resources.serve(DataRetentionResource.class, new DataRetentionResource(services));
    resources.serve(ChannelFactsResource.class, new ChannelFactsResource(services, access));
    resources.serve(TeamsResource.class, new TeamsResource(services, access));
    resources.serve(TeamMembersResource.class, new TeamMembersResource(services, access));
    resources.serve(TeamInvitesResource.class, new TeamInvitesResource(services, access));
    resources.serve(TeamChannelsResource.class, new TeamChannelsResource(services, access));
    resources.serve(ChannelsResource.class, new ChannelsResource(services, access));
    resources.serve(ChannelMembersResource.class, new ChannelMembersResource(services, access));
    resources.serve(
        ChannelPostsResource.class, new ChannelPostsResource(services, access, consumed));
    resources.serve(
        PostsResource.class,
        new PostsResource(
            services,
            access,
            consumed,
            next,
            new PostActions(
                services.channels(),
                services.teams(),
                services.posts(),
                services.ephemeralPosts(),
                services.triggers(),
                integrations,
                mapper)));
    resources.serve(
        ActionsResource.class, new ActionsResource(services, access, integrations, mapper, next));
    resources.serve(EmojiResource.class, new EmojiResource(services, access));
    resources.serve(OAuthResource.class, new OAuthResource(services, access));
    resources.serve(UploadsResource.class, new UploadsResource(services, access, next));
    resources.serve(UserUploadsResource.class, new UserUploadsResource(services));
    resources.serve(IncomingHooksResource.class, new IncomingHooksResource(services, access));
    resources.serve(OutgoingHooksResource.class, new OutgoingHooksResource(services, access));
    resources.serve(HookCallsResource.class, new HookCallsResource(services, next));
    resources.serve(FilesResource.class, new FilesResource(services, access, next));
    resources.serve(ReactionsResource.class, new ReactionsResource(services, access));
    resources.serve(
        TeamCommandsResource.class,
        new TeamCommandsResource(
            access, commands, new CommandCompletion(services, hooks, commands), next));
    resources.serve(CommandsResource.class, new CommandsResource(services, access, commands, next));
    resources.serve(
        PluginsResource.class,
        new PluginsResource(
            access,
            administration,
            new PluginDownloads(
                services.outgoing(), administration, installsFromUrl, largestArchive),
            next,
            largestArchive));
    resources.serve(
        PostTouchesResource.class,
        new PostTouchesResource(services, access, hooks.touches(), administration));
    serve(resources, new UnreadResources(services, access));
    SearchResources search = new SearchResources(services, access, consumed);
    resources.serve(SearchResources.Everywhere.class, new SearchResources.Everywhere(search));
    resources.serve(SearchResources.InTeam.class, new SearchResources.InTeam(search));
    resources.serve(
        SearchResources.FilesEverywhere.class, new SearchResources.FilesEverywhere(search));
    resources.serve(SearchResources.FilesInTeam.class, new SearchResources.FilesInTeam(search));
    resources.serve(
        OpenApiResource.class,
        new OpenApiResource(
            new OpenApi(mapper)
                .describe(
                    services.configuration().text("KraitSettings", "ServerVersion"),
                    List.copyOf(resources.all.keySet()))));
    config.registerClasses(resources.all.keySet());
    config.register(resources);
    return config;
  }

  private static void serve(Resources resources, UnreadResources unread) {
    resources.serve(UnreadResources.View.class, new UnreadResources.View(unread));
    resources.serve(UnreadResources.ViewSeveral.class, new UnreadResources.ViewSeveral(unread));
    resources.serve(UnreadResources.OfChannel.class, new UnreadResources.OfChannel(unread));
    resources.serve(UnreadResources.SetUnread.class, new UnreadResources.SetUnread(unread));
    resources.serve(UnreadResources.OfTeams.class, new UnreadResources.OfTeams(unread));
    resources.serve(UnreadResources.OfTeam.class, new UnreadResources.OfTeam(unread));
  }

  /**
   * The resources as instances of their classes. Registered as instances they would do as well, but
   * Jersey would warn of each that it is no provider.
   */
  private static final class Resources extends AbstractBinder {
    private final Map<Class<?>, Object> all = new LinkedHashMap<>();

    <T> void serve(Class<T> type, T resource) {
      all.put(type, resource);
    }

    @Override
    protected void configure() {
      all.forEach(this::bindOne);
    }

    private <T> void bindOne(Class<T> type, Object resource) {
      // Goes before what Jersey itself would make of the class.
      bind(type.cast(resource)).to(type).ranked(1);
    }
  }
}
