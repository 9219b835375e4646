// Users, whose names and pictures are all over the page.
import * as api from './api.js';
import { now, put } from './store.js';
import { askStatuses, presence } from './presence.js';
import { html } from './view.js';

const asked = new Set();

/** Gets to know users of these ids that are not known yet. */
export async function meet(ids) {
  const { users } = now();
  const unknown = [...new Set(ids)].filter((id) => id && !users[id] && !asked.has(id));
  if (unknown.length === 0) {
    return;
  }
  unknown.forEach((id) => asked.add(id));
  try {
    const found = await api.post('users/ids', unknown);
    put('users', Object.fromEntries(found.map((user) => [user.id, user])));
    askStatuses(found.filter((user) => !user.is_bot).map((user) => user.id)).catch(() => {});
  } finally {
    unknown.forEach((id) => asked.delete(id));
  }
}

/** How a user is called. */
export function nameOf(user) {
  if (!user) {
    return 'Someone';
  }
  return user.nickname || [user.first_name, user.last_name].filter(Boolean).join(' ') || user.username;
}

/** A user's picture, which says nothing that the name beside it does not, and whether they are there. */
export function portrait(user, size = '', status = '') {
  const since = user?.last_picture_update || 0;
  const picture = user
    ? html`<img class="portrait ${size}" alt="" loading="lazy" width="36" height="36"
        src="/api/v4/users/${user.id}/image?_=${since}" />`
    : html`<span class="portrait ${size}"></span>`;
  const mark = presence(status);
  return mark ? html`<span class="with-presence">${picture}${mark}</span>` : picture;
}

/** Whether a user is a system administrator. */
export const isAdministrator = (user) => (user?.roles || '').split(' ').includes('system_admin');

/** The other one of a conversation of two, oneself where there is no other. */
export function otherOf(channel) {
  const { me } = now();
  const [one, two] = channel.name.split('__');
  return one === me.id ? two : one;
}
