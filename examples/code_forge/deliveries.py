"""What a forge's deliveries say, in a line of Markdown each."""

from __future__ import annotations

import re
from typing import Any, Mapping, Optional

#: What is longer is cut.
LONGEST = 120


def line_of(kind: str, payload: Any) -> Optional[str]:
    """Return the line for a delivery, None where nobody wants to be told of it.

    Raises ValueError where the payload is not what the forge's documentation says.
    """
    try:
        return _line(kind, payload)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"a {kind} has no {error}") from error


def _line(kind: str, payload: Mapping[str, Any]) -> Optional[str]:
    who = f"**{plain(payload['sender']['login'])}**"
    where = f"`{plain(payload['repository']['full_name'])}`"
    if kind == "ping":
        return f"{who} connected {where}"
    if kind == "push":
        commits = payload["commits"]
        if not commits:
            return None
        branch = plain(payload["ref"].rpartition("/")[2])
        more = f" and {len(commits) - 1} more" if len(commits) > 1 else ""
        first = plain(commits[0]["message"].partition("\n")[0])
        return f"{who} pushed to {where}, `{branch}`: {first}{more}"
    if kind in ("issues", "pull_request"):
        thing = payload["issue" if kind == "issues" else kind]
        if payload["action"] not in ("opened", "closed", "reopened"):
            return None
        done = "merged" if thing.get("merged") else payload["action"]
        what = link(f"#{int(thing['number'])} {thing['title']}", thing["html_url"])
        return f"{who} {done} {what} in {where}"
    return None


def plain(text: str) -> str:
    """Return a text that means nothing in Markdown and notifies nobody.

    Whoever may write to a repository has written it.
    """
    text = re.sub(r"\s+", " ", text).strip()
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    text = re.sub(r"[\\`*_~\[\]()<>|#!]", "", text)
    return text.replace("@", "@\u200b")


def link(text: str, address: str) -> str:
    """Return a link, or the text alone where the address is no usual one."""
    if not re.fullmatch(r"https?://[\w./:#?=&%-]+", address):
        return plain(text)
    return f"[{plain(text)}]({address})"
