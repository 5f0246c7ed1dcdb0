"""The command line: one group, its commands loaded when they are called."""

import importlib
import sys

import click

from sitegen import __version__

_COMMANDS = {
    "init": ("starting", "init"),
    "new": ("starting", "new"),
    "fetch": ("fetching", "fetch"),
    "ingest": ("building", "ingest"),
    "build": ("building", "build"),
    "serve": ("building", "serve"),
    "check": ("looking", "check"),
    "list": ("looking", "list_"),
    "explain": ("looking", "explain"),
    "export": ("exporting", "export"),
    "clean": ("filtering", "clean"),
    "annotate": ("filtering", "annotate"),
    "topics": ("filtering", "topics"),
    "stories": ("filtering", "stories"),
}


class _Lazy(click.Group):
    """Imports the module of a command when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order in which one meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return a command; None where there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"sitegen.cli.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; where the disk refuses, say so in one line."""
        from sitegen.model.diagnostic import RefusedError

        try:
            return super().invoke(ctx)
        except RefusedError as error:
            from sitegen.cli import terminal

            terminal.show([error.diagnostic])
            sys.exit(1)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Turn a pile of source articles into a news digest: what happened, when, and who said what."""
