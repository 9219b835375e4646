"""A plugin's bot: its account and picture, direct messages, and which messages are for it."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any, Collection, Dict, Mapping, Union

from mattermost_plugin._internal.both import BlockingWay, Way, now
from mattermost_plugin.cluster import AsyncMutex, Mutex
from mattermost_plugin.exceptions import NotFoundError

if TYPE_CHECKING:
    from mattermost_plugin.models import Post
    from mattermost_plugin.plugin import Plugin

_PICTURE = "krait_bot_picture"


class _Base:
    def __init__(self, plugin: Plugin, way: Way) -> None:
        self._plugin = plugin
        self._way = way

    @property
    def id(self) -> str:
        """The user that the bot is; empty before `ensure`."""
        found: str = self._plugin.__dict__.get("_bot_id", "")
        return found

    async def _ensure(
        self, username: str, display_name: str, description: str, picture: Union[bytes, str]
    ) -> str:
        values = {
            "username": username,
            "display_name": display_name,
            "description": description,
        }
        found = await self._way.api.ensure_bot_user(values)
        self._plugin.__dict__["_bot_id"] = found
        if picture:
            await self._show(picture)
        return found

    async def _show(self, picture: Union[bytes, str]) -> None:
        data = picture if isinstance(picture, bytes) else await self._read(picture)
        # Browsers load it anew each time that it is set.
        mark = hashlib.sha256(self.id.encode() + data).hexdigest().encode()
        if await self._way.api.kv_get(_PICTURE) != mark:
            await self._way.api.set_profile_image(self.id, data)
            await self._way.api.kv_set(_PICTURE, mark)

    async def _read(self, name: str) -> bytes:
        folder = await self._way.api.get_bundle_path()
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()

    async def _dm(self, user_id: str, post: Union[str, Post, Mapping[str, Any]]) -> Post:
        if not self.id:
            raise RuntimeError("the bot has no account yet; call ensure in OnActivate")
        from mattermost_plugin.models import Post as PostModel

        channel = await self._way.api.get_direct_channel(self.id, user_id)
        values: Dict[str, Any] = {"message": post} if isinstance(post, str) else {}
        sent = PostModel(**values) if values else PostModel()
        if not isinstance(post, str):
            sent._pb.CopyFrom(PostModel._message_of(post))
        sent.user_id, sent.channel_id = self.id, channel.id
        return await self._way.api.create_post(sent)

    async def _should_process(
        self,
        post: Post,
        system: bool,
        bots: bool,
        webhooks: bool,
        channel_ids: Collection[str],
        user_ids: Collection[str],
        only_dms: bool,
    ) -> bool:
        if self.id and post.user_id == self.id:
            return False
        if not system and post.type.startswith("system_"):
            return False
        if not webhooks and str(post.props.get("from_webhook", "")).lower() == "true":
            return False
        if channel_ids and post.channel_id not in channel_ids:
            return False
        if user_ids and post.user_id not in user_ids:
            return False
        if not bots and await self._is_bot(post.user_id):
            return False
        return not only_dms or await self._is_dm(post.channel_id)

    async def _is_bot(self, user_id: str) -> bool:
        try:
            return (await self._way.api.get_user(user_id)).is_bot
        except NotFoundError:
            # Such as those of the host itself.
            return False

    async def _is_dm(self, channel_id: str) -> bool:
        channel = await self._way.api.get_channel(channel_id)
        return channel.type == "D" and bool(self.id) and self.id in channel.name.split("__")


class BotAccount(_Base):
    """The bot of a plugin; safe for use from several threads."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, BlockingWay(plugin.api))

    def ensure(
        self,
        username: str,
        *,
        display_name: str = "",
        description: str = "",
        picture: Union[bytes, str] = b"",
    ) -> str:
        """Make the bot's account, or bring it up to date; return its id.

        Args:
            username: its name.
            display_name: what people see.
            description: what it is for.
            picture: its picture, or a file of it in the plugin's folder.
        """
        with Mutex(self._plugin.api, "krait_ensure_bot"):
            return now(self._ensure(username, display_name, description, picture))

    def dm(self, user_id: str, post: Union[str, Post, Mapping[str, Any]]) -> Post:
        """Send somebody a direct message: a text, or a post."""
        return now(self._dm(user_id, post))

    def should_process_message(
        self,
        post: Post,
        *,
        system_messages: bool = False,
        bots: bool = False,
        webhooks: bool = False,
        channel_ids: Collection[str] = (),
        user_ids: Collection[str] = (),
        only_dms: bool = False,
    ) -> bool:
        """Return whether a message is one that the plugin should deal with, and no loop.

        Messages of the bot itself never are.

        Args:
            post: the message.
            system_messages: whether those count that the host writes, such as of who has joined.
            bots: whether those of other bots count.
            webhooks: whether those of webhooks count.
            channel_ids: where they must be, if anywhere in particular.
            user_ids: whose they must be, if anybody's in particular.
            only_dms: whether they must be direct messages to the bot.
        """
        return now(
            self._should_process(
                post, system_messages, bots, webhooks, channel_ids, user_ids, only_dms
            )
        )


class AsyncBotAccount(_Base):
    """The bot of a plugin, as `BotAccount` has it, for coroutines."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, Way(plugin.async_api))

    async def ensure(
        self,
        username: str,
        *,
        display_name: str = "",
        description: str = "",
        picture: Union[bytes, str] = b"",
    ) -> str:
        """Make the bot's account, or bring it up to date: see `BotAccount.ensure`."""
        async with AsyncMutex(self._plugin.async_api, "krait_ensure_bot"):
            return await self._ensure(username, display_name, description, picture)

    async def dm(self, user_id: str, post: Union[str, Post, Mapping[str, Any]]) -> Post:
        """Send somebody a direct message: a text, or a post."""
        return await self._dm(user_id, post)

    async def should_process_message(
        self,
        post: Post,
        *,
        system_messages: bool = False,
        bots: bool = False,
        webhooks: bool = False,
        channel_ids: Collection[str] = (),
        user_ids: Collection[str] = (),
        only_dms: bool = False,
    ) -> bool:
        """Return whether a message is for the plugin: see `BotAccount.should_process_message`."""
        return await self._should_process(
            post, system_messages, bots, webhooks, channel_ids, user_ids, only_dms
        )


__all__ = ["AsyncBotAccount", "BotAccount"]
