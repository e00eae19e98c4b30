"""Regeringskansliet's diary numbers of an agreement: both money forms ask for them, a body writes them once a year."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.catalog.reporting import report_forms
from nvplan.model.collation import fold
from nvplan.model.objects import ReportOccasion
from nvplan.model.plan import PlanState


def diary_numbers(state: PlanState, occasion: ReportOccasion) -> tuple[str, ...]:
    """Return the numbers of a money form: its own, and what it lacks from the same body's other one for the year.

    The numbers are the agreement's and the decision's to pay: the second goes with the first, never with another one.
    """
    own = occasion.diary_numbers
    if not _is_money(occasion):
        return own
    fuller = (one for one in _others(state, occasion) if len(one.diary_numbers) > len(own))
    return next((one.diary_numbers for one in fuller if not own or _same(own[0], one.diary_numbers[0])), own)


def other_agreement(state: PlanState, occasion: ReportOccasion) -> str:
    """Return the agreement's number that the same body's other money form for the year has, where it is another."""
    own = occasion.diary_numbers
    if not own or not _is_money(occasion):
        return ""
    others = [one.diary_numbers[0] for one in _others(state, occasion) if one.diary_numbers]
    return next((one for one in others if not _same(own[0], one)), "")


def _others(state: PlanState, occasion: ReportOccasion) -> Iterator[ReportOccasion]:
    for one in state.objects.get(ReportOccasion.about.name, {}).values():
        if (isinstance(one, ReportOccasion) and one.id != occasion.id and _is_money(one)
                and one.actor == occasion.actor and _year(one) == _year(occasion)):
            yield one


def _same(first: str, second: str) -> bool:
    """Whether two numbers are one, however they are spaced and whatever letters they are written with."""
    return fold("".join(first.split())) == fold("".join(second.split()))


def _is_money(one: ReportOccasion) -> bool:
    form = report_forms().get(one.form)
    return form is not None and form.layout in ("rekvisition", "ekonomi")


def _year(one: ReportOccasion) -> str:
    return (one.period_end or one.period_start)[:4]
