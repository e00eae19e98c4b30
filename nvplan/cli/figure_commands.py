"""The commands that follow a plan's numbers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import complain, say, say_json
from nvplan.model.dates import format_date
from nvplan.model.given_paths import given_path
from nvplan.model.numbers import format_number
from nvplan.services.reading.wrapped_table import WIDTH, paragraph_lines
from nvplan.texts import cli as cli_texts
from nvplan.texts import goal_line as line_texts
from nvplan.texts import indicators as indicator_texts

if TYPE_CHECKING:
    from nvplan.services.figures.indicators import Series

_INDENT = "  "
#: Exit codes: nothing was taken in, the command was written wrongly, some of it was taken in.
_NOTHING, _MISUSED, _PARTLY = 1, 2, 3


def register(add: Commands) -> None:
    """Add the commands."""
    command = add("mal", run_goals, line_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    command = add("indikatorer", run_indicators, indicator_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("--alla", action="store_true", help=indicator_texts.OPTION_ALL)
    command.add_argument("--fran", metavar="TABELL", help=indicator_texts.OPTION_FROM)
    command.add_argument("--forhandsvisa", action="store_true", help=indicator_texts.OPTION_PREVIEW)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def run_goals(options: argparse.Namespace) -> None:
    """Print each goal with its latest value and where that stands against the straight line."""
    from nvplan.services.reading.gaps import gap_json
    from nvplan.services.reading.goal_standing import small_line, standing_json, standings, told

    found = standings(open_session(options.fil).state)
    if options.json:
        say_json([{**standing_json(one), "gap": gap_json(one.goal, one.measured)} for one in found])
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


def run_indicators(options: argparse.Namespace) -> int | None:
    """Print what is followed, each value with its source and the national value of the same year; or take values in."""
    if options.fran is not None:
        return _take_in(options)
    if options.forhandsvisa:
        complain(indicator_texts.PREVIEW_OF_NOTHING)
        return _MISUSED
    from nvplan.services.figures.indicators import followed, series_json

    found = followed(open_session(options.fil).state)
    shown = [one for one in found if one.values or options.alla]
    if options.json:
        say_json([series_json(one) for one in shown])
        return None
    if not shown:
        say(indicator_texts.NOTHING)
    for one in shown:
        say(indicator_texts.title(one.label, one.unit, one.direction))
        for text in _series_lines(one):
            for line in paragraph_lines(text, WIDTH - len(_INDENT)):
                say(_INDENT + line)
        say("")
    return None


def _series_lines(series: Series) -> Iterator[str]:
    for row in series.values:
        told = indicator_texts.value(format_date(row.one.date), format_number(row.one.value or 0), row.one.source)
        if row.national is not None and row.gap is not None:
            beside = indicator_texts.BESIDE.format(national=format_number(row.national), gap=format_number(row.gap),
                                                   verdict=indicator_texts.VERDICT[row.verdict or "lika"])
            yield f"{told}; {beside}."
        else:
            yield f"{told}; {indicator_texts.NO_SAME_YEAR}." if series.national else f"{told}."
    if not series.values:
        yield indicator_texts.NOT_MEASURED
    if series.change is not None:
        yield indicator_texts.change(format_number(series.change), series.trend)
    if series.national:
        yield indicator_texts.national(
            (format_number(one.value), one.year, one.known_year) for one in series.national)

def _take_in(options: argparse.Namespace) -> int | None:
    """Take in a table of values, or show what it would add; 3 where some is not taken in, 1 where nothing is."""
    from nvplan.files.read.table_rows import table_rows
    from nvplan.services.writing.commands import AddObjects
    from nvplan.services.writing.taking_in_series import read_series

    session = open_session(options.fil)
    found = read_series(session, table_rows(given_path(options.fran)))
    saved = bool(found.posts) and not options.forhandsvisa
    if saved:
        session.do(AddObjects("matning", found.posts))
    if options.json:
        say_json({"new": list(found.names), "existing": found.existing, "refused": list(found.faults),
                  "notes": list(found.notes), "saved": saved})
    else:
        for line in indicator_texts.taken(found.names, found.existing, found.faults, found.notes, saved=saved):
            say(line)
    if options.forhandsvisa or not found.faults:
        return None
    return _PARTLY if found.posts or found.existing else _NOTHING
