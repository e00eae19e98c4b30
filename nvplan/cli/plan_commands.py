"""The commands that make a plan, answer its questions and tell where it stands."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session, opened
from nvplan.cli.output import read_input, say, say_json, say_table
from nvplan.texts import changes as changes_texts
from nvplan.texts import cli as cli_texts
from nvplan.texts import plan_years as years_texts
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from nvplan.model.plan_years import PlanYears
    from nvplan.services.writing.session import PlanSession


def register(add: Commands) -> None:
    """Add the commands."""
    new = add("ny", create, cli_texts.COMMAND_NEW)
    new.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    new.add_argument("--lan", metavar="LÄN", default="", help=cli_texts.OPTION_COUNTY)
    new.add_argument("--ar", metavar="ÅR", help=years_texts.OPTION_YEARS)
    new.add_argument("--uppfoljning", metavar="ÅR", help=years_texts.OPTION_FOLLOWED)
    new.add_argument("--krav", metavar="MÄNGD", default="", help=cli_texts.OPTION_SET)
    new.add_argument("--fran", metavar="FIL", help=changes_texts.OPTION_FROM)
    new.add_argument("--rss", metavar="NAMN", action="append", default=[], help=cli_texts.OPTION_RSS)
    new.set_defaults(misuse=new.error)
    status = add("status", show_status, cli_texts.COMMAND_STATUS)
    status.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    status.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    questions = add("fragor", list_questions, cli_texts.COMMAND_QUESTIONS)
    questions.add_argument("--plan", metavar="PLAN", help=cli_texts.OPTION_PLAN)
    questions.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    answer = add("svara", set_answer, cli_texts.COMMAND_ANSWER)
    answer.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    answer.add_argument("fraga", metavar="FRÅGA", help=cli_texts.ARGUMENT_QUESTION)
    answer.add_argument("varde", metavar="VÄRDE", help=cli_texts.ARGUMENT_VALUE)
    answer.add_argument("--aktor", metavar="AKTÖR", help=cli_texts.OPTION_ACTOR)
    show = add("visa", show_answer, cli_texts.COMMAND_SHOW)
    show.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    show.add_argument("fraga", metavar="FRÅGA", help=cli_texts.ARGUMENT_QUESTION)
    show.add_argument("--aktor", metavar="AKTÖR", help=cli_texts.OPTION_ACTOR)
    show.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def create(options: argparse.Namespace) -> None:
    """Make a new plan file."""
    from nvplan.services.writing.creating import create_plan, plan_path

    years = _years(options)
    if options.fran:
        _create_from(options, years)
        return
    if not options.lan:
        options.misuse("the following arguments are required: --lan")
    path = plan_path(options.fil)
    session = create_plan(path, options.lan, years, options.krav, rss=tuple(options.rss))
    _say_created(opened(session), path)


def _years(options: argparse.Namespace) -> PlanYears | None:
    """Return the years that the plan is to hold for, None where nobody has said.

    Raises:
        InputError: they cannot be read, or the year to follow up is none of them.
    """
    from nvplan.model.errors import InputError
    from nvplan.model.plan_years import read_years

    years = read_years(options.ar) if options.ar is not None else None
    if options.uppfoljning is None:
        return years
    followed = read_years(options.uppfoljning)
    if followed.is_long:
        raise InputError(years_texts.FOLLOWED_ONE.format(span=followed.span))
    if years is None:
        raise InputError(years_texts.NEED_SPAN)
    return years.following(followed.first)


def _create_from(options: argparse.Namespace, years: PlanYears | None) -> None:
    """Make a new plan from another year's."""
    from nvplan.files.ports import READER
    from nvplan.model.errors import InputError
    from nvplan.services.exchange.opening import open_source
    from nvplan.services.writing.carrying import carry_over
    from nvplan.services.writing.creating import plan_path

    if options.rss:
        raise InputError(changes_texts.CARRY_RSS)
    path = plan_path(options.fil)
    made = carry_over(opened(open_source(Path(options.fran), reader=READER)), path, years, county=options.lan,
                      requirement_set=options.krav)
    _say_created(opened(made.session), path)
    say(changes_texts.CARRIED.format(answers=made.answers, objects=made.objects, year=made.year))


def _say_created(session: PlanSession, path: Path) -> None:
    info = session.state.info
    say(cli_texts.CREATED.format(path=path, county=session.county.name, year=info.years_told,
                             set=session.requirement_set.label))


def show_status(options: argparse.Namespace) -> None:
    """Tell how far the three plans are."""
    from nvplan.services.reading.plan_names import plan_name
    from nvplan.services.reading.status import status_json
    from nvplan.texts import common as common_texts

    session = open_session(options.fil)
    status = status_json(session.state)
    if options.json:
        say_json(status)
        return
    say(cli_texts.STATUS_HEAD.format(county=session.county.name, year=session.state.info.years_told,
                                 standing=cli_texts.STANDING[status["standing"]], set=session.requirement_set.label))
    say("")
    rows = [(plan_name(session.state, row["plan"]),
             common_texts.whole_questions(row["answered"], row["applicable"], row["started"], row["to_confirm"]),
             row["next"] or cli_texts.STATUS_NOTHING_LEFT)
            for row in status["plans"]]
    say_table(cli_texts.STATUS_PLAN_COLUMNS, rows)
    say("")
    say_table(cli_texts.STATUS_REQUIREMENT_COLUMNS, [
        (cli_texts.MODALITY[modality], *(str(count) for count in counted.values()))
        for modality, counted in status["requirements"].items() if any(counted.values())])
    copies = session.copies()
    if copies:
        say("")
        say(store_texts.copies_found(options.fil, [_from_here(Path(one.address)) for one in copies]))


def _from_here(path: Path) -> str:
    """Return a path as it is written from the current folder, where it lies in it."""
    here = Path.cwd().resolve()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def list_questions(options: argparse.Namespace) -> None:
    """List the questions of the plans."""
    from nvplan.services.reading.question_list import find_plan, questions_json

    plan = find_plan(options.plan) if options.plan else None
    questions = questions_json(plan)
    if options.json:
        say_json(questions)
        return
    say_table(cli_texts.QUESTION_COLUMNS, [
        (row["id"], row["kind"], cli_texts.CORE if row["core"] else "", cli_texts.DEMAND[row["demand"]],
         cli_texts.PER[row["per"]], row["label"])
        for row in questions])


def set_answer(options: argparse.Namespace) -> None:
    """Set one answer; when this returns it is on disk."""
    from nvplan.catalog.questions import find_question
    from nvplan.model.values import read_value
    from nvplan.services.reading.actors import respondent
    from nvplan.services.writing.commands import SetAnswer

    question = find_question(options.fraga)
    session = open_session(options.fil)
    actor = respondent(session.state, question, options.aktor)
    typed = read_input().removesuffix("\n") if options.varde == "-" else options.varde
    say(session.do(SetAnswer(question.id, read_value(question, typed), actor)))


def show_answer(options: argparse.Namespace) -> None:
    """Show one answer."""
    from nvplan.catalog.questions import find_question
    from nvplan.model.values import json_value, show_value
    from nvplan.services.reading.actors import respondent

    session = open_session(options.fil)
    if _shows_absent(session, options):
        return
    question = find_question(options.fraga)
    actor = respondent(session.state, question, options.aktor)
    answer = session.state.answer(question.id, actor)
    if options.json:
        say_json({"question": question.id, "value": json_value(question, answer.value), "actor": actor,
                  "changed": answer.changed or None})
    else:
        say(show_value(question, answer.value) or cli_texts.NOT_ANSWERED)


def _shows_absent(session: PlanSession, options: argparse.Namespace) -> bool:
    """Show the answers to a question that the catalogue at hand does not have; tell whether it was such a one."""
    from nvplan.model.plan import WHOLE_COUNTY
    from nvplan.services.reading.catalog_standing import absent_answers
    from nvplan.services.reading.change_words import actor_word, plain_value
    from nvplan.texts import common as common_texts

    found = absent_answers(session.repository, options.fraga)
    if not found:
        return False
    identity = options.fraga.strip().lower()
    if options.json:
        say_json([{"question": identity, "value": answer["value"], "actor": actor,
                   "changed": answer.get("changed") or None} for actor, answer in found.items()])
        return True
    say(common_texts.absent_question(identity))
    for actor, answer in found.items():
        told = plain_value(answer["value"])
        say(f"{actor_word(actor)}: {told}" if actor != WHOLE_COUNTY else told)
    return True
