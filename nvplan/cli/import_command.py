"""The command that takes in what has come back: contributions, archives, copies, pdf files and filled-in forms."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_table
from nvplan.model.errors import InputError
from nvplan.model.safetext import one_line
from nvplan.texts import cli as cli_texts
from nvplan.texts import returned as returned_texts
from nvplan.texts import store as store_texts

_LONGEST = 50
_EVERY = "alla"


def register(add: Commands) -> None:
    """Add the command."""
    command = add("importera", take_in, store_texts.COMMAND_IMPORT)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("kalla", metavar="KÄLLA", help=store_texts.ARGUMENT_SOURCE)
    command.add_argument("--forhandsvisa", action="store_true", help=store_texts.OPTION_PREVIEW)
    command.add_argument("--nya-rader", metavar="RADER", default="", help=returned_texts.OPTION_NEW_ROWS)
    command.add_argument("--efter-rubrik", action="store_true", help=returned_texts.OPTION_BY_TITLE)


def take_in(options: argparse.Namespace) -> int:
    """Write what does not collide and list the rest; return 0 where all that differs is in, 3 where some is, else 1."""
    from nvplan.files.ports import READER
    from nvplan.services.exchange.import_told import choices_told, left_told, sentences_told, taken_told
    from nvplan.services.exchange.importing import import_file
    from nvplan.services.writing.returned.form import Choices

    every = options.nya_rader.strip().lower() == _EVERY
    choices = Choices(frozenset() if every else _rows(options.nya_rader), every, bool(options.efter_rubrik))
    session, preview = open_session(options.fil), bool(options.forhandsvisa)
    found = import_file(session, Path(options.kalla), preview=preview, choices=choices, reader=READER)
    rows = [_cut(one[:4]) for one in taken_told(found)]
    if rows and preview:
        say_table([heading.format(name=found.name) for heading in store_texts.MERGE_COLUMNS], rows)
    left = left_told(found)
    if left:
        say(returned_texts.LEFT_PREVIEW_HEADING if preview else returned_texts.LEFT_HEADING)
    for sentence in (*(f"  {one}" for one in left), *choices_told(found), *sentences_told(found, preview=preview)):
        say(sentence)
    return found.account.exit_code


def _rows(typed: str) -> frozenset[int]:
    try:
        return frozenset(int(part) for part in typed.replace(";", ",").split(",") if part.strip())
    except ValueError:
        raise InputError(returned_texts.ROWS_UNREADABLE.format(text=typed)) from None


def _cut(cells: Sequence[str]) -> list[str]:
    return [one_line(cell, _LONGEST) for cell in cells]
