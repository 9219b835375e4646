// Times and sizes as people read them.

const TIME = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

export const timeOf = (millis) => TIME.format(millis);

/** As above where there is little room: without what part of the day it is. */
export const shortTimeOf = (millis) =>
  TIME.formatToParts(millis)
    .filter((part) => part.type !== 'dayPeriod')
    .map((part) => part.value)
    .join('')
    .trim();

export const wholeTime = (millis) => WHOLE.format(millis);

/** The day of a moment. */
export function dayOf(millis) {
  const day = new Date(millis).toDateString();
  const today = new Date();
  if (day === today.toDateString()) {
    return 'Today';
  }
  today.setDate(today.getDate() - 1);
  return day === today.toDateString() ? 'Yesterday' : DAY.format(millis);
}

/** A number of bytes. */
export function sizeOf(bytes) {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
