// Messages: loading, sending, changing them, and what belongs to them.
import * as api from './api.js';
import { meetEmoji, namesIn, takeEmoji } from './custom.js';
import { meet } from './people.js';
import { drop, now, put, set } from './store.js';
import { look } from './touches.js';

const PAGE = 60;
const MOST_PAGES = 15;

/** Loads the newest messages of a channel. */
export async function loadChannel(channelId) {
  const found = await api.get(`channels/${channelId}/posts?per_page=${PAGE}`);
  take(Object.values(found.posts));
  const shown = found.order.filter((id) => found.posts[id]);
  put('lists', { [channelId]: { ids: ordered(shown), more: found.order.length === PAGE } });
}

/** Loads messages that are older than those that are there. */
export async function loadOlder(channelId) {
  const list = now().lists[channelId];
  const found = await api.get(
    `channels/${channelId}/posts?before=${list.ids[0]}&per_page=${PAGE}`,
  );
  take(Object.values(found.posts));
  const { ids } = now().lists[channelId];
  put('lists', {
    [channelId]: { ids: ordered([...found.order, ...ids]), more: found.order.length === PAGE },
  });
}

/** Scrolls to a message of the open channel; one that is too old is shown as its thread. */
export async function showPost(post) {
  const { channel_id: channelId } = post;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const list = now().lists[channelId];
    if (!list || !list.more || list.ids.includes(post.id)) {
      break;
    }
    await loadOlder(channelId);
  }
  if (now().lists[channelId]?.ids.includes(post.id)) {
    set({ shown: { id: post.id } });
  } else {
    await openThread(post.root_id || post.id);
  }
}

/** Loads a thread and shows it beside the channel. */
export async function openThread(rootId) {
  set({ panel: { kind: 'thread', rootId } });
  const found = await api.get(`posts/${rootId}/thread`);
  take(Object.values(found.posts));
}

/** The messages of a thread, the first one included. */
export function threadOf(rootId, posts) {
  return Object.values(posts)
    .filter((one) => one.id === rootId || one.root_id === rootId)
    .sort((a, b) => a.create_at - b.create_at);
}

function ordered(ids) {
  const { posts } = now();
  return [...new Set(ids)]
    .filter((id) => posts[id])
    .sort((a, b) => posts[a].create_at - posts[b].create_at);
}

/** Takes in messages, and asks for what is shown with them. */
export function take(posts) {
  put('posts', Object.fromEntries(posts.map((one) => [one.id, one])));
  const real = posts.filter((one) => !isEphemeral(one));
  meet(posts.map((one) => one.user_id));
  takeEmoji(posts.flatMap((one) => one.metadata?.emojis || []));
  meetEmoji(posts.filter(isEphemeral).flatMap((one) => namesIn(one.message)));
  look(real);
  real.filter((one) => one.has_reactions).forEach((one) => loadReactions(one.id));
  real.filter((one) => one.file_ids?.length).forEach((one) => loadFiles(one.id));
}

const isEphemeral = (post) => post.type === 'system_ephemeral';

/** Adds a message to its channel's list, if that is loaded. */
export function add(post) {
  const root = now().posts[post.root_id];
  if (root && !now().posts[post.id] && !isEphemeral(post)) {
    put('posts', { [root.id]: { ...root, reply_count: (root.reply_count || 0) + 1 } });
  }
  take([post]);
  const list = now().lists[post.channel_id];
  if (list && !list.ids.includes(post.id)) {
    put('lists', { [post.channel_id]: { ...list, ids: ordered([...list.ids, post.id]) } });
  }
}

/** Takes a message away, and with the first one of a thread all of it. */
export function forgetPost(post) {
  const { lists, posts, panel } = now();
  const known = posts[post.id] || post;
  const gone = threadOf(post.id, posts).map((one) => one.id);
  const list = lists[known.channel_id];
  if (list) {
    put('lists', {
      [known.channel_id]: { ...list, ids: list.ids.filter((id) => !gone.includes(id)) },
    });
  }
  drop('posts', gone);
  if (panel && gone.includes(panel.rootId || panel.postId)) {
    set({ panel: null });
  }
}

async function loadReactions(postId) {
  const found = await api.getOr(`posts/${postId}/reactions`, []);
  put('reactions', { [postId]: found || [] });
  meet((found || []).map((one) => one.user_id));
  meetEmoji((found || []).map((one) => one.emoji_name));
}

async function loadFiles(postId) {
  put('files', { [postId]: await api.getOr(`posts/${postId}/files/info`, []) });
}

/** Sends a message. */
export async function send(channelId, rootId, message, fileIds) {
  add(
    await api.post('posts', {
      channel_id: channelId,
      root_id: rootId,
      message,
      file_ids: fileIds,
    }),
  );
}

/** Runs a slash command. What it answers to whoever has typed it comes as an event. */
export async function command(channelId, rootId, line) {
  await api.post('commands/execute', {
    channel_id: channelId,
    team_id: now().teamId,
    root_id: rootId,
    command: line,
  });
}

/** Changes what a message says. */
export async function change(post, message) {
  take([await api.put(`posts/${post.id}/patch`, { message })]);
}

/** Deletes a message. */
export async function erase(post) {
  if (!isEphemeral(post)) {
    await api.remove(`posts/${post.id}`);
  }
  forgetPost(post);
}

/** Adds one's own reaction, or takes it away. */
export async function react(postId, name) {
  const { me, reactions } = now();
  const own = (reactions[postId] || []).some(
    (one) => one.user_id === me.id && one.emoji_name === name,
  );
  if (own) {
    await api.remove(`users/me/posts/${postId}/reactions/${encodeURIComponent(name)}`);
    reacted({ post_id: postId, user_id: me.id, emoji_name: name }, false);
  } else {
    const body = { user_id: me.id, post_id: postId, emoji_name: name };
    reacted(await api.post('reactions', body), true);
  }
}

/** Somebody has reacted, or does no longer. */
export function reacted(reaction, is) {
  const others = (now().reactions[reaction.post_id] || []).filter(
    (one) => one.user_id !== reaction.user_id || one.emoji_name !== reaction.emoji_name,
  );
  put('reactions', { [reaction.post_id]: is ? [...others, reaction] : others });
  meetEmoji([reaction.emoji_name]);
  meet([reaction.user_id]);
}

/** Presses a button of a message, or chooses of its menu. */
export async function act(post, action, selected) {
  await api.post(`posts/${post.id}/actions/${encodeURIComponent(action.id)}`, {
    selected_option: selected || '',
    cookie: action.cookie || '',
  });
}

/** Uploads a file for a message in a channel. */
export async function upload(channelId, file) {
  const form = new FormData();
  form.append('channel_id', channelId);
  form.append('files', file, file.name);
  const answer = await api.post('files', form);
  return answer.file_infos[0];
}
