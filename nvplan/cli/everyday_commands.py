"""The short commands of every day: what is due, where a word stands, and how far the plan is decided."""

from __future__ import annotations

import argparse

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json, say_table
from nvplan.texts import changes as changes_texts
from nvplan.texts import cli as cli_texts
from nvplan.texts import due as due_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import steps as steps_texts

#: More days than this are no number of days that anyone plans by.
_MOST_DAYS = 36_500
#: More hits than this are not read; another word narrows them down.
_MOST_ROWS = 50


def register(add: Commands) -> None:
    """Add the commands."""
    ahead = add("framat", show_due, due_texts.COMMAND)
    ahead.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    ahead.add_argument("--dagar", metavar="N", default="", help=due_texts.OPTION_DAYS)
    ahead.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    seeking = add("sok", seek, planner_texts.COMMAND_SEARCH)
    seeking.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    seeking.add_argument("ord", metavar="ORD", nargs="+", help=planner_texts.ARGUMENT_SEARCH)
    seeking.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    standing = add("lage", standing_of, changes_texts.COMMAND_STANDING)
    standing.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    standing.add_argument("lage", metavar="|".join(cli_texts.STANDING), nargs="?", choices=tuple(cli_texts.STANDING),
                          help=changes_texts.ARGUMENT_STANDING)
    standing.add_argument("--datum", metavar="DATUM", default="", help=changes_texts.OPTION_STANDING_DATE)
    standing.add_argument("--organ", metavar="ORGAN", default="", help=changes_texts.OPTION_STANDING_BODY)
    standing.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    standing.set_defaults(misuse=standing.error)


def show_due(options: argparse.Namespace) -> None:
    """List what is late and what comes."""
    from nvplan.model.dates import format_date
    from nvplan.model.safetext import one_line
    from nvplan.services.reading.due import due, due_json
    from nvplan.services.reading.guide import actor_name

    within = _days(options.dagar)
    session = open_session(options.fil)
    today = session.today()
    found = due(session.state, today, within)
    if options.json:
        say_json(due_json(found, today))
        return
    if not found:
        say(due_texts.nothing(within))
        return
    say_table(due_texts.COLUMNS, [
        (format_date(one.date), due_texts.distance(one.days(today)), one_line(one.what, 90),
         ", ".join(part for part in (actor_name(session.state, one.actor), one.role) if part)) for one in found],
        widest=90)
    late = sum(one.is_late(today) for one in found)
    say("")
    say(due_texts.summary(late, len(found) - late))


def _days(typed: str) -> int | None:
    """Return the number of days, None where none is given.

    Raises:
        InputError: it is no number of days.
    """
    from nvplan.model.errors import InputError

    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= len(str(_MOST_DAYS)) and int(typed) <= _MOST_DAYS):
        raise InputError(due_texts.DAYS_UNREADABLE.format(days=typed))
    return int(typed)


def seek(options: argparse.Namespace) -> None:
    """List what has every word, as the planner's search does, those closest by name first."""
    from nvplan.services.reading.search import search, search_json

    found = search(open_session(options.fil), " ".join(options.ord))
    if options.json:
        say_json(search_json(found))
        return
    if not found:
        say(planner_texts.NOTHING_FOUND)
        return
    shown = [(row.place, row.text, row.detail) for row in found[:_MOST_ROWS]]
    say_table(planner_texts.SEARCH_COLUMNS, shown, widest=80)
    if len(found) > _MOST_ROWS:
        say(planner_texts.SEARCH_MORE.format(count=len(found) - _MOST_ROWS))


def standing_of(options: argparse.Namespace) -> None:
    """Show how far the plan is decided, or say it."""
    from nvplan.services.review.steps import remaining_told
    from nvplan.services.writing.commands_plans import SetStanding

    if not options.lage and (options.datum or options.organ):
        options.misuse("the following arguments are required: LAGE")
    session = open_session(options.fil)
    before = remaining_told(session, options.lage) if options.lage in (
        steps_texts.BEFORE_TITLE) and options.lage != session.state.info.standing and not options.json else []
    told = session.do(SetStanding(options.lage, options.datum, options.organ)) if options.lage else ""
    info = session.state.info
    if options.json:
        say_json({"standing": info.standing, "date": info.standing_date or None, "body": info.standing_body or None})
        return
    if before:
        say(steps_texts.BEFORE_TITLE[options.lage] + ":")
        for line in before:
            say(f"  {line}")
    say(told or changes_texts.standing_told(info.standing, info.standing_date, info.standing_body))
