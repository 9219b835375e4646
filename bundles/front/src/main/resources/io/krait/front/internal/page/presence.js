// Whether people are there.
import * as api from './api.js';
import { otherOf } from './people.js';
import { now, put } from './store.js';
import { html } from './view.js';

const EVERY = 60000;
const MOST = 200;

/** What each is called. */
export const STATUSES = {
  online: 'Online',
  away: 'Away',
  dnd: 'Do not disturb',
  offline: 'Offline',
};

/** Asks whether these users are there. */
export async function askStatuses(ids) {
  const wanted = [...new Set(ids)].filter(Boolean).slice(0, MOST);
  if (wanted.length > 0) {
    const found = await api.post('users/status/ids', wanted);
    put('statuses', Object.fromEntries(found.map((one) => [one.user_id, one.status])));
  }
}

let timer = null;

/** Asks again from time to time, of those who are seen; stops where nobody is logged in. */
export function watchStatuses() {
  clearInterval(timer);
  timer = setInterval(() => {
    const { phase, statuses } = now();
    if (phase !== 'chat') {
      clearInterval(timer);
    } else if (document.visibilityState === 'visible') {
      askStatuses(Object.keys(statuses)).catch(() => {});
    }
  }, EVERY);
}

/** Sets one's own. */
export async function setStatus(status) {
  const { me } = now();
  const set = await api.put('users/me/status', { user_id: me.id, status });
  put('statuses', { [me.id]: set.status });
}

/** The mark of a status, which is told by its form too, and in words to those who do not see it. */
export function presence(status) {
  return STATUSES[status]
    ? html`<span class="presence ${status}" title=${STATUSES[status]}><span class="unseen">${STATUSES[status]}</span></span>`
    : null;
}

/** Below the name of a conversation of two: whether the other one is there. */
export function presenceLine({ statuses }, channel) {
  const status = statuses[otherOf(channel)];
  return STATUSES[status] && html`<p class="muted presence-line">${presence(status)}<span aria-hidden="true">${STATUSES[status]}</span></p>`;
}
