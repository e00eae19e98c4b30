"""The command that looks things up in data/ and checks it."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.output import complain, say, say_json
from nvplan.services.reading.wrapped_table import WIDTH, paragraph_lines, table_lines
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import cli as cli_texts

if TYPE_CHECKING:
    from nvplan.services.reading.look_up_topic import Row, Topic

_FAULTS, _MISUSED = 1, 2


def register(add: Commands) -> None:
    """Add the command."""
    command = add("katalog", run, cli_texts.COMMAND_CATALOG)
    command.add_argument("vad", metavar="VAD", help=catalog_texts.ARGUMENT_WHAT)
    command.add_argument("--sok", metavar="ORD", default="", help=cli_texts.OPTION_SEARCH)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    command.add_argument("--kallor", metavar="MAPP", help=catalog_texts.OPTION_SOURCES)
    command.add_argument("--data", metavar="MAPP", help=catalog_texts.OPTION_DATA)


def run(options: argparse.Namespace) -> int | None:
    """Look something up, or check all of data/."""
    if options.vad.strip().lower() == catalog_texts.CHECK:
        return check(options)
    if options.kallor is not None or options.data is not None:
        complain(catalog_texts.ONLY_CHECKING)
        return _MISUSED
    look_up(options)
    return None


def look_up(options: argparse.Namespace) -> None:
    """Print one part of the catalogue."""
    from nvplan.services.reading.look_up import find_topic, look_up_rows

    topic = find_topic(options.vad)
    rows = look_up_rows(topic, options.sok)
    if options.json:
        say_json(rows)
    elif rows:
        for line in _lines(topic, rows, detailed=bool(options.sok.strip())):
            say(line)
    else:
        say(catalog_texts.NOTHING_FOUND)


def _lines(topic: Topic, rows: Sequence[Row], detailed: bool) -> Iterator[str]:
    columns = topic.shown(detailed)
    headings = [column.heading for column in columns]
    width = _width()
    for place, (section, found) in enumerate(groupby(rows, topic.section or (lambda row: ""))):
        if place:
            yield ""
        if section:
            yield from paragraph_lines(section, width)
        yield from table_lines(headings, [[column.cell(row) for column in columns] for row in found], width)
    if topic.notes:
        yield ""
    for note in topic.notes:
        yield from paragraph_lines(note, width)


def _width() -> int:
    """Return how wide a line can be: the terminal's width, but never more than is easy to read."""
    return min(WIDTH, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH


def check(options: argparse.Namespace) -> int | None:
    """Check data/, and the source texts where a folder with them is given; the faults are printed one a line."""
    from nvplan.catalog.location import data_from

    if options.sok:
        complain(catalog_texts.NOT_CHECKING)
        return _MISUSED
    with data_from(Path(options.data)) if options.data is not None else nullcontext():
        return _check(options)


def _check(options: argparse.Namespace) -> int | None:
    from nvplan.catalog.checking import counted, set_notes
    from nvplan.catalog.own import own_folder
    from nvplan.model.errors import InputError
    from nvplan.services.data_check import data_faults

    folder = Path(options.kallor) if options.kallor is not None else None
    if folder is not None and not folder.is_dir():
        raise InputError(catalog_texts.NO_SUCH_FOLDER.format(folder=folder))
    faults = data_faults(folder)
    if options.json:
        say_json([{"level": "fel", "text": fault} for fault in faults])
    else:
        for fault in faults:
            say(fault)
    if faults:
        complain(catalog_texts.check_failed(faults))
        return _FAULTS
    if not options.json:
        found = counted()
        say(catalog_texts.CHECK_HOLDS.format(**found))
        if found["own"]:
            say(catalog_texts.CHECK_HOLDS_OWN.format(folder=own_folder(), **found))
        for note in set_notes():
            say(note)
        if folder is not None:
            say(catalog_texts.CHECK_HOLDS_SOURCES.format(folder=folder, **found))
    return None
