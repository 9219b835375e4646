// Emoji that people of this server have made.
import * as api from './api.js';
import { emoji, emojiNamed, isEmoji } from './emoji.js';
import { now, put } from './store.js';
import { html } from './view.js';

const FIRST = 60;
const MOST = 200;
const NAMED = /:([a-z0-9_+-]{1,64}):/g;
const asked = new Set();

/** Gets to know those that are offered first. */
export async function loadEmoji() {
  if (now().config.EnableCustomEmoji === 'true') {
    takeEmoji(await api.getOr(`emoji?sort=name&per_page=${FIRST}`, []));
  }
}

/** Takes in emoji that the server has told of. */
export function takeEmoji(list) {
  const { custom } = now();
  const fresh = (list || []).filter((one) => !Object.hasOwn(custom, one.name));
  if (fresh.length > 0) {
    put('custom', Object.fromEntries(fresh.map((one) => [one.name, one])));
  }
}

/** Asks for emoji of these names that are not known yet, once. */
export async function meetEmoji(names) {
  const { custom, config } = now();
  const unknown = [...new Set(names)]
    .filter((name) => !isEmoji(name) && !Object.hasOwn(custom, name) && !asked.has(name))
    .slice(0, MOST);
  if (unknown.length === 0 || config.EnableCustomEmoji !== 'true') {
    return;
  }
  unknown.forEach((name) => asked.add(name));
  takeEmoji(await api.post('emoji/names', unknown).catch(() => []));
}

/** The names in a text that emoji may have. */
export const namesIn = (text) => [...String(text || '').matchAll(NAMED)].map((found) => found[1]);

/** Whether there is a picture for this name. */
export const isKnown = (name) => isEmoji(name) || Object.hasOwn(now().custom, name);

/** The emoji of this name, for the eye alone; its name in colons where there is no picture. */
export function sign(name) {
  const own = isEmoji(name) ? undefined : now().custom[name];
  return own ? html`<img class="emoji" src=${`/api/v4/emoji/${own.id}/image`} alt="" />` : emoji(name);
}

/** Names of the server's own emoji that are offered beside the usual ones. */
export const ownNames = () => Object.keys(now().custom).slice(0, MOST / 10);

/** Names that begin with these letters, those of the server among them. */
export async function namesLike(start) {
  const { config } = now();
  if (config.EnableCustomEmoji === 'true') {
    takeEmoji(await api.getOr(`emoji/autocomplete?name=${encodeURIComponent(start)}`, []));
  }
  const own = Object.keys(now().custom).filter((name) => name.startsWith(start));
  return [...own.sort(), ...emojiNamed(start)];
}
