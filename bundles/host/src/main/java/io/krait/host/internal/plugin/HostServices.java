package io.krait.host.internal.plugin;

import io.krait.api.PluginCommands;
import io.krait.host.internal.accounts.Accounts;
import io.krait.host.internal.bots.Bots;
import io.krait.host.internal.bots.PluginBot;
import io.krait.host.internal.chat.AccessTokens;
import io.krait.host.internal.chat.Acknowledgements;
import io.krait.host.internal.chat.Attachments;
import io.krait.host.internal.chat.ChannelMembers;
import io.krait.host.internal.chat.ChannelViews;
import io.krait.host.internal.chat.Channels;
import io.krait.host.internal.chat.CustomStatuses;
import io.krait.host.internal.chat.DirectChannels;
import io.krait.host.internal.chat.GuestAccounts;
import io.krait.host.internal.chat.Logins;
import io.krait.host.internal.chat.Passwords;
import io.krait.host.internal.chat.Permissions;
import io.krait.host.internal.chat.PostDetails;
import io.krait.host.internal.chat.PostLists;
import io.krait.host.internal.chat.Posts;
import io.krait.host.internal.chat.Preferences;
import io.krait.host.internal.chat.PublicLinks;
import io.krait.host.internal.chat.Reactions;
import io.krait.host.internal.chat.RoleAdministration;
import io.krait.host.internal.chat.Sessions;
import io.krait.host.internal.chat.Statuses;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.TeamMembers;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.chat.Threads;
import io.krait.host.internal.chat.ToldToAll;
import io.krait.host.internal.chat.UploadSessions;
import io.krait.host.internal.chat.UserSearch;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.customcommands.CustomCommands;
import io.krait.host.internal.emoji.CustomEmoji;
import io.krait.host.internal.emoji.PostEmoji;
import io.krait.host.internal.events.ActionCookies;
import io.krait.host.internal.events.ClientEvents;
import io.krait.host.internal.events.EphemeralPosts;
import io.krait.host.internal.events.EventHub;
import io.krait.host.internal.events.ThreadEvents;
import io.krait.host.internal.groups.Groups;
import io.krait.host.internal.images.Images;
import io.krait.host.internal.interactive.Dialogs;
import io.krait.host.internal.interactive.OutgoingRequests;
import io.krait.host.internal.interactive.Triggers;
import io.krait.host.internal.json.ModelJson;
import io.krait.host.internal.keyvalue.Entries;
import io.krait.host.internal.notifications.Overheard;
import io.krait.host.internal.oauth.OAuthApps;
import io.krait.host.internal.outside.Nodes;
import io.krait.host.internal.outside.Outside;
import io.krait.host.internal.portraits.Portraits;
import io.krait.host.internal.properties.Properties;
import io.krait.host.internal.search.FileSearch;
import io.krait.host.internal.search.PostSearch;
import io.krait.host.internal.sharing.Sharing;
import io.krait.host.internal.sharing.Signals;
import io.krait.host.internal.sidebar.Sidebars;
import io.krait.host.internal.webhooks.HookPosts;
import io.krait.host.internal.webhooks.IncomingHooks;
import io.krait.host.internal.webhooks.OutgoingCalls;
import io.krait.host.internal.webhooks.OutgoingHooks;

/** All services of one host, which work with one another. */
public record HostServices(
    Surroundings surroundings,
    EventHub events,
    EphemeralPosts ephemeralPosts,
    ActionCookies actionCookies,
    OutgoingRequests outgoing,
    Triggers triggers,
    Dialogs dialogs,
    CustomCommands customCommands,
    Users users,
    UserSearch userSearch,
    Logins logins,
    Accounts accounts,
    GuestAccounts guests,
    Sessions sessions,
    AccessTokens accessTokens,
    Statuses statuses,
    CustomStatuses customStatuses,
    Teams teams,
    TeamMembers teamMembers,
    Channels channels,
    ChannelMembers channelMembers,
    DirectChannels directChannels,
    Permissions permissions,
    RoleAdministration roles,
    Posts posts,
    ChannelViews channelViews,
    PostLists postLists,
    PostDetails postDetails,
    PostEmoji postEmoji,
    Threads threads,
    PostSearch postSearch,
    FileSearch fileSearch,
    Attachments attachments,
    PublicLinks publicLinks,
    UploadSessions uploads,
    Reactions reactions,
    Acknowledgements acknowledgements,
    Preferences preferences,
    Entries entries,
    Bots bots,
    PluginBot pluginBot,
    PluginCommands commands,
    Properties properties,
    Groups groups,
    Sharing sharing,
    Sidebars sidebars,
    Images images,
    Portraits portraits,
    CustomEmoji emoji,
    OAuthApps oauthApps,
    IncomingHooks incomingHooks,
    HookPosts hookPosts,
    OutgoingHooks outgoingHooks,
    OutgoingCalls outgoingCalls,
    SystemServices system,
    ServerFacts facts) {

  /** How the server is set up. */
  public ServerConfiguration configuration() {
    return surroundings.configuration();
  }

  /** The services that work with these surroundings, and with nothing from outside. */
  public static HostServices in(Surroundings surroundings, Passwords passwords) {
    return in(surroundings, passwords, new Outside());
  }

  /** The services that work with these surroundings, and with what integrators bring. */
  public static HostServices in(Surroundings given, Passwords passwords, Outside outside) {
    EventHub events = new EventHub(given, ModelJson.mapper());
    Signals signals = new Signals();
    Nodes nodes = new Nodes(outside, events, ModelJson.mapper(), given.configuration(), signals);
    OutgoingCalls outgoingCalls = new OutgoingCalls();
    Overheard overheard =
        new Overheard(
            new ToldToAll(
                given.hooks(),
                new ClientEvents(given, events),
                new ThreadEvents(given, events),
                signals,
                outgoingCalls,
                nodes.configuration()));
    Surroundings surroundings = given.telling(overheard.hooks());
    ServerFacts facts = new ServerFacts(surroundings);
    ActionCookies cookies = new ActionCookies(surroundings.json(), facts.cookieKey());
    Triggers triggers = new Triggers(surroundings, facts.triggerKey());
    Users users = new Users(surroundings, passwords);
    Teams teams = new Teams(surroundings);
    Posts posts = new Posts(surroundings, users);
    TeamMembers teamMembers = new TeamMembers(surroundings, users, teams, posts);
    Channels channels = new Channels(surroundings, users, teams, posts);
    ChannelMembers channelMembers = new ChannelMembers(surroundings, users, teamMembers, posts);
    Entries entries = new Entries(surroundings);
    Bots bots = new Bots(surroundings, users);
    Images images = new Images();
    Attachments attachments = new Attachments(surroundings, users, channels, images);
    HookPosts hookPosts =
        new HookPosts(
            surroundings, users, channels, channelMembers, new DirectChannels(surroundings, users));
    OutgoingHooks outgoingHooks = new OutgoingHooks(surroundings, teams, channels);
    outgoingCalls.bringTo(outgoingHooks, surroundings, hookPosts, posts, users, teams, channels);
    Statuses statuses = new Statuses(surroundings, users);
    SystemServices system =
        SystemServices.in(surroundings, outside, users, teams, channels, statuses, facts, nodes);
    Logins logins = new Logins(surroundings, passwords, users);
    overheard.by(system.notifications()::posted);
    return new HostServices(
        surroundings,
        events,
        new EphemeralPosts(surroundings, users, channels, events, cookies),
        cookies,
        new OutgoingRequests(surroundings.configuration()),
        triggers,
        new Dialogs(triggers, events),
        new CustomCommands(surroundings),
        users,
        new UserSearch(surroundings),
        logins,
        Accounts.in(surroundings, users, logins, system.mails(), system.background()),
        new GuestAccounts(surroundings, users),
        new Sessions(surroundings, users),
        new AccessTokens(surroundings, users),
        statuses,
        new CustomStatuses(surroundings, users),
        teams,
        teamMembers,
        channels,
        channelMembers,
        new DirectChannels(surroundings, users),
        new Permissions(surroundings.database()),
        new RoleAdministration(surroundings),
        posts,
        new ChannelViews(surroundings),
        new PostLists(surroundings),
        new PostDetails(surroundings),
        new PostEmoji(surroundings),
        new Threads(surroundings),
        new PostSearch(surroundings),
        new FileSearch(surroundings),
        attachments,
        new PublicLinks(surroundings, attachments),
        new UploadSessions(surroundings, users, channels, attachments),
        new Reactions(surroundings, users, channels, posts),
        new Acknowledgements(surroundings, posts, channels),
        new Preferences(surroundings),
        entries,
        bots,
        new PluginBot(bots, users, entries),
        outside.commands(),
        Properties.in(surroundings),
        Groups.in(surroundings, users, teamMembers, channels, channelMembers),
        Sharing.in(surroundings, channels, signals),
        new Sidebars(surroundings, users, teams, channelMembers),
        images,
        new Portraits(surroundings, users, teams, images),
        new CustomEmoji(
            surroundings,
            users,
            images,
            () -> surroundings.configuration().flag("ServiceSettings", "EnableCustomEmoji")),
        new OAuthApps(
            surroundings,
            () ->
                surroundings.configuration().flag("ServiceSettings", "EnableOAuthServiceProvider")),
        new IncomingHooks(surroundings, channels),
        hookPosts,
        outgoingHooks,
        outgoingCalls,
        system,
        facts);
  }
}
