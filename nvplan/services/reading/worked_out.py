"""What nvplan works out from an answer, told where it is typed: the goal, the need and gap of doctors, a share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from nvplan.catalog import anchors
from nvplan.catalog.following import goal_in_use
from nvplan.model.bound import share_of
from nvplan.model.dimensioning import Dimensioning
from nvplan.model.kinds.table import rows_of
from nvplan.model.numbers import format_number
from nvplan.model.plan import PlanInfo, PlanState
from nvplan.model.question import Question
from nvplan.model.values import Row, Value
from nvplan.services.reading.burden import burden_told
from nvplan.services.reading.burden_years import since_year_before
from nvplan.services.reading.gaps import gaps_told
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import planner_places as planner_places_texts

#: A goal that is worked out has three decimals, as a base value may.
_GOAL = Decimal("0.001")
#: The questions about the burden tell of each other.
_BURDEN = (anchors.BURDEN, anchors.BURDEN_BEFORE, anchors.BURDEN_AFTER)
#: What it is times is told as the goals tell it: 1,20.
_FACTOR = Decimal("0.01")


def worked_out(question: Question, value: Value | None, info: PlanInfo) -> str:
    """Return what comes of an answer, a line for each thing; empty where nothing is worked out from it."""
    work = _WORK.get(question.id)
    return "\n".join(work(question, value, info)) if work is not None and value is not None else ""


def told_beside(state: PlanState, stop: Stop) -> str:
    """Return what is told under a question: what comes of its answer, or the gaps that it asks for the largest of."""
    if stop.question.id == anchors.GAP:
        return gaps_told(state, "kontinuitet")
    if stop.question.id in _BURDEN:
        return burden_told(state)
    return worked_out(stop.question, state.answer(stop.question.id, stop.actor).value, state.info)


def told_under(plan: OpenPlan, stop: Stop) -> str:
    """Return what is told under a question in an open plan: for the burden also how it went since the year before."""
    told = [told_beside(plan.state, stop)]
    if stop.question.id in _BURDEN:
        told.append(since_year_before(plan))
    return "\n".join(filter(None, told))


def _goal(question: Question, value: Value, info: PlanInfo) -> Iterator[str]:
    """Yield the goal that a base value gives: so much more as the national goal says."""
    prefix = next(one for one, identity in anchors.BASE_VALUE.items() if identity == question.id)
    national = goal_in_use(_GOAL_OF[prefix], info) if prefix in _GOAL_OF else None
    if isinstance(value, str) and national is not None and national.value is not None:
        factor = 1 + national.value / 100
        goal = (Decimal(value) * factor).quantize(_GOAL).normalize()
        yield planner_places_texts.WORKED_GOAL.format(
            base=format_number(Decimal(value)), factor=format_number(factor.quantize(_FACTOR)),
            goal=format_number(goal))


def _need(question: Question, value: Value, info: PlanInfo) -> Iterator[str]:
    """Yield the need of doctors and what is lacking, a row each and together."""
    counted = [(str(row.get("regi", "")), one) for row in rows_of(value) if (one := dimensioning(row)) is not None]
    for name, one in counted:
        yield _needed(name, one)
    if len(counted) > 1:
        yield _needed(planner_places_texts.WORKED_TOGETHER, sum((one for _, one in counted[1:]), counted[0][1]))


def _needed(name: str, one: Dimensioning) -> str:
    return planner_places_texts.worked_need(name, format_number(one.need), format_number(one.gap_in_specialists),
                                            short=one.gap > 0)


def dimensioning(row: Row) -> Dimensioning | None:
    """Return a row of listed and doctors as numbers, None where too little is filled in."""
    numbers = [row.get(name) for name in ("listade", "specialister", "st_lakare")]
    listed, specialists, trainees = (Decimal(one) if isinstance(one, str) else None for one in numbers)
    if listed is None or (specialists is None and trainees is None):
        return None
    return Dimensioning(listed, specialists or Decimal(0), trainees or Decimal(0))


def _shares(question: Question, value: Value, info: PlanInfo) -> Iterator[str]:
    """Yield each row's part of its whole, as the binding says which cells those are."""
    binding = question.bound
    if binding is None:
        return
    first = question.columns[0].id
    for row in rows_of(value):
        fields = {binding.columns[column.id]: row.get(column.id) for column in question.columns[1:]}
        share = share_of(fields)
        if share is not None:
            yield planner_places_texts.WORKED_SHARE.format(name=row.get(first, ""), share=format_number(share))


#: The national goal of each index that is told as an increase of its base value.
_GOAL_OF = {"lakare": anchors.DOCTOR_INDEX_GOAL, "alla": anchors.INDEX_GOAL}
_WORK: Mapping[str, Callable[[Question, Value, PlanInfo], Iterator[str]]] = {
    **dict.fromkeys((anchors.BASE_VALUE[prefix] for prefix in _GOAL_OF), _goal),
    anchors.DOCTOR_NEED: _need, anchors.HOMES: _shares,
}
