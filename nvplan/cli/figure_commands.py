"""The commands that follow a plan's numbers."""

from __future__ import annotations

import argparse

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json
from nvplan.cli.wrapped_table import WIDTH, paragraph_lines
from nvplan.texts import cli as cli_texts
from nvplan.texts import goal_line as line_texts

_INDENT = "  "


def register(add: Commands) -> None:
    """Add the commands."""
    command = add("mal", run_goals, line_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def run_goals(options: argparse.Namespace) -> None:
    """Print each goal with its latest value and where that stands against the straight line."""
    from nvplan.services.reading.goal_standing import small_line, standing_json, standings, told

    found = standings(open_session(options.fil).state)
    if options.json:
        say_json([standing_json(one) for one in found])
        return
    if not found:
        say(line_texts.NONE)
        return
    for one in found:
        say(one.goal.title)
        line = small_line(one)
        for text in [*([line] if line else []), *paragraph_lines(told(one), WIDTH - len(_INDENT))]:
            say(_INDENT + text)
        say("")
