// The page as a whole.
import { channelView } from './channel.js';
import { Entry } from './entry.js';
import { modal } from './modals.js';
import { panel } from './panels.js';
import { sidebar } from './sidebar.js';
import { set } from './store.js';
import { html, icon } from './view.js';

export function app(state) {
  return html`
    ${screen(state)}
    ${state.notice &&
    html`<div class="notice ${state.notice.kind}" role="alert">
      <span>${state.notice.text}</span>
      <button type="button" class="plain" aria-label="Close" onClick=${() => set({ notice: null })}>
        ${icon('close')}
      </button>
    </div>`}
  `;
}

function screen(state) {
  if (state.phase === 'entry') {
    return html`<${Entry} config=${state.config} />`;
  }
  if (state.phase === 'away') {
    return html`<main class="loading"><h1>The server does not answer</h1>
      <p>It may still be starting.</p>
      <button type="button" class="button" onClick=${() => location.reload()}>Try again</button></main>`;
  }
  if (state.phase === 'loading') {
    return html`<p class="loading">Loading …</p>`;
  }
  const open = state.channels[state.channelId];
  return html`<div class="chat ${state.menu ? 'menu-open' : ''} ${state.panel ? 'panel-open' : ''}">
    <a class="skip" href="#messages" onClick=${skip}>Skip to the messages</a>
    ${sidebar(state)}
    ${state.menu &&
    html`<button type="button" class="veil" aria-label="Close the menu" onClick=${() => set({ menu: false })} />`}
    ${open ? channelView(state, open) : nothingOpen()} ${panel(state)} ${modal(state)}
  </div>`;
}

function skip(event) {
  event.preventDefault();
  document.getElementById('messages')?.focus();
}

function nothingOpen() {
  return html`<main class="channel"><header class="channel-head">
      <button type="button" class="plain only-phone" aria-label="Menu" onClick=${() => set({ menu: true })}>
        ${icon('menu')}
      </button></header>
    <p class="empty">Choose a team to begin.</p></main>`;
}
