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
  return objects(all).map((one) => attachment(post, one));
}

/** Those of a list that are what they should be: anybody may have made it. */
function objects(list) {
  return (Array.isArray(list) ? list : []).filter((one) => one && typeof one === 'object').slice(0, MOST);
}

/** A text, whatever somebody has put in its place. */
const textOf = (value) => (typeof value === 'object' ? '' : String(value ?? ''));

function attachment(post, one) {
  const title = one.title_link && safeAddress(textOf(one.title_link));
  return html`
    ${one.pretext && html`<div class="text">${markdown(textOf(one.pretext))}</div>`}
    <div class="attachment" ref=${(box) => coloured(box, one.color)}>
      ${one.author_name && html`<p class="attachment-author">${textOf(one.author_name)}</p>`}
      ${one.title &&
      html`<p class="attachment-title">${title
        ? html`<a href=${title} target="_blank" rel="noopener noreferrer nofollow">${textOf(one.title)}</a>`
        : textOf(one.title)}</p>`}
      ${one.text && html`<div class="text">${markdown(textOf(one.text))}</div>`}
      ${fields(one.fields)}
      ${ownPicture(one.image_url)}
      ${objects(one.actions).length > 0 &&
      html`<div class="attachment-actions">${objects(one.actions).map((action) => control(post, action))}</div>`}
      ${one.footer && html`<p class="attachment-footer">${textOf(one.footer)}</p>`}
    </div>`;
}

// By the object model, as the page allows no style in markup.
function coloured(box, color) {
  if (box && /^#[0-9a-fA-F]{3,8}$/.test(textOf(color))) {
    box.style.borderInlineStartColor = color;
  }
}

function fields(all) {
  const known = objects(all);
  if (known.length === 0) {
    return null;
  }
  return html`<dl class="fields">${known.map((one) => html`<div class=${one.short ? 'short' : ''}>
    <dt>${textOf(one.title)}</dt><dd>${markdown(textOf(one.value))}</dd></div>`)}</dl>`;
}

// Pictures of other servers are not loaded: they would tell them who reads what.
function ownPicture(address) {
  const safe = address && safeAddress(textOf(address));
  if (!safe) {
    return null;
  }
  return new URL(safe).origin === location.origin
    ? html`<img class="attachment-image" src=${safe} alt="" loading="lazy" />`
    : html`<p><a href=${safe} target="_blank" rel="noopener noreferrer nofollow">${safe}</a></p>`;
}

function control(post, action) {
  const name = textOf(action.name);
  if (action.type === 'select') {
    const id = `menu-${post.id}-${action.id}`;
    const options = objects(action.options);
    return html`<span class="attachment-menu"><label class="unseen" for=${id}>${name}</label>
      <select id=${id} disabled=${action.disabled} onChange=${(event) => chosen(post, action, event.target)}>
        <option value="">${name}</option>
        ${options.map((one) => html`<option value=${textOf(one.value)} selected=${one.value === action.default_option}>${textOf(one.text)}</option>`)}
      </select></span>`;
  }
  const style = STYLES.includes(action.style) ? action.style : 'default';
  return html`<button type="button" class="button small action-${style}" disabled=${action.disabled}
    title=${textOf(action.tooltip) || undefined} onClick=${(event) => pressed(post, action, event.currentTarget)}>${name}</button>`;
}

async function pressed(post, action, button) {
  button.disabled = true;
  await attempt(() => act(post, action));
  button.disabled = Boolean(action.disabled);
}

function chosen(post, action, menu) {
  if (menu.value) {
    attempt(() => act(post, action, menu.value));
  }
}
