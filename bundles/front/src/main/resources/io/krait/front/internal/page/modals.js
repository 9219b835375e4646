// What has to be dealt with before the page goes on.
import * as api from './api.js';
import { cancelDialog, PluginDialog } from './dialog.js';
import { isAdministrator, nameOf, portrait } from './people.js';
import { erase } from './posts.js';
import { attempt, notice, now, set } from './store.js';
import { Component, createRef, html, icon } from './view.js';
import { addPerson, joinChannel, joinTeam, makeAccount, makeChannel, makeTeam, openChannel, talkTo } from './workspace.js';

const close = () => set({ modal: null });

/** The open modal, if there is one. */
export function modal(state) {
  const open = state.modal;
  if (!open) {
    return null;
  }
  const [title, content, closing = close] = KINDS[open.kind](state, open);
  return html`<${Modal} key=${open.kind} title=${title} onClose=${closing}>${content}<//>`;
}

const KINDS = {
  dialog: (state, { request }) => [
    request.dialog.title,
    html`<${PluginDialog} key=${request.trigger_id} request=${request} />`,
    () => cancelDialog(request),
  ],
  team: () => ['New team', html`<${NewTeam} />`],
  teams: (state) => ['Teams', html`<${Teams} mine=${state.teams} me=${state.me} />`],
  channels: (state) => ['Channels', html`<${Channels} teamId=${state.teamId} mine=${state.channels} />`],
  people: (state, { add }) => [
    add ? 'Add people' : 'Write to somebody',
    html`<${People} add=${add} me=${state.me} />`,
  ],
  account: () => ['New account', html`<${NewAccount} />`],
  delete: (state, { post }) => ['Delete the message?', confirmation(post)],
};

class Modal extends Component {
  constructor(props) {
    super(props);
    this.box = createRef();
  }

  componentDidMount() {
    this.before = document.activeElement;
    // The browser keeps the focus inside, and the rest of the page out of reach.
    this.box.current.showModal();
    this.box.current.querySelector('.field :is(input, select, textarea)')?.focus();
  }

  componentWillUnmount() {
    this.before?.focus?.();
  }

  render({ title, children, onClose }) {
    return html`<dialog class="modal" ref=${this.box} aria-labelledby="modal-title"
      onCancel=${(event) => { event.preventDefault(); onClose(); }}
      onMouseDown=${(event) => event.target === this.box.current && onClose()}>
      <div class="modal-inner">
        <header><h2 id="modal-title">${title}</h2>
          <button type="button" class="plain" aria-label="Close" onClick=${onClose}>${icon('close')}</button></header>
        ${children}
      </div>
    </dialog>`;
  }
}

function confirmation(post) {
  return html`<p class="looked-at">${post.message}</p>
    <div class="modal-buttons">
      <button type="button" class="button quiet" onClick=${close}>Cancel</button>
      <button type="button" class="button danger" autofocus
        onClick=${() => { close(); attempt(() => erase(post)); }}>Delete</button>
    </div>`;
}

function made(task) {
  return (event) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    attempt(() => task(form));
  };
}

function NewTeam() {
  return html`<form onSubmit=${made((form) => makeTeam(form.name.trim()))}>
    <div class="field"><label for="team-name">Name of the team</label>
      <input id="team-name" name="name" required minlength="2" maxlength="60" autofocus /></div>
    <div class="modal-buttons">
      <button type="submit" class="button">Make the team</button></div>
  </form>`;
}

class Teams extends Component {
  componentDidMount() {
    attempt(async () => this.setState({ found: await api.get('teams?per_page=200') }));
  }

  render({ mine, me }, { found }) {
    const others = (found || []).filter((one) => one.allow_open_invite && !mine.some((own) => own.id === one.id));
    return html`
      ${found && others.length === 0 && html`<p class="empty">There is no other team that you can join.</p>`}
      <ul class="choices">${others.map((one) => html`<li><button type="button" class="choice"
        onClick=${() => attempt(() => joinTeam(one))}><b>${one.display_name}</b><span>Join</span></button></li>`)}</ul>
      ${isAdministrator(me) &&
      html`<div class="modal-buttons"><button type="button" class="button" onClick=${() => set({ modal: { kind: 'team' } })}>New team</button></div>`}
    `;
  }
}

class Channels extends Component {
  componentDidMount() {
    const { teamId } = this.props;
    attempt(async () => this.setState({ found: await api.get(`teams/${teamId}/channels?per_page=200`) }));
  }

  render({ mine }, { found, making, hidden }) {
    if (making) {
      return html`<form onSubmit=${made((form) => makeChannel(form.name.trim(), hidden, form.purpose.trim()))}>
        <div class="field"><label for="channel-name">Name of the channel</label>
          <input id="channel-name" name="name" required maxlength="64" autofocus /></div>
        <div class="field"><label for="channel-purpose">What it is for <span class="muted">(optional)</span></label>
          <input id="channel-purpose" name="purpose" maxlength="250" /></div>
        <label class="check"><input type="checkbox" checked=${hidden}
          onChange=${(event) => this.setState({ hidden: event.target.checked })} /> Private: only those who are added see it</label>
        <div class="modal-buttons"><button type="submit" class="button">Make the channel</button></div>
      </form>`;
    }
    return html`
      ${found && found.length === 0 && html`<p class="empty">There is no channel yet.</p>`}
      <ul class="choices">${(found || []).map((one) => html`<li><button type="button" class="choice"
        onClick=${() => attempt(async () => { if (mine[one.id]) { close(); await openChannel(one.id); } else { await joinChannel(one); } })}>
        <b># ${one.display_name}</b><span>${mine[one.id] ? 'Open' : 'Join'}</span></button></li>`)}</ul>
      <div class="modal-buttons"><button type="button" class="button" onClick=${() => this.setState({ making: true })}>New channel</button></div>
    `;
  }
}

class People extends Component {
  componentDidMount() {
    this.look('');
  }

  async look(term) {
    this.term = term;
    const team = this.props.add ? '' : `&in_team=${now().teamId}`;
    await attempt(async () => {
      const found = term
        ? await api.post('users/search', { term, limit: 50 })
        : await api.get(`users?per_page=50&active=true${team}`);
      if (this.term === term) {
        this.setState({ found });
      }
    });
  }

  async choose(user) {
    if (!this.props.add) {
      await talkTo(user);
      return;
    }
    await addPerson(user);
    notice(`${nameOf(user)} is here now.`, 'good');
  }

  render({ add, me }, { found }) {
    return html`
      <div class="field"><label for="people">Name</label>
        <input id="people" autocomplete="off" spellcheck="false" autofocus onInput=${(event) => this.look(event.target.value.trim())} /></div>
      <ul class="choices">${(found || []).map((user) => html`<li key=${user.id}><button type="button" class="choice"
        onClick=${() => attempt(() => this.choose(user))}>
        ${portrait(user, 'small')}<b>${nameOf(user)}</b> <span class="muted">@${user.username}</span>
        <span>${add ? 'Add' : ''}</span></button></li>`)}</ul>
      ${found && found.length === 0 && html`<p class="empty">There is nobody of that name.</p>`}
      ${isAdministrator(me) &&
      html`<div class="modal-buttons"><button type="button" class="button quiet"
        onClick=${() => set({ modal: { kind: 'account' } })}>Make an account for somebody</button></div>`}
    `;
  }
}

function NewAccount() {
  const field = (name, label, type) => html`<div class="field"><label for=${`account-${name}`}>${label}</label>
    <input id=${`account-${name}`} name=${name} type=${type} required autocomplete="off" spellcheck="false" /></div>`;
  const make = async ({ username, email, password }) => {
    await makeAccount(username.trim().toLowerCase(), email.trim(), password);
    set({ modal: null });
    notice(`${username} can log in now, and is a member of this team.`, 'good');
  };
  return html`<form onSubmit=${made(make)}>
    ${field('username', 'User name', 'text')} ${field('email', 'Email address', 'email')}
    ${field('password', 'First password', 'text')}
    <div class="modal-buttons"><button type="submit" class="button">Make the account</button></div>
  </form>`;
}
