// Who uses the page: signing up, logging in and out.
import * as api from './api.js';
import { forget, set } from './store.js';
import { enter, leave } from './workspace.js';

/** Looks whether somebody is logged in, and shows what fits. */
export async function begin() {
  const config = await api.getOr('config/client?format=old', {});
  set({ config });
  // Which only pages of this server can see; who has none need not ask.
  if (!document.cookie.includes('MMUSERID=') || mailed()) {
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

/** What a link in a mail has brought: what for, and the code. */
export function mailed() {
  const found = /^#(reset|verify)=([a-z0-9]{26})$/.exec(location.hash);
  return found && { kind: found[1], code: found[2] };
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

/** Has a code for a new password be mailed. */
export const askForCode = (email) => api.post('users/password/reset/send', { email });

/** Sets a new password by the code. */
export const setPassword = (token, password) =>
  api.post('users/password/reset', { token, new_password: password });

/** Shows by the code that an address is one's own. */
export const confirmAddress = (token) => api.post('users/email/verify', { token });

/** Has a code to confirm an address be mailed once more. */
export const askToConfirm = (email) => api.post('users/email/verify/send', { email });

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
