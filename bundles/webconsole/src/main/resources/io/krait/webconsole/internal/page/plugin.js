// One plugin: what it does, its hooks, its settings, its log.

import { doing, perform } from './actions.js';
import { get } from './api.js';
import { Chart } from './chart.js';
import { h, freshId, setAttribute, setText } from './dom.js';
import { bytes, count, millis, moment, percent, rate, span, stateName } from './format.js';
import { RunButtons, StateBadge, hrefOf, needsAttention } from './list.js';
import { LogView } from './log.js';
import { SettingsView } from './settings.js';

class OverviewTab {
  constructor(plugin) {
    this.charts = {
      cpu: new Chart({ name: 'CPU', kind: 'cpu', format: percent, least: 5 }),
      memory: new Chart({ name: 'Memory', kind: 'memory', format: bytes, least: 1 << 20, ofBytes: true }),
      calls: new Chart({ name: 'Hook calls', kind: 'calls', format: rate, least: 1 }),
      latency: new Chart({ name: 'Hook latency', kind: 'latency', format: millis, least: 1 }),
    };
    this.why = h('p', { class: 'why-text' });
    this.lines = h('pre', { class: 'lines', tabindex: '0', 'aria-label': 'What its latest process printed last' });
    this.noLines = h('p', { class: 'help' }, 'Its process has printed nothing.');
    this.whyTitle = h('h2', {});
    this.output = h('h3', {}, 'What its latest process printed last');
    this.failure = h(
      'section',
      { class: 'card why' },
      this.whyTitle,
      this.why,
      this.output,
      this.lines,
      this.noLines,
      h('p', {}, h('a', { href: hrefOf(plugin, 'log') }, 'Open the log')),
    );
    this.warnings = h('ul', {});
    this.warningCard = h('section', { class: 'card' }, h('h2', {}, 'Odd in its manifest'), this.warnings);
    this.nodeRows = h('tbody', {});
    this.nodes = h(
      'section',
      { class: 'card' },
      h('h2', {}, 'On all nodes'),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Nodes' },
        h(
          'table',
          { class: 'hooks' },
          h('thead', {}, h('tr', {}, ...['Node', 'Version', 'State', 'Why'].map((name) => h('th', { scope: 'col' }, name)))),
          this.nodeRows,
        ),
      ),
    );
    this.facts = new Map();
    this.factList = h('dl', { class: 'facts' });
    this.element = h(
      'div',
      {},
      this.failure,
      h('section', { class: 'charts', 'aria-label': 'What it uses and does' }, ...Object.values(this.charts).map((chart) => chart.element)),
      h('section', { class: 'card' }, h('h2', {}, 'Facts'), this.factList),
      this.nodes,
      this.warningCard,
    );
  }

  fact(name, value) {
    let entry = this.facts.get(name);
    if (!entry) {
      entry = h('dd', {});
      this.facts.set(name, entry);
      this.factList.append(h('div', {}, h('dt', {}, name), entry));
    }
    setText(entry, value);
  }

  update(plugin) {
    const { charts, process, totals } = plugin;
    for (const [name, chart] of Object.entries(this.charts)) chart.update(charts[name], charts.interval);

    const bad = needsAttention(plugin);
    this.failure.hidden = !bad && plugin.reason === '';
    this.failure.classList.toggle('bad', bad);
    setText(this.whyTitle, bad ? 'Why it does not run' : 'What it is doing');
    setText(this.why, plugin.reason);
    const text = plugin.lastLines.join('\n');
    const grown = this.lines.textContent !== text;
    setText(this.lines, text);
    if (grown) this.lines.scrollTop = this.lines.scrollHeight;
    this.output.hidden = !bad;
    this.lines.hidden = !bad || text === '';
    this.noLines.hidden = !bad || text !== '';

    this.fact('Identifier', plugin.id);
    this.fact('Version', plugin.version);
    this.fact('Process', process ? process.name : 'none');
    this.fact('Called by', process ? process.transport : '–');
    this.fact('Uptime', process ? `${span(plugin.now - process.started)}, since ${moment(process.started)}` : '–');
    this.fact('In this state since', moment(plugin.since));
    this.fact('Restarts after failures', count(plugin.restarts));
    this.fact('Hook calls', totals ? `${count(totals.calls)}, of them ${count(totals.errors)} failed` : '–');
    this.fact('Folder', plugin.folder);

    this.updateNodes(plugin.nodes);

    this.warningCard.hidden = plugin.warnings.length === 0;
    const warnings = plugin.warnings.join('\n');
    if (this.shownWarnings !== warnings) {
      this.shownWarnings = warnings;
      this.warnings.replaceChildren(...plugin.warnings.map((warning) => h('li', {}, warning)));
    }
  }

  updateNodes(nodes) {
    this.nodes.hidden = nodes.length === 0;
    while (this.nodeRows.rows.length > nodes.length) this.nodeRows.lastElementChild.remove();
    nodes.forEach((node, index) => {
      let row = this.nodeRows.rows[index];
      if (!row) {
        row = h('tr', {}, h('th', { scope: 'row' }), ...Array.from({ length: 3 }, () => h('td', {})));
        this.nodeRows.append(row);
      }
      [node.node, node.version, stateName(node.state), node.reason].forEach((value, cell) => setText(row.cells[cell], value));
    });
  }
}

class HooksTab {
  constructor() {
    this.body = h('tbody', {});
    this.none = h('p', { class: 'nothing' }, 'It handles no hooks, or does not run.');
    this.table = h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Hooks' },
      h(
        'table',
        { class: 'hooks' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...['Hook', 'Calls', 'Errors', 'Decisions', 'Dropped', 'Median', '95 %', '99 %', 'Longest'].map((name, index) =>
              h('th', { scope: 'col', class: index ? 'number' : null }, name),
            ),
          ),
        ),
        this.body,
      ),
    );
    this.element = h(
      'div',
      { class: 'card' },
      this.table,
      this.none,
      h('p', { class: 'help' }, 'Since it was started. A decision ends the pass of a hook, such as the rejection of a post; dropped is what it was too slow to be told. Of 100 calls, 95 or 99 took no longer than the times below 95 % and 99 %. Hooks of its own life, and HTTP, are not counted.'),
    );
  }

  update({ hooks }) {
    this.table.hidden = hooks.length === 0;
    this.none.hidden = hooks.length > 0;
    while (this.body.rows.length > hooks.length) this.body.lastElementChild.remove();
    hooks.forEach((hook, index) => {
      let row = this.body.rows[index];
      if (!row) {
        row = h('tr', {}, h('th', { scope: 'row' }), ...Array.from({ length: 8 }, () => h('td', { class: 'number' })));
        this.body.append(row);
      }
      const counts = [hook.calls, hook.errors, hook.decisions, hook.dropped].map(count);
      const values = [hook.hook, ...counts, ...[hook.median, hook.p95, hook.p99, hook.longest].map(millis)];
      values.forEach((value, cell) => setText(row.cells[cell], value));
      row.cells[2].classList.toggle('warn', hook.errors > 0);
      row.cells[4].classList.toggle('warn', hook.dropped > 0);
    });
  }
}

const TABS = [
  ['overview', 'Overview'],
  ['hooks', 'Hooks'],
  ['settings', 'Settings'],
  ['log', 'Log'],
];

/** The page of one plugin. */
export class PluginView {
  constructor(id, tab) {
    this.id = id;
    this.overview = new OverviewTab(id);
    this.hooks = new HooksTab();
    this.settings = new SettingsView(id);
    this.log = new LogView(id);
    this.badge = new StateBadge();
    this.buttons = new RunButtons();
    this.name = h('h1', { tabindex: '-1' }, id);
    this.version = h('span', { class: 'version' });
    this.description = h('p', { class: 'description' });
    this.homepage = h('a', { rel: 'noopener noreferrer', target: '_blank' }, 'Homepage');
    this.remove = h('button', {
      class: 'button danger-outline',
      onclick: async () => {
        // Not shown any more meanwhile, for it may be gone before the page knows that.
        this.removing = true;
        this.log.close();
        if (await perform('remove', this.plugin)) {
          location.hash = '#/';
        } else {
          this.removing = false;
          this.show(this.tab);
        }
      },
    }, 'Remove …');
    this.debugging = h(
      'p',
      { class: 'debug-banner', role: 'status', hidden: true },
      'Debug mode: this plugin has no deadlines, and nobody looks after its health. Who waits for it waits for as long as it stands still. Set debug of its configuration to false and restart it to end that.',
    );
    this.gone = h('p', { class: 'notice', role: 'status', hidden: true });
    this.waiting = h('p', { class: 'loading', role: 'status' }, `Loading ${id} …`);
    const panels = { overview: this.overview, hooks: this.hooks, settings: this.settings, log: this.log };
    this.tabs = TABS.map(([name, title]) => {
      const tabId = freshId('tab');
      const link = h('a', { role: 'tab', id: tabId, href: hrefOf(id, name), 'aria-controls': `${tabId}-panel` }, title);
      const panel = h('div', { role: 'tabpanel', id: `${tabId}-panel`, 'aria-labelledby': tabId }, panels[name].element);
      return { name, link, panel, view: panels[name] };
    });
    // Seen when it is known: its buttons need to know whom they mean.
    this.body = h(
      'div',
      { hidden: true },
      this.debugging,
      h(
        'div',
        { class: 'title' },
        h('div', { class: 'title-text' }, h('div', { class: 'title-line' }, this.name, this.badge.element, this.version), this.description, this.homepage),
        h('div', { class: 'title-buttons' }, ...this.buttons.elements, this.remove),
      ),
      h(
        'div',
        { class: 'tabs', role: 'tablist', 'aria-label': 'Plugin', onkeydown: (event) => this.move(event) },
        ...this.tabs.map(({ link }) => link),
      ),
      ...this.tabs.map(({ panel }) => panel),
    );
    this.element = h('div', { class: 'view' }, h('p', { class: 'back' }, h('a', { href: '#/' }, '← All plugins')), this.gone, this.waiting, this.body);
    this.show(tab);
  }

  /** Shows a part of the page. */
  show(name) {
    const known = this.tabs.some((tab) => tab.name === name) ? name : 'overview';
    this.tab = known;
    for (const { name: other, link, panel, view } of this.tabs) {
      const on = other === known;
      link.setAttribute('aria-selected', String(on));
      link.setAttribute('tabindex', on ? '0' : '-1');
      panel.hidden = !on;
      if (on) view.open?.();
      else view.close?.();
    }
  }

  /** Arrow keys go from tab to tab, as people know it of tabs. */
  move(event) {
    const at = this.tabs.findIndex(({ link }) => link === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const { link } = this.tabs[(to + this.tabs.length) % this.tabs.length];
    link.focus();
    link.click();
  }

  /** It cannot be told; what was told before stays. */
  failed() {
    setText(this.waiting, `${this.id} could not be loaded. This page tries again by itself.`);
  }

  async update() {
    if (this.removing) return;
    try {
      this.plugin = await get('plugin', { plugin: this.id });
    } catch (error) {
      if (error.problem !== 'UNKNOWN_PLUGIN') throw error;
      this.waiting.hidden = true;
      this.gone.hidden = false;
      this.body.hidden = true;
      setText(this.gone, `There is no plugin ${this.id}, or not any more.`);
      this.log.close();
      return;
    }
    const { plugin } = this;
    this.gone.hidden = true;
    this.waiting.hidden = true;
    this.body.hidden = false;
    document.title = `${plugin.name || plugin.id} · Plugins · Web Console`;
    setText(this.name, plugin.name || plugin.id);
    setText(this.version, plugin.version);
    setText(this.description, plugin.description);
    this.homepage.hidden = plugin.homepage === '';
    setAttribute(this.homepage, 'href', plugin.homepage || null);
    this.debugging.hidden = !plugin.debugging;
    this.badge.update(plugin);
    this.buttons.update(plugin);
    setAttribute(this.remove, 'aria-disabled', doing(plugin.id) ? 'true' : null);
    this.overview.update(plugin);
    this.hooks.update(plugin);
  }

  close() {
    this.log.close();
  }
}
