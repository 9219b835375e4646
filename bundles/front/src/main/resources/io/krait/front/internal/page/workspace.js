// Teams and channels: which there are, which one is open, and what is unread in them.
import * as api from './api.js';
import { loadEmoji } from './custom.js';
import { heard } from './events.js';
import { isAdministrator, meet, otherOf } from './people.js';
import { loadChannel } from './posts.js';
import { askStatuses, watchStatuses } from './presence.js';
import { Socket } from './socket.js';
import { now, put, set } from './store.js';

let socket = null;

/** What a user who has logged in sees. */
export async function enter(me) {
  set({ me, users: { [me.id]: me } });
  const [config, teams] = await Promise.all([
    api.getOr('config/client?format=old', {}),
    api.get('users/me/teams'),
  ]);
  set({ config, teams: byName(teams) });
  loadEmoji().catch(() => {});
  askStatuses([me.id]).catch(() => {});
  watchStatuses();
  socket?.close();
  socket = new Socket(
    heard,
    () => refresh().catch(() => {}),
    (live) => live !== now().live && set({ live }),
  );
  socket.open();
  const [teamName] = route();
  const team = teams.find((one) => one.name === teamName) || now().teams[0];
  set({ phase: 'chat' });
  if (team) {
    await openTeam(team.id, route()[1]);
  } else if (isAdministrator(me)) {
    set({ modal: { kind: 'team' } });
  } else {
    set({ modal: { kind: 'teams' } });
  }
}

/** Ends what is under way for a user. */
export function leave() {
  socket?.close();
  socket = null;
}

/** Says something to the server by the open connection. */
export const tell = (action, data) => socket?.send(action, data);

const byName = (all) => [...all].sort((a, b) => a.display_name.localeCompare(b.display_name));

function route() {
  return location.hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
}

/** Opens a team, and of it one channel. */
export async function openTeam(teamId, wanted = '') {
  set({ teamId, channelId: '', panel: null });
  await loadChannels();
  const { channels } = now();
  const all = Object.values(channels).filter((one) => !one.team_id || one.team_id === teamId);
  const open =
    all.find((one) => one.name === wanted) ||
    all.find((one) => one.name === 'town-square') ||
    all[0];
  if (open) {
    await openChannel(open.id);
  }
}

/** Loads the channels of the open team, and what is unread in them. */
export async function loadChannels() {
  const { teamId } = now();
  if (!teamId) {
    return;
  }
  const [channels, members] = await Promise.all([
    api.get(`users/me/teams/${teamId}/channels`),
    api.getOr(`users/me/teams/${teamId}/channels/members`, null),
  ]);
  if (now().teamId !== teamId) {
    return;
  }
  const live = channels.filter((one) => !one.delete_at);
  set({ channels: Object.fromEntries(live.map((one) => [one.id, one])) });
  await Promise.all([unreadOf(live, members), meet(live.filter(isDirect).map(otherOf))]);
}

async function unreadOf(channels, members) {
  const known = new Map((members || []).map((one) => [one.channel_id, one]));
  const { channelId } = now();
  const unread = {};
  await Promise.all(
    channels.map(async (channel) => {
      const member = known.get(channel.id);
      const count = member
        ? Math.max(0, channel.total_msg_count - member.msg_count)
        : (await api.getOr(`users/me/channels/${channel.id}/unread`, { msg_count: 0 })).msg_count;
      unread[channel.id] = {
        count: channel.id === channelId ? 0 : count,
        mentions: channel.id === channelId ? 0 : member?.mention_count || 0,
        until: channel.last_post_at,
      };
    }),
  );
  put('unread', unread);
}

/** Whether a channel is a conversation of two. */
export const isDirect = (channel) => channel.type === 'D';

/** Opens a channel, and has it read. */
export async function openChannel(channelId) {
  const { channels, teams, teamId } = now();
  const channel = channels[channelId];
  const team = teams.find((one) => one.id === teamId);
  set({ channelId, panel: null, menu: false, shown: null });
  const address = `#/${team?.name || ''}/${encodeURIComponent(channel.name)}`;
  if (location.hash !== address) {
    history.pushState(null, '', address);
  }
  await loadChannel(channelId);
  await viewed(channelId);
}

/** Opens what the address names, after a step back or forward. */
export function followAddress() {
  const { phase, teams, teamId, channels, channelId } = now();
  if (phase !== 'chat') {
    return;
  }
  const [teamName, name] = route();
  const team = teams.find((one) => one.name === teamName);
  const channel = Object.values(channels).find((one) => one.name === name);
  if (team && team.id !== teamId) {
    openTeam(team.id, name);
  } else if (channel && channel.id !== channelId) {
    openChannel(channel.id);
  }
}

/** What is in a channel has been seen. */
export async function viewed(channelId) {
  put('unread', { [channelId]: { count: 0, mentions: 0 } });
  if (document.visibilityState === 'visible') {
    await api.post('channels/members/me/view', { channel_id: channelId });
  }
}

/** Loads anew what may have changed while there was no connection. */
export async function refresh() {
  const { phase, channelId } = now();
  if (phase !== 'chat') {
    return;
  }
  set({ teams: byName(await api.get('users/me/teams')) });
  askStatuses(Object.keys(now().statuses)).catch(() => {});
  await loadChannels();
  if (channelId) {
    await loadChannel(channelId);
  }
}

/** A channel that one has just made, joined or been added to. */
export async function openNew(channelId) {
  await loadChannels();
  await openChannel(channelId);
}

/** A name for an address, made of what people call it. */
export function addressOf(name) {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return plain.length > 1 ? plain : `channel-${Date.now().toString(36)}`;
}

/** Makes a team and opens it. */
export async function makeTeam(name) {
  const team = await api.post('teams', {
    name: addressOf(name),
    display_name: name,
    type: 'O',
    allow_open_invite: true,
  });
  set({ teams: byName([...now().teams, team]), modal: null });
  await openTeam(team.id);
}

/** Joins a team that is open to all. */
export async function joinTeam(team) {
  await api.post(`teams/${team.id}/members`, { team_id: team.id, user_id: now().me.id });
  set({ teams: byName([...now().teams.filter((one) => one.id !== team.id), team]), modal: null });
  await openTeam(team.id);
}

/** Makes a channel and opens it. */
export async function makeChannel(name, hidden, purpose) {
  const channel = await api.post('channels', {
    team_id: now().teamId,
    name: addressOf(name),
    display_name: name,
    purpose,
    type: hidden ? 'P' : 'O',
  });
  set({ modal: null });
  await openNew(channel.id);
}

/** Joins a channel and opens it. */
export async function joinChannel(channel) {
  await api.post(`channels/${channel.id}/members`, { user_id: now().me.id });
  set({ modal: null });
  await openNew(channel.id);
}

/** Opens a conversation with somebody. */
export async function talkTo(user) {
  const channel = await api.post('channels/direct', [now().me.id, user.id]);
  set({ modal: null });
  await openNew(channel.id);
}

/** Adds somebody to the open team, and to the open channel. */
export async function addPerson(user) {
  const { teamId, channelId, channels } = now();
  await api.post(`teams/${teamId}/members`, { team_id: teamId, user_id: user.id });
  if (channels[channelId]?.team_id) {
    await api.post(`channels/${channelId}/members`, { user_id: user.id });
  }
}

/** Makes an account for somebody who is to take part here. */
export async function makeAccount(username, email, password) {
  await addPerson(await api.post('users', { username, email, password }));
}
