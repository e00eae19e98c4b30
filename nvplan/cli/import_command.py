"""The command that takes in what has come back: contributions, archives, copies, pdf files and filled-in forms."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from nvplan.cli.output import say, say_table
from nvplan.cli.parser import Commands
from nvplan.texts import cli as texts
from nvplan.texts import returned as texts_returned
from nvplan.texts import store as texts_store

if TYPE_CHECKING:
    from nvplan.exports.importing import Imported

_LONGEST = 50


def register(add: Commands) -> None:
    """Add the command."""
    command = add("importera", take_in, texts_store.COMMAND_IMPORT)
    command.add_argument("fil", metavar="FIL", help=texts.ARGUMENT_FILE)
    command.add_argument("kalla", metavar="KÄLLA", help=texts_store.ARGUMENT_SOURCE)
    command.add_argument("--forhandsvisa", action="store_true", help=texts_store.OPTION_PREVIEW)


def take_in(options: argparse.Namespace) -> int:
    """Write what does not collide and list the rest; the exit code is 1 where something is left."""
    from nvplan.exports.importing import import_file
    from nvplan.services.session import PlanSession

    session, preview = PlanSession.open(Path(options.fil)), bool(options.forhandsvisa)
    found = import_file(session, Path(options.kalla), preview=preview)
    _say_rows(found, preview=preview)
    left = sum(one.kind == "contradicts" for one in found.proposals)
    if found.proposals:
        added = sum(one.kind == "adds" for one in found.proposals)
        say(texts_store.merged(added, len(found.proposals) - added - left, left, preview=preview))
    elif not found.leaves_something:
        say(texts_store.MERGE_NOTHING.format(name=found.name))
    if found.unread:
        say(texts_returned.unread_told(len(found.unread)))
    for note in found.notes:
        say(note)
    return int(found.leaves_something)


def _say_rows(found: Imported, *, preview: bool) -> None:
    """Print the fields: in a preview all of them, otherwise those that are left to a person."""
    from nvplan.model.safetext import one_line
    from nvplan.services.change_log import show_change_value

    rows = [(texts_store.MERGE_KINDS[one.kind], one_line(one.place, _LONGEST),
             one_line(show_change_value(one.change, "before"), _LONGEST) or texts_store.NO_VALUE,
             one_line(show_change_value(one.change, "after"), _LONGEST) or texts_store.NO_VALUE)
            for one in found.proposals if preview or one.kind == "contradicts"]
    if rows:
        say_table([heading.format(name=found.name) for heading in texts_store.MERGE_COLUMNS], rows)
    if found.unread:
        say_table(texts_returned.UNREAD_COLUMNS, [
            (texts_returned.UNREAD_KIND, one_line(one.place, _LONGEST), one_line(one.text, _LONGEST), one.reason)
            for one in found.unread])
