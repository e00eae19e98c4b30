"""The command that takes in what has come back: contributions, archives, copies, pdf files and filled-in forms."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from nvplan.cli.commands import Commands
from nvplan.cli.output import say, say_table
from nvplan.model.safetext import one_line
from nvplan.texts import cli as cli_texts
from nvplan.texts import returned as returned_texts
from nvplan.texts import store as store_texts

_LONGEST = 50


def register(add: Commands) -> None:
    """Add the command."""
    command = add("importera", take_in, store_texts.COMMAND_IMPORT)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("kalla", metavar="KÄLLA", help=store_texts.ARGUMENT_SOURCE)
    command.add_argument("--forhandsvisa", action="store_true", help=store_texts.OPTION_PREVIEW)


def take_in(options: argparse.Namespace) -> int:
    """Write what does not collide and list the rest; the exit code is 1 where something is left."""
    from nvplan.files.import_told import fields_told, sentences_told, unread_told
    from nvplan.files.importing import import_file
    from nvplan.services.writing.session import PlanSession

    session, preview = PlanSession.open(Path(options.fil)), bool(options.forhandsvisa)
    found = import_file(session, Path(options.kalla), preview=preview)
    rows = [_cut(one[:4]) for one in fields_told(found, preview=preview)]
    if rows:
        say_table([heading.format(name=found.name) for heading in store_texts.MERGE_COLUMNS], rows)
    if found.unread:
        say_table(returned_texts.UNREAD_COLUMNS, [(*_cut((one.kind, one.place, one.theirs)), one.ours)
                                                   for one in unread_told(found)])
    for sentence in sentences_told(found, preview=preview):
        say(sentence)
    return int(found.leaves_something)


def _cut(cells: Sequence[str]) -> list[str]:
    return [one_line(cell, _LONGEST) for cell in cells]
