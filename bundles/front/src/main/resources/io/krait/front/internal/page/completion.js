// What is offered while one types: commands of plugins, people, emoji.
import * as api from './api.js';
import { namesLike, sign } from './custom.js';
import { nameOf } from './people.js';
import { now } from './store.js';

const MOST = 8;

/**
 * What may stand in place of what has been typed.
 *
 * @returns a list of `{ text, label, hint, from }`, where `from` is where the text begins
 */
export async function offers(text, caret, channelId) {
  const before = text.slice(0, caret);
  if (before.startsWith('/') && !before.includes('\n')) {
    return commands(before, channelId);
  }
  const word = /(^|\s)([@:])([a-z0-9._+-]*)$/i.exec(before);
  if (!word) {
    return [];
  }
  const start = word[3].toLowerCase();
  const from = caret - start.length - 1;
  if (word[2] === '@') {
    return people(start, from, channelId);
  }
  return start.length < 2
    ? []
    : (await namesLike(start))
        .slice(0, MOST)
        .map((name) => ({ text: `:${name}: `, label: [sign(name), ` ${name}`], hint: '', from }));
}

async function commands(line, channelId) {
  const { teamId } = now();
  const query = new URLSearchParams({ user_input: line, channel_id: channelId, team_id: teamId });
  const found = await api.getOr(`teams/${teamId}/commands/autocomplete_suggestions?${query}`, []);
  return (found || []).slice(0, MOST * 2).map((one) => ({
    text: `/${one.Complete.replace(/^\//, '').trimEnd()} `,
    label: one.Suggestion.startsWith('/') || one.Complete.includes(' ') ? one.Suggestion : `/${one.Suggestion}`,
    hint: [one.Hint, one.Description].filter(Boolean).join(' — '),
    from: 0,
  }));
}

async function people(start, from, channelId) {
  const { teamId } = now();
  const query = new URLSearchParams({ name: start, in_team: teamId, in_channel: channelId, limit: MOST });
  const found = await api.getOr(`users/autocomplete?${query}`, { users: [] });
  return [...(found.users || []), ...(found.out_of_channel || [])].slice(0, MOST).map((user) => ({
    text: `@${user.username} `,
    label: nameOf(user),
    hint: `@${user.username}`,
    from,
  }));
}
