// Questions, and what has happened.

import { largestUpload, upload } from './api.js';
import { h, freshId, setText } from './dom.js';
import { bytes } from './format.js';

function open(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
  });
}

/** Asks before something that cannot be undone; resolves to whether it shall be done. */
export function confirmed({ title, text, action }) {
  return new Promise((resolve) => {
    const id = freshId('dialog');
    const dialog = h(
      'dialog',
      { class: 'dialog', 'aria-labelledby': id, 'aria-describedby': `${id}-text`, role: 'alertdialog' },
      h(
        'form',
        { method: 'dialog' },
        h('h2', { id }, title),
        h('p', { id: `${id}-text` }, text),
        h(
          'div',
          { class: 'dialog-buttons' },
          h('button', { class: 'button', value: 'no', autofocus: true }, 'Cancel'),
          h('button', { class: 'button danger', value: 'yes' }, action),
        ),
      ),
    );
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'));
    open(dialog);
  });
}

/** Tells at the edge of the page; what went wrong stays until it is closed. */
export function toast(text, kind = 'good') {
  const element = h(
    'div',
    { class: `toast ${kind}`, role: kind === 'bad' ? 'alert' : null },
    h('span', {}, text),
    h('button', { class: 'close', 'aria-label': 'Close this message', onclick: () => element.remove() }, '×'),
  );
  const all = document.getElementById('toasts');
  while (all.children.length >= 4) all.firstElementChild.remove();
  all.append(element);
  if (kind !== 'bad') setTimeout(() => element.remove(), 6000);
}

/**
 * Installs a plugin from a file.
 *
 * @param chosen a file that was dropped on the page
 * @param finish called with the operation and whether to enable the plugin; resolves when it is done
 */
export function installDialog({ chosen = null, finish }) {
  const id = freshId('install');
  const abort = new AbortController();
  let file = chosen;
  const input = h('input', {
    type: 'file',
    id: `${id}-file`,
    accept: '.gz,.tgz,.tar.gz,application/gzip',
    onchange: () => choose(input.files[0] ?? null),
  });
  const name = h('p', { class: 'file-name' });
  const replace = h('input', { type: 'checkbox', id: `${id}-replace` });
  const enable = h('input', { type: 'checkbox', id: `${id}-enable`, checked: true });
  const progress = h('progress', { max: '1', value: '0', 'aria-label': 'Progress of the installation' });
  const phase = h('p', { class: 'phase', 'aria-live': 'polite' });
  const work = h('div', { class: 'progress', hidden: true }, progress, phase);
  const error = h('p', { class: 'problem', role: 'alert', hidden: true });
  const install = h('button', { class: 'button primary', type: 'submit' }, 'Install');
  const cancel = h('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, 'Cancel');
  const drop = h(
    'label',
    {
      class: 'drop',
      for: `${id}-file`,
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => {
        event.preventDefault();
        event.stopPropagation();
        choose(event.dataTransfer.files[0] ?? null);
      },
    },
    h('strong', {}, 'Plugin archive (.tar.gz)'),
    h('span', {}, 'Choose a file, or drop it here'),
    input,
    name,
  );
  const dialog = h(
    'dialog',
    { class: 'dialog wide', 'aria-labelledby': id },
    h(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault();
          start();
        },
      },
      h('h2', { id }, 'Install a plugin'),
      drop,
      h('p', { class: 'check' }, replace, h('label', { for: `${id}-replace` }, 'Replace another version that is installed')),
      h('p', { class: 'check' }, enable, h('label', { for: `${id}-enable` }, 'Enable it when it is installed')),
      work,
      error,
      h('div', { class: 'dialog-buttons' }, cancel, install),
    ),
  );
  dialog.addEventListener('close', () => abort.abort());

  function choose(next) {
    file = next;
    error.hidden = true;
    setText(name, file ? `${file.name} · ${bytes(file.size)}` : '');
    install.disabled = file === null;
    if (file && file.size > largestUpload) {
      fail(`The archive has ${bytes(file.size)}; at most ${bytes(largestUpload)} can be uploaded here.`);
      install.disabled = true;
    }
  }

  function fail(text) {
    error.hidden = false;
    setText(error, text);
  }

  function busy(on) {
    install.disabled = on;
    input.disabled = on;
    replace.disabled = on;
    enable.disabled = on;
    work.hidden = !on;
  }

  async function start() {
    if (!file) return;
    error.hidden = true;
    busy(true);
    try {
      const answer = await upload(
        file,
        replace.checked,
        (part) => {
          if (part < 1) {
            progress.value = part;
            setText(phase, `Uploading: ${Math.floor(part * 100)} %`);
          } else {
            progress.removeAttribute('value');
            setText(phase, 'Installing …');
          }
        },
        abort.signal,
      );
      await finish(answer.operation, enable.checked, (text) => setText(phase, text));
      dialog.close();
    } catch (problem) {
      if (problem.problem === 'ABORTED') return;
      busy(false);
      fail(problem.message);
      if (problem.problem === 'CONFLICT') replace.focus();
    }
  }

  choose(chosen);
  open(dialog);
  input.focus();
}
