"""The commands about this computer and not about any plan: the installation, and the role that one works in."""

from __future__ import annotations

import argparse

from nvplan.cli.commands import Commands
from nvplan.cli.output import say, say_table
from nvplan.texts import cli as cli_texts
from nvplan.texts import own_settings as own_settings_texts


def register(add: Commands) -> None:
    """Add the commands."""
    add("diagnos", diagnose, cli_texts.COMMAND_DIAGNOSE)
    role = add("roll", role_of, own_settings_texts.COMMAND_ROLE)
    role.add_argument("roll", metavar="ROLL", nargs="?", default="", help=own_settings_texts.ARGUMENT_ROLE)


def diagnose(options: argparse.Namespace) -> None:
    """Print versions and paths; nothing from any plan."""
    from nvplan.services.installation import installation

    say_table((cli_texts.DIAGNOSE_WHAT, cli_texts.DIAGNOSE_VALUE), installation())


def role_of(options: argparse.Namespace) -> None:
    """Print the role that changes are logged under, or take another."""
    from nvplan.services.roles import role_words, take_role

    if options.roll:
        take_role(options.roll)
    say(role_words())
