"""The commands for report occasions, the year's days, money, and requirement sets over time."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import read_input, say, say_json, say_table
from nvplan.texts import cli as cli_texts
from nvplan.texts import cli_reports as cli_reports_texts
from nvplan.texts import reports as reports_texts
from nvplan.texts import requirement_sets as requirement_sets_texts

if TYPE_CHECKING:
    from nvplan.services.reports.switching import Preview
    from nvplan.services.writing.session import PlanSession

_OCCASION = ("lista", "ny", "visa", "svara", "bekrafta", "kopiera", "jamfor", "frys", "lamnat")


def register(add: Commands) -> None:
    """Add the commands."""
    occasion = add("tillfalle", run_occasion, cli_reports_texts.COMMAND_OCCASION)
    occasion.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    occasion.add_argument("vad", metavar="VAD", nargs="?", default="lista", choices=_OCCASION,
                          help=cli_reports_texts.ARGUMENT_OCCASION_DO)
    occasion.add_argument("id", metavar="ID", nargs="?", default="", help=cli_reports_texts.ARGUMENT_OCCASION_ID)
    occasion.add_argument("fraga", metavar="FRÅGA", nargs="?", default="", help=cli_reports_texts.ARGUMENT_ITEM)
    occasion.add_argument("text", metavar="TEXT", nargs="?", help=cli_reports_texts.ARGUMENT_TEXT)
    occasion.add_argument("--aktor", metavar="AKTÖR", default="", help=cli_reports_texts.OPTION_ACTOR)
    occasion.add_argument("--del", dest="part", action="store_true", help=cli_reports_texts.OPTION_PART)
    occasion.add_argument("--ar", type=int, metavar="ÅR", help=cli_reports_texts.OPTION_YEAR)
    occasion.add_argument("--titel", metavar="TEXT", default="", help=cli_reports_texts.OPTION_TITLE)
    occasion.add_argument("--fran", metavar="FIL", default="", help=cli_reports_texts.OPTION_FROM)
    occasion.add_argument("--ja", action="store_true", help=cli_reports_texts.OPTION_FREEZE)
    occasion.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    date = add("datum", run_date, cli_reports_texts.COMMAND_DATE)
    date.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    date.add_argument("vad", metavar="VAD", nargs="?", default="lista", choices=("lista", "bekrafta", "avfarda"),
                      help=cli_reports_texts.ARGUMENT_DATE_DO)
    date.add_argument("id", metavar="ID", nargs="?", default="", help=cli_reports_texts.ARGUMENT_DATE_ID)
    date.add_argument("datum", metavar="DATUM", nargs="?", default="", help=cli_reports_texts.ARGUMENT_DATE)
    date.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    money = add("medel", run_money, cli_reports_texts.COMMAND_MONEY)
    money.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    money.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    sets = add("krav", run_sets, cli_reports_texts.COMMAND_SETS)
    sets.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    sets.add_argument(
        "vad", metavar="VAD", choices=("byt", "bedomningar", "bekrafta", "galler", "galler-inte"),
        help=cli_reports_texts.ARGUMENT_SETS_DO
    )
    sets.add_argument("mangd", metavar="MÄNGD", nargs="?", default="", help=cli_reports_texts.ARGUMENT_SET)
    sets.add_argument("--aktor", metavar="AKTÖR", default="", help=cli_reports_texts.OPTION_SETS_ACTOR)
    sets.add_argument("--samma", action="store_true", help=cli_reports_texts.OPTION_SAME)
    sets.add_argument("--allt", action="store_true", help=cli_reports_texts.OPTION_ALL_JUDGEMENTS)
    sets.add_argument("--forhandsvisa", action="store_true", help=cli_reports_texts.OPTION_PREVIEW)
    sets.add_argument("--ja", action="store_true", help=cli_reports_texts.OPTION_YES)
    sets.add_argument("--hanvisning", metavar="TEXT", default="", help=cli_reports_texts.OPTION_REFERENCE)
    sets.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def _open(options: argparse.Namespace) -> PlanSession:

    return open_session(options.fil)


def _need(value: str | None, sentence: str) -> str:
    """Return what was given.

    Raises:
        InputError: nothing was.
    """
    from nvplan.model.errors import InputError

    if value is None or not value.strip():
        raise InputError(sentence)
    return value


# -- occasions -------------------------------------------------------------------------------------------------------
def run_occasion(options: argparse.Namespace) -> None:
    """List, begin, show, write, confirm, carry over, compare, freeze, or note when it was handed in."""
    session = _open(options)
    does: dict[str, Callable[[PlanSession, argparse.Namespace], None]] = {
        "lista": _list, "ny": _begin, "visa": _show, "svara": _write, "bekrafta": _confirm, "kopiera": _carry,
        "jamfor": _compare, "frys": _freeze, "lamnat": _hand_in}
    if options.vad not in ("lista", "ny"):
        _need(options.id, cli_reports_texts.NEED_ID)
    does[options.vad](session, options)


def _list(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.services.reports.listing import occasion_rows

    rows = occasion_rows(session)
    if options.json:
        say_json([row.as_json() for row in rows])
    elif not rows:
        say(cli_reports_texts.NO_OCCASIONS)
    else:
        say_table(cli_reports_texts.OCCASION_COLUMNS, [row.cells for row in rows], widest=36)


def _begin(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.services.reading.actors import find_actor
    from nvplan.services.writing.commands_reports import BeginReport

    form = _need(options.id, cli_reports_texts.NEED_FORM)
    actor = find_actor(session.state, options.aktor) if options.aktor else None
    identity = session.do(BeginReport(form, actor, options.part, options.titel, options.ar))
    if options.json:
        say_json({"id": identity})
    else:
        say(cli_reports_texts.BEGUN.format(id=identity))


def _show(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.services.reports.occasions import find_item
    from nvplan.services.reports.opening import report_of
    from nvplan.services.reports.standing import by_item, standings

    report = report_of(session, options.id)
    found = standings(report)
    if options.fraga:
        item = find_item(report, options.fraga)
        one = by_item(found).get(item.id)
        if options.json:
            say_json(one.as_json() if one else None)
        else:
            say((one.text if one else "") or cli_reports_texts.STANDING["saknas"])
        return
    if options.json:
        say_json([one.as_json() for one in found])
        return
    from nvplan.services.reports.listing import item_cells

    say_table(cli_reports_texts.ITEM_COLUMNS, [item_cells(one) for one in found], widest=44)


def _write(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.model.errors import InputError
    from nvplan.services.writing.commands_reports import WriteReportText

    number = _need(options.fraga, cli_reports_texts.NEED_ITEM)
    if options.text is None:
        raise InputError(cli_reports_texts.NEED_TEXT)
    typed = read_input().removesuffix("\n") if options.text == "-" else options.text
    say(session.do(WriteReportText(options.id, number, typed)))


def _confirm(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.services.writing.commands_reports import ConfirmReportText

    say(session.do(ConfirmReportText(options.id, _need(options.fraga, cli_reports_texts.NEED_ITEM))))


def _other(options: argparse.Namespace) -> PlanSession | None:

    return open_session(options.fran) if options.fran else None


def _carry(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.services.writing.commands_reports import CarryReportOver

    wanted = [one for one in options.fraga.split(",") if one.strip()]
    numbers = session.do(CarryReportOver(options.id, wanted, _other(options)))
    if options.json:
        say_json({"carried": numbers})
    else:
        say(reports_texts.carried_numbers(numbers) if numbers else reports_texts.CARRIED_NONE)


def _compare(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.model.safetext import one_line
    from nvplan.services.reports.occasions import compare
    from nvplan.services.reports.opening import number_of

    found = compare(session, options.id, _other(options))
    if options.json:
        say_json([one.as_json() for one in found])
        return
    for change, title in cli_reports_texts.COMPARED.items():
        mine = [one for one in found if one.change == change]
        say(f"{title}: {', '.join(number_of(one.item) for one in mine) or cli_reports_texts.NOTHING}")
        for one in mine if change == "andrad" else ():
            say(
                "  "
                + cli_reports_texts.COMPARED_LINE.format(
                    number=number_of(one.item), before=one_line(one.before, 60), after=one_line(one.after, 60)
                )
            )


def _freeze(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.model.errors import InputError
    from nvplan.services.reports.freezing import before_freezing
    from nvplan.services.writing.commands_reports import FreezeReport

    left = before_freezing(session, options.id)
    if left.lines and not options.ja:
        raise InputError(cli_reports_texts.freeze_first(left.lines))
    say(session.do(FreezeReport(options.id)))
    say(reports_texts.frozen_counts(left.tally.written, left.tally.carried, left.tally.drafted, left.tally.missing))


def _hand_in(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.services.writing.commands_reports import HandInReport

    say(session.do(HandInReport(options.id, options.fraga)))


# -- days and money --------------------------------------------------------------------------------------------------
def run_date(options: argparse.Namespace) -> None:
    """List, confirm or dismiss the reporting year's days."""
    from nvplan.services.reading.report_days import report_days
    from nvplan.services.reports.listing import day_cells, day_json
    from nvplan.services.writing.commands import ConfirmDay, DismissDay

    session = _open(options)
    if options.vad == "bekrafta":
        say(session.do(ConfirmDay(_need(options.id, cli_reports_texts.NEED_DATE_ID), options.datum)))
    elif options.vad == "avfarda":
        say(session.do(DismissDay(_need(options.id, cli_reports_texts.NEED_DATE_ID))))
    else:
        days, today = report_days(session.state, everything=True), session.today()
        if options.json:
            say_json([day_json(one, today) for one in days])
        else:
            say_table(cli_reports_texts.DATE_COLUMNS, [day_cells(one, today) for one in days], widest=34)


def run_money(options: argparse.Namespace) -> None:
    """Show every actor's money."""
    from nvplan.services.reports.listing import account_cells, account_json, cost_cells
    from nvplan.services.reports.money import accounts

    session = _open(options)
    found = accounts(session.state)
    if options.json:
        say_json([account_json(one) for one in found])
        return
    if not found:
        say(reports_texts.NO_MONEY)
        return
    say_table(cli_reports_texts.MONEY_COLUMNS, [account_cells(session.state, one) for one in found])
    costs = [row for one in found for row in cost_cells(session.state, one)]
    if costs:
        say("")
        say_table(cli_reports_texts.COST_COLUMNS, costs)
    for one in found:
        for fault in one.faults:
            say(fault)


# -- requirement sets ------------------------------------------------------------------------------------------------
def run_sets(options: argparse.Namespace) -> None:
    """Preview or change the plan's set, or say that a proposal is in force in the county."""
    from nvplan.model.errors import InputError
    from nvplan.services.reports.switching import preview
    from nvplan.services.writing.commands_plans import SayInForce, SwitchSet, TakeBackInForce

    session = _open(options)
    if options.vad in ("bedomningar", "bekrafta"):
        _go_through(session, options)
        return
    _need(options.mangd, cli_reports_texts.NEED_SET)
    if options.vad == "galler":
        say(session.do(SayInForce(options.mangd, options.hanvisning)))
        return
    if options.vad == "galler-inte":
        say(session.do(TakeBackInForce(options.mangd)))
        return
    if options.forhandsvisa and options.ja:
        raise InputError(cli_reports_texts.NEED_CHANGE)
    found = preview(session.state, options.mangd)
    if options.json and not options.ja:
        say_json(found.as_json())
        return
    if options.ja:
        say(session.do(SwitchSet(options.mangd)))
        return
    _say_preview(found)
    say(cli_reports_texts.SET_HOW)


def _go_through(session: PlanSession, options: argparse.Namespace) -> None:
    """List what a change of set left to go through, or confirm judgements that were made of former requirements."""
    from nvplan.model.errors import InputError
    from nvplan.services.reading.actors import find_actor
    from nvplan.services.reports.after_switch import offer_lines, offers
    from nvplan.services.writing.commands_plans import TakeOverJudgements

    actor = find_actor(session.state, options.aktor).id if options.aktor else ""
    found = [one for one in offers(session.state) if actor in ("", one.actor)
             and (not options.samma or one.kind == "same")
             and (not options.mangd or one.id.lower().startswith(f"{options.mangd.strip().lower()}@"))]
    if options.vad == "bekrafta":
        if not (options.mangd or options.samma or options.allt):
            raise InputError(cli_reports_texts.NEED_JUDGEMENT)
        chosen = tuple(one.id for one in found if one.can_be_confirmed)
        if not chosen:
            raise InputError(requirement_sets_texts.nothing_offered([options.mangd] if options.mangd else []))
        say(session.do(TakeOverJudgements(chosen)))
    elif options.json:
        say_json([one.as_json() for one in found])
    elif not found:
        say(requirement_sets_texts.OFFERS_EMPTY)
    else:
        for one in found:
            say(one.id.partition("@")[0])
            for label, text in offer_lines(session.state, one):
                say(textwrap.indent(f"{label}: {text}", "  "))
            say("")


def _say_preview(found: Preview) -> None:
    from nvplan.services.reports.switching import told

    (summary, _), *parts = told(found)
    say(summary)
    for title, lines in parts:
        say(f"\n{title}")
        for line in lines:
            say(f"  {line}")
