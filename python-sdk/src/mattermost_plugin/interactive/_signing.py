"""Signs what buttons and dialogs carry, with a key that is in the plugin's store."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Dict, Optional

from mattermost_plugin._internal.both import Way
from mattermost_plugin._internal.typed import to_json

if TYPE_CHECKING:
    from mattermost_plugin.plugin import Plugin

#: Below these paths are what buttons and menus, and what dialogs call.
ACTIONS = "/-/actions/"
DIALOGS = "/-/dialogs/"
_KEY = "krait_signing"


class Signing:
    """Makes what calls the plugin, and knows it again."""

    def __init__(self, plugin: Plugin, way: Way) -> None:
        self._plugin = plugin
        self._way = way

    async def _key(self) -> bytes:
        key: Optional[bytes] = self._plugin.__dict__.get("_signing_key")
        if key is None:
            api = self._way.api
            # The first process makes it for all.
            await api.kv_compare_and_set(_KEY, None, secrets.token_hex(32).encode())
            key = await api.kv_get(_KEY)
            if not key:
                raise RuntimeError("the host does not keep the key that signs buttons")
            self._plugin.__dict__["_signing_key"] = key
        return key

    async def _sign(self, what: str, context: Any, expires: Optional[timedelta]) -> str:
        data: Dict[str, Any] = {"c": to_json(context)}
        if expires is not None:
            data["u"] = self._plugin._clock.now() + expires.total_seconds()
        text = json.dumps(data, separators=(",", ":"))
        return f"{_mac(await self._key(), what, text)}.{text}"

    async def _verify(self, what: str, signed: str) -> Any:
        mac, _, text = signed.partition(".")
        if not hmac.compare_digest(mac, _mac(await self._key(), what, text)):
            raise ValueError("its signature is wrong")
        data = json.loads(text)
        if "u" in data and data["u"] < self._plugin._clock.now():
            raise ValueError("it has expired")
        return data["c"]

    @property
    def _root(self) -> str:
        config = self._plugin.config
        return f"/plugins/{config.plugin_id if config else ''}"

    async def _control(
        self, name: str, values: Dict[str, Any], context: Any, expires: Optional[timedelta]
    ) -> Dict[str, Any]:
        signed = await self._sign(f"action/{name}", context, expires)
        url = f"{self._root}{ACTIONS}{name}"
        # The same in each version of a post: who sees an older one can still use it.
        # Of letters and digits alone, as hosts of the field want it.
        told = json.dumps([values["name"], to_json(context)])
        values["id"] = _mac(await self._key(), f"id/{name}", told)[:16]
        return {**values, "integration": {"url": url, "context": {"signed": signed}}}

    async def _open(
        self,
        trigger_id: str,
        name: str,
        dialog: Dict[str, Any],
        context: Any,
        expires: Optional[timedelta],
    ) -> None:
        state = await self._sign(f"dialog/{name}", context, expires)
        request = {
            "trigger_id": trigger_id,
            "url": f"{self._root}{DIALOGS}{name}",
            "dialog": {**dialog, "callback_id": name, "state": state},
        }
        await self._way.api.open_interactive_dialog(request)


def _mac(key: bytes, what: str, text: str) -> str:
    return hmac.new(key, f"{what}\0{text}".encode(), hashlib.sha256).hexdigest()
