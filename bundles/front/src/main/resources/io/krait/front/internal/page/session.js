// Who uses the page: signing up, logging in and out.
import * as api from './api.js';
import { forget, set } from './store.js';
import { enter, leave } from './workspace.js';

/** Looks whether somebody is logged in, and shows what fits. */
export async function begin() {
  const config = await api.getOr('config/client?format=old', {});
  set({ config });
  // Which only pages of this server can see; who has none need not ask.
  if (!document.cookie.includes('MMUSERID=')) {
    set({ phase: 'entry' });
    return;
  }
  try {
    const me = await api.get('users/me');
    await enter(me);
  } catch (failed) {
    set({ phase: failed.status === 401 ? 'entry' : 'away' });
  }
}

/** Logs in. */
export async function logIn(name, password) {
  const me = await api.post('users/login', { login_id: name, password });
  await enter(me);
}

/** Makes an account and logs in with it; by the code the administrator's. */
export async function signUp({ username, email, password, code }) {
  const headers = code ? { 'X-Admin-Code': code } : {};
  await api.post('users', { username, email, password }, headers);
  await logIn(username, password);
}

/** Logs out. */
export async function logOut() {
  leave();
  try {
    await api.post('users/logout');
  } finally {
    forget();
    history.replaceState(null, '', location.pathname);
    await begin();
  }
}
