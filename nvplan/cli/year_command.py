"""The command for the years of a plan: what each came to, on to the next, or which years the plan holds for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json, say_table
from nvplan.texts import cli as cli_texts
from nvplan.texts import plan_years as years_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


def register(add: Commands) -> None:
    """Add the command."""
    years = add("uppfoljning", run_years, years_texts.COMMAND)
    years.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    years.add_argument("vad", metavar="VAD", nargs="?", default="visa", choices=("visa", "nasta", "ar"),
                       help=years_texts.ARGUMENT_DO)
    years.add_argument("ar", metavar="ÅR", nargs="?", default="", help=years_texts.ARGUMENT_YEARS)
    years.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def run_years(options: argparse.Namespace) -> None:
    """Show the plan's years, follow up the next, or say for which years the plan holds."""
    from nvplan.model.errors import InputError
    from nvplan.model.plan_years import read_years
    from nvplan.services.writing.commands_plans import FollowNextYear, SetPlanYears

    session = open_session(options.fil)
    if options.vad == "nasta":
        say(session.do(FollowNextYear(session.state.info.year)))
    elif options.vad == "ar":
        if not options.ar.strip():
            raise InputError(years_texts.NEED_YEARS)
        say(session.do(SetPlanYears(read_years(options.ar))))
    else:
        _show(session, as_json=options.json)


def _show(session: PlanSession, *, as_json: bool) -> None:
    from nvplan.services.reading.burden_years import over_years
    from nvplan.services.reading.plan_names import in_own_words
    from nvplan.services.reading.plan_years import year_rows, years_json, years_of

    if as_json:
        say_json(years_json(session))
        return
    info = session.state.info
    words = years_texts.HEAD if info.years.is_long else years_texts.HEAD_ONE_YEAR
    say(words.format(span=info.years.span, year=info.year))
    say("")
    say_table([in_own_words(session.state, one) for one in years_texts.COLUMNS], year_rows(years_of(session)))
    if told := over_years(session):
        say("")
        say(told)
