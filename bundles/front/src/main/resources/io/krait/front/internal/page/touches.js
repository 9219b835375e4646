// What plugins have done to messages, and how long each took.
import * as api from './api.js';
import { now, put } from './store.js';

let wanted = new Set();
let asking = null;
let known = true;

/** Asks what plugins have done to messages; those of one moment together. */
export function look(posts) {
  posts.forEach((one) => wanted.add(one.id));
  if (known && !asking && wanted.size > 0) {
    asking = setTimeout(ask, 30);
  }
}

async function ask() {
  const ids = [...wanted].slice(0, 200);
  ids.forEach((id) => wanted.delete(id));
  try {
    const found = await api.post('krait/posts/plugins', ids);
    const touches = {};
    found.forEach((one) => (touches[one.post_id] = [...(touches[one.post_id] || []), one]));
    if (Object.keys(touches).length > 0) {
      put('touches', touches);
    }
  } catch (failed) {
    // A server that does not tell is not asked again.
    known = failed.status !== 404;
  }
  asking = wanted.size > 0 && known ? setTimeout(ask, 30) : null;
}

/** A time as people compare it. */
export function took(micros) {
  if (micros < 1000) {
    return `${micros} µs`;
  }
  const millis = micros / 1000;
  return millis < 1000 ? `${millis.toFixed(millis < 10 ? 1 : 0)} ms` : `${(millis / 1000).toFixed(1)} s`;
}

/** The plugins that have changed a message. */
export function changers(postId) {
  return (now().touches[postId] || []).filter((one) => one.outcome === 'changed');
}
