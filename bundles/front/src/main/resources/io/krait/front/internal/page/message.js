// One message, and what can be done with it.
import { attachments } from './attachments.js';
import { ownNames, sign } from './custom.js';
import { OFFERED } from './emoji.js';
import { shortTimeOf, sizeOf, timeOf, wholeTime } from './format.js';
import { markdown } from './markdown.js';
import { isAdministrator, nameOf, portrait } from './people.js';
import { change, erase, openThread, react } from './posts.js';
import { attempt, now, set } from './store.js';
import { changers, took } from './touches.js';
import { Component, createRef, html, icon } from './view.js';

const DRAWN = ['post', 'author', 'root', 'rootAuthor', 'reactions', 'files', 'touches', 'compact', 'alone', 'custom', 'status'];

function tagOf(post, author) {
  const { from_plugin: plugin, from_webhook: webhook } = post.props || {};
  return plugin === 'true' ? 'plugin' : author?.is_bot ? 'bot' : webhook === 'true' ? 'integration' : '';
}

/** A message in a channel or a thread. */
export class Message extends Component {
  constructor(props) {
    super(props);
    this.state = { editing: false, picking: false };
    this.pick = createRef();
  }

  shouldComponentUpdate(next, state) {
    return state !== this.state || DRAWN.some((name) => next[name] !== this.props[name]);
  }

  render(props, { editing, picking }) {
    const { post, author, compact, touches } = props;
    if (post.type && post.type.startsWith('system_') && post.type !== 'system_ephemeral') {
      return html`<p class="system" data-post=${post.id}>${markdown(post.message)}</p>`;
    }
    const ephemeral = post.type === 'system_ephemeral';
    // What a command answers to whoever has typed it is the server's, though it has that author.
    const own = !post.user_id || (ephemeral && post.user_id === props.me.id);
    const name = String(post.props?.override_username || '') || (own ? 'Krait' : nameOf(author));
    return html`<article class="message ${compact ? 'compact' : ''} ${ephemeral ? 'ephemeral' : ''}"
      data-post=${post.id} aria-label=${`${name}, ${timeOf(post.create_at)}`}>
      <div class="message-side">
        ${compact
          ? html`<time class="message-time" title=${wholeTime(post.create_at)}>${shortTimeOf(post.create_at)}</time>`
          : own ? html`<img class="portrait" src="/front/icon.svg" alt="" />` : portrait(author, '', props.status)}
      </div>
      <div class="message-body">
        ${!compact &&
        html`<header>
          <b>${name}</b>
          ${tagOf(post, author) && html`<span class="tag">${tagOf(post, author)}</span>`}
          <time title=${wholeTime(post.create_at)}>${timeOf(post.create_at)}</time>
          ${ephemeral && html`<span class="only-you">Only you can see this</span>`}
        </header>`}
        ${this.replied()}
        ${editing ? this.editor() : this.text()}
        ${attachments(post)} ${this.files()} ${this.reactions()} ${this.marks(touches)}
      </div>
      ${!editing && this.actions(picking, ephemeral)}
    </article>`;
  }

  replied() {
    const { post, root, rootAuthor, alone } = this.props;
    if (!post.root_id || alone) {
      return null;
    }
    return html`<button type="button" class="replied" onClick=${() => attempt(() => openThread(post.root_id))}>
      ${icon('reply')} <span>${root ? `${nameOf(rootAuthor)}: ${root.message}` : 'Thread'}</span>
    </button>`;
  }

  text() {
    const { post, me } = this.props;
    return html`<div class="text">
      ${markdown(post.message, [me.username, 'all', 'channel', 'here'])}
      ${post.edit_at > 0 && html`<span class="edited">(edited)</span>`}
    </div>`;
  }

  editor() {
    const { post } = this.props;
    const save = async (event) => {
      event.preventDefault();
      const text = event.target.elements.text.value.trim();
      const done = await attempt(async () => {
        if (text && text !== post.message) {
          await change(post, text);
        }
        return true;
      });
      if (done) {
        this.setState({ editing: false });
      }
    };
    const keys = (event) => {
      if (event.key === 'Escape') {
        this.setState({ editing: false });
      } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        event.target.form.requestSubmit();
      }
    };
    return html`<form class="editor" onSubmit=${save}>
      <textarea name="text" aria-label="Change the message" rows="2" onKeyDown=${keys}
        ref=${(field) => field?.focus()}>${post.message}</textarea>
      <div class="editor-buttons">
        <button type="submit" class="button small">Save</button>
        <button type="button" class="button quiet small" onClick=${() => this.setState({ editing: false })}>Cancel</button>
      </div>
    </form>`;
  }

  files() {
    const { files } = this.props;
    if (!files || files.length === 0) {
      return null;
    }
    return html`<ul class="files">${files.map((file) => {
      const href = `/api/v4/files/${file.id}`;
      const picture = /^image\/(png|jpe?g|gif|webp)$/.test(file.mime_type);
      return html`<li>
        ${picture
          ? html`<a href=${href} target="_blank" rel="noopener">
              <img src=${`${href}/preview`} alt=${file.name} loading="lazy"
                onError=${(event) => { if (!event.target.src.endsWith(href)) { event.target.src = href; } }} /></a>`
          : html`<a class="file" href=${href} download=${file.name}>${icon('file')}
              <span>${file.name}</span> <small>${sizeOf(file.size)}</small></a>`}
      </li>`;
    })}</ul>`;
  }

  reactions() {
    const { reactions, post, me } = this.props;
    const byName = new Map();
    (reactions || []).forEach((one) => byName.set(one.emoji_name, [...(byName.get(one.emoji_name) || []), one]));
    if (byName.size === 0) {
      return null;
    }
    const { users } = now();
    return html`<div class="reactions">${[...byName].map(([name, all]) => {
      const own = all.some((one) => one.user_id === me.id);
      const who = all.map((one) => nameOf(users[one.user_id])).join(', ');
      return html`<button type="button" class="reaction ${own ? 'own' : ''}" aria-pressed=${own}
        aria-label=${`${name}: ${all.length}, ${who}`} title=${`${who}: ${name}`}
        onClick=${() => attempt(() => react(post.id, name))}><span aria-hidden="true">${sign(name)}</span> ${all.length}</button>`;
    })}</div>`;
  }

  marks(touches) {
    const { post, replies, alone } = this.props;
    const changed = touches ? changers(post.id) : [];
    if (changed.length === 0 && (alone || !(replies > 0))) {
      return null;
    }
    return html`<div class="marks">
      ${!alone && replies > 0 && !post.root_id &&
      html`<button type="button" class="link" onClick=${() => attempt(() => openThread(post.id))}>
        ${icon('reply')} ${replies} ${replies === 1 ? 'reply' : 'replies'}</button>`}
      ${changed.length > 0 &&
      html`<button type="button" class="touched" onClick=${() => set({ panel: { kind: 'plugins', postId: post.id } })}>
        ${icon('bolt')} changed by ${changed.map((one) => one.plugin_name).join(', ')}
        <small>${took(changed.reduce((sum, one) => sum + one.micros, 0))}</small></button>`}
    </div>`;
  }

  actions(picking, ephemeral) {
    const { post, me } = this.props;
    const may = post.user_id === me.id || isAdministrator(me);
    const act = (label, name, onClick, further = {}) =>
      html`<button type="button" class="plain" title=${label} aria-label=${label} onClick=${onClick} ...${further}>${icon(name)}</button>`;
    return html`<div class="message-actions ${picking ? 'picking' : ''}" role="group" aria-label="Do something with this message"
      onKeyDown=${(event) => event.key === 'Escape' && this.setState({ picking: false })}
      onFocusOut=${(event) => !event.currentTarget.contains(event.relatedTarget) && picking && this.setState({ picking: false })}>
      ${!ephemeral && act('React', 'smile', () => this.setState({ picking: !picking }), { 'aria-expanded': picking })}
      ${!ephemeral && act('Reply', 'reply', () => attempt(() => openThread(post.root_id || post.id)))}
      ${!ephemeral && act('Plugins', 'bolt', () => set({ panel: { kind: 'plugins', postId: post.id } }))}
      ${!ephemeral && post.user_id === me.id && act('Edit', 'edit', () => this.setState({ editing: true }))}
      ${(may || ephemeral) && act(ephemeral ? 'Dismiss' : 'Delete', 'trash', () => (ephemeral ? erase(post) : set({ modal: { kind: 'delete', post } })))}
      ${picking &&
      html`<div class="picker" role="group" aria-label="Reactions">${[...ownNames(), ...OFFERED].map((name) => html`<button type="button"
        class="plain" aria-label=${name} title=${name}
        onClick=${() => { this.setState({ picking: false }); attempt(() => react(post.id, name)); }}>${sign(name)}</button>`)}</div>`}
    </div>`;
  }
}
