// The open channel: its head, its messages, and where one writes.
import { Composer } from './composer.js';
import { Following } from './following.js';
import { dayOf } from './format.js';
import { Message } from './message.js';
import { nameOf } from './people.js';
import { presenceLine } from './presence.js';
import { loadOlder } from './posts.js';
import { titleOf } from './sidebar.js';
import { attempt, now, set } from './store.js';
import { html, icon } from './view.js';
import { isDirect } from './workspace.js';

const TOGETHER = 5 * 60 * 1000;

/** The middle of the page. */
export function channelView(state, channel) {
  const title = titleOf(state, channel);
  return html`<main class="channel">
    <header class="channel-head">
      <button type="button" class="plain only-phone" aria-label="Menu" onClick=${() => set({ menu: true })}>
        ${icon('menu')}
      </button>
      <div class="channel-title">
        <h1>${!isDirect(channel) && channel.type === 'O' && html`<span class="hash" aria-hidden="true">#</span>`}${title}</h1>
        ${isDirect(channel) && presenceLine(state, channel)}
        ${(channel.header || channel.purpose) && html`<p class="muted">${channel.header || channel.purpose}</p>`}
      </div>
      <button type="button" class="plain" title="Search" aria-label="Search" aria-pressed=${state.panel?.kind === 'search'}
        onClick=${openSearch}>${icon('search')}</button>
      ${channel.team_id &&
      html`<button type="button" class="plain" title="Add people" aria-label="Add people"
        onClick=${() => set({ modal: { kind: 'people', add: true } })}>${icon('people')}</button>`}
      <button type="button" class="plain" title="What plugins did here" aria-label="What plugins did here"
        aria-pressed=${state.panel?.kind === 'plugins'} onClick=${toggle}>${icon('bolt')}</button>
    </header>
    <${Messages} key=${channel.id} list=${state.lists[channel.id]} channel=${channel} title=${title}
      wanted=${state.shown} ...${shown(state)} />
    ${typingLine(state, channel.id, '')}
    <${Composer} key=${`write-${channel.id}`} channelId=${channel.id} rootId="" label=${`Write to ${title}`} />
  </main>`;
}

function openSearch() {
  set({ panel: now().panel?.kind === 'search' ? null : { kind: 'search' } });
}

function toggle() {
  set({ panel: now().panel?.kind === 'plugins' ? null : { kind: 'plugins', postId: '' } });
}

/** What the messages are drawn of. */
export function shown({ posts, users, reactions, files, touches, me, custom, statuses }) {
  return { posts, users, reactions, files, touches, me, custom, statuses };
}

/** Who is writing. */
export function typingLine({ typing, users }, channelId, rootId) {
  const names = Object.keys(typing)
    .map((key) => key.split(' '))
    .filter(([channel, , root]) => channel === channelId && (root || '') === rootId)
    .map(([, user]) => nameOf(users[user]));
  const text =
    names.length === 0 ? '' : names.length === 1 ? `${names[0]} is typing …` : `${names.join(' and ')} are typing …`;
  return html`<p class="typing" aria-live="off">${text}</p>`;
}

class Messages extends Following {
  componentDidMount() {
    super.componentDidMount();
    this.wanted = this.props.wanted;
  }

  componentDidUpdate() {
    const { wanted } = this.props;
    if (wanted && wanted !== this.wanted) {
      this.wanted = wanted;
      this.show(wanted.id);
    } else {
      super.componentDidUpdate();
    }
  }

  show(id) {
    const message = this.box.current.querySelector(`[data-post="${CSS.escape(id)}"]`);
    if (message) {
      this.atEnd = false;
      message.scrollIntoView({ block: 'center' });
      message.tabIndex = -1;
      message.focus();
    }
  }

  async older() {
    const box = this.box.current;
    const fromEnd = box.scrollHeight - box.scrollTop;
    this.atEnd = false;
    await attempt(() => loadOlder(this.props.channel.id));
    requestAnimationFrame(() => {
      box.scrollTop = box.scrollHeight - fromEnd;
    });
  }

  render({ list, title, ...state }) {
    const posts = (list?.ids || []).map((id) => state.posts[id]).filter(Boolean);
    return html`<div id="messages" class="messages" ref=${this.box} onScroll=${this.scrolled} tabindex="0"
      role="log" aria-label=${`Messages in ${title}`} aria-live="off">
      <div class="messages-inner">
        ${list?.more &&
        html`<button type="button" class="link older" onClick=${() => this.older()}>Show older messages</button>`}
        ${list && !list.more &&
        html`<div class="beginning"><h2>${title}</h2><p class="muted">This is the beginning.</p></div>`}
        ${posts.map((post, index) => row(post, posts[index - 1], state))}
      </div>
    </div>`;
  }
}

function row(post, before, state) {
  const day = dayOf(post.create_at);
  const another = !before || dayOf(before.create_at) !== day;
  const compact =
    !another &&
    before.user_id === post.user_id &&
    !before.type &&
    !post.type &&
    (before.root_id || before.id) === (post.root_id || before.id) &&
    before.props?.override_username === post.props?.override_username &&
    post.create_at - before.create_at < TOGETHER;
  return html`
    ${another && html`<h2 class="day" key=${`day-${day}`}><span>${day}</span></h2>`}
    <${Message} key=${post.id} ...${partsOf(post, state)} compact=${compact} />
  `;
}

/** What one message is drawn of, so that it is drawn anew only where that is another. */
export function partsOf(post, { users, reactions, files, touches, posts, me, custom, statuses }) {
  return {
    post,
    me,
    author: users[post.user_id],
    status: statuses[post.user_id],
    custom,
    root: post.root_id ? posts[post.root_id] : undefined,
    rootAuthor: post.root_id ? users[posts[post.root_id]?.user_id] : undefined,
    reactions: reactions[post.id],
    files: files[post.id],
    touches: touches[post.id],
    names: me.username,
    replies: post.reply_count || 0,
  };
}
