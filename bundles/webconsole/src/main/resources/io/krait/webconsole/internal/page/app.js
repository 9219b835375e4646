// The page: which part of it is shown, and that it is up to date.

import { install, onChange, update as updateOperations } from './actions.js';
import { get } from './api.js';
import { h, setText } from './dom.js';
import { ListView } from './list.js';
import { PluginView } from './plugin.js';

const INTERVAL = 2000;
/** While something is going on. */
const SHORT_INTERVAL = 1000;
const PASSING = ['STARTING', 'STOPPING', 'BACKING_OFF', 'WAITING'];

const main = document.getElementById('main');
const problem = h('p', { class: 'notice bad', role: 'alert', hidden: true });
let view = null;
let shown = null;
let timer = null;
let running = false;
let again = false;

function route() {
  const [, plugin = '', tab = ''] = location.hash.split('/');
  try {
    return { plugin: decodeURIComponent(plugin), tab };
  } catch {
    return { plugin: '', tab: '' };
  }
}

function complain(text) {
  problem.hidden = text === '';
  setText(problem, text);
}

/** Asks for everything that is shown. */
async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  clearTimeout(timer);
  let interval = INTERVAL;
  try {
    const overview = await get('plugins');
    updateOperations(overview.operations);
    if (
      overview.plugins.some(({ state }) => PASSING.includes(state)) ||
      overview.operations.some(({ progress }) => progress === 'RUNNING')
    ) {
      interval = SHORT_INTERVAL;
    }
    if (view instanceof PluginView && !overview.manager) view.failed();
    else if (view instanceof PluginView) await view.update();
    else if (view instanceof ListView) view.update(overview);
    complain(overview.manager ? '' : 'Nothing looks after plugins at the moment: the bundle io.krait.runtime is not active. This page comes back when it is.');
  } catch (error) {
    view.failed();
    complain(error.message);
  } finally {
    running = false;
    if (again) {
      again = false;
      refresh();
    } else if (!document.hidden) {
      timer = setTimeout(refresh, interval);
    }
  }
}

async function navigate() {
  const { plugin, tab } = route();
  if (view instanceof PluginView && view.id === plugin) {
    view.show(tab);
    shown = location.hash;
    return;
  }
  if (view instanceof PluginView) {
    const leaving = view;
    const wanted = location.hash;
    if (leaving.settings.dirty) {
      history.replaceState(null, '', shown);
      if (!(await leaving.settings.mayLeave())) return;
      history.replaceState(null, '', wanted);
    }
    leaving.close();
  }
  const first = view === null;
  view = plugin === '' ? new ListView() : new PluginView(plugin, tab);
  shown = location.hash;
  main.replaceChildren(problem, view.element);
  await refresh();
  // A reader of the screen begins with the title; the first page begins where it always does.
  if (!first) {
    window.scrollTo(0, 0);
    view.element.querySelector('h1')?.focus({ preventScroll: true });
  }
}

onChange(refresh);
// The part of the address after # says what is shown, so this link does not go there.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
window.addEventListener('hashchange', navigate);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) refresh();
});
window.addEventListener('beforeunload', (event) => {
  if (view instanceof PluginView && view.settings.dirty) event.preventDefault();
});
// What looks disabled, and keeps the focus, does nothing.
document.addEventListener(
  'click',
  (event) => {
    if (event.target.closest?.('[aria-disabled="true"]')) {
      event.preventDefault();
      event.stopPropagation();
    }
  },
  true,
);
document.addEventListener('click', (event) => {
  const menu = document.getElementById('console-menu');
  if (menu.open && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  const menu = document.getElementById('console-menu');
  if (event.key === 'Escape' && menu.open) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file && !document.querySelector('dialog[open]')) install(file);
});
navigate();
