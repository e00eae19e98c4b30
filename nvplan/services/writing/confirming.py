"""Carries out the short commands that say one thing: that something holds, what is judged, that it may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from nvplan.catalog.questions import plan_form
from nvplan.model.dates import format_date, parse_day
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.objects import SharedObject, assessment_id, receipt_id
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PLANS
from nvplan.services.reading.carried import unconfirmed, unconfirmed_objects
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.plan_names import plan_in_sentence
from nvplan.services.reading.report_days import DATES, ReportDay, find_day
from nvplan.services.writing.answers import put_answer
from nvplan.services.writing.commands import (
    Acknowledge,
    ConfirmCarried,
    ConfirmDay,
    ConfirmObject,
    DismissDay,
    Judge,
    SetObject,
)
from nvplan.services.writing.objects import put_object, set_object
from nvplan.texts import changes as changes_texts
from nvplan.texts import common as common_texts
from nvplan.texts import reports as reports_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


def confirm_object(session: PlanSession, command: ConfirmObject) -> str:
    """Say that an object from last year's plan still holds; return a sentence on what was done. It can be undone.

    Raises:
        UnknownNameError: the plan has no object with that id.
        InputError: it is not from last year's plan, or someone has confirmed it already.
    """
    kind, identity = command.type, command.identity
    found = session.state.objects.get(kind, {}).get(identity)
    if found is None:
        raise UnknownNameError(common_texts.OBJECT_UNKNOWN.format(type=kind, id=identity))
    if not found.carried:
        raise InputError(changes_texts.NOTHING_TO_CONFIRM)
    set_object(session, SetObject(kind, identity, {}))
    return changes_texts.OBJECT_CONFIRMED


def confirm_carried(session: PlanSession, command: ConfirmCarried) -> str:
    """Say that many things from last year's plan still hold, as one change; return a sentence on how many.

    What is left to confirm is looked up inside the change, so that what someone has answered meanwhile is not touched.

    Raises:
        InputError: there is nothing to confirm there.
    """
    plan = next((plan_in_sentence(session.state, one) for one in PLANS if one == command.plan), "")
    chapter = _title_of(command.chapter)
    subject = changes_texts.confirmed_subject(command.question, chapter, plan)
    with session.transaction("bekrafta", subject, command.actor) as change:
        state = session.state
        stops = [stop for stop in unconfirmed(state) if _is_meant(stop, command)]
        objects = list(_carried_objects(state)) if command.with_objects else []
        if not stops and not objects:
            raise InputError(changes_texts.nothing_to_confirm(command.question, chapter, plan))
        for stop in stops:
            put_answer(session, change, stop.question, stop.actor, state.answer(stop.question.id, stop.actor).value)
        for kind, found in objects:
            put_object(change, kind, found.id, {}, {})
    return changes_texts.confirmed(len(stops), len(objects))


def _title_of(chapter: str) -> str:
    """Return the title that a person knows a chapter by; nothing where none is meant."""
    return next((one.title for plan in PLANS for one in plan_form(plan).chapters if one.id == chapter), chapter)


def _is_meant(stop: Stop, command: ConfirmCarried) -> bool:
    question = stop.question
    return all(wanted in ("", has) for wanted, has in (
        (command.plan, question.plan), (command.chapter, question.chapter), (command.question, question.id),
        (command.actor, stop.actor)))


def _carried_objects(state: PlanState) -> Iterator[tuple[str, SharedObject]]:
    for kind in state.objects:
        yield from ((kind, found) for found in unconfirmed_objects(state, kind))


def judge(session: PlanSession, command: Judge) -> str:
    """Set an actor's judgement of a requirement and return a sentence.

    Raises:
        ConflictError: someone else has judged it since the person saw it.
    """
    fields = {"requirement": command.requirement, "actor": command.actor, "judgement": command.judgement}
    return set_object(session, SetObject("kravbedomning", assessment_id(command.requirement, command.actor), fields,
                                         {"judgement": None if command.seen in ("", "ej_bedomd") else command.seen}))


def acknowledge(session: PlanSession, command: Acknowledge) -> str:
    """Let a remark of the review stand, with the reason; return a sentence on what was done.

    Raises:
        InputError: the reason is missing or too short.
    """
    fields = {"rule": command.rule, "place": command.place, "reason": command.reason}
    return set_object(session, SetObject("kvittens", receipt_id(command.rule, command.place), fields))


def confirm_day(session: PlanSession, command: ConfirmDay) -> str:
    """Make a day the county's own; return a sentence.

    Raises:
        UnknownNameError: there is no such day.
        InputError: the date cannot be read, or a day is wanted and only a month is known.
    """
    day = find_day(session.state, command.day)
    chosen = parse_day(command.date) if command.date.strip() else day.date
    if len(chosen) != 10:
        raise InputError(reports_texts.DAY_NEEDED.format(date=format_date(chosen) if chosen else reports_texts.NONE))
    _store_day(session, day, {"date": chosen, "standing": "bekraftad"})
    return reports_texts.DAY_CONFIRMED.format(title=day.title, date=format_date(chosen))


def dismiss_day(session: PlanSession, command: DismissDay) -> str:
    """Say that a day does not concern the county; it is kept, and no longer reminded of.

    Raises:
        UnknownNameError: there is no such day.
    """
    day = find_day(session.state, command.day)
    _store_day(session, day, {"standing": "galler_inte"})
    return reports_texts.DAY_DISMISSED.format(title=day.title)


def _store_day(session: PlanSession, day: ReportDay, fields: Mapping[str, str]) -> None:
    known = session.state.objects.get(DATES, {})
    frame = {} if day.id in known else {"title": day.title, "receiver": day.receiver, "form": day.form}
    set_object(session, SetObject(DATES, day.id, {**frame, **fields}))


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    ConfirmObject: confirm_object, ConfirmCarried: confirm_carried, Judge: judge, Acknowledge: acknowledge,
    ConfirmDay: confirm_day, DismissDay: dismiss_day,
}
