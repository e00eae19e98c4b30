"""The command that takes in what has come back: contributions, archives, copies, pdf files and filled-in forms."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_table
from nvplan.model.errors import InputError
from nvplan.model.safetext import one_line
from nvplan.texts import batch as batch_texts
from nvplan.texts import cli as cli_texts
from nvplan.texts import returned as returned_texts
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from nvplan.services.writing.returned.form import Choices
    from nvplan.services.writing.session import PlanSession
    from nvplan.services.writing.settling import Settled

_LONGEST = 50
_EVERY = "alla"
#: What a person says about clashes, by its word on the command line.
_LATER = "senare"
_SETTLED: dict[str, Settled] = {"deras": "theirs", "vart": "ours", "bada": "both", _LATER: "later"}


def register(add: Commands) -> None:
    """Add the command."""
    command = add("importera", take_in, store_texts.COMMAND_IMPORT)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("kalla", metavar="KÄLLA", nargs="+", help=store_texts.ARGUMENT_SOURCE)
    command.add_argument("--forhandsvisa", action="store_true", help=store_texts.OPTION_PREVIEW)
    command.add_argument("--nya-rader", metavar="RADER", default="", help=returned_texts.OPTION_NEW_ROWS)
    command.add_argument("--efter-rubrik", action="store_true", help=returned_texts.OPTION_BY_TITLE)
    command.add_argument("--krock", choices=list(_SETTLED), default=_LATER, help=batch_texts.OPTION_CLASH)
    command.add_argument("--plats", metavar="PLATS", action="append", default=[], help=batch_texts.OPTION_PLACE)


def take_in(options: argparse.Namespace) -> int:
    """Write what does not collide and list the rest; return 0 where all that differs is in, 3 where some is, else 1."""
    from nvplan.files.ports import READER
    from nvplan.services.exchange.import_told import choices_told, left_told, sentences_told, taken_told
    from nvplan.services.exchange.importing import import_file
    session, preview, choices = open_session(options.fil), bool(options.forhandsvisa), _choices(options)
    sources = [Path(one) for one in options.kalla]
    if len(sources) > 1 or sources[0].is_dir():
        return _take_in_several(session, sources, choices, preview=preview)
    found = import_file(session, sources[0], preview=preview, choices=choices, reader=READER)
    rows = [_cut(one[:4]) for one in taken_told(found)]
    if rows and preview:
        say_table([heading.format(name=found.name) for heading in store_texts.MERGE_COLUMNS], rows)
    left = left_told(found)
    if left:
        say(returned_texts.LEFT_PREVIEW_HEADING if preview else returned_texts.LEFT_HEADING)
    for sentence in (*(f"  {one}" for one in left), *choices_told(found), *sentences_told(found, preview=preview)):
        say(sentence)
    return found.account.exit_code


def _take_in_several(session: PlanSession, sources: Sequence[Path], choices: Choices, *, preview: bool) -> int:
    """Take in files and folders; print a row for each file, and below it what is not taken in and who is missing."""
    from nvplan.files.ports import READER
    from nvplan.services.exchange.batch import import_all
    from nvplan.services.exchange.batch_told import left_told, rows_told, sentences_told

    batch = import_all(session, sources, reader=READER, preview=preview, choices=choices)
    say_table(batch_texts.COLUMNS_PREVIEW if preview else batch_texts.COLUMNS, rows_told(batch, session.state))
    left = left_told(batch, session.state)
    if left:
        say(returned_texts.LEFT_PREVIEW_HEADING if preview else returned_texts.LEFT_HEADING)
    for sentence in (*(f"  {one}" for one in left), *sentences_told(batch, session.state, preview=preview)):
        say(sentence)
    return batch.exit_code


def _choices(options: argparse.Namespace) -> Choices:
    from nvplan.services.writing.returned.form import Choices
    from nvplan.services.writing.settling import Settling

    every = options.nya_rader.strip().lower() == _EVERY
    settling = Settling(otherwise=_SETTLED[options.krock], only=frozenset(one.strip() for one in options.plats))
    return Choices(frozenset() if every else _rows(options.nya_rader), every, bool(options.efter_rubrik), settling)


def _rows(typed: str) -> frozenset[int]:
    try:
        return frozenset(int(part) for part in typed.replace(";", ",").split(",") if part.strip())
    except ValueError:
        raise InputError(returned_texts.ROWS_UNREADABLE.format(text=typed)) from None


def _cut(cells: Sequence[str]) -> list[str]:
    return [one_line(cell, _LONGEST) for cell in cells]
