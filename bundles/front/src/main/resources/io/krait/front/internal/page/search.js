// Finding messages by their words, in the channels that one is a member of.
import * as api from './api.js';
import { dayOf, timeOf } from './format.js';
import { meet, nameOf } from './people.js';
import { showPost, take } from './posts.js';
import { titleOf } from './sidebar.js';
import { attempt, now, set } from './store.js';
import { announce, Component, createRef, html } from './view.js';
import { openChannel } from './workspace.js';

const MOST = 60;
const LONGEST = 300;

const MODIFIERS = [
  ['from:', 'whose, such as from:ann'],
  ['in:', 'in which channel, such as in:town-square'],
  ['on:', 'of which day, such as on:2026-01-31'],
  ['before:', 'older than a day'],
  ['after:', 'newer than a day'],
  ['"…"', 'words together'],
  ['-', 'without what follows'],
  ['#', 'a hashtag'],
  ['…*', 'beginnings of words'],
];

/** The field for what is looked for, and what has been found. */
export class Search extends Component {
  constructor(props) {
    super(props);
    this.field = createRef();
  }

  componentDidMount() {
    this.field.current.focus();
  }

  async look(event) {
    event.preventDefault();
    const terms = this.field.current.value.trim();
    if (terms === '') {
      return;
    }
    set({ search: { terms, busy: true } });
    const found = await attempt(() => find(terms));
    if (now().search?.terms === terms) {
      set({ search: found ? { terms, ...found } : { terms, ids: null } });
    }
  }

  add(modifier) {
    const field = this.field.current;
    const before = field.value.trim();
    field.value = `${before}${before && ' '}${modifier}`;
    field.focus();
  }

  render({ state }) {
    const { search } = state;
    return html`<form class="search" role="search" onSubmit=${(event) => this.look(event)}>
        <label class="unseen" for="search">Words that messages have</label>
        <input id="search" type="search" ref=${this.field} defaultValue=${search?.terms || ''} maxlength="512"
          placeholder="Words that messages have" autocomplete="off" enterkeyhint="search" />
        <button type="submit" class="button small" disabled=${search?.busy}>Search</button>
      </form>
      <div class="inspector" tabindex="0" role="region" aria-label="What was found">
        ${search?.ids ? results(state, search) : this.help(search)}
      </div>`;
  }

  help(search) {
    return search?.busy
      ? html`<p class="muted">Searching …</p>`
      : html`<p class="muted">Narrow it down:</p>
        <dl class="modifiers">${MODIFIERS.map(([sign, means]) => html`<div>
          <dt>${sign.endsWith(':')
            ? html`<button type="button" class="link" onClick=${() => this.add(sign)}>${sign}</button>`
            : html`<code>${sign}</code>`}</dt>
          <dd>${means}</dd></div>`)}</dl>`;
  }
}

async function find(terms) {
  const { teamId } = now();
  const path = teamId ? `teams/${teamId}/posts/search` : 'posts/search';
  const found = await api.post(path, {
    terms,
    is_or_search: false,
    per_page: MOST,
    time_zone_offset: -60 * new Date().getTimezoneOffset(),
  });
  const posts = Object.values(found.posts || {});
  take(posts);
  await meet(posts.map((one) => one.user_id));
  const ids = found.order.filter((id) => found.posts[id]).slice(0, MOST);
  announce(ids.length === 0 ? 'Nothing was found.' : `${ids.length} found.`);
  return { ids, matches: found.matches || {} };
}

function results(state, { ids, matches, terms }) {
  if (ids.length === 0) {
    return html`<p class="empty">No message in your channels has “${terms}”.</p>`;
  }
  return html`<ol class="found">${ids.map((id) => state.posts[id]).filter(Boolean).map((post) => {
    const channel = state.channels[post.channel_id];
    return html`<li key=${post.id}><button type="button" class="found-post" onClick=${() => attempt(() => show(post))}>
      <span class="found-head"><b>${nameOf(state.users[post.user_id])}</b>
        <span class="muted">${channel ? titleOf(state, channel) : 'another channel'} · ${dayOf(post.create_at)}, ${timeOf(post.create_at)}</span></span>
      <span class="found-text">${marked(post.message, matches[post.id] || [])}</span>
    </button></li>`;
  })}</ol>`;
}

/** A text with the words in it that were looked for. */
function marked(text, words) {
  const lower = text.toLowerCase();
  const known = words.map((one) => one.toLowerCase()).filter(Boolean);
  const first = Math.max(0, Math.min(...known.map((one) => lower.indexOf(one)).filter((at) => at >= 0), Infinity));
  const from = Number.isFinite(first) && first > LONGEST / 2 ? first - LONGEST / 4 : 0;
  const shown = text.slice(from, from + LONGEST);
  const parts = [];
  let done = 0;
  while (done < shown.length) {
    const [at, length] = nextOf(shown.toLowerCase(), known, done);
    parts.push(shown.slice(done, at));
    if (length > 0) {
      parts.push(html`<mark>${shown.slice(at, at + length)}</mark>`);
    }
    done = at + length;
  }
  return [from > 0 && '… ', ...parts, from + LONGEST < text.length && ' …'];
}

function nextOf(text, words, from) {
  let best = [text.length, 0];
  words.forEach((word) => {
    const at = text.indexOf(word, from);
    if (at >= 0 && (at < best[0] || (at === best[0] && word.length > best[1]))) {
      best = [at, word.length];
    }
  });
  return best;
}

/** Shows a message where it was written. */
async function show(post) {
  const { channels, channelId, panel } = now();
  if (post.channel_id !== channelId && channels[post.channel_id]) {
    await openChannel(post.channel_id);
  }
  if (!matchMedia('(max-width: 1080px)').matches) {
    set({ panel });
  } else {
    set({ panel: null });
  }
  await showPost(post);
}
