"""Completion of the command line in shells."""

from __future__ import annotations

from typing import List

import click
from click.shell_completion import CompletionItem, get_completion_class

from mattermost_plugin.hooks import HookName

_PROGRAM = "mattermost-plugin"
_VARIABLE = "_MATTERMOST_PLUGIN_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what a shell needs to complete this command.

    \b
    bash: eval "$(mattermost-plugin completion bash)"     in ~/.bashrc
    zsh:  eval "$(mattermost-plugin completion zsh)"      in ~/.zshrc
    fish: mattermost-plugin completion fish | source      in ~/.config/fish/config.fish
    """  # noqa: D301 - click wants the character itself
    found = get_completion_class(shell)
    assert found is not None, "click knows these three"
    root = context.find_root().command
    # Without a look at which bash there is: the script may be for another machine.
    script = found(root, {}, _PROGRAM, _VARIABLE)
    click.echo(_mended(shell, script.source_template % script.source_vars()))


def _mended(shell: str, script: str) -> str:
    if shell == "fish":
        # What is told of a command may have commas itself.
        return script.replace('string split ","', 'string split --max 1 ","')
    if shell == "zsh":
        # Without a framework nobody has prepared completion when ~/.zshrc is read.
        prepared = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }"
        return script.replace("    compdef ", f"    {prepared}\n    compdef ", 1)
    return script


def complete_hook(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> List[CompletionItem]:
    """Return the hooks whose names begin like this."""
    return [
        CompletionItem(name.value)
        for name in HookName
        if name.value.lower().startswith(incomplete.lower())
    ]


__all__ = ["complete_hook", "completion"]
