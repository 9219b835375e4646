// What the page asks the server for.

const meta = (name) => document.querySelector(`meta[name="krait-${name}"]`).content;

const root = meta('root');
let token = meta('token');

/** Bytes that an archive may have. */
export const largestUpload = Number(meta('upload'));

/** The server has refused; the message is one line for people. */
export class ApiError extends Error {
  constructor(status, problem, message) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

// With the origin, for a page that was opened with a password in its address cannot ask otherwise.
const address = (what, parameters) =>
  `${location.origin}${root}/api/${what}?${new URLSearchParams(parameters)}`;

const silent = () =>
  new ApiError(0, 'SILENT', 'The server does not answer. Is it running, and reachable from here?');

function failure(status, body) {
  if (body?.error) return new ApiError(status, body.problem, body.error);
  if (status === 401) return new ApiError(401, 'LOGIN', 'You are not logged in any more; reload the page.');
  if (status === 404) {
    return new ApiError(404, 'GONE', 'The page of the plugins is gone; is the bundle io.krait.webconsole active?');
  }
  return new ApiError(status, 'SYSTEM', `The server answered with status ${status}.`);
}

async function answer(request) {
  let response;
  try {
    response = await request();
  } catch {
    throw silent();
  }
  let body;
  try {
    body = await response.json();
  } catch {
    throw failure(response.status);
  }
  if (!response.ok) throw failure(response.status, body);
  return body;
}

/** Asks. */
export function get(what, parameters = {}) {
  return answer(() => fetch(address(what, parameters), { credentials: 'same-origin', cache: 'no-store' }));
}

/** Runs `work`; if the bundle was started anew meanwhile, once more with its new token. */
async function withToken(work) {
  try {
    return await work();
  } catch (error) {
    if (error.problem !== 'TOKEN') throw error;
    token = (await get('session')).token;
    return work();
  }
}

/** Has something done. */
export function post(what, parameters = {}, body = {}) {
  return withToken(() =>
    answer(() =>
      fetch(address(what, parameters), {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': 'application/json', 'X-Krait-Token': token },
        body: JSON.stringify(body),
      }),
    ),
  );
}

/**
 * Sends an archive. `fetch` does not tell how far an upload is, so this is the older way.
 *
 * @param progress called with the part that is sent, from 0 to 1
 * @param signal ends the upload
 */
export function upload(file, replace, progress, signal) {
  return withToken(
    () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('POST', address('install', { file: file.name, replace }));
        request.setRequestHeader('Content-Type', 'application/gzip');
        request.setRequestHeader('X-Krait-Token', token);
        request.responseType = 'json';
        request.upload.addEventListener('progress', (event) => {
          if (event.lengthComputable) progress(event.loaded / event.total);
        });
        request.upload.addEventListener('load', () => progress(1));
        request.addEventListener('load', () => {
          if (request.status >= 200 && request.status < 300 && request.response) resolve(request.response);
          else reject(failure(request.status, request.response));
        });
        request.addEventListener('error', () => reject(silent()));
        request.addEventListener('abort', () => reject(new ApiError(0, 'ABORTED', 'The upload was cancelled.')));
        signal.addEventListener('abort', () => request.abort());
        request.send(file);
      }),
  );
}
