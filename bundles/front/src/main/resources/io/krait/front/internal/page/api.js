// The server's API, as any other client calls it.

const ROOT = '/api/v4/';

/** Why the server did not do something, in words for people. */
export class ApiError extends Error {
  constructor(message, id, status) {
    super(message);
    this.id = id;
    this.status = status;
  }
}

function cookie(name) {
  const found = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

async function failure(response) {
  let told = {};
  try {
    told = await response.json();
  } catch {
    // Whatever stands between may answer with something else.
  }
  const message = told.message || `The server answers with status ${response.status}.`;
  return new ApiError(message, told.id || '', response.status);
}

async function call(method, path, body, headers = {}) {
  const request = { method, headers: { ...headers }, credentials: 'same-origin' };
  if (method !== 'GET') {
    // What shows that a page of this server asks, as the cookie alone does not.
    request.headers['X-CSRF-Token'] = cookie('MMCSRF');
  }
  if (body instanceof FormData) {
    request.body = body;
  } else if (body !== undefined) {
    request.headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(ROOT + path, request);
  } catch {
    throw new ApiError('The server cannot be reached.', 'unreachable', 0);
  }
  if (!response.ok) {
    throw await failure(response);
  }
  return response.json();
}

export const get = (path) => call('GET', path);
export const post = (path, body, headers) => call('POST', path, body ?? {}, headers);
export const put = (path, body) => call('PUT', path, body ?? {});
export const remove = (path) => call('DELETE', path);

/** What the server answers, or something else where it does not know the question. */
export async function getOr(path, otherwise) {
  try {
    return await get(path);
  } catch (failed) {
    if ([404, 403, 501].includes(failed.status)) {
      return otherwise;
    }
    throw failed;
  }
}
