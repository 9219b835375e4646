"""Buttons, menus and dialogs, and the methods that are called when people use them.

```python
class Polls(Plugin):
    @command("poll")
    def ask(self, call: CommandCall, question: Rest) -> CommandResponse:
        yes = self.ui.button("vote", "Yes", style="primary", context={"answer": "yes"})
        return CommandResponse(props=self.ui.props(attachment(question, actions=[yes])))

    @action
    def vote(self, click: Click) -> str:
        return f"You said {click.context['answer']}"
```

What a button or dialog carries is signed, so that nobody can call the method with something else.
"""

from mattermost_plugin.interactive._builders import (
    Choices,
    attachment,
    check_field,
    select_field,
    text_field,
)
from mattermost_plugin.interactive._methods import action, submission
from mattermost_plugin.interactive._ui import UI, AsyncUI
from mattermost_plugin.interactive._uses import Click, Form, FormError

__all__ = [
    "AsyncUI",
    "Choices",
    "Click",
    "Form",
    "FormError",
    "UI",
    "action",
    "attachment",
    "check_field",
    "select_field",
    "submission",
    "text_field",
]
