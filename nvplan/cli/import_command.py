"""The command that takes in what has come back: contributions, archives, copies, pdf files and filled-in forms."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from nvplan.cli.output import say, say_table
from nvplan.cli.parser import Commands
from nvplan.model.safetext import one_line
from nvplan.texts import cli as texts
from nvplan.texts import returned as texts_returned
from nvplan.texts import store as texts_store

_LONGEST = 50


def register(add: Commands) -> None:
    """Add the command."""
    command = add("importera", take_in, texts_store.COMMAND_IMPORT)
    command.add_argument("fil", metavar="FIL", help=texts.ARGUMENT_FILE)
    command.add_argument("kalla", metavar="KÄLLA", help=texts_store.ARGUMENT_SOURCE)
    command.add_argument("--forhandsvisa", action="store_true", help=texts_store.OPTION_PREVIEW)


def take_in(options: argparse.Namespace) -> int:
    """Write what does not collide and list the rest; the exit code is 1 where something is left."""
    from nvplan.exports.import_told import fields_told, sentences_told, unread_told
    from nvplan.exports.importing import import_file
    from nvplan.services.session import PlanSession

    session, preview = PlanSession.open(Path(options.fil)), bool(options.forhandsvisa)
    found = import_file(session, Path(options.kalla), preview=preview)
    rows = [_cut(one[:4]) for one in fields_told(found, preview=preview)]
    if rows:
        say_table([heading.format(name=found.name) for heading in texts_store.MERGE_COLUMNS], rows)
    if found.unread:
        say_table(texts_returned.UNREAD_COLUMNS, [(*_cut((one.kind, one.place, one.theirs)), one.ours)
                                                   for one in unread_told(found)])
    for sentence in sentences_told(found, preview=preview):
        say(sentence)
    return int(found.leaves_something)


def _cut(cells: Sequence[str]) -> list[str]:
    return [one_line(cell, _LONGEST) for cell in cells]
