// Teams and channels at the side.
import { isAdministrator, nameOf, otherOf, portrait } from './people.js';
import { logOut } from './session.js';
import { setStatus, STATUSES } from './presence.js';
import { attempt, set } from './store.js';
import { html, icon } from './view.js';
import { isDirect, openChannel, openTeam } from './workspace.js';

/** The side with everything that can be opened. */
export function sidebar(state) {
  const { me, teams, teamId, live } = state;
  return html`<nav class="side" aria-label="Teams and channels">
    <header class="side-head">
      <img src="/front/icon.svg" alt="" width="28" height="28" />
      <label class="unseen" for="team">Team</label>
      <select id="team" value=${teamId} onChange=${(event) => chosen(event.target.value)}>
        ${teams.map((one) => html`<option value=${one.id} selected=${one.id === teamId}>${one.display_name}</option>`)}
        ${teams.length === 0 && html`<option value="">No team yet</option>`}
        <option value="more">Other teams …</option>
        <option value="new">New team …</option>
      </select>
    </header>
    <div class="side-lists">
      ${section(state, 'Channels', rooms(state), {
        label: 'Find or make a channel',
        onClick: () => set({ modal: { kind: 'channels' } }),
      })}
      ${section(state, 'Direct messages', talks(state), {
        label: 'Write to somebody',
        onClick: () => set({ modal: { kind: 'people' } }),
      })}
    </div>
    ${!live && html`<p class="offline" role="status">Connecting again …</p>`}
    <footer class="side-foot">
      ${portrait(me, 'small', state.statuses[me.id] || 'offline')}
      <span class="side-me"><b>${nameOf(me)}</b>${ownStatus(state)}</span>
      ${isAdministrator(me) &&
      html`<a class="plain" href="/system/console/krait" target="_blank" rel="noopener"
        title="Plugins in the Web Console" aria-label="Plugins in the Web Console">${icon('gear')}</a>`}
      <button type="button" class="plain" title="Log out" aria-label="Log out" onClick=${() => attempt(logOut)}>
        ${icon('exit')}
      </button>
    </footer>
  </nav>`;
}

function ownStatus({ statuses, me }) {
  const own = statuses[me.id] || 'offline';
  return html`<select aria-label="Your status" value=${own}
    onChange=${(event) => attempt(() => setStatus(event.target.value))}>
    ${Object.entries(STATUSES).map(([value, label]) => html`<option value=${value} selected=${value === own}>${label}</option>`)}
  </select>`;
}

function chosen(value) {
  if (value === 'more') {
    set({ modal: { kind: 'teams' } });
  } else if (value === 'new') {
    set({ modal: { kind: 'team' } });
  } else if (value) {
    attempt(() => openTeam(value));
  }
}

function rooms({ channels, teamId }) {
  return Object.values(channels)
    .filter((one) => one.team_id === teamId)
    .sort((a, b) => a.display_name.localeCompare(b.display_name));
}

function talks({ channels }) {
  return Object.values(channels)
    .filter((one) => !one.team_id)
    .sort((a, b) => b.last_post_at - a.last_post_at)
    .slice(0, 40);
}

function section(state, title, channels, add) {
  return html`<section>
    <h2>${title}
      <button type="button" class="plain" title=${add.label} aria-label=${add.label} onClick=${add.onClick}
        disabled=${!state.teamId}>${icon('add')}</button>
    </h2>
    <ul>${channels.map((channel) => entry(state, channel))}</ul>
  </section>`;
}

function entry(state, channel) {
  const { channelId, unread } = state;
  const { count = 0, mentions = 0 } = unread[channel.id] || {};
  const open = channel.id === channelId;
  return html`<li key=${channel.id}>
    <button type="button" class="side-entry ${open ? 'open' : ''} ${count > 0 ? 'unread' : ''}"
      aria-current=${open ? 'page' : undefined} onClick=${() => attempt(() => openChannel(channel.id))}>
      ${mark(state, channel)}
      <span class="side-name">${titleOf(state, channel)}</span>
      ${count > 0 &&
      html`<span class="count ${mentions > 0 ? 'mentioned' : ''}">${count}<span class="unseen"> unread</span></span>`}
    </button>
  </li>`;
}

function mark({ users, statuses }, channel) {
  if (isDirect(channel)) {
    return portrait(users[otherOf(channel)], 'tiny', statuses[otherOf(channel)]);
  }
  return channel.type === 'O'
    ? html`<span class="hash" aria-hidden="true">#</span>`
    : icon(channel.type === 'P' ? 'lock' : 'people');
}

/** How a channel is called by whoever looks at it. */
export function titleOf({ users, me }, channel) {
  if (!isDirect(channel)) {
    return channel.display_name;
  }
  const other = users[otherOf(channel)];
  return other?.id === me.id ? `${nameOf(me)} (you)` : nameOf(other);
}
