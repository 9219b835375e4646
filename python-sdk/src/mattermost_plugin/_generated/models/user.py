# Generated from the contract; do not edit.
"""Models of the messages in user.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import user_pb2

if TYPE_CHECKING:
    from mattermost_plugin._internal.containers import (
        ModelList,
        ModelMap,
        ScalarList,
        ScalarMap,
    )
    from mattermost_plugin._internal.fields import Attribute
    from mattermost_plugin._internal.values import StructView

    # What is accepted where a model is expected.
    UserLike = Union["User", user_pb2.User, Mapping[str, Any]]


class User(Model[user_pb2.User]):
    """An account: a person, a bot, or the likeness of a user of a connected server."""

    __slots__ = ()

    _message = user_pb2.User
    _attributes = (
        "id",
        "username",
        "email",
        "create_at",
        "update_at",
        "delete_at",
        "email_verified",
        "nickname",
        "first_name",
        "last_name",
        "position",
        "roles",
        "locale",
        "timezone",
        "is_bot",
        "bot_description",
        "auth_data",
        "auth_service",
        "props",
        "notify_props",
        "last_password_update",
        "last_picture_update",
        "failed_attempts",
        "mfa_active",
        "remote_id",
        "last_activity_at",
        "bot_last_icon_update",
        "terms_of_service_id",
        "terms_of_service_create_at",
        "disable_welcome_email",
        "last_login",
        "password",
        "allow_marketing",
        "mfa_secret",
    )
    _secrets = frozenset({"password", "auth_data", "mfa_secret"})

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the user, 26 lower-case letters and digits; given by the host and never
    changed.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the account was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the account was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the account was deactivated, in milliseconds since the epoch; 0 for an active one."""
    username: Attribute[str, str] = _f.scalar("username")
    """Name by which the user is mentioned and logs in: 3 to 64 characters, lower-case letters,
    digits, dots, hyphens and underscores, unique on the server.
    """
    password: Attribute[str, str] = _f.scalar("password")
    """Password to set. A plugin may send it when it creates an account; a host never sends it, nor
    anything derived from it, to a plugin.
    """
    auth_data: Attribute[str | None, str | None] = _f.optional("auth_data")
    """The user's identity at the login service named in auth_service; never sent to a plugin."""
    auth_service: Attribute[str, str] = _f.scalar("auth_service")
    """Service that checks the user's identity, such as ldap, saml or gitlab; empty for a password
    kept by the server.
    """
    email: Attribute[str, str] = _f.scalar("email")
    """E-mail address, at most 128 characters and unique on the server; where a host hides addresses
    it is empty.
    """
    email_verified: Attribute[bool, bool] = _f.scalar("email_verified")
    """Whether the user has proved that the address is theirs."""
    nickname: Attribute[str, str] = _f.scalar("nickname")
    """Name the user prefers to be shown, at most 64 characters; may be empty."""
    first_name: Attribute[str, str] = _f.scalar("first_name")
    """Given name, at most 64 characters; may be empty."""
    last_name: Attribute[str, str] = _f.scalar("last_name")
    """Family name, at most 64 characters; may be empty."""
    position: Attribute[str, str] = _f.scalar("position")
    """What the user does in the organisation, at most 128 characters; may be empty."""
    roles: Attribute[str, str] = _f.scalar("roles")
    """Names of the roles held on the whole server, separated by spaces, such as system_user."""
    allow_marketing: Attribute[bool, bool] = _f.scalar("allow_marketing")
    """Whether the user agreed to receive advertising mail."""
    props: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("props")
    """Further facts about the user that others may read, such as the custom status."""
    notify_props: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("notify_props")
    """How the user wants to be notified, by kind of notification; values are short words such as
    all, mention, none, true and false.
    """
    last_password_update: Attribute[int, int] = _f.scalar("last_password_update")
    """When the password was last set, in milliseconds since the epoch; set by the host alone."""
    last_picture_update: Attribute[int, int] = _f.scalar("last_picture_update")
    """When the profile picture was last set, in milliseconds since the epoch; 0 for the generated
    picture.
    """
    failed_attempts: Attribute[int, int] = _f.scalar("failed_attempts")
    """Logins that failed since the last one that succeeded; set by the host alone."""
    locale: Attribute[str, str] = _f.scalar("locale")
    """Language of the user's interface as a language tag, such as en or pt-BR; at most 5
    characters.
    """
    timezone: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("timezone")
    """Time zone of the user: the keys useAutomaticTimezone, automaticTimezone and manualTimezone,
    with zone names such as Europe/Berlin.
    """
    mfa_active: Attribute[bool, bool] = _f.scalar("mfa_active")
    """Whether the user logs in with a second factor."""
    mfa_secret: Attribute[str, str] = _f.scalar("mfa_secret")
    """Secret of the second factor; never sent to a plugin."""
    remote_id: Attribute[str | None, str | None] = _f.optional("remote_id")
    """Identifier of the connected server that the user belongs to; absent for users of this one."""
    last_activity_at: Attribute[int, int] = _f.scalar("last_activity_at")
    """When the user was last seen active, in milliseconds since the epoch; filled only where a
    method says so.
    """
    is_bot: Attribute[bool, bool] = _f.scalar("is_bot")
    """Whether the account is a bot; set by the host alone."""
    bot_description: Attribute[str, str] = _f.scalar("bot_description")
    """What the bot is for; empty for people."""
    bot_last_icon_update: Attribute[int, int] = _f.scalar("bot_last_icon_update")
    """When the bot's icon was last set, in milliseconds since the epoch; 0 for people and for bots
    without one.
    """
    terms_of_service_id: Attribute[str, str] = _f.scalar("terms_of_service_id")
    """Identifier of the terms that the user accepted last; empty for none."""
    terms_of_service_create_at: Attribute[int, int] = _f.scalar("terms_of_service_create_at")
    """When the user accepted those terms, in milliseconds since the epoch; 0 for never."""
    disable_welcome_email: Attribute[bool, bool] = _f.scalar("disable_welcome_email")
    """When an account is created: whether no welcome mail is sent. Not stored."""
    last_login: Attribute[int, int] = _f.scalar("last_login")
    """When the user last logged in, in milliseconds since the epoch; 0 for never or not told."""

    def __init__(
        self,
        id: str = "",
        username: str = "",
        email: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        email_verified: bool = False,
        nickname: str = "",
        first_name: str = "",
        last_name: str = "",
        position: str = "",
        roles: str = "",
        locale: str = "",
        timezone: Mapping[str, str] | None = None,
        is_bot: bool = False,
        bot_description: str = "",
        auth_data: str | None = None,
        auth_service: str = "",
        props: Mapping[str, str] | None = None,
        notify_props: Mapping[str, str] | None = None,
        last_password_update: int = 0,
        last_picture_update: int = 0,
        failed_attempts: int = 0,
        mfa_active: bool = False,
        remote_id: str | None = None,
        last_activity_at: int = 0,
        bot_last_icon_update: int = 0,
        terms_of_service_id: str = "",
        terms_of_service_create_at: int = 0,
        disable_welcome_email: bool = False,
        last_login: int = 0,
        password: str = "",
        allow_marketing: bool = False,
        mfa_secret: str = "",
    ) -> None:
        pb = self._pb = user_pb2.User()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if username:
            pb.username = username
        if password:
            pb.password = password
        if auth_data is not None:
            pb.auth_data = auth_data
        if auth_service:
            pb.auth_service = auth_service
        if email:
            pb.email = email
        if email_verified:
            pb.email_verified = email_verified
        if nickname:
            pb.nickname = nickname
        if first_name:
            pb.first_name = first_name
        if last_name:
            pb.last_name = last_name
        if position:
            pb.position = position
        if roles:
            pb.roles = roles
        if allow_marketing:
            pb.allow_marketing = allow_marketing
        if props:
            pb.props.update(props)
        if notify_props:
            pb.notify_props.update(notify_props)
        if last_password_update:
            pb.last_password_update = last_password_update
        if last_picture_update:
            pb.last_picture_update = last_picture_update
        if failed_attempts:
            pb.failed_attempts = failed_attempts
        if locale:
            pb.locale = locale
        if timezone:
            pb.timezone.update(timezone)
        if mfa_active:
            pb.mfa_active = mfa_active
        if mfa_secret:
            pb.mfa_secret = mfa_secret
        if remote_id is not None:
            pb.remote_id = remote_id
        if last_activity_at:
            pb.last_activity_at = last_activity_at
        if is_bot:
            pb.is_bot = is_bot
        if bot_description:
            pb.bot_description = bot_description
        if bot_last_icon_update:
            pb.bot_last_icon_update = bot_last_icon_update
        if terms_of_service_id:
            pb.terms_of_service_id = terms_of_service_id
        if terms_of_service_create_at:
            pb.terms_of_service_create_at = terms_of_service_create_at
        if disable_welcome_email:
            pb.disable_welcome_email = disable_welcome_email
        if last_login:
            pb.last_login = last_login
