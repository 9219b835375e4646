// What a plugin logs, as it comes.

import { get } from './api.js';
import { h, freshId, setText } from './dom.js';
import { clock, moment } from './format.js';

const MOST = 1000;
const ORDER = ['TRACE', 'DEBUG', 'INFO', 'WARNING', 'ERROR'];

/** The log of one plugin. */
export class LogView {
  constructor(plugin) {
    this.plugin = plugin;
    this.tail = '';
    this.after = 0;
    this.held = [];
    this.paused = false;
    this.known = false;
    const id = freshId('log');
    this.level = h(
      'select',
      { id: `${id}-level`, onchange: () => this.filter() },
      h('option', { value: '0' }, 'All'),
      h('option', { value: '2' }, 'Info and worse'),
      h('option', { value: '3' }, 'Warnings and errors'),
      h('option', { value: '4' }, 'Errors'),
    );
    this.words = h('input', { id: `${id}-words`, type: 'search', oninput: () => this.filter(), autocomplete: 'off' });
    this.pause = h('button', { class: 'button', type: 'button', 'aria-pressed': 'false', onclick: () => this.setPaused(!this.paused) }, 'Pause');
    this.shown = h('p', { class: 'log-count', role: 'status' });
    this.list = h('ol', { class: 'log', tabindex: '0', role: 'log', 'aria-live': 'off', 'aria-label': 'Log' });
    this.problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    this.element = h(
      'div',
      { class: 'card' },
      h(
        'div',
        { class: 'toolbar' },
        h('span', { class: 'field' }, h('label', { for: `${id}-level` }, 'Level'), this.level),
        h('span', { class: 'field grow' }, h('label', { for: `${id}-words` }, 'Contains'), this.words),
        this.pause,
      ),
      this.problem,
      this.list,
      this.shown,
    );
    this.filter();
  }

  /** Fetches what is new, now and from now on. */
  open() {
    if (this.timer) return;
    this.timer = setInterval(() => this.fetch(), 1000);
    this.fetch();
  }

  close() {
    clearInterval(this.timer);
    this.timer = null;
  }

  async fetch() {
    if (this.fetching || document.hidden) return;
    this.fetching = true;
    try {
      const { tail, entries } = await get('log', { plugin: this.plugin, tail: this.tail, after: this.after });
      if (tail !== this.tail) {
        this.tail = tail;
        this.list.replaceChildren();
        this.held = [];
      }
      if (entries.length) this.after = entries.at(-1).number;
      this.problem.hidden = true;
      this.known = true;
      if (this.paused) {
        this.held = [...this.held, ...entries].slice(-MOST);
        this.count();
      } else {
        this.show(entries);
      }
    } catch (error) {
      this.problem.hidden = false;
      setText(this.problem, error.message);
      this.shown.hidden = !this.known;
    } finally {
      this.fetching = false;
    }
  }

  setPaused(paused) {
    this.paused = paused;
    this.pause.setAttribute('aria-pressed', String(paused));
    setText(this.pause, paused ? 'Resume' : 'Pause');
    if (!paused) {
      this.show(this.held);
      this.held = [];
    }
    this.count();
  }

  show(entries) {
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 40;
    for (const entry of entries) {
      const line = this.line(entry);
      this.judge(line);
      this.list.append(line);
    }
    while (this.list.children.length > MOST) this.list.firstElementChild.remove();
    if (atEnd) this.list.scrollTop = this.list.scrollHeight;
    this.count();
  }

  line(entry) {
    const fields = Object.entries(entry.fields).map(([name, value]) => h('span', { class: 'log-field' }, ` ${name}=${value}`));
    const level = ORDER.includes(entry.level) ? entry.level : 'INFO';
    const line = h(
      'li',
      { 'data-level': level },
      h('time', { datetime: new Date(entry.at).toISOString(), title: moment(entry.at) }, clock(entry.at)),
      ' ',
      h('span', { class: 'log-level' }, level === 'WARNING' ? 'WARN' : level),
      ' ',
      entry.source ? h('span', { class: 'log-source' }, `${entry.source}: `) : null,
      h('span', { class: 'log-message' }, entry.message),
      ...fields,
    );
    line.rank = ORDER.indexOf(level);
    return line;
  }

  judge(line) {
    const words = this.words.value.trim().toLowerCase();
    line.hidden =
      line.rank < Number(this.level.value) || (words !== '' && !line.textContent.toLowerCase().includes(words));
  }

  filter() {
    for (const line of this.list.children) this.judge(line);
    this.list.scrollTop = this.list.scrollHeight;
    this.count();
  }

  count() {
    this.shown.hidden = false;
    if (!this.known) {
      setText(this.shown, 'Loading the log …');
      return;
    }
    const all = this.list.children.length;
    const shown = [...this.list.children].filter((line) => !line.hidden).length;
    const waiting = this.paused ? `; paused, ${this.held.length} waiting` : '';
    setText(
      this.shown,
      all === 0 && !waiting ? 'Nothing was logged so far.' : `${shown === all ? all : `${shown} of ${all}`} records${waiting}`,
    );
  }
}
