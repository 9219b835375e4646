"""What posts and dialogs consist of, as the wire has it."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterable,
    List,
    Mapping,
    Sequence,
    Tuple,
    Union,
)

if TYPE_CHECKING:
    from typing import Literal

#: Choices of a menu or a field: texts, or pairs of what is shown and what is meant.
Choices = Sequence[Union[str, Tuple[str, str]]]


def button(name: str, label: str, style: str) -> Dict[str, Any]:
    """Return a button that calls nothing yet."""
    found = {"name": label, "type": "button"}
    return {**found, "style": style} if style else found


def menu(label: str, choices: Choices, source: str) -> Dict[str, Any]:
    """Return a menu that calls nothing yet."""
    found: Dict[str, Any] = {"name": label, "type": "select"}
    if source:
        found["data_source"] = source
    else:
        found["options"] = _options(choices)
    return found


def _options(choices: Choices) -> List[Dict[str, str]]:
    pairs = [(choice, choice) if isinstance(choice, str) else choice for choice in choices]
    return [{"text": text, "value": value} for text, value in pairs]


def dialog(
    title: str, fields: Iterable[Mapping[str, Any]], text: str, submit: str, cancel: bool
) -> Dict[str, Any]:
    """Return a dialog that calls nothing yet."""
    return {
        "title": title,
        "introduction_text": text,
        "elements": [dict(field) for field in fields],
        "submit_label": submit,
        "notify_on_cancel": cancel,
    }


def attachment(
    text: str = "",
    *,
    title: str = "",
    link: str = "",
    color: str = "",
    pretext: str = "",
    fallback: str = "",
    fields: Union[Mapping[str, str], Iterable[Tuple[str, str]]] = (),
    short: bool = True,
    image_url: str = "",
    footer: str = "",
    actions: Iterable[Mapping[str, Any]] = (),
) -> Dict[str, Any]:
    """Return an attachment of a post.

    Args:
        text: what it says, in Markdown.
        title: what stands above it.
        link: where the title leads to.
        color: of its edge, as #rrggbb, or good, warning or danger.
        pretext: what stands before it.
        fallback: what stands for it where attachments are not shown.
        fields: values with titles.
        short: whether two fields stand beside each other.
        image_url: a picture.
        footer: what stands below.
        actions: buttons and menus.
    """
    pairs = fields.items() if isinstance(fields, Mapping) else fields
    values: Dict[str, Any] = {
        "fallback": fallback or text or title,
        "text": text,
        "title": title,
        "title_link": link,
        "color": color,
        "pretext": pretext,
        "image_url": image_url,
        "footer": footer,
        "fields": [{"title": name, "value": value, "short": short} for name, value in pairs],
        "actions": [dict(one) for one in actions],
    }
    return {name: value for name, value in values.items() if value}


def text_field(
    name: str,
    label: str,
    *,
    kind: Literal["text", "email", "number", "password", "tel", "url", "textarea"] = "text",
    default: str = "",
    placeholder: str = "",
    help: str = "",
    optional: bool = False,
    min_length: int = 0,
    max_length: int = 0,
) -> Dict[str, Any]:
    """Return a field of a dialog into which text is entered."""
    return {
        "name": name,
        "display_name": label,
        "type": "textarea" if kind == "textarea" else "text",
        "subtype": "" if kind in ("text", "textarea") else kind,
        "default": default,
        "placeholder": placeholder,
        "help_text": help,
        "optional": optional,
        "min_length": min_length,
        "max_length": max_length,
    }


def select_field(
    name: str,
    label: str,
    choices: Choices = (),
    *,
    source: Literal["", "users", "channels"] = "",
    radio: bool = False,
    default: str = "",
    placeholder: str = "",
    help: str = "",
    optional: bool = False,
) -> Dict[str, Any]:
    """Return a field of a dialog in which one of some choices, or a user or channel, is chosen."""
    return {
        "name": name,
        "display_name": label,
        "type": "radio" if radio else "select",
        "data_source": source,
        "options": _options(choices),
        "default": default,
        "placeholder": placeholder,
        "help_text": help,
        "optional": optional,
    }


def check_field(
    name: str, label: str, *, text: str = "", default: bool = False, optional: bool = True
) -> Dict[str, Any]:
    """Return a field of a dialog that is ticked or not."""
    return {
        "name": name,
        "display_name": label,
        "type": "bool",
        "placeholder": text,
        "default": "true" if default else "",
        "optional": optional,
    }
