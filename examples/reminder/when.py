"""Reads when somebody wants to be reminded, and of what."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Match, Optional, Tuple

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FARTHEST = timedelta(days=3 * 366)

_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_PART = r"\d+\s*(?:w|d|h|m|s|weeks?|days?|hours?|min(?:ute)?s?|sec(?:ond)?s?)(?![a-z])"
_PARTS = re.compile(rf"in\s+({_PART}(?:(?:\s+and)?\s*{_PART})*)", re.IGNORECASE)
_CLOCK = r"at\s+(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?\s*(?P<half>am|pm)?(?![\w:])"
_AT = re.compile(_CLOCK, re.IGNORECASE)
_DAY = re.compile(
    rf"(?P<day>tomorrow|(?:on\s+)?(?:{'|'.join(DAYS)})|on\s+\d{{4}}-\d\d-\d\d)\b(?:\s+{_CLOCK})?",
    re.IGNORECASE,
)

EXAMPLES = (
    "Say `in 10m`, `in 2 hours`, `at 17:30`, `tomorrow at 9`, `on friday` or `on 2026-12-24`."
)


class NotUnderstoodError(Exception):
    """What was written is no time, or nothing to be reminded of; the text is for the user."""


def read(text: str, now: datetime) -> Tuple[datetime, str]:
    """Return when it is due, in the time zone of `now`, and what is to be said.

    Raises `NotUnderstoodError` where the text does not fit.
    """
    text = text.strip()
    match = _PARTS.match(text) or _AT.match(text) or _DAY.match(text)
    if match is None:
        raise NotUnderstoodError(f"I don't understand when. {EXAMPLES}")
    try:
        due = _due(match, now)
    except (OverflowError, ValueError):
        raise NotUnderstoodError(f"There is no such time as `{match[0]}`. {EXAMPLES}") from None
    if due <= now:
        raise NotUnderstoodError("That is over already.")
    if due - now > FARTHEST:
        raise NotUnderstoodError("That is too far away.")
    what = re.sub(r"^(?:to|that|of)\s+", "", text[match.end() :].strip(), flags=re.IGNORECASE)
    if not what:
        raise NotUnderstoodError("Tell me of what, too: `/remind me in 10m to stretch`.")
    return due, what


def _due(match: Match[str], now: datetime) -> datetime:
    if match.re is _PARTS:
        parts = re.findall(r"(\d+)\s*([a-z])", match[1], re.IGNORECASE)
        given = (timedelta(**{_UNITS[unit.lower()]: int(count)}) for count, unit in parts)
        # By way of UTC: an hour is one also in the night when clocks are changed.
        return (now.astimezone(timezone.utc) + sum(given, timedelta())).astimezone(now.tzinfo)
    clock = _clock(match)
    if match.re is _AT:
        due = _on(now, now.date(), clock)
        return due if due > now else _on(now, now.date() + timedelta(days=1), clock)
    return _on(now, _date(match["day"].lower(), now), clock)


def _clock(match: Match[str]) -> Tuple[int, int]:
    if match["hour"] is None:
        return 9, 0
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(hour)
    return (hour % 12 + 12 * (half == "pm") if half else hour), int(match["minute"] or 0)


def _date(said: str, now: datetime) -> date:
    name = said.split()[-1]
    if name == "tomorrow":
        return now.date() + timedelta(days=1)
    if name in DAYS:
        # Today is not meant, but the same day of the next week.
        ahead = (DAYS.index(name) - now.weekday() - 1) % 7 + 1
        return now.date() + timedelta(days=ahead)
    return date.fromisoformat(name)


def _on(now: datetime, day: date, clock: Optional[Tuple[int, int]]) -> datetime:
    hour, minute = clock or (9, 0)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=now.tzinfo)
