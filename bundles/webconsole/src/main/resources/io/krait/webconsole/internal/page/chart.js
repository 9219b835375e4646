// Small charts, drawn as SVG.

import { h, svg, setAttribute, setText } from './dom.js';
import { span } from './format.js';

const WIDTH = 300;

/** Lines through known values; where one is not known there is a gap. */
function paths(values, slots, top, height) {
  const step = WIDTH / Math.max(1, slots - 1);
  const offset = slots - values.length;
  const line = [];
  const area = [];
  let run = [];
  const close = () => {
    if (run.length > 0) {
      const points = run.length === 1 ? [run[0], [run[0][0] + 1, run[0][1]]] : run;
      const drawn = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
      line.push(`M${drawn}`);
      area.push(`M${points[0][0].toFixed(1)} ${height}L${drawn}L${points.at(-1)[0].toFixed(1)} ${height}Z`);
    }
    run = [];
  };
  values.forEach((value, index) => {
    if (value === null) close();
    else run.push([(index + offset) * step, height - 2 - (Math.min(value, top) / top) * (height - 4)]);
  });
  close();
  return { line: line.join(''), area: area.join('') };
}

/** A round number that is not below any value. */
function ceiling(values, least) {
  const highest = values.reduce((most, value) => Math.max(most, value ?? 0), least);
  const power = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 5, 10].map((factor) => factor * power).find((round) => round >= highest) ?? highest;
}

/** The same for bytes, where round is a power of two. */
function byteCeiling(values, least) {
  const highest = values.reduce((most, value) => Math.max(most, value ?? 0), least);
  const power = 2 ** Math.floor(Math.log2(highest));
  return [1, 1.25, 1.5, 2].map((factor) => factor * power).find((round) => round >= highest) ?? highest;
}

class Drawing {
  constructor(height, kind) {
    this.height = height;
    this.area = svg('path', { class: 'area' });
    this.line = svg('path', { class: 'line', 'vector-effect': 'non-scaling-stroke' });
    this.element = svg(
      'svg',
      { viewBox: `0 0 ${WIDTH} ${height}`, preserveAspectRatio: 'none', class: kind, 'aria-hidden': 'true' },
      this.area,
      this.line,
    );
  }

  draw(values, slots, top) {
    const { line, area } = paths(values, slots, top, this.height);
    setAttribute(this.line, 'd', line);
    setAttribute(this.area, 'd', area);
  }
}

/** A line as high as a word, without numbers: those are beside it. */
export class Spark {
  constructor(kind, least) {
    this.least = least;
    this.drawing = new Drawing(28, `spark ${kind}`);
    this.element = this.drawing.element;
  }

  update(values) {
    const latest = values.slice(-60);
    this.drawing.draw(latest, 60, ceiling(latest, this.least));
    setAttribute(this.element, 'data-empty', latest.every((value) => value === null) ? 'true' : null);
  }
}

/** A chart with its name, the value now, and the value under the pointer. */
export class Chart {
  constructor({ name, kind, format, least, ofBytes = false }) {
    this.name = name;
    this.format = format;
    this.least = least;
    this.ceiling = ofBytes ? byteCeiling : ceiling;
    this.values = [];
    this.drawing = new Drawing(96, 'plot');
    this.now = h('span', { class: 'chart-now' });
    this.top = h('span', { class: 'chart-top' });
    this.since = h('span');
    this.cursor = h('span', { class: 'chart-cursor', hidden: true });
    this.tip = h('span', { class: 'chart-tip', hidden: true });
    this.plot = h(
      'div',
      {
        class: 'chart-plot',
        role: 'img',
        onpointermove: (event) => this.point(event),
        onpointerleave: () => this.unpoint(),
      },
      this.drawing.element,
      this.top,
      this.cursor,
      this.tip,
    );
    this.element = h(
      'figure',
      { class: `chart ${kind}` },
      h('figcaption', {}, h('span', { class: 'chart-name' }, name), this.now),
      this.plot,
      h('div', { class: 'chart-axis', 'aria-hidden': 'true' }, this.since, h('span', {}, 'now')),
    );
  }

  update(values, interval) {
    this.values = values;
    this.interval = interval;
    this.slots = Math.max(60, values.length);
    const known = values.filter((value) => value !== null);
    const latest = values.at(-1) ?? null;
    const highest = known.length ? Math.max(...known) : null;
    const top = this.ceiling(values, this.least);
    const length = span(this.slots * interval);
    this.drawing.draw(values, this.slots, top);
    setText(this.now, this.format(latest));
    setText(this.top, known.length ? this.format(top) : '');
    setText(this.since, `${length} ago`);
    setAttribute(
      this.plot,
      'aria-label',
      `${this.name} over the last ${length}: now ${this.format(latest)}, highest ${this.format(highest)}`,
    );
  }

  point(event) {
    const box = this.plot.getBoundingClientRect();
    const slot = Math.round(((event.clientX - box.left) / box.width) * (this.slots - 1));
    const value = this.values[slot - (this.slots - this.values.length)];
    if (value === undefined || value === null) {
      this.unpoint();
      return;
    }
    const part = slot / (this.slots - 1);
    this.cursor.hidden = false;
    this.tip.hidden = false;
    this.cursor.style.left = `${part * 100}%`;
    this.tip.style.left = `${part * 100}%`;
    this.tip.classList.toggle('left', part > 0.5);
    setText(this.tip, `${this.format(value)} · ${span((this.slots - 1 - slot) * this.interval)} ago`);
  }

  unpoint() {
    this.cursor.hidden = true;
    this.tip.hidden = true;
  }
}
