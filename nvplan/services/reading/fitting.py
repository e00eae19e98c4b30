"""What of a plan file fits the plan: the rest is set aside with its place and the reason, and stays in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from nvplan.catalog.counties import counties
from nvplan.catalog.questions import all_questions, removed_questions
from nvplan.catalog.requirements import latest_verified, requirement_sets
from nvplan.model.county import Actor
from nvplan.model.dates import parse_day
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.objects import TYPES
from nvplan.model.plan import WHOLE_COUNTY, Answer, PlanInfo, SetAside
from nvplan.model.plan_years import EARLIEST_BEGINNING, FIRST_YEAR, LAST_YEAR
from nvplan.model.safetext import one_line
from nvplan.model.values import stored_fault
from nvplan.store.fitting import misfit
from nvplan.store.journal import (
    ARCHIVE,
    CONTACTS,
    GATHERED,
    HISTORY,
    SET_ASIDE,
    SILENT,
    SNAPSHOTS,
    TURNED_DOWN,
    Body,
    FieldChange,
)
from nvplan.store.repository import Repository
from nvplan.store.structure import is_time, set_aside_places
from nvplan.texts import common as common_texts
from nvplan.texts import set_aside as set_aside_texts

PLAN, ACTORS, ANSWERS = "plan", "actors", "answers"
#: Every table that this nvplan reads.
KNOWN_TABLES = frozenset({PLAN, ACTORS, HISTORY, SNAPSHOTS, CONTACTS, ARCHIVE, SET_ASIDE, TURNED_DOWN, *SILENT,
                          *GATHERED, *TYPES})
_YEAR = re.compile(r"\d{4}", re.ASCII)
_SET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", re.ASCII)
_IDENTITY = re.compile(r"^[a-z0-9][a-z0-9@._-]{0,79}$", re.ASCII)
#: How much is shown of what is set aside.
_SHOWN = 90
#: What the plan is read as where it does not say.
_NO_YEAR = 2027


def aside(table: str, identity: str, path: tuple[str, ...], reason: str, content: Any, *,
          newer: bool = False, formless: bool = False) -> SetAside:
    """Return a note of something that is set aside; of what stands there only the beginning is kept."""
    said = content.get("value", content) if isinstance(content, dict) and path else content
    return SetAside(table, identity, path, reason, one_line(in_words(said)[:_SHOWN * 4], _SHOWN), newer, formless)


def in_words(content: Any) -> str:
    """Return what stands somewhere as a person reads it, also where nobody knows what kind of thing it is."""
    if isinstance(content, bool):
        return common_texts.YES if content else common_texts.NO
    if isinstance(content, dict):
        return ", ".join(filter(None, map(in_words, content.values())))
    if isinstance(content, list | tuple):
        return "; ".join(filter(None, map(in_words, content)))
    return "" if content is None else str(content)


def fitting_answers(body: Body) -> tuple[dict[str, Answer], list[SetAside]]:
    """Return the answers of a document that fit their questions, and those that do not."""
    fits: dict[str, Answer] = {}
    left: list[SetAside] = []
    actor = str(body.get("actor"))
    for question, given in body.get("answers", {}).items():
        answer = _fitting_answer(question, given) if _IDENTITY.match(actor) else set_aside_texts.ACTOR_UNREADABLE
        if isinstance(answer, str):
            asked = all_questions().get(question)
            settled = question in removed_questions() if asked is None else kind_of(asked).is_shown_alone
            one = aside(ANSWERS, body["id"], ("answers", question), answer, given, newer=asked is None and not settled)
            moved = asked is None and settled and removed_questions()[question].moves
            left.append(replace(one, settled=settled and not moved, conflicting=moved))
        else:
            # 0.1.0 could mark an answered question as skipped; what is answered counts, so the mark goes.
            marked = answer.skipped and answer.value is not None
            fits[question] = answer.model_copy(update={"skipped": False}) if marked else answer
    return fits, left


def answer_fault(question: str, given: object) -> str:
    """Return why a stored answer does not fit, an empty text where it does."""
    found = _fitting_answer(question, given)
    return found if isinstance(found, str) else ""


def _fitting_answer(question: str, given: object) -> Answer | str:
    """Return a stored answer, or why it does not fit."""
    asked = all_questions().get(question)
    if asked is None and question in removed_questions():
        return common_texts.question_removed(question, removed_questions()[question].text)
    if asked is None:
        return set_aside_texts.QUESTION_UNKNOWN.format(question=question[:_SHOWN])
    if not isinstance(given, dict):
        return set_aside_texts.NO_ANSWER
    value = given.get("value")
    fault = stored_fault(asked, value) if value is not None else ""
    if fault:
        return fault
    try:
        return Answer.model_validate(given)
    except ValidationError:
        return set_aside_texts.NO_ANSWER


def _fits_model(model: type[BaseModel], given: object) -> bool:
    try:
        model.model_validate(given)
    except ValidationError:
        return False
    return True


def document_fault(table: str, identity: str, body: Body) -> str:
    """Return why an object or an actor does not fit its model, an empty text where it does."""
    if table == ACTORS:
        fits = bool(_IDENTITY.match(identity)) and _fits_model(Actor, {**body, "id": identity})
        return "" if fits and str(body.get("name", "")).strip() else set_aside_texts.ACTOR_UNREADABLE
    fault = misfit(table, identity, body)
    return "" if fault is None else fault or set_aside_texts.OBJECT_UNREADABLE


def change_fault(change: FieldChange, body: Body, actors: Collection[str]) -> str:
    """Return why a field's new value fits no plan, an empty text where it does.

    Args:
        change: what another plan says about a field.
        body: the whole document there.
        actors: the ids of the actors that the plan has, or would have.
    """
    table, path, after = change["table"], change["path"], change.get("after")
    if table == ANSWERS and path:
        actor = change["id"].partition("@")[2]
        if actor != WHOLE_COUNTY and actor not in actors:
            return set_aside_texts.ACTOR_UNKNOWN.format(actor=actor[:_SHOWN])
        return answer_fault(path[-1], after)
    if table == PLAN and path:
        if path[0] == "requirement_set" and after not in requirement_sets():
            return set_aside_texts.FRAME_UNREADABLE.format(field=set_aside_texts.FRAME["requirement_set"])
        return next((fault for name, fault in _frame_faults({path[0]: after}) if name == path[0]), "")
    if table == ACTORS or table in TYPES:
        return document_fault(table, change["id"], body)
    return "" if table in KNOWN_TABLES else set_aside_texts.KIND_UNKNOWN.format(table=table)


def fitting_info(body: Body | None) -> tuple[PlanInfo, list[SetAside]]:
    """Return the plan's frame with what does not fit in it left out, and that; what must be there is filled in."""
    given = dict(body or {})
    left: list[SetAside] = []
    for name, fault in _frame_faults(given):
        left.append(aside(PLAN, PLAN, (name,), fault, given.pop(name, ""), newer=name not in PlanInfo.model_fields))
    known = {"county_code": "", "year": _year_of(given), "requirement_set": latest_verified(), **given}
    return PlanInfo.model_validate(known), left


def _frame_faults(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the frame's fields that do not fit, each with the reason."""
    for name in ("county_code", "year", "requirement_set"):
        if name not in given:
            yield name, set_aside_texts.FRAME_MISSING.format(field=set_aside_texts.FRAME[name])
    for name, value in list(given.items()):
        if name not in PlanInfo.model_fields:
            yield name, set_aside_texts.FRAME_UNKNOWN.format(field=name[:_SHOWN])
        elif not _fits_frame(name, value):
            yield name, set_aside_texts.FRAME_UNREADABLE.format(field=set_aside_texts.FRAME.get(name, name))


def _fits_frame(name: str, value: Any) -> bool:
    least = {"county_code": "", "year": _NO_YEAR, "requirement_set": ""}
    check = _FRAME_CHECKS.get(name)
    return _fits_model(PlanInfo, {**least, name: value}) and (check is None or check(value))


def _is_day(value: str) -> bool:
    try:
        return not value or parse_day(value) == value
    except InputError:
        return False


_FRAME_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "county_code": lambda value: any(county.code == value for county in counties()),
    "year": lambda value: FIRST_YEAR <= value <= LAST_YEAR,
    **dict.fromkeys(("first_year", "last_year"),
                    lambda value: value is None or EARLIEST_BEGINNING <= value <= LAST_YEAR),
    "followed_up": lambda value: all(_YEAR.fullmatch(year) for year in value),
    # A set that this catalogue lacks is kept: the plan is of another data folder, and says so wherever it is named.
    "requirement_set": lambda value: bool(_SET.fullmatch(value)),
    "standing_date": _is_day,
    "created": lambda value: not value or is_time(value),
    "standing_body": lambda value: len(value) <= 500,
}


def _year_of(given: Mapping[str, Any]) -> int:
    created = str(given.get("created", ""))[:4]
    return int(created) + 1 if created.isdecimal() else _NO_YEAR


def foreign(repository: Repository) -> Iterator[SetAside]:
    """Yield what stands in tables that this nvplan does not read, and what had no form that anyone can read."""
    for table in repository.tables():
        if table not in KNOWN_TABLES:
            documents = repository.list(table)
            yield aside(table, "", (), set_aside_texts.TABLE_UNKNOWN.format(table=table, count=len(documents)), "",
                        newer=True)
    for table, identity, path, content in set_aside_places(iter(repository.list(SET_ASIDE))):
        reason = set_aside_texts.ENTRY_UNREADABLE if table == HISTORY else set_aside_texts.NO_FORM
        yield aside(table, identity, tuple(path), reason, content, formless=True)
