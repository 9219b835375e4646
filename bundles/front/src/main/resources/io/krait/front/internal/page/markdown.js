// The part of Markdown that messages are written in. It makes elements and texts, never markup, and
// links to nothing but the web, mail and this server, so no message can be more than a message.
import { isKnown, sign } from './custom.js';
import { html } from './view.js';

const DEEPEST = 6;
const LONGEST = 16383;

/** A message's text as elements. */
export function markdown(text, names = []) {
  const lines = String(text ?? '').slice(0, LONGEST).split(/\r?\n/);
  return blocks(lines, { depth: 0, names });
}

function blocks(lines, place) {
  const made = [];
  let at = 0;
  while (at < lines.length) {
    const [block, next] = blockAt(lines, at, place);
    if (block) {
      made.push(block);
    }
    at = next;
  }
  return made;
}

function blockAt(lines, at, place) {
  const line = lines[at];
  if (line.trim() === '') {
    return [null, at + 1];
  }
  if (/^\s*```/.test(line)) {
    return fenced(lines, at);
  }
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading) {
    // No headings for those who go from one to the next: a message is no part of the page.
    return [html`<p class=${`heading level-${heading[1].length}`}>${inline(heading[2], place)}</p>`, at + 1];
  }
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
    return [html`<hr />`, at + 1];
  }
  if (line.startsWith('>') && place.depth < DEEPEST) {
    const end = endOf(lines, at, (one) => one.startsWith('>'));
    const inner = lines.slice(at, end).map((one) => one.replace(/^> ?/, ''));
    const deeper = { ...place, depth: place.depth + 1 };
    return [html`<blockquote>${blocks(inner, deeper)}</blockquote>`, end];
  }
  if (ITEM.test(line)) {
    return list(lines, at, place);
  }
  if (line.includes('|') && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(lines[at + 1] || '')) {
    return table(lines, at, place);
  }
  const end = endOf(lines, at + 1, (one) => one.trim() !== '' && !BEGINS.test(one));
  return [html`<p>${broken(lines.slice(at, end), place)}</p>`, end];
}

const ITEM = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const BEGINS = /^(?:\s*```|#{1,6}\s|>|\s*(?:[-*+]|\d{1,9}[.)])\s)/;

function endOf(lines, from, belongs) {
  let end = from;
  while (end < lines.length && belongs(lines[end])) {
    end += 1;
  }
  return end;
}

function fenced(lines, at) {
  const end = endOf(lines, at + 1, (one) => !/^\s*```\s*$/.test(one));
  return [html`<pre tabindex="0"><code>${lines.slice(at + 1, end).join('\n')}</code></pre>`, end + 1];
}

function list(lines, at, place) {
  const end = endOf(lines, at, (one) => ITEM.test(one));
  const items = lines.slice(at, end).map((one) => {
    const text = ITEM.exec(one)[2];
    const box = /^\[([ xX])\]\s+(.*)$/.exec(text);
    return box
      ? html`<li class="task">${box[1] === ' ' ? '☐' : '☑'} ${inline(box[2], place)}</li>`
      : html`<li>${inline(text, place)}</li>`;
  });
  const first = ITEM.exec(lines[at])[1];
  return [first ? html`<ol start=${first}>${items}</ol>` : html`<ul>${items}</ul>`, end];
}

function table(lines, at, place) {
  const end = endOf(lines, at + 2, (one) => one.includes('|'));
  const cells = (line) => line.trim().replace(/^\||\|$/g, '').split('|').map((one) => one.trim());
  const row = (line, tag) =>
    html`<tr>${cells(line).map((one) => html`<${tag}>${inline(one, place)}<//>`)}</tr>`;
  return [
    html`<div class="table" tabindex="0"><table>
      <thead>${row(lines[at], 'th')}</thead>
      <tbody>${lines.slice(at + 2, end).map((line) => row(line, 'td'))}</tbody>
    </table></div>`,
    end,
  ];
}

function broken(lines, place) {
  return lines.flatMap((line, index) =>
    index === 0 ? inline(line, place) : [html`<br />`, ...inline(line, place)],
  );
}

// Each part is looked for with bounded or excluding repetition, so no text takes long.
const PARTS = new RegExp(
  [
    '`([^`]{1,2000})`',
    '!?\\[([^\\[\\]]{0,500})\\]\\(([^()\\s]{1,2000})\\)',
    '(https?://[^\\s<>"\'`]{1,2000})',
    '\\*\\*([^*]{1,2000})\\*\\*',
    '~~([^~]{1,2000})~~',
    '\\*([^*\\s][^*]{0,2000})\\*',
    '(?<![A-Za-z0-9_])_([^_\\s][^_]{0,2000})_(?![A-Za-z0-9_])',
    '(?<![A-Za-z0-9_])@([a-z][a-z0-9._-]{0,63})',
    ':([a-z0-9_+-]{1,64}):',
  ].join('|'),
  'g',
);

function inline(text, place) {
  if (place.depth >= DEEPEST) {
    return [text];
  }
  const inner = (part) => inline(part, { ...place, depth: place.depth + 1 });
  const made = [];
  let done = 0;
  for (const found of text.matchAll(PARTS)) {
    const element = partOf(found, inner, place);
    if (element) {
      made.push(text.slice(done, found.index), element.before ?? element);
      done = found.index + (element.length ?? found[0].length);
    }
  }
  made.push(text.slice(done));
  return made;
}

function partOf(found, inner, place) {
  const [whole, code, label, target, address, strong, struck, soft, under, name, smiley] = found;
  if (code !== undefined) {
    return html`<code>${code}</code>`;
  }
  if (target !== undefined) {
    return link(target, label ? inner(label) : [target]) || null;
  }
  if (address !== undefined) {
    // What ends the sentence is not part of the address.
    const clean = address.replace(/[.,;:!?)\]]+$/, '');
    return { before: link(clean, [clean]), length: clean.length };
  }
  if (strong !== undefined) {
    return html`<strong>${inner(strong)}</strong>`;
  }
  if (struck !== undefined) {
    return html`<s>${inner(struck)}</s>`;
  }
  if (soft !== undefined || under !== undefined) {
    return html`<em>${inner(soft ?? under)}</em>`;
  }
  if (name !== undefined) {
    const own = place.names.includes(name.replace(/[.-]+$/, ''));
    return html`<span class=${own ? 'mention own' : 'mention'}>${whole}</span>`;
  }
  return isKnown(smiley) ? html`<span role="img" aria-label=${smiley}>${sign(smiley)}</span>` : null;
}

/** An address that a link may have; null for any other. */
export function safeAddress(text) {
  let url;
  try {
    url = new URL(text, location.origin);
  } catch {
    return null;
  }
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

function link(target, children) {
  const href = safeAddress(target);
  return href && html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${children}</a>`;
}
