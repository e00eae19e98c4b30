"""The command that looks things up in data/ and checks it."""

from __future__ import annotations

import argparse

from nvplan import texts_cli as texts
from nvplan.cli.output import say_json, say_table
from nvplan.cli.parser import Commands


def register(add: Commands) -> None:
    """Add the command."""
    command = add("katalog", look_up, texts.COMMAND_CATALOG)
    command.add_argument("vad", metavar="VAD", help=texts.ARGUMENT_WHAT)
    command.add_argument("--sok", metavar="ORD", default="", help=texts.OPTION_SEARCH)
    command.add_argument("--json", action="store_true", help=texts.OPTION_JSON)


def look_up(options: argparse.Namespace) -> None:
    """Print one part of the catalogue."""
    from nvplan.services.look_up import find_topic, look_up_rows

    topic = find_topic(options.vad)
    rows = look_up_rows(topic, options.sok)
    if options.json:
        say_json(rows)
    elif rows:
        say_table(topic.headings, [topic.cells(row) for row in rows])
    else:
        print(texts.NOTHING_FOUND)
