// All plugins at a glance.

import { doing, install, perform } from './actions.js';
import { Spark } from './chart.js';
import { h, setAttribute, setText } from './dom.js';
import { bytes, count, percent, rate, span, stateName } from './format.js';

export const hrefOf = (id, tab = '') => `#/${encodeURIComponent(id)}${tab ? `/${tab}` : ''}`;

/** Whether an administrator should look at it. */
export const needsAttention = (plugin) => plugin.state === 'FAILED' || plugin.state === 'BACKING_OFF';

/** The state of a plugin, as a badge. */
export class StateBadge {
  constructor() {
    this.label = h('span', {});
    this.badge = h('span', { class: 'badge' }, h('span', { class: 'dot', 'aria-hidden': 'true' }), this.label);
    this.debugging = h('span', { class: 'debug-badge', hidden: true }, 'Debug mode');
    this.element = h('span', { class: 'badges' }, this.badge, this.debugging);
  }

  update(plugin) {
    const work = doing(plugin.id);
    this.debugging.hidden = !plugin.debugging;
    setAttribute(this.badge, 'data-state', work ? 'BUSY' : plugin.state);
    setText(this.label, work ? `${work} …` : stateName(plugin.state));
  }
}

/** The buttons that start and stop a plugin. */
export class RunButtons {
  constructor() {
    this.toggle = h('button', { class: 'button', onclick: () => perform(this.plugin.enabled ? 'disable' : 'enable', this.plugin) });
    this.restart = h('button', { class: 'button', onclick: () => perform('restart', this.plugin) }, 'Restart');
    this.elements = [this.toggle, this.restart];
  }

  update(plugin) {
    this.plugin = plugin;
    const busy = doing(plugin.id) !== null;
    setText(this.toggle, plugin.enabled ? 'Disable' : 'Enable');
    this.toggle.classList.toggle('primary', !plugin.enabled);
    setAttribute(this.toggle, 'aria-label', `${plugin.enabled ? 'Disable' : 'Enable'} ${plugin.name || plugin.id}`);
    setAttribute(this.restart, 'aria-label', `Restart ${plugin.name || plugin.id}`);
    // Not `disabled`, which would take the keyboard's focus away from them.
    setAttribute(this.toggle, 'aria-disabled', busy ? 'true' : null);
    setAttribute(this.restart, 'aria-disabled', busy || !plugin.enabled ? 'true' : null);
  }
}

class Row {
  constructor(id) {
    this.link = h('a', { href: hrefOf(id), class: 'plugin-name' });
    this.id = h('span', { class: 'plugin-id' }, id);
    this.version = h('span', { class: 'version' });
    this.badge = new StateBadge();
    this.uptime = h('td', { 'data-label': 'Uptime', class: 'number' });
    this.memory = h('td', { 'data-label': 'Memory', class: 'number' });
    this.cpu = h('span', { class: 'value' });
    this.cpuSpark = new Spark('cpu', 5);
    this.calls = h('span', { class: 'value' });
    this.callsSpark = new Spark('calls', 1);
    this.restarts = h('td', { 'data-label': 'Restarts', class: 'number' });
    this.buttons = new RunButtons();
    this.reason = h('span', {});
    this.more = h('a', { href: hrefOf(id) }, 'Why?');
    this.note = h('tr', { class: 'note' }, h('td', { colspan: '8' }, this.reason, ' ', this.more));
    this.row = h(
      'tr',
      { class: 'plugin' },
      h('th', { scope: 'row' }, this.link, h('span', { class: 'plugin-sub' }, this.id, this.version)),
      h('td', { 'data-label': 'State', class: 'state' }, this.badge.element),
      this.uptime,
      h('td', { 'data-label': 'CPU', class: 'spark-cell' }, this.cpuSpark.element, this.cpu),
      this.memory,
      h('td', { 'data-label': 'Hook calls', class: 'spark-cell' }, this.callsSpark.element, this.calls),
      this.restarts,
      h('td', { class: 'buttons' }, ...this.buttons.elements),
    );
    this.element = h('tbody', {}, this.row, this.note);
  }

  update(plugin, now) {
    setText(this.link, plugin.name || plugin.id);
    setText(this.version, plugin.version);
    this.badge.update(plugin);
    setText(this.uptime, plugin.process ? span(now - plugin.process.started) : '–');
    setText(this.memory, bytes(plugin.usage.memory));
    setText(this.cpu, percent(plugin.usage.cpu));
    this.cpuSpark.update(plugin.charts.cpu);
    setText(this.calls, rate(plugin.usage.calls));
    this.callsSpark.update(plugin.charts.calls);
    setText(this.restarts, count(plugin.restarts));
    this.restarts.classList.toggle('warn', plugin.restarts > 0);
    this.buttons.update(plugin);
    setText(this.reason, plugin.reason);
    this.note.hidden = plugin.reason === '';
    this.note.classList.toggle('bad', needsAttention(plugin));
    this.more.hidden = !needsAttention(plugin);
    this.element.classList.toggle('debugged', plugin.debugging);
    setAttribute(this.element, 'data-plugin', plugin.id);
  }
}

class Tile {
  constructor(name) {
    this.value = h('span', { class: 'tile-value' });
    this.sub = h('span', { class: 'tile-sub' });
    this.element = h('div', { class: 'tile' }, h('span', { class: 'tile-name' }, name), this.value, this.sub);
  }

  update(value, sub = '', kind = '') {
    setText(this.value, value);
    setText(this.sub, sub);
    setAttribute(this.element, 'data-kind', kind);
  }
}

/** What the plugins have together; null where it is known of none of them. */
function sum(plugins, value) {
  const known = plugins.map(value).filter((part) => typeof part === 'number');
  return known.length ? known.reduce((total, part) => total + part, 0) : null;
}

/** The page with all plugins. */
export class ListView {
  constructor() {
    this.rows = new Map();
    this.running = new Tile('Running');
    this.attention = new Tile('Need attention');
    this.calls = new Tile('Hook calls');
    this.cpu = new Tile('CPU');
    this.memory = new Tile('Memory');
    this.table = h(
      'table',
      { class: 'plugins' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...['Plugin', 'State', 'Uptime', 'CPU', 'Memory', 'Hook calls', 'Restarts'].map((name) =>
            h('th', { scope: 'col', class: ['Plugin', 'State'].includes(name) ? null : 'number' }, name),
          ),
          h('th', { scope: 'col' }, h('span', { class: 'hidden' }, 'Actions')),
        ),
      ),
    );
    this.empty = h(
      'div',
      { class: 'empty', hidden: true },
      h('h2', {}, 'No plugins yet'),
      h('p', {}, 'Install one from its archive, or drop the archive on this page.'),
      h('button', { class: 'button primary', onclick: () => install() }, 'Install a plugin'),
    );
    this.card = h('div', { class: 'card flush', hidden: true }, this.table);
    this.tiles = h(
      'section',
      { class: 'tiles', 'aria-label': 'All plugins together', hidden: true },
      ...[this.running, this.attention, this.calls, this.cpu, this.memory].map((tile) => tile.element),
    );
    // In place of the plugins as long as nothing is known of them.
    this.waiting = h('p', { class: 'loading', role: 'status' }, 'Loading the plugins …');
    this.element = h(
      'div',
      { class: 'view' },
      h(
        'div',
        { class: 'title' },
        h('h1', { tabindex: '-1' }, 'Plugins'),
        h('button', { class: 'button primary', id: 'install', onclick: () => install() }, 'Install …'),
      ),
      this.tiles,
      this.waiting,
      this.card,
      this.empty,
    );
  }

  /** The plugins cannot be told; what was told before stays. */
  failed() {
    setText(this.waiting, 'The plugins could not be loaded. This page tries again by itself.');
  }

  update({ plugins, now, manager }) {
    document.title = 'Plugins · Web Console';
    if (!manager) {
      this.unknown();
      return;
    }
    this.waiting.hidden = true;
    this.tiles.hidden = false;
    const enabled = plugins.filter((plugin) => plugin.enabled).length;
    const running = plugins.filter((plugin) => plugin.state === 'RUNNING').length;
    const bad = plugins.filter(needsAttention);
    const errors = sum(plugins, (plugin) => plugin.totals?.errors);
    const processes = plugins.filter((plugin) => plugin.process).length;
    this.running.update(`${running} of ${plugins.length}`, `${enabled} enabled`);
    this.attention.update(String(bad.length), bad.map((plugin) => plugin.name || plugin.id).join(', '), bad.length ? 'bad' : 'good');
    this.calls.update(rate(sum(plugins, (plugin) => plugin.usage.calls)), errors ? `${count(errors)} errors so far` : 'no errors so far');
    this.cpu.update(percent(sum(plugins, (plugin) => plugin.usage.cpu)), 'of one processor');
    this.memory.update(bytes(sum(plugins, (plugin) => plugin.usage.memory)), `in ${processes} ${processes === 1 ? 'process' : 'processes'}`);

    const present = new Set(plugins.map((plugin) => plugin.id));
    for (const [id, row] of this.rows) {
      if (!present.has(id)) {
        row.element.remove();
        this.rows.delete(id);
      }
    }
    let before = this.table.tHead;
    for (const plugin of plugins) {
      let row = this.rows.get(plugin.id);
      if (!row) {
        row = new Row(plugin.id);
        this.rows.set(plugin.id, row);
      }
      row.update(plugin, now);
      if (before.nextElementSibling !== row.element) before.after(row.element);
      before = row.element;
    }
    this.card.hidden = plugins.length === 0;
    this.empty.hidden = plugins.length > 0;
  }

  /** Nothing looks after plugins: that is not the same as that there are none. */
  unknown() {
    setText(this.waiting, 'Which plugins there are is not known at the moment.');
    this.waiting.hidden = false;
    for (const part of [this.tiles, this.card, this.empty]) part.hidden = true;
  }

  close() {}
}
