package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.PluginHttpClient;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.ChannelMemberIdentifier;
import io.krait.api.model.ChannelStats;
import io.krait.api.model.Command;
import io.krait.api.model.CommandArgs;
import io.krait.api.model.CommandResponse;
import io.krait.api.model.CustomStatus;
import io.krait.api.model.FileInfo;
import io.krait.api.model.GetFileInfosOptions;
import io.krait.api.model.KeyValuePair;
import io.krait.api.model.Manifest;
import io.krait.api.model.PluginHttpResult;
import io.krait.api.model.PluginKvSetOptions;
import io.krait.api.model.PluginStatus;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.api.model.Preference;
import io.krait.api.model.Reaction;
import io.krait.api.model.Session;
import io.krait.api.model.Status;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.api.model.TeamMemberWithError;
import io.krait.api.model.TeamStats;
import io.krait.api.model.User;
import io.krait.api.model.UserAuth;
import io.krait.api.model.UserGetOptions;
import io.krait.api.model.UserSearchOptions;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Roles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The embedded host's API as seen by one plugin. What the host does not offer fails with 501, as
 * the interface has it. Safe for use from any thread.
 */
public final class HostPluginApi implements PluginApi {

  /** Others are waited for a while; in time for the deadline of the call. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration INSTALL_PATIENCE = Duration.ofSeconds(25);

  /** What a message has room for. */
  private static final int LARGEST_FILE = 60 << 20;

  private final HostServices services;
  private final HostedPlugin plugin;
  private final SlashCommands slashCommands;
  private final PluginAdministration administration;
  private final Supplier<Optional<PluginHttpClient>> http;

  /**
   * The API of {@code services} for {@code plugin}.
   *
   * @param http what carries requests to other plugins, where it is there
   */
  public HostPluginApi(
      HostServices services,
      HostedPlugin plugin,
      SlashCommands slashCommands,
      PluginAdministration administration,
      Supplier<Optional<PluginHttpClient>> http) {
    this.services = services;
    this.plugin = plugin;
    this.slashCommands = slashCommands;
    this.administration = administration;
    this.http = http;
  }

  @Override
  public User createUser(User user) {
    return services.users().create(user);
  }

  @Override
  public void deleteUser(String userId) {
    services.users().setActive(userId, false);
  }

  @Override
  public List<User> getUsers(UserGetOptions options) {
    return services.users().list(options);
  }

  @Override
  public List<User> getUsersByIds(List<String> userIds) {
    return services.users().byIds(userIds);
  }

  @Override
  public User getUser(String userId) {
    return services.users().get(userId);
  }

  @Override
  public User getUserByEmail(String email) {
    return services.users().byEmail(email);
  }

  @Override
  public User getUserByUsername(String name) {
    return services.users().byUsername(name);
  }

  @Override
  public List<User> getUsersByUsernames(List<String> usernames) {
    return services.users().byUsernames(usernames);
  }

  @Override
  public List<User> getUsersInTeam(String teamId, int page, int perPage) {
    return services.users().inTeam(teamId, Page.of(page, perPage));
  }

  @Override
  public User updateUser(User user) {
    return services.users().update(user);
  }

  @Override
  public Status getUserStatus(String userId) {
    return services.statuses().get(userId);
  }

  @Override
  public List<Status> getUserStatusesByIds(List<String> userIds) {
    return services.statuses().byIds(userIds);
  }

  @Override
  public Status updateUserStatus(String userId, String status) {
    return services.statuses().set(userId, status);
  }

  @Override
  public Status setUserStatusTimedDnd(String userId, long endTime) {
    return services.statuses().setDndUntil(userId, endTime);
  }

  @Override
  public void updateUserActive(String userId, boolean active) {
    services.users().setActive(userId, active);
  }

  @Override
  public void updateUserCustomStatus(String userId, CustomStatus customStatus) {
    services.users().setCustomStatus(userId, customStatus);
  }

  @Override
  public void removeUserCustomStatus(String userId) {
    services.users().clearCustomStatus(userId);
  }

  @Override
  public List<User> getUsersInChannel(String channelId, String sortBy, int page, int perPage) {
    return services.users().inChannel(channelId, sortBy, Page.of(page, perPage));
  }

  @Override
  public List<User> searchUsers(UserSearchOptions options) {
    return services.users().search(options);
  }

  @Override
  public boolean hasPermissionTo(String userId, String permissionId) {
    return services.permissions().onServer(userId, permissionId);
  }

  @Override
  public boolean hasPermissionToTeam(String userId, String teamId, String permissionId) {
    return services.permissions().inTeam(userId, teamId, permissionId);
  }

  @Override
  public boolean hasPermissionToChannel(String userId, String channelId, String permissionId) {
    return services.permissions().inChannel(userId, channelId, permissionId);
  }

  @Override
  public UserAuth updateUserAuth(String userId, UserAuth userAuth) {
    return services.users().setAuth(userId, userAuth);
  }

  @Override
  public User updateUserRoles(String userId, String newRoles) {
    return services.users().setRoles(userId, newRoles);
  }

  @Override
  public Session getSession(String sessionId) {
    return services.sessions().get(sessionId);
  }

  @Override
  public Session createSession(Session session) {
    return services.sessions().open(session);
  }

  @Override
  public void extendSessionExpiry(String sessionId, long newExpiry) {
    services.sessions().extend(sessionId, newExpiry);
  }

  @Override
  public void revokeSession(String sessionId) {
    services.sessions().revoke(sessionId);
  }

  @Override
  public Team createTeam(Team team) {
    return services.teams().create(team);
  }

  @Override
  public void deleteTeam(String teamId) {
    services.teams().archive(teamId);
  }

  @Override
  public List<Team> getTeams() {
    return services.teams().all();
  }

  @Override
  public Team getTeam(String teamId) {
    return services.teams().get(teamId);
  }

  @Override
  public Team getTeamByName(String name) {
    return services.teams().byName(name);
  }

  @Override
  public Team updateTeam(Team team) {
    return services.teams().update(team);
  }

  @Override
  public List<Team> searchTeams(String term) {
    return services.teams().search(term);
  }

  @Override
  public List<Team> getTeamsForUser(String userId) {
    return services.teams().ofUser(userId);
  }

  @Override
  public TeamMember createTeamMember(String teamId, String userId) {
    return services.teams().addMember(teamId, userId, "");
  }

  @Override
  public List<TeamMember> createTeamMembers(
      String teamId, List<String> userIds, String requestorId) {
    return services.teams().addMembers(teamId, userIds, requestorId);
  }

  @Override
  public List<TeamMemberWithError> createTeamMembersGracefully(
      String teamId, List<String> userIds, String requestorId) {
    return services.teams().addMembersGracefully(teamId, userIds, requestorId);
  }

  @Override
  public void deleteTeamMember(String teamId, String userId, String requestorId) {
    services.teams().removeMember(teamId, userId, requestorId);
  }

  @Override
  public List<TeamMember> getTeamMembers(String teamId, int page, int perPage) {
    return services.teams().members(teamId, Page.of(page, perPage));
  }

  @Override
  public TeamMember getTeamMember(String teamId, String userId) {
    return services.teams().member(teamId, userId);
  }

  @Override
  public List<TeamMember> getTeamMembersForUser(String userId, int page, int perPage) {
    return services.teams().membersOfUser(userId, Page.of(page, perPage));
  }

  @Override
  public TeamMember updateTeamMemberRoles(String teamId, String userId, String newRoles) {
    return services.teams().setRoles(teamId, userId, newRoles);
  }

  @Override
  public TeamStats getTeamStats(String teamId) {
    return services.teams().stats(teamId);
  }

  @Override
  public Channel createChannel(Channel channel) {
    return services.channels().create(channel);
  }

  @Override
  public void deleteChannel(String channelId) {
    services.channels().archive(channelId);
  }

  @Override
  public List<Channel> getPublicChannelsForTeam(String teamId, int page, int perPage) {
    return services.channels().open(teamId, Page.of(page, perPage));
  }

  @Override
  public Channel getChannel(String channelId) {
    return services.channels().get(channelId);
  }

  @Override
  public Channel getChannelByName(String teamId, String name, boolean includeDeleted) {
    return services.channels().byName(teamId, name, includeDeleted);
  }

  @Override
  public Channel getChannelByNameForTeamName(
      String teamName, String channelName, boolean includeDeleted) {
    return services
        .channels()
        .byName(services.teams().byName(teamName).id(), channelName, includeDeleted);
  }

  @Override
  public List<Channel> getChannelsForTeamForUser(
      String teamId, String userId, boolean includeDeleted) {
    return services.channels().ofUser(teamId, userId, includeDeleted);
  }

  @Override
  public ChannelStats getChannelStats(String channelId) {
    return services.channels().stats(channelId);
  }

  @Override
  public Channel getDirectChannel(String userId1, String userId2) {
    return services.channels().direct(userId1, userId2);
  }

  @Override
  public Channel getGroupChannel(List<String> userIds) {
    return services.channels().group(userIds);
  }

  @Override
  public Channel updateChannel(Channel channel) {
    return services.channels().update(channel);
  }

  @Override
  public List<Channel> searchChannels(String teamId, String term) {
    return services.channels().search(teamId, term);
  }

  @Override
  public ChannelMember addChannelMember(String channelId, String userId) {
    return services.channels().addMember(channelId, userId, "");
  }

  @Override
  public ChannelMember addUserToChannel(String channelId, String userId, String asUserId) {
    return services.channels().addMember(channelId, userId, asUserId);
  }

  @Override
  public ChannelMember getChannelMember(String channelId, String userId) {
    return services.channels().member(channelId, userId);
  }

  @Override
  public List<ChannelMember> getChannelMembers(String channelId, int page, int perPage) {
    return services.channels().members(channelId, Page.of(page, perPage));
  }

  @Override
  public List<ChannelMember> getChannelMembersByIds(String channelId, List<String> userIds) {
    return services.channels().membersByIds(channelId, userIds);
  }

  @Override
  public List<ChannelMember> getChannelMembersForUser(
      String teamId, String userId, int page, int perPage) {
    return services.channels().membersOfUser(teamId, userId, Page.of(page, perPage));
  }

  @Override
  public ChannelMember updateChannelMemberRoles(String channelId, String userId, String newRoles) {
    return services.channels().setRoles(channelId, userId, newRoles);
  }

  @Override
  public ChannelMember updateChannelMemberNotifications(
      String channelId, String userId, Map<String, String> notifications) {
    return services.channels().setNotifications(channelId, userId, notifications);
  }

  @Override
  public void patchChannelMembersNotifications(
      List<ChannelMemberIdentifier> members, Map<String, String> notifyProps) {
    services.channels().setNotifications(members, notifyProps);
  }

  @Override
  public void deleteChannelMember(String channelId, String userId) {
    services.channels().removeMember(channelId, userId, "");
  }

  @Override
  public Post createPost(Post post) {
    Map<String, Object> props = new LinkedHashMap<>(post.props());
    props.put("from_plugin", "true");
    return services.posts().create(post.toBuilder().props(props).build());
  }

  // Nobody is connected to this host, which has no connections that it could push to: so nobody
  // sees
  // what is for those alone who are. It is checked as if somebody did.

  @Override
  public Post sendEphemeralPost(String userId, Post post) {
    return ephemeral(userId, post).toBuilder().id(services.surroundings().ids().next()).build();
  }

  @Override
  public Post updateEphemeralPost(String userId, Post post) {
    return ephemeral(userId, post);
  }

  @Override
  public void deleteEphemeralPost(String userId, String postId) {
    services.users().get(userId);
  }

  private Post ephemeral(String userId, Post post) {
    services.users().get(userId);
    services.channels().get(post.channelId());
    long now = services.surroundings().now();
    return post.toBuilder()
        .type("system_ephemeral")
        .createAt(post.createAt() == 0 ? now : post.createAt())
        .updateAt(now)
        .build();
  }

  @Override
  public Reaction addReaction(Reaction reaction) {
    return services.reactions().add(reaction);
  }

  @Override
  public void removeReaction(Reaction reaction) {
    services.reactions().remove(reaction);
  }

  @Override
  public List<Reaction> getReactions(String postId) {
    return services.reactions().of(postId);
  }

  @Override
  public void deletePost(String postId) {
    services.posts().delete(postId);
  }

  @Override
  public PostList getPostThread(String postId) {
    return services.posts().thread(postId);
  }

  @Override
  public Post getPost(String postId) {
    return services.posts().get(postId);
  }

  @Override
  public PostList getPostsSince(String channelId, long time) {
    return services.posts().since(channelId, time);
  }

  @Override
  public PostList getPostsAfter(String channelId, String postId, int page, int perPage) {
    return services.posts().after(channelId, postId, Page.of(page, perPage));
  }

  @Override
  public PostList getPostsBefore(String channelId, String postId, int page, int perPage) {
    return services.posts().before(channelId, postId, Page.of(page, perPage));
  }

  @Override
  public PostList getPostsForChannel(String channelId, int page, int perPage) {
    return services.posts().inChannel(channelId, Page.of(page, perPage));
  }

  @Override
  public Post updatePost(Post post) {
    return services.posts().update(post);
  }

  @Override
  public FileInfo uploadFile(Bytes data, String channelId, String filename) {
    return services
        .attachments()
        .upload(channelId, filename, new ByteArrayInputStream(data.toByteArray()));
  }

  @Override
  public FileInfo getFileInfo(String fileId) {
    return services.attachments().get(fileId);
  }

  @Override
  public List<FileInfo> getFileInfos(int page, int perPage, @Nullable GetFileInfosOptions options) {
    return services
        .attachments()
        .list(
            options == null ? GetFileInfosOptions.builder().build() : options,
            Page.of(page, perPage));
  }

  @Override
  public List<String> copyFileInfos(String userId, List<String> fileIds) {
    return services.attachments().copy(userId, fileIds);
  }

  @Override
  public Bytes getFile(String fileId) {
    return whole("GetFile", services.attachments().open(fileId));
  }

  @Override
  public Bytes readFile(String path) {
    return whole("ReadFile", services.attachments().openPath(path));
  }

  private static Bytes whole(String method, InputStream content) {
    try (content) {
      byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw AppError.builder()
            .id("api.file.read_file.too_large.app_error")
            .message(
                "the file has more than %d bytes, which no message holds".formatted(LARGEST_FILE))
            .where(method)
            .statusCode(413)
            .build();
      }
      return Bytes.owning(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void kvSet(String key, Bytes value) {
    services.entries().set(plugin.id(), key, value, 0);
  }

  @Override
  public boolean kvCompareAndSet(String key, Bytes oldValue, Bytes newValue) {
    return services.entries().compareAndSet(plugin.id(), key, oldValue, newValue, 0);
  }

  @Override
  public boolean kvCompareAndDelete(String key, Bytes oldValue) {
    return services.entries().compareAndDelete(plugin.id(), key, oldValue);
  }

  @Override
  public boolean kvSetWithOptions(String key, Bytes value, @Nullable PluginKvSetOptions options) {
    if (options == null) {
      services.entries().set(plugin.id(), key, value, 0);
      return true;
    }
    if (options.atomic()) {
      return services
          .entries()
          .compareAndSet(plugin.id(), key, options.oldValue(), value, options.expireInSeconds());
    }
    if (!options.oldValue().isEmpty()) {
      throw AppError.of(
          "model.plugin_kvset_options.is_valid.old_value.app_error",
          "an expected value needs an atomic write",
          400);
    }
    services.entries().set(plugin.id(), key, value, options.expireInSeconds());
    return true;
  }

  @Override
  public void kvSetWithExpiry(String key, Bytes value, long expireInSeconds) {
    services.entries().set(plugin.id(), key, value, expireInSeconds);
  }

  @Override
  public Bytes kvGet(String key) {
    return services.entries().get(plugin.id(), key);
  }

  @Override
  public void kvDelete(String key) {
    services.entries().delete(plugin.id(), key);
  }

  @Override
  public void kvDeleteAll() {
    services.entries().deleteAll(plugin.id());
  }

  @Override
  public List<String> kvList(int page, int perPage) {
    return services.entries().keys(plugin.id(), Page.of(page, perPage));
  }

  @Override
  public Bytes loadPluginConfiguration() {
    return Bytes.utf8(services.surroundings().json().write(plugin.settings()));
  }

  @Override
  public Map<String, Object> getPluginConfig() {
    return plugin.settings();
  }

  @Override
  public void savePluginConfig(Map<String, Object> config) {
    plugin.saveSettings(config);
  }

  @Override
  public List<Manifest> getPlugins() {
    return administration.list().stream()
        .sorted(
            Comparator.comparing((ManagedPlugin one) -> one.state() != PluginState.RUNNING)
                .thenComparing(ManagedPlugin::id))
        .map(PluginAdministration::manifest)
        .toList();
  }

  @Override
  public PluginStatus getPluginStatus(String id) {
    ManagedPlugin managed = administration.get(id);
    return PluginStatus.builder()
        .pluginId(managed.id())
        .pluginPath(managed.folder().toString())
        .state(PluginAdministration.stateNumber(managed))
        .name(managed.name())
        .description(managed.description())
        .version(managed.version())
        .build();
  }

  @Override
  public void enablePlugin(String id) {
    administration.enable(id, Duration.ZERO);
  }

  @Override
  public void disablePlugin(String id) {
    administration.disable(id, patienceFor(id));
  }

  @Override
  public void removePlugin(String id) {
    administration.remove(id, patienceFor(id));
  }

  @Override
  public Manifest installPlugin(Bytes fileData, boolean replace) {
    return PluginAdministration.manifest(
        administration.install(
            new ByteArrayInputStream(fileData.toByteArray()), replace, INSTALL_PATIENCE));
  }

  /** A plugin that ends itself must not wait: its end waits for this call. */
  private Duration patienceFor(String id) {
    return id.equals(plugin.id()) ? Duration.ZERO : PATIENCE;
  }

  @Override
  public PluginHttpResult pluginHttp(
      String method, String url, Map<String, String> headers, Bytes body) {
    return http.get()
        .orElseThrow(() -> AppError.notImplemented("PluginHTTP"))
        .send(plugin.id(), method, url, headers, body);
  }

  @Override
  public Optional<CommandResponse> executeSlashCommand(CommandArgs commandArgs) {
    return slashCommands.run(commandArgs).await();
  }

  @Override
  public String getBundlePath() {
    return plugin.folder().toAbsolutePath().toString();
  }

  @Override
  public String getPluginId() {
    return plugin.id();
  }

  @Override
  public void logDebug(String msg, List<KeyValuePair> keyValuePairs) {
    log(System.Logger.Level.DEBUG, msg, keyValuePairs);
  }

  @Override
  public void logInfo(String msg, List<KeyValuePair> keyValuePairs) {
    log(System.Logger.Level.INFO, msg, keyValuePairs);
  }

  @Override
  public void logError(String msg, List<KeyValuePair> keyValuePairs) {
    log(System.Logger.Level.ERROR, msg, keyValuePairs);
  }

  @Override
  public void logWarn(String msg, List<KeyValuePair> keyValuePairs) {
    log(System.Logger.Level.WARNING, msg, keyValuePairs);
  }

  @Override
  public Bytes getLicense() {
    return Bytes.EMPTY;
  }

  @Override
  public boolean isEnterpriseReady() {
    return false;
  }

  @Override
  public String getServerVersion() {
    return ServerFacts.VERSION;
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
  public void registerCommand(Command command) {
    services.commands().register(plugin.id(), command);
  }

  @Override
  public void unregisterCommand(String teamId, String trigger) {
    services.commands().unregister(plugin.id(), teamId, trigger);
  }

  @Override
  public List<Command> listCommands(String teamId) {
    return services.commands().list(teamId);
  }

  @Override
  public List<Command> listPluginCommands(String teamId) {
    return services.commands().list(teamId);
  }

  @Override
  public List<Command> listBuiltInCommands() {
    return List.of();
  }

  @Override
  public Preference getPreferenceForUser(String userId, String category, String name) {
    return services.preferences().get(userId, category, name);
  }

  @Override
  public List<Preference> getPreferencesForUser(String userId) {
    return services.preferences().of(userId);
  }

  @Override
  public void updatePreferencesForUser(String userId, List<Preference> preferences) {
    services.preferences().put(userId, preferences);
  }

  @Override
  public void deletePreferencesForUser(String userId, List<Preference> preferences) {
    services.preferences().delete(userId, preferences);
  }

  @Override
  public boolean rolesGrantPermission(List<String> roleNames, String permissionId) {
    return Roles.grant(roleNames, permissionId);
  }

  private void log(System.Logger.Level level, String message, List<KeyValuePair> pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    pairs.forEach(pair -> fields.put(pair.key(), String.valueOf(pair.value())));
    plugin.log(level, message, fields);
  }
}
