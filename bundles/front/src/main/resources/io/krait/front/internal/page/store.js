// Everything that the page shows is drawn from one state, which is replaced and never changed.

const NOTHING = {
  phase: 'loading',
  me: null,
  config: {},
  live: true,
  users: {},
  statuses: {},
  custom: {},
  search: null,
  shown: null,
  teams: [],
  teamId: '',
  channels: {},
  unread: {},
  channelId: '',
  lists: {},
  posts: {},
  reactions: {},
  files: {},
  touches: {},
  panel: null,
  modal: null,
  menu: false,
  typing: {},
  drafts: {},
  notice: null,
};

let state = NOTHING;
let drawing = false;
let draw = () => {};

/** The state as it is now. */
export const now = () => state;

/** Has the page drawn by this one, whenever the state has changed. */
export function drawnBy(drawer) {
  draw = drawer;
}

/** Replaces parts of the state. */
export function set(parts) {
  state = { ...state, ...parts };
  if (!drawing) {
    drawing = true;
    // After all changes of one moment, also where the page is not visible.
    queueMicrotask(() => {
      drawing = false;
      draw(state);
    });
  }
}

/** Replaces values of one of the state's tables. */
export function put(table, values) {
  set({ [table]: { ...state[table], ...values } });
}

/** Takes values out of one of the state's tables. */
export function drop(table, keys) {
  const rest = { ...state[table] };
  keys.forEach((key) => delete rest[key]);
  set({ [table]: rest });
}

/** Back to the beginning. */
export function forget() {
  state = NOTHING;
  set({});
}

let hiding;

/** Tells what has gone wrong, or well, for a while. */
export function notice(text, kind = 'bad') {
  clearTimeout(hiding);
  set({ notice: { text, kind } });
  hiding = setTimeout(() => set({ notice: null }), 8000);
}

/** Does something, and tells where it fails. */
export async function attempt(task) {
  try {
    return await task();
  } catch (failed) {
    if (failed.status === 401) {
      set({ phase: 'entry', modal: null, panel: null });
    }
    notice(failed.message);
    return undefined;
  }
}
