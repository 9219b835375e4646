"""Asks a question, with buttons, a menu and a dialog."""

from __future__ import annotations

import json
from typing import Any, Dict

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import (
    Command,
    CommandArgs,
    CommandResponse,
    Dialog,
    DialogElement,
    OpenDialogRequest,
    Post,
)

ID = "com.example.votes"


class Votes(Plugin):
    """Counts what others press."""

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.api.register_command(
            Command(
                trigger="vote",
                auto_complete=True,
                auto_complete_hint="[question]",
                auto_complete_desc="Ask the others",
            )
        )

    @hook(HookName.ExecuteCommand)
    def ask(self, context: Any, args: CommandArgs) -> CommandResponse:
        question = args.command.partition(" ")[2]
        self.api.create_post(
            Post(
                channel_id=args.channel_id,
                user_id=args.user_id,
                message="",
                props={"attachments": [question_of(question)]},
            )
        )
        return CommandResponse(
            response_type="ephemeral",
            text="Your question is there.",
            props={"attachments": [{"actions": [action("Remind me", "remind")]}]},
        )

    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: Any, request: Any) -> None:
        body = json.loads(request.body)
        writer.set_header("Content-Type", "application/json")
        writer.write(json.dumps(self.answer(request.path, body)))

    def answer(self, path: str, body: Dict[str, Any]) -> Dict[str, Any]:
        if path == "/remind":
            return {"update": {"message": "You will be reminded."}}
        if path == "/why":
            dialog = Dialog(
                callback_id="why",
                title="Why?",
                submit_label="Tell",
                state=body["post_id"],
                elements=[
                    DialogElement(display_name="Reason", name="reason", type="text", min_length=2)
                ],
            )
            self.api.open_interactive_dialog(
                OpenDialogRequest(
                    trigger_id=body["trigger_id"], url=f"/plugins/{ID}/told", dialog=dialog
                )
            )
            return {}
        if path == "/told":
            reason = body["submission"]["reason"]
            if "because" not in reason:
                return {"errors": {"reason": "Begin with because."}}
            post = self.api.get_post(body["state"])
            self.api.create_post(
                Post(
                    channel_id=post.channel_id,
                    user_id=body["user_id"],
                    root_id=post.id,
                    message=reason,
                )
            )
            return {}
        chosen = body["context"].get("selected_option") or body["context"]["vote"]
        return {
            "update": {"message": f"Voted: {chosen}", "props": {}},
            "ephemeral_text": "Your vote counts.",
        }


def action(name: str, path: str, **further: Any) -> Dict[str, Any]:
    return {
        "id": name.replace(" ", "").lower(),
        "name": name,
        "type": "button",
        "integration": {"url": f"/plugins/{ID}/{path}", "context": {"vote": name}},
        **further,
    }


def question_of(question: str) -> Dict[str, Any]:
    sizes = [{"text": "Small", "value": "small"}, {"text": "Large", "value": "large"}]
    return {
        "title": question,
        "color": "#0b6e63",
        "actions": [
            action("Yes", "vote", style="primary"),
            action("Say why", "why"),
            action("Size", "vote", type="select", options=sizes),
        ],
    }


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Votes)
