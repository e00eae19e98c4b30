"""The command that counts need and supply of doctors against the guide value."""

from __future__ import annotations

import argparse
from decimal import Decimal
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json
from nvplan.model.errors import InputError
from nvplan.model.numbers import format_number, parse_number
from nvplan.services.reading.wrapped_table import paragraph_lines, table_lines
from nvplan.texts import cli as cli_texts
from nvplan.texts import staffing as staffing_texts

if TYPE_CHECKING:
    from nvplan.model.dimensioning import Dimensioning, YearChange
    from nvplan.services.figures.staffing import Adjustment, Counted

#: What may change in a year: the option, the field of `YearChange`, and what to say of it.
_CHANGES = (("--klara", "finished", staffing_texts.OPTION_FINISHED),
            ("--slutar", "leaving", staffing_texts.OPTION_LEAVING),
            ("--rekryterar", "recruited", staffing_texts.OPTION_RECRUITED),
            ("--nya-st", "new_trainees", staffing_texts.OPTION_NEW_TRAINEES),
            ("--fler-listade", "listed", staffing_texts.OPTION_MORE_LISTED))
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def register(add: Commands) -> None:
    """Add the command."""
    command = add("bemanning", run_staffing, staffing_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", nargs="?", help=staffing_texts.ARGUMENT_FILE)
    command.add_argument("--listade", metavar="N", help=staffing_texts.OPTION_LISTED)
    command.add_argument("--specialister", metavar="N", help=staffing_texts.OPTION_SPECIALISTS)
    command.add_argument("--st", metavar="N", help=staffing_texts.OPTION_TRAINEES)
    command.add_argument("--egen-kvot", metavar="N", help=staffing_texts.OPTION_RATIO)
    command.add_argument("--justera", metavar="N=SKÄL", action="append", default=[], help=staffing_texts.OPTION_ADJUST)
    for option, field, told in _CHANGES:
        command.add_argument(option, metavar="ÅR=N", action="append", default=[], dest=field, help=told)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def run_staffing(options: argparse.Namespace) -> None:
    """Print the need and the supply, by row and over the years that were asked for."""
    from nvplan.services.figures.staffing import adjusted, over_years, planned_years, staffing_json

    rows = _rows(options)
    adjustments = _adjustments(options.justera)
    whole = adjusted(next(row.numbers for row in rows if row.name == staffing_texts.WHOLE), adjustments)
    years = over_years(whole, _changes(options))
    own = _own_ratio(options.egen_kvot)
    planned = planned_years(open_session(options.fil).state) if options.fil and not (years or adjustments) else []
    if options.json:
        say_json({"rows": [{"name": row.name, **staffing_json(row.numbers)} for row in rows],
                  "whole": staffing_json(whole), "own": staffing_json(whole.by_ratio(own)) if own else None,
                  "adjustments": [{"specialists": float(one.specialists), "reason": one.reason}
                                  for one in adjustments],
                  "years": [{"year": year, **staffing_json(numbers)} for year, numbers in years],
                  "planned": [{"name": row.name, **staffing_json(row.numbers)} for row in planned],
                  "note": staffing_texts.GUIDE})
        return
    _say(rows, whole, own, adjustments)
    _say_years(staffing_texts.YEAR_HEADING, [(str(year), numbers) for year, numbers in years])
    _say_years(staffing_texts.PLANNED_HEADING, [(row.name, row.numbers) for row in planned])


def _rows(options: argparse.Namespace) -> list[Counted]:
    from nvplan.model.dimensioning import Dimensioning
    from nvplan.services.figures.staffing import Counted, in_plan

    typed = (options.listade, options.specialister, options.st)
    if options.fil:
        if any(one is not None for one in typed):
            raise InputError(staffing_texts.NUMBERS_AND_FILE)
        return in_plan(open_session(options.fil).state)
    if options.listade is None or (options.specialister is None and options.st is None):
        raise InputError(staffing_texts.NOTHING)
    listed, specialists, trainees = (
        _number(option, one) if one is not None else Decimal(0)
        for option, one in zip(("--listade", "--specialister", "--st"), typed, strict=True))
    return [Counted(staffing_texts.WHOLE, Dimensioning(listed, specialists, trainees))]


def _number(option: str, typed: str, *, signed: bool = False) -> Decimal:
    number = parse_number(typed)
    if number < 0 and not signed:
        raise InputError(staffing_texts.NEGATIVE.format(what=option))
    return number


def _own_ratio(typed: str | None) -> Decimal | None:
    if typed is None:
        return None
    number = _number("--egen-kvot", typed)
    if number == 0:
        raise InputError(staffing_texts.RATIO_NONE)
    return number


def _adjustments(typed: list[str]) -> list[Adjustment]:
    from nvplan.services.figures.staffing import Adjustment

    found = []
    for one in typed:
        count, _, reason = one.partition("=")
        if not reason.strip():
            raise InputError(staffing_texts.ADJUST_MISUSED)
        found.append(Adjustment(_number("--justera", count), reason.strip()))
    return found


def _changes(options: argparse.Namespace) -> dict[int, YearChange]:
    from nvplan.model.dimensioning import YearChange

    found: dict[int, dict[str, Decimal]] = {}
    for option, field, _ in _CHANGES:
        for one in getattr(options, field):
            year, equals, count = one.partition("=")
            if not equals or not (year.isascii() and year.isdigit() and _FIRST_YEAR <= int(year) <= _LAST_YEAR):
                raise InputError(staffing_texts.YEAR_MISUSED.format(option=option))
            fields = found.setdefault(int(year), {})
            fields[field] = fields.get(field, Decimal(0)) + _number(option, count, signed=field == "listed")
    return {year: YearChange(**fields) for year, fields in found.items()}


def _say(rows: list[Counted], whole: Dimensioning, own: Decimal | None, adjustments: list[Adjustment]) -> None:
    from nvplan.services.figures.staffing import in_words, table_row

    lines = [table_row(row.name, row.numbers) for row in rows]
    if adjustments:
        lines.append(table_row(staffing_texts.AFTER_ADJUSTMENT, whole))
    if own:
        ratio = staffing_texts.OWN_RATIO.format(ratio=format_number(own))
        lines.append(table_row(ratio, whole.by_ratio(own)))
    for line in table_lines(staffing_texts.COLUMNS, lines):
        say(line)
    say("")
    if adjustments:
        reasons = ", ".join(staffing_texts.ADJUSTED_ONE.format(count=format_number(one.specialists), reason=one.reason)
                            for one in adjustments)
        say(staffing_texts.ADJUSTED.format(reasons=reasons))
    for line in paragraph_lines(in_words(whole)):
        say(line)


def _say_years(heading: str, years: list[tuple[str, Dimensioning]]) -> None:
    from nvplan.services.figures.staffing import table_row

    if not years:
        return
    say("")
    say(heading)
    for line in table_lines(staffing_texts.COLUMNS, [table_row(name, numbers) for name, numbers in years]):
        say(line)
