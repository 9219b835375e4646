// What the server tells by the open connection, and what it changes here.
import * as api from './api.js';
import { takeEmoji } from './custom.js';
import { meet, nameOf } from './people.js';
import { add, forgetPost, reacted, take } from './posts.js';
import { drop, now, put, set } from './store.js';
import { announce } from './view.js';
import { loadChannels, openTeam, viewed } from './workspace.js';

const TYPED = 5000;

/** Takes in one event. */
export function heard(message) {
  const task = EVENTS[message.event];
  if (task) {
    Promise.resolve(task(message.data, message.broadcast)).catch(() => {});
  }
}

const EVENTS = {
  posted,
  ephemeral_message: (data) => add(JSON.parse(data.post)),
  post_edited: (data) => take([JSON.parse(data.post)]),
  post_deleted: (data) => forgetPost(JSON.parse(data.post)),
  reaction_added: (data) => reacted(JSON.parse(data.reaction), true),
  reaction_removed: (data) => reacted(JSON.parse(data.reaction), false),
  emoji_added: (data) => takeEmoji([JSON.parse(data.emoji)]),
  typing,
  status_change: (data) => put('statuses', { [data.user_id]: data.status }),
  open_dialog: (data) => set({ modal: { kind: 'dialog', request: JSON.parse(data.dialog) } }),
  user_updated: (data) => put('users', { [data.user.id]: { ...now().users[data.user.id], ...data.user } }),
  channel_viewed: (data) => put('unread', { [data.channel_id]: { count: 0, mentions: 0 } }),
  post_unread: (data) =>
    put('unread', { [data.channel_id]: { count: data.msg_count || 1, mentions: data.mention_count } }),
  channel_created: loadChannels,
  channel_updated: loadChannels,
  channel_restored: loadChannels,
  channel_deleted: gone,
  direct_added: loadChannels,
  group_added: loadChannels,
  user_added: (data) => (data.user_id === now().me.id ? loadChannels() : undefined),
  user_removed: (data) => (data.channel_id ? gone(data) : undefined),
  added_to_team: teams,
  leave_team: (data) => (data.user_id === now().me.id ? teams() : undefined),
  update_team: teams,
  delete_team: teams,
};

async function posted(data) {
  const post = JSON.parse(data.post);
  const { me, channelId, channels } = now();
  stopTyping(post.channel_id, post.user_id);
  if (!channels[post.channel_id] && (!data.team_id || data.team_id === now().teamId)) {
    await loadChannels();
  }
  add(post);
  if (post.channel_id === channelId) {
    if (post.user_id !== me.id) {
      await meet([post.user_id]);
      announce(`${nameOf(now().users[post.user_id])}: ${post.message}`);
    }
    await viewed(channelId);
  } else if (post.user_id !== me.id) {
    const before = now().unread[post.channel_id] || { count: 0, mentions: 0 };
    // What was loaded meanwhile may have counted it.
    if (post.create_at <= before.until) {
      return;
    }
    const mentioned = data.mentions && JSON.parse(data.mentions).includes(me.id);
    put('unread', {
      [post.channel_id]: {
        ...before,
        count: before.count + 1,
        mentions: before.mentions + (mentioned ? 1 : 0),
      },
    });
  }
}

function typing(data, broadcast) {
  const channelId = broadcast.channel_id;
  const key = `${channelId} ${data.user_id} ${data.parent_id || ''}`;
  const until = Date.now() + TYPED;
  meet([data.user_id]);
  put('typing', { [key]: until });
  setTimeout(() => now().typing[key] === until && drop('typing', [key]), TYPED);
}

function stopTyping(channelId, userId) {
  const keys = Object.keys(now().typing).filter((key) => key.startsWith(`${channelId} ${userId} `));
  if (keys.length > 0) {
    drop('typing', keys);
  }
}

async function gone(data) {
  const { channelId, teamId } = now();
  await loadChannels();
  if (data.channel_id === channelId) {
    await openTeam(teamId);
  }
}

async function teams() {
  const found = await api.get('users/me/teams');
  set({ teams: found });
  const { teamId } = now();
  if (!found.some((one) => one.id === teamId)) {
    set({ teamId: '', channels: {}, channelId: '', modal: null });
    if (found.length > 0) {
      await openTeam(found[0].id);
    } else {
      set({ modal: { kind: 'teams' } });
    }
  }
}
