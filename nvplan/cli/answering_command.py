"""The command that tells who has answered what."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json, say_table
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.texts import answering as answering_texts
from nvplan.texts import cli as cli_texts
from nvplan.texts import mailing as mailing_texts

if TYPE_CHECKING:
    from nvplan.model.plan import PlanState
    from nvplan.services.reading.answering import Answering
    from nvplan.services.writing.session import PlanSession


def register(add: Commands) -> None:
    """Add the command."""
    command = add("saknas", show_answering, answering_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("--aktor", metavar="AKTÖR", default="", help=answering_texts.OPTION_ACTOR)
    command.add_argument("--plan", choices=PLANS, metavar="|".join(PLANS), help=answering_texts.OPTION_PLAN)
    command.add_argument("--fraga", metavar="ID", default="", help=answering_texts.OPTION_QUESTION)
    command.add_argument("--steg", metavar="STEG", default="", help=answering_texts.OPTION_STEP)
    command.add_argument("--kvar", action="store_true", help=answering_texts.OPTION_LEFT)
    command.add_argument("--allt", action="store_true", help=answering_texts.OPTION_EVERYTHING)
    command.add_argument("--paminnelse", action="store_true", help=mailing_texts.OPTION_REMINDER)
    command.add_argument("--till", metavar="MAPP", default="", help=answering_texts.OPTION_FOLDER)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def show_answering(options: argparse.Namespace) -> None:
    """Show how far each actor is, step by step, or what one of them or one question lacks."""
    from nvplan.catalog.questions import find_question
    from nvplan.model.errors import InputError
    from nvplan.services.reading.actors import find_actor
    from nvplan.services.reading.answering import answering, answering_json, narrowed
    from nvplan.services.reading.question_list import find_step

    session = open_session(options.fil)
    state = session.state
    if options.paminnelse:
        _say_reminders(session, options)
        return
    if options.till:
        raise InputError(answering_texts.NEEDS_REMINDER)
    question = find_question(options.fraga) if options.fraga else None
    step = find_step(options.steg, options.plan) if options.steg else None
    actor = find_actor(state, options.aktor).id if options.aktor else ""
    named = question or step
    plans: tuple[PlanKey, ...] = (named.plan,) if named else (options.plan,) if options.plan else PLANS
    of_step = step.id if step else ""
    if options.json:
        say_json(answering_json(state, plans, everything=options.allt, question=options.fraga, actor=actor,
                                step=of_step, only_left=options.kvar))
        return
    found = {plan: narrowed(answering(state, plan, everything=options.allt, question=options.fraga), step=of_step,
                            actor=actor, only_left=options.kvar) for plan in plans}
    if actor or named:
        _say_left(found, state, by_actor=not actor, named=not question)
        return
    for plan, rows in found.items():
        _say_plan(plan, rows, state)


def _say_reminders(session: PlanSession, options: argparse.Namespace) -> None:
    """Say what to write to each actor that has core questions left, or to one of them; or write a file for each."""
    from nvplan.files.ports import WRITER
    from nvplan.model.given_paths import given_path
    from nvplan.services.exchange.mailing import remind, reminders, reminders_text, to_ask
    from nvplan.services.reading.actors import find_actor

    actors = [find_actor(session.state, options.aktor)] if options.aktor else to_ask(session)
    if options.till:
        for path in remind(session, actors, given_path(options.till), writer=WRITER):
            say(str(path))
    elif options.json:
        say_json([{**how.as_json(), "subject": subject, "text": body,
                   "questions_left": [one.id for one in how.missing]}
                  for how, subject, body in reminders(session, actors)])
    else:
        say(reminders_text(session, actors).rstrip())


def _say_plan(plan: PlanKey, rows: list[Answering], state: PlanState) -> None:
    from nvplan.catalog.questions import plan_form
    from nvplan.services.reading.answering import Tally, called
    from nvplan.services.reading.plan_names import plan_name

    steps = plan_form(plan).steps
    say(plan_name(state, plan))
    say_table((answering_texts.ACTOR, *(str(number) for number, _ in enumerate(steps, 1)), answering_texts.LEFT), [
        (called(state, one.actor),
         *(answering_texts.MARKS[one.steps.get(step.id, Tally()).mark] for step in steps),
         answering_texts.left(one.total.left, one.total.to_confirm)) for one in rows])
    for number, step in enumerate(steps, 1):
        say(f"  {number} {step.title}")
    say(answering_texts.LEGEND)
    say("")


def _say_left(found: dict[PlanKey, list[Answering]], state: PlanState, *, by_actor: bool, named: bool) -> None:
    """Say which questions each of them has left, or where one question was asked for, who has it left."""
    from nvplan.services.reading.answering import called
    from nvplan.services.reading.plan_names import plan_name

    rows = [one for inside in found.values() for one in inside]
    if not rows:
        say(answering_texts.NOT_ASKED)
    elif not any(one.left for one in rows):
        say(answering_texts.NOTHING_LEFT)
    elif not named:
        for one in rows:
            if one.left:
                say(called(state, one.actor))
    else:
        for one in rows:
            labels = [f"  {stop.question.label} ({stop.question.id})" for stop in one.left]
            heading = called(state, one.actor) if by_actor else plan_name(state, one.plan)
            for line in answering_texts.missing(heading, labels):
                say(line)
