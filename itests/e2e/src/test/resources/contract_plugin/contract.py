"""Calls each method of the API on the server it runs on, and looks at what has come of it.

``GET /api`` does so and tells, as JSON, which methods have never succeeded and what was not as it
should be. ``GET /hooks`` tells how often each hook was called. Other paths set something off that
only a plugin can.
"""

from __future__ import annotations

import json
import time
import traceback
from collections import Counter
from typing import Any, Callable

from contract_content import emoji, files, found_files, keys, posts, reading
from contract_people import channels, pictures_of_users, sessions, sidebar, statuses, teams, users
from contract_server import (
    bots,
    built_in_commands,
    commands,
    configuration,
    dialogs,
    facts,
    groups,
    logs,
    messages,
    oauth,
    plugins,
    preferences,
    properties,
    shared_channels,
)
from contract_world import ID, METHODS, Recorder, World, png, switch_on

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin._generated.hook_methods import ARGUMENTS
from mattermost_plugin.models import (
    AutocompleteArgument,
    AutocompleteData,
    Command,
    CommandArgs,
    CommandResponse,
    Preference,
    PushNotification,
    Session,
    SyncResponse,
)

AREAS = (
    dialogs,
    users,
    pictures_of_users,
    statuses,
    sessions,
    teams,
    channels,
    sidebar,
    posts,
    reading,
    emoji,
    files,
    found_files,
    keys,
    configuration,
    plugins,
    logs,
    bots,
    commands,
    built_in_commands,
    preferences,
    oauth,
    groups,
    shared_channels,
    properties,
    facts,
    messages,
)


OWN = {
    "OnActivate",
    "OnDeactivate",
    "DescribeCommand",
    "ExecuteCommand",
    "OnSharedChannelsSyncMsg",
    "OnSharedChannelsAttachmentSyncMsg",
    "OnSharedChannelsProfileImageSyncMsg",
    "ServeHTTP",
    "ServeMetrics",
    "ServeWebSocket",
}


def counting(name: str) -> Callable[..., None]:
    """A handler that does nothing but count."""

    def handle(self: Any, *args: Any) -> None:
        self.seen[name] += 1

    handle.__name__ = name
    return hook(HookName(name))(handle)


Counting: Any = type("Counting", (Plugin,), {n: counting(n) for n in ARGUMENTS if n not in OWN})


class Contract(Counting):  # type: ignore[misc]
    """Counts the calls of each hook, and runs what the test asks for."""

    trigger_id = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen: Counter[str] = Counter()
        #: The ids of posts, files and users that were synchronised.
        self.synced: set[str] = set()

    def greeting(self) -> str:
        """The setting as it is now."""
        settings: dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        return str(settings.get("greeting", ""))

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.seen["OnActivate"] += 1
        self.api.register_command(Command(trigger="contract", auto_complete=True))

    @hook(HookName.OnDeactivate)
    def deactivate(self) -> None:
        # The next process tells it.
        self.api.kv_set("deactivated", b"yes")

    @hook(HookName.ExecuteCommand)
    def command(self, context: Any, args: CommandArgs) -> CommandResponse:
        self.seen["ExecuteCommand"] += 1
        self.trigger_id = args.trigger_id or self.trigger_id
        return CommandResponse(response_type="ephemeral", text=f"asked: {args.command}")

    @hook(HookName.DescribeCommand)
    def describe(self, context: Any, team_id: str, trigger: str) -> AutocompleteData:
        self.seen["DescribeCommand"] += 1
        terms = AutocompleteArgument(type="DynamicList", required=True, fetch_url="/terms")
        return AutocompleteData(
            trigger, sub_commands=[AutocompleteData("sign", hint="[term]", arguments=[terms])]
        )

    @hook(HookName.OnSharedChannelsSyncMsg)
    def sync(self, message: Any, remote: Any) -> SyncResponse:
        self.seen["OnSharedChannelsSyncMsg"] += 1
        read = json.loads(message.sync_msg_json)
        self.synced.update(post["id"] for post in read.get("posts", []))
        return SyncResponse()

    @hook(HookName.OnSharedChannelsAttachmentSyncMsg)
    def sync_file(self, info: Any, post: Any, remote: Any) -> None:
        self.seen["OnSharedChannelsAttachmentSyncMsg"] += 1
        self.synced.add(info.id)

    @hook(HookName.OnSharedChannelsProfileImageSyncMsg)
    def sync_picture(self, user: Any, remote: Any) -> None:
        self.seen["OnSharedChannelsProfileImageSyncMsg"] += 1
        self.synced.add(user.id)

    @hook(HookName.ServeMetrics)
    def metrics(self, context: Any, writer: Any, request: Any) -> None:
        self.seen["ServeMetrics"] += 1
        writer.write(b"contract_metrics 1\n")

    @hook(HookName.ServeWebSocket)
    async def talk(self, context: Any, socket: Any) -> None:
        self.seen["ServeWebSocket"] += 1
        await socket.accept()

    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: Any, request: Any) -> None:
        pages = {
            "/api": self.call_all,
            "/hooks": self.tell_hooks,
            "/reset": self.seen.clear,
            "/switch_on": lambda: switch_on(self.api),
            "/prefer": self.prefer,
            "/push": self.push,
            "/cluster": self.cluster,
            "/share": self.share,
            "/terms": self.terms,
        }
        if request.path == "/echo":
            self.seen["ServeHTTP"] += 1
            word = request.headers.get("X-Word", "")
            word = word[0] if isinstance(word, list) else word
            writer.write(b"%s %s %s" % (request.method.encode(), word.encode(), request.body))
            return
        if request.path not in pages:
            writer.write_header(404)
            return
        try:
            answer = pages[request.path]()
        except Exception:
            writer.write_header(500)
            answer = traceback.format_exc()
        writer.set_header("Content-Type", "application/json")
        writer.write(json.dumps(answer).encode())

    def call_all(self) -> Any:
        """Call each method, area by area."""
        recorder = Recorder(self.api)
        failures = {}
        seconds = {}
        switch_on(self.api)
        world = World(recorder)
        for area in AREAS:
            began = time.monotonic()
            try:
                area(recorder, world, self)
            except Exception as error:
                line = traceback.extract_tb(error.__traceback__)
                mine = [frame for frame in line if frame.name == area.__name__][-1]
                failures[area.__name__] = f"line {mine.lineno}, {mine.line}: {error}"
            seconds[area.__name__] = round(time.monotonic() - began, 2)
        return {
            "methods": METHODS,
            "missing": sorted(set(METHODS) - recorder.succeeded),
            "unimplemented": sorted(recorder.unimplemented),
            "failures": failures,
            "seconds": seconds,
        }

    def tell_hooks(self) -> Any:
        """How often each hook was called in this process."""
        seen = dict(self.seen)
        seen["OnDeactivate"] = int(self.api.kv_get("deactivated") is not None)
        return seen

    def user(self) -> Any:
        """Somebody."""
        return World(self.api).ann

    def prefer(self) -> Any:
        """Have somebody prefer something."""
        user = self.user()
        wanted = Preference(user_id=user.id, category="contract", name="colour", value="red")
        self.api.update_preferences_for_user(user.id, [wanted])
        return user.id

    def push(self) -> Any:
        """Send a push notification."""
        user = self.user()
        self.api.create_session(Session(user_id=user.id, device_id="android:device"))
        self.api.send_push_notification(PushNotification(message="pushed"), user.id)
        return user.id

    def cluster(self) -> Any:
        """Tell the other nodes something."""
        self.api.publish_plugin_cluster_event("told", b"all")
        return "told"

    def terms(self) -> Any:
        """What a command may be signed for."""
        return [{"Item": "now", "HelpText": "at once"}, {"Item": "later"}]

    def share(self) -> Any:
        """Share a channel in which there are a picture, a file and a post."""
        world = World(self.api)
        self.api.set_profile_image(world.ann.id, png(1))
        remote = self.api.register_plugin_for_shared_channels(ID, "Contract")
        self.api.invite_remote_to_channel(
            world.channel.id, remote, world.ann.id, share_if_not_shared=True
        )
        info = self.api.upload_file(b"to be shared", world.channel.id, "shared.txt")
        return world.post(self.api, "shared", file_ids=[info.id]).id


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Contract)
