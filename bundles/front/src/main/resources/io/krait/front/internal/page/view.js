// What all parts of the page draw with. Texts become text nodes, never markup.
import { Component, createRef, h, render } from './lib/preact.module.js';
import htm from './lib/htm.module.js';

export { Component, createRef, render };
export const html = htm.bind(h);

/** An icon of the page's own, for the eye alone: what it stands for is said beside it. */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d=${PATHS[name]} />
  </svg>`;
}

const PATHS = {
  add: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  close: 'M6 6l12 12M18 6 6 18',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
  exit: 'M14 4h5v16h-5M4 12h11M11 8l4 4-4 4',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  gear: 'M4 7h10M18 7h2M4 12h2M10 12h10M4 17h8M16 17h4M16 5v4M8 10v4M14 15v4',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  people: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 20c0-4 3-6 6-6s6 2 6 6M16 11a3 3 0 1 0 0-6M17 14c3 .5 4 3 4 6',
  reply: 'M10 7 4 12l6 5v-3c5 0 8 1 10 5 0-6-3-9-10-9z',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13M15.500 15.500 21 21',
  send: 'M4 12 20 4l-5 16-3-7z',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9 10h.01M15 10h.01M8 14c2 3 6 3 8 0',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
};

/** Says something to those who do not see it appear. */
export function announce(text) {
  document.getElementById('announce').textContent = text;
}

let ids = 0;

/** An identifier that no other element has. */
export function freshId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}
