"""Checks of steps, chapters and questions: what may not stand in data/, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from nvplan.catalog.faults import Fault, id_faults
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column
from nvplan.model.question import Chapter, Condition, Question, Step
from nvplan.model.requirement import PlanKey
from nvplan.texts import catalog as catalog_texts

#: The last chapter of each plan: every one from `.0` to it must be there.
LAST_CHAPTER: Mapping[PlanKey, tuple[int, int]] = {
    "gemensam": (1, 18), "kontinuitet": (2, 17), "patientkontrakt": (3, 16),
}
#: Where the name of the set in use stands in what a question asks for.
_SET_NAMES, _BRACE = re.compile(r"\{[Mm]angd\}"), re.compile(r"[{}]")


class _Ordered(Protocol):
    @property
    def plan(self) -> str: ...

    @property
    def order(self) -> int: ...


def step_faults(rows: Sequence[Step], plan: PlanKey) -> Iterator[Fault]:
    """Yield steps whose id stands id_faults, that belong to another plan or stand out of order."""
    yield from id_faults(rows)
    yield from _order_faults(rows, plan)


def chapter_faults(rows: Sequence[Chapter], plan: PlanKey, steps: Collection[str]) -> Iterator[Fault]:
    """Yield chapters whose id stands id_faults, that belong to another plan, stand out of order or have no step."""
    yield from id_faults(rows)
    yield from _order_faults(rows, plan)
    first, _ = LAST_CHAPTER[plan]
    for place, row in enumerate(rows):
        if row.step not in steps:
            yield place, catalog_texts.FAULT_STEP.format(step=row.step)
        if not row.id.startswith(f"{first}."):
            yield place, catalog_texts.FAULT_CHAPTER_NUMBER.format(id=row.id, first=first)


def _order_faults(rows: Sequence[_Ordered], plan: PlanKey) -> Iterator[Fault]:
    before = 0
    for place, row in enumerate(rows):
        if row.plan != plan:
            yield place, catalog_texts.FAULT_PLAN.format(found=row.plan, expected=plan)
        if row.order <= before:
            yield place, catalog_texts.FAULT_ORDER.format(before=before)
        before = row.order


def question_faults(rows: Sequence[Question], plan: PlanKey, chapters: Collection[str]) -> Iterator[Fault]:
    """Yield what keeps a plan's questions from being used: ids, chapters, options, columns, limits and conditions."""
    yield from id_faults(rows)
    before: dict[str, Question] = {}
    for place, row in enumerate(rows):
        for fault in (*_place_faults(row, plan, chapters), *_kind_faults(row),
                      *(fault for one in row.condition for fault in _condition_faults(row, one, before))):
            yield place, fault
        before[row.id] = row


def _place_faults(row: Question, plan: PlanKey, chapters: Collection[str]) -> Iterator[str]:
    if row.plan != plan:
        yield catalog_texts.FAULT_PLAN.format(found=row.plan, expected=plan)
    if row.chapter not in chapters:
        yield catalog_texts.FAULT_CHAPTER.format(chapter=row.chapter)
    if not row.id.startswith(f"{row.chapter}.") or row.id != row.id.lower():
        yield catalog_texts.FAULT_QUESTION_ID.format(id=row.id, chapter=row.chapter)
    if row.actors and row.per != "aktor":
        yield catalog_texts.FAULT_ACTORS


def _kind_faults(row: Question) -> Iterator[str]:
    kind = kind_of(row)
    if kind.has_options:
        yield from _option_faults("options", [option.id for option in row.options])
    elif row.options:
        yield catalog_texts.FAULT_NOT_FOR_KIND.format(field="options", kind=row.kind)
    if kind.has_columns:
        yield from _column_faults(row.columns)
    elif row.columns or row.rows:
        yield catalog_texts.FAULT_NOT_FOR_KIND.format(field="columns" if row.columns else "rows", kind=row.kind)
    most = row.most if kind.is_counted else None
    if most is not None and not (most == int(most) and 0 < most < len(row.options)):
        yield catalog_texts.FAULT_MOST.format(most=most, count=len(row.options))
    if any(option.alone for option in row.options) and not kind.is_counted:
        yield catalog_texts.FAULT_NOT_FOR_KIND.format(field="options.alone", kind=row.kind)
    has_most = row.most is not None and not kind.is_counted
    if not kind.has_unit and (row.unit or row.least is not None or has_most or row.decimals is not None):
        yield catalog_texts.FAULT_NOT_FOR_KIND.format(field="unit, least, most, decimals", kind=row.kind)
    if row.least is not None and row.most is not None and row.least > row.most:
        yield catalog_texts.FAULT_LIMITS.format(least=row.least, most=row.most)


def _option_faults(field: str, ids: Sequence[str]) -> Iterator[str]:
    if len(ids) < 2:
        yield catalog_texts.FAULT_OPTIONS.format(field=field)
    if len(set(ids)) != len(ids):
        yield catalog_texts.FAULT_OPTION_TWICE.format(field=field)


def _column_faults(columns: Sequence[Column]) -> Iterator[str]:
    if not columns:
        yield catalog_texts.FAULT_COLUMNS
    if len({column.id for column in columns}) != len(columns):
        yield catalog_texts.FAULT_OPTION_TWICE.format(field="columns")
    for column in columns:
        if kind_of(column).has_options:
            yield from _option_faults(f"columns.{column.id}.options", [option.id for option in column.options])
        elif column.options:
            yield catalog_texts.FAULT_NOT_FOR_KIND.format(field=f"columns.{column.id}.options", kind=column.kind)
        if column.picks and not kind_of(column).is_text:
            yield catalog_texts.FAULT_NOT_FOR_KIND.format(field=f"columns.{column.id}.picks", kind=column.kind)


def _condition_faults(row: Question, condition: Condition, before: Mapping[str, Question]) -> Iterator[str]:
    other = before.get(condition.question)
    if other is None:
        yield catalog_texts.FAULT_CONDITION.format(question=condition.question)
        return
    if other.per == "aktor" and row.per != "aktor":
        yield catalog_texts.FAULT_CONDITION_PER.format(question=other.id)
    if condition.operator == "besvarad":
        if condition.values:
            yield catalog_texts.FAULT_CONDITION_VALUES.format(question=other.id)
        return
    known = tuple(choice.code for choice in kind_of(other).choices(other))
    if not known:
        yield catalog_texts.FAULT_CONDITION_KIND.format(question=other.id, kind=other.kind)
    elif not condition.values or not set(condition.values) <= set(known):
        yield catalog_texts.FAULT_CONDITION_VALUE.format(question=other.id, known=", ".join(known))


def link_faults(rows: Sequence[Question], requirements: Collection[str]) -> Iterator[Fault]:
    """Yield questions tied to requirements that do not exist."""
    for place, row in enumerate(rows):
        for identity in row.requirements:
            if identity not in requirements:
                yield place, catalog_texts.FAULT_REQUIREMENT.format(field="requirements", id=identity)


def also_faults(rows: Sequence[Question], chapters: Mapping[PlanKey, Collection[str]]) -> Iterator[Fault]:
    """Yield questions that are shown in their own plan twice or in no chapter, or that depend on another question.

    The plan that shows it has not what it would depend on.
    """
    for place, row in enumerate(rows):
        for other in row.also:
            if other.plan == row.plan or other.chapter not in chapters[other.plan]:
                yield place, catalog_texts.FAULT_CHAPTER.format(chapter=other.chapter)
        if row.also and row.condition:
            yield place, catalog_texts.FAULT_NOT_FOR_KIND.format(field="also", kind=row.kind)


def content_faults(rows: Sequence[Question]) -> Iterator[Fault]:
    """Yield questions that leave the one who answers without guidance, or take answers from no known object."""
    from nvplan.model.objects import ABOUT  # only a check needs the types; opening a plan's questions does not

    for place, row in enumerate(rows):
        for field in ("label", "asks", "why", "example", "group", "sources"):
            if not (getattr(row, field) or (field == "asks" and row.background)):
                yield place, catalog_texts.FAULT_EMPTY.format(field=field)
        if any(_BRACE.search(_SET_NAMES.sub("", text)) for text in (row.asks, row.background)):
            yield place, catalog_texts.FAULT_PLACEHOLDER
        if row.draws_on and row.draws_on not in ABOUT:
            yield place, catalog_texts.FAULT_OBJECT.format(type=row.draws_on, known=", ".join(ABOUT))


def whole_faults(plan: PlanKey, chapters: Sequence[Chapter], steps: Sequence[Step],
                 questions: Sequence[Question]) -> Iterator[str]:
    """Yield what a plan lacks as a whole: chapters, and questions in them."""
    first, last = LAST_CHAPTER[plan]
    present = {chapter.id for chapter in chapters}
    for number in range(last + 1):
        if f"{first}.{number}" not in present:
            yield catalog_texts.FAULT_NO_CHAPTER.format(chapter=f"{first}.{number}", plan=plan)
    used = {question.chapter for question in questions}
    for chapter in chapters:
        if chapter.id not in used:
            yield catalog_texts.FAULT_CHAPTER_EMPTY.format(chapter=chapter.id, plan=plan)
    for step in steps:
        if step.id not in {chapter.step for chapter in chapters}:
            yield catalog_texts.FAULT_STEP_EMPTY.format(step=step.id, plan=plan)
