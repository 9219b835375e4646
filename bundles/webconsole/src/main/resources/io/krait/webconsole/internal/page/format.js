// Numbers as people read them. What is not known is a dash.

const NONE = '–';

const known = (value) => typeof value === 'number' && Number.isFinite(value);

function short(value) {
  if (value === 0) return '0';
  if (value < 0.1) return value.toFixed(2);
  if (value < 10) return value.toFixed(1).replace(/\.0$/, '');
  return Math.round(value).toLocaleString('en');
}

export const count = (value) => (known(value) ? value.toLocaleString('en') : NONE);
export const percent = (value) => (known(value) ? `${short(value)} %` : NONE);
export const rate = (value) => (known(value) ? `${short(value)}/s` : NONE);

export function bytes(value) {
  if (!known(value)) return NONE;
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let left = value;
  while (left >= 1000 && unit < units.length - 1) {
    left /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? left : short(left)} ${units[unit]}`;
}

export function millis(value) {
  if (!known(value)) return NONE;
  return value >= 1000 ? `${short(value / 1000)} s` : `${short(value)} ms`;
}

/** A span of milliseconds: `2 d 4 h`, `5 min`, `12 s`. */
export function span(value) {
  if (!known(value)) return NONE;
  const seconds = Math.max(0, Math.floor(value / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return hours % 24 ? `${days} d ${hours % 24} h` : `${days} d`;
  if (hours > 0) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  if (minutes > 0) return `${minutes} min`;
  return `${seconds} s`;
}

const two = (value) => String(value).padStart(2, '0');

/** The time of day. */
export function clock(at) {
  const time = new Date(at);
  const parts = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
  return `${parts}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

/** Day and time. */
export function moment(at) {
  const time = new Date(at);
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

const STATES = {
  DISABLED: 'Disabled',
  WAITING: 'Waiting',
  STARTING: 'Starting',
  RUNNING: 'Running',
  BACKING_OFF: 'Backing off',
  STOPPING: 'Stopping',
  FAILED: 'Failed',
};

export const stateName = (state) => STATES[state] ?? state;
