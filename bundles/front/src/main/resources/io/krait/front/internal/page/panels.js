// What is shown beside the channel: a thread, or what plugins did.
import { partsOf, shown, typingLine } from './channel.js';
import { Composer } from './composer.js';
import { Following } from './following.js';
import { timeOf } from './format.js';
import { Message } from './message.js';
import { isAdministrator } from './people.js';
import { threadOf } from './posts.js';
import { Search } from './search.js';
import { set } from './store.js';
import { took } from './touches.js';
import { html, icon } from './view.js';

/** The open panel, if there is one. */
export function panel(state) {
  if (!state.panel) {
    return null;
  }
  return KINDS[state.panel.kind](state);
}

const KINDS = {
  thread,
  plugins,
  search: (state) => frame('Search', html`<${Search} state=${state} />`),
};

function frame(title, content) {
  const close = () => set({ panel: null });
  return html`<aside class="panel" aria-label=${title} onKeyDown=${(event) => event.key === 'Escape' && close()}>
    <header class="channel-head">
      <h2>${title}</h2>
      <button type="button" class="plain" aria-label=${`Close: ${title}`} title="Close" onClick=${close}>${icon('close')}</button>
    </header>
    ${content}
  </aside>`;
}

function thread(state) {
  const { rootId } = state.panel;
  const posts = threadOf(rootId, state.posts);
  const root = state.posts[rootId];
  return frame('Thread', html`
    <${Replies} key=${rootId} posts=${posts} parts=${shown(state)} />
    ${root && typingLine(state, root.channel_id, rootId)}
    ${root && html`<${Composer} key=${`write-${rootId}`} channelId=${root.channel_id} rootId=${rootId} label="Reply" />`}
  `);
}

/** The first message of a thread, and what was answered; one sees the latest. */
class Replies extends Following {
  render({ posts, parts }) {
    return html`<div class="messages" role="log" aria-label="Messages of the thread" tabindex="0" ref=${this.box}
      onScroll=${this.scrolled}>
      <div class="messages-inner">
        ${posts.map((post) => html`<${Message} key=${post.id} ...${partsOf(post, parts)} alone=${true} compact=${false} />`)}
      </div>
    </div>`;
  }
}

const DONE = {
  changed: 'changed it',
  unchanged: 'left it as it was',
  refused: 'refused it',
  failed: 'failed, and was passed over',
};

function plugins(state) {
  const { panel: open, touches, posts, channelId, me } = state;
  const ids = open.postId
    ? [open.postId]
    : Object.keys(touches)
        .filter((id) => posts[id]?.channel_id === channelId)
        .sort((a, b) => posts[b].create_at - posts[a].create_at)
        .slice(0, 50);
  const all = ids.filter((id) => posts[id]);
  return frame('Plugins', html`<div class="inspector" tabindex="0">
    <p class="muted">
      ${open.postId ? 'Who has looked at this message before it was stored, and how long each took.' : 'Messages that plugins have looked at, the latest first.'}
    </p>
    ${all.map((id) => looked(posts[id], touches[id] || []))}
    ${all.length === 0 && html`<p class="empty">No plugin has looked at a message here since the server was started.</p>`}
    ${open.postId && html`<button type="button" class="link" onClick=${() => set({ panel: { kind: 'plugins', postId: '' } })}>All messages of this channel</button>`}
    ${isAdministrator(me) && html`<p><a href="/system/console/krait" target="_blank" rel="noopener">All plugins, in the Web Console</a></p>`}
  </div>`);
}

function looked(post, touches) {
  return html`<section class="looked" key=${post.id}>
    <p class="looked-at"><time>${timeOf(post.create_at)}</time> ${excerpt(post)}</p>
    ${touches.length === 0 && html`<p class="muted">No plugin that the server still knows of.</p>`}
    <ol>${touches.map((one) => html`<li class=${`outcome-${one.outcome}`}>
      <span><b>${one.plugin_name}</b> ${DONE[one.outcome] || one.outcome}
        <small>${one.hook}</small></span>
      <span class="took">${took(one.micros)}</span>
    </li>`)}</ol>
  </section>`;
}

function excerpt(post) {
  const text = post.message || String(post.props?.attachments?.[0]?.title ?? '') || '(no text)';
  return text.length > 120 ? `${text.slice(0, 120)} …` : text;
}
