// What an administrator has done with a plugin, followed to its end.

import { ApiError, post } from './api.js';
import { confirmed, installDialog, toast } from './dialogs.js';

const DOING = {
  install: 'Installing',
  enable: 'Enabling',
  disable: 'Disabling',
  restart: 'Restarting',
  remove: 'Removing',
};
const DONE = {
  install: 'was installed',
  enable: 'was enabled',
  disable: 'was disabled',
  restart: 'was restarted',
  remove: 'was removed',
};

/** Operations that this page waits for, by number. */
const waiting = new Map();
/** What this page has just asked for, by plugin: shown before the server has answered. */
const asked = new Map();
/** What the server says is going on, by plugin. */
let going = new Map();
let refresh = () => {};

/** Says how the page is brought up to date. */
export function onChange(listener) {
  refresh = listener;
}

/** What is being done with a plugin: `Restarting`; null if nothing is. */
export function doing(plugin) {
  const what = asked.get(plugin) ?? going.get(plugin);
  return what ? DOING[what] : null;
}

/** Takes in what the overview says of operations. */
export function update(operations) {
  going = new Map();
  for (const operation of operations) {
    if (operation.progress === 'RUNNING') going.set(operation.plugin, operation.what);
    const listener = waiting.get(operation.number);
    if (listener && operation.progress !== 'RUNNING') {
      waiting.delete(operation.number);
      if (operation.progress === 'DONE') listener.resolve(operation);
      else listener.reject(new ApiError(422, 'FAILED', operation.message));
    }
  }
}

/** Resolves to the operation when it is done; rejects if it fails. */
function ended(operation) {
  if (operation.progress === 'DONE') return Promise.resolve(operation);
  return new Promise((resolve, reject) => {
    waiting.set(operation.number, { resolve, reject });
    refresh();
  });
}

async function run(what, plugin) {
  asked.set(plugin, what);
  refresh();
  try {
    return await ended((await post(what, { plugin })).operation);
  } finally {
    asked.delete(plugin);
    refresh();
  }
}

/** Does it, and tells how it went; resolves to whether it went well. */
export async function perform(what, { id, name }) {
  if (what === 'remove') {
    const sure = await confirmed({
      title: `Remove ${name || id}?`,
      text: `The plugin ${id} is stopped and its files are deleted. Its settings are kept, in case it is installed again.`,
      action: 'Remove',
    });
    if (!sure) return false;
  }
  try {
    await run(what, id);
    toast(`${name || id} ${DONE[what]}.`);
    return true;
  } catch (error) {
    toast(error.message, 'bad');
    return false;
  }
}

/** Asks for an archive and installs it. */
export function install(chosen = null) {
  installDialog({
    chosen,
    finish: async (operation, enable, tell) => {
      const done = await ended(operation);
      refresh();
      if (enable) {
        tell(`Starting ${done.plugin} …`);
        try {
          await run('enable', done.plugin);
        } catch (error) {
          // It is there by now; that it does not start is another matter.
          toast(error.message, 'bad');
          return;
        }
      }
      toast(`${done.plugin} was installed${enable ? ' and enabled' : ''}.`);
    },
  });
}
