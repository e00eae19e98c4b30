"""The command that works out the continuity index of a file with visits."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json
from nvplan.clock import system_day
from nvplan.model.errors import InputError
from nvplan.model.given_paths import given_path
from nvplan.model.numbers import SMALLEST_GROUP
from nvplan.services.reading.wrapped_table import paragraph_lines, table_lines
from nvplan.texts import cli as cli_texts
from nvplan.texts import continuity_index as index_texts

if TYPE_CHECKING:
    from nvplan.files.read.counting_visits import Asked
    from nvplan.services.figures.outcome import Outcome
    from nvplan.services.figures.rule import Rule

_GROUPS = ("enhet", "yrke", "period")
_MOST = 1000


def register(add: Commands) -> None:
    """Add the command."""
    command = add("index", run_index, index_texts.COMMAND)
    command.add_argument("fil", metavar="BESOK.csv", help=index_texts.ARGUMENT_FILE)
    command.add_argument("--till-datum", metavar="DATUM", help=index_texts.OPTION_END)
    command.add_argument("--manader", metavar="N", help=index_texts.OPTION_MONTHS)
    command.add_argument("--minst", metavar="N", help=index_texts.OPTION_LEAST)
    command.add_argument("--alla-enheter", action="store_true", help=index_texts.OPTION_ALL_UNITS)
    command.add_argument("--varje-besok", action="store_true", help=index_texts.OPTION_EVERY_VISIT)
    command.add_argument("--yrke", metavar="YRKE", action="append", default=[], help=index_texts.OPTION_PROFESSION)
    command.add_argument("--typ", metavar="TYP", action="append", default=[], help=index_texts.OPTION_TYPE)
    command.add_argument("--per", metavar="GRUPP[,GRUPP]", default="enhet,yrke", help=index_texts.OPTION_BY)
    command.add_argument("--minsta-grupp", metavar="N", help=index_texts.OPTION_SMALLEST)
    command.add_argument("--kolumn", metavar="FÄLT=RUBRIK", action="append", default=[],
                         help=index_texts.OPTION_COLUMN)
    command.add_argument("--avskiljare", metavar="TECKEN", help=index_texts.OPTION_SEPARATOR)
    command.add_argument("--teckenkodning", metavar="NAMN", default="", help=index_texts.OPTION_ENCODING)
    command.add_argument("--bara-lakare", action="store_true", help=index_texts.OPTION_ONLY_DOCTORS)
    command.add_argument("--till", nargs=2, metavar=("FIL", "MÅL"), help=index_texts.OPTION_ADD)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def run_index(options: argparse.Namespace) -> None:
    """Print the index, and add it to a plan where that is asked for."""
    from nvplan.files.read.counting_visits import count_file
    from nvplan.services.figures.telling import outcome_json

    asked = _asked(options)
    outcome = count_file(given_path(options.fil), asked, system_day())
    added = _add(options, outcome) if options.till else None
    if options.json:
        say_json({**outcome_json(outcome), **({"measurement": added[0]} if added else {})})
        return
    _say(outcome)
    if asked.columns:
        say(index_texts.COLUMNS_REMEMBERED)
    if added:
        say(index_texts.ADDED.format(id=added[0], value=added[1]))


def _rule(options: argparse.Namespace) -> Rule:
    from nvplan.services.figures import rule

    return rule.Rule(
        end=_end(options.till_datum), months=_number("--manader", options.manader, rule.MONTHS, 1, rule.MOST_MONTHS),
        least_visits=_number("--minst", options.minst, rule.LEAST_VISITS, rule.FEWEST_LEAST_VISITS, _MOST),
        own_unit=not options.alla_enheter, once_a_day=not options.varje_besok,
        professions=tuple(options.yrke), types=tuple(options.typ),
        smallest_group=_number("--minsta-grupp", options.minsta_grupp, SMALLEST_GROUP, rule.FEWEST_IN_GROUP,
                               _MOST))


def _end(typed: str | None) -> dt.date | None:
    from nvplan.model.dates import parse_date

    if typed is None:
        return None
    found = parse_date(typed)
    if len(found) != 10:
        raise InputError(index_texts.END_NO_DAY)
    day = dt.date.fromisoformat(found)
    if day > system_day():
        raise InputError(index_texts.END_IN_FUTURE)
    return day


def _number(option: str, typed: str | None, usual: int, least: int, most: int) -> int:
    if typed is None:
        return usual
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else -1
    if not least <= number <= most:
        raise InputError(index_texts.NUMBER_OUTSIDE.format(option=option, least=least, most=most))
    return number


def _groups(typed: str) -> list[str]:
    found = [one.strip().lower() for one in typed.split(",") if one.strip()]
    if unknown := [one for one in found if one not in _GROUPS]:
        raise InputError(index_texts.BY_UNKNOWN.format(by=unknown[0]))
    return found


def _asked(options: argparse.Namespace) -> Asked:
    from nvplan.files.read.counting_visits import Asked

    separator = ""
    if options.avskiljare is not None:
        separator = index_texts.SEPARATORS.get(options.avskiljare.strip().lower(), "")
        if not separator:
            raise InputError(index_texts.SEPARATOR_MISUSED)
    return Asked(_rule(options), _groups(options.per), options.kolumn, separator, options.teckenkodning)


def _add(options: argparse.Namespace, outcome: Outcome) -> tuple[str, str]:
    """Add the value as a measurement; return its id and the value."""
    from nvplan.model.numbers import format_number, stored_number
    from nvplan.services.figures.as_measurement import find_goal, measurement_of
    from nvplan.services.writing.commands import AddObject

    session = open_session(options.till[0])
    fields = measurement_of(outcome, find_goal(session.state, options.till[1]), options.bara_lakare)
    identity = session.do(AddObject("matning", fields))
    return identity, format_number(stored_number(fields["value"]) or 0)


def _say(outcome: Outcome) -> None:
    from nvplan.services.figures.telling import outcome_parts

    for part in outcome_parts(outcome):
        say(part.heading)
        lines = table_lines(part.columns, part.rows) if part.rows else []
        for note in part.notes:
            lines += paragraph_lines(note)
        for line in lines:
            say(line)
        say("")
