"""The command that looks through the library, as the planner's place does."""

from __future__ import annotations

import argparse

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json, say_table
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import cli as cli_texts
from nvplan.texts import library as library_texts

#: So wide is a cell at most.
_WIDEST = 70


def register(add: Commands) -> None:
    """Add the command."""
    command = add("bibliotek", show_library, library_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("ord", metavar="ORD", nargs="*", help=library_texts.ARGUMENT_WORDS)
    command.add_argument("--del", dest="part", choices=tuple(library_texts.PARTS), metavar="DEL",
                         help=library_texts.option_part())
    command.add_argument("--omrade", metavar="OMRÅDE", default="", help=library_texts.OPTION_AREA)
    command.add_argument("--lan", metavar="LÄN", default="", help=library_texts.OPTION_COUNTY)
    command.add_argument("--id", metavar="ID", default="", help=library_texts.OPTION_ONE)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def show_library(options: argparse.Namespace) -> None:
    """Print the entries that fit, or everything about one."""
    from nvplan.catalog.counties import find_county
    from nvplan.services.reading.library import area_code, entry, library, library_json, look_through

    info = open_session(options.fil).state.info
    if options.id:
        found = [entry(info, options.id)]
    else:
        found = look_through(library(info), " ".join(options.ord), options.part or "",
                             area_code(options.omrade) if options.omrade else "",
                             find_county(options.lan).code if options.lan else "")
    if options.json:
        say_json(library_json(found))
    elif options.id:
        for label, value in found[0].facts:
            say(f"{label}: {value}")
    elif not found:
        say(catalog_texts.NOTHING_FOUND)
    else:
        for part in dict.fromkeys(one.part for one in found):
            say(library_texts.PARTS[part])
            say_table((*library_texts.COLUMNS, catalog_texts.HEAD_ID), [
                (one.title, one.whence, one.key) for one in found if one.part == part], widest=_WIDEST)
            say("")
