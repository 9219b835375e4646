// What integrations hang on messages: coloured boxes with fields, buttons and menus.
import { markdown, safeAddress } from './markdown.js';
import { act } from './posts.js';
import { attempt } from './store.js';
import { html } from './view.js';

const STYLES = ['good', 'warning', 'danger', 'primary', 'success', 'default'];
const MOST = 20;

/** The attachments of a message. */
export function attachments(post) {
  const all = post.props?.attachments;
  if (!Array.isArray(all) || all.length === 0) {
    return null;
  }
  return all.slice(0, MOST).map((one) => attachment(post, one || {}));
}

function attachment(post, one) {
  const title = one.title_link && safeAddress(one.title_link);
  return html`
    ${one.pretext && html`<div class="text">${markdown(one.pretext)}</div>`}
    <div class="attachment" ref=${(box) => coloured(box, one.color)}>
      ${one.author_name && html`<p class="attachment-author">${one.author_name}</p>`}
      ${one.title &&
      html`<p class="attachment-title">${title
        ? html`<a href=${title} target="_blank" rel="noopener noreferrer nofollow">${one.title}</a>`
        : one.title}</p>`}
      ${one.text && html`<div class="text">${markdown(one.text)}</div>`}
      ${fields(one.fields)}
      ${ownPicture(one.image_url)}
      ${Array.isArray(one.actions) &&
      html`<div class="attachment-actions">${one.actions.slice(0, MOST).map((action) => control(post, action || {}))}</div>`}
      ${one.footer && html`<p class="attachment-footer">${one.footer}</p>`}
    </div>`;
}

// By the object model, as the page allows no style in markup.
function coloured(box, color) {
  if (box && /^#[0-9a-fA-F]{3,8}$/.test(color || '')) {
    box.style.borderInlineStartColor = color;
  }
}

function fields(all) {
  if (!Array.isArray(all) || all.length === 0) {
    return null;
  }
  return html`<dl class="fields">${all.map((one) => html`<div class=${one.short ? 'short' : ''}>
    <dt>${String(one.title ?? '')}</dt><dd>${markdown(one.value)}</dd></div>`)}</dl>`;
}

// Pictures of other servers are not loaded: they would tell them who reads what.
function ownPicture(address) {
  const safe = address && safeAddress(address);
  if (!safe) {
    return null;
  }
  return new URL(safe).origin === location.origin
    ? html`<img class="attachment-image" src=${safe} alt="" loading="lazy" />`
    : html`<p><a href=${safe} target="_blank" rel="noopener noreferrer nofollow">${safe}</a></p>`;
}

function control(post, action) {
  const name = String(action.name ?? '');
  if (action.type === 'select') {
    const id = `menu-${post.id}-${action.id}`;
    const options = Array.isArray(action.options) ? action.options : [];
    return html`<span class="attachment-menu"><label class="unseen" for=${id}>${name}</label>
      <select id=${id} disabled=${action.disabled} onChange=${(event) => chosen(post, action, event.target)}>
        <option value="">${name}</option>
        ${options.map((one) => html`<option value=${one.value} selected=${one.value === action.default_option}>${one.text}</option>`)}
      </select></span>`;
  }
  const style = STYLES.includes(action.style) ? action.style : 'default';
  return html`<button type="button" class="button small action-${style}" disabled=${action.disabled}
    title=${action.tooltip || undefined} onClick=${(event) => pressed(post, action, event.currentTarget)}>${name}</button>`;
}

async function pressed(post, action, button) {
  button.disabled = true;
  await attempt(() => act(post, action.id));
  button.disabled = Boolean(action.disabled);
}

function chosen(post, action, menu) {
  if (menu.value) {
    attempt(() => act(post, action.id, menu.value));
  }
}
