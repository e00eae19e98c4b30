"""Regeringskansliet's diary numbers of an agreement: both money forms ask for them, a body writes them once a year."""

from __future__ import annotations

from nvplan.catalog.reporting import report_forms
from nvplan.model.objects import ReportOccasion
from nvplan.model.plan import PlanState


def diary_numbers(state: PlanState, occasion: ReportOccasion) -> tuple[str, ...]:
    """Return the numbers of a money form: its own, else those of the same body's other money form for the year."""
    if occasion.diary_numbers or not _is_money(occasion):
        return occasion.diary_numbers
    others = state.objects.get(ReportOccasion.about.name, {}).values()
    return next((one.diary_numbers for one in others if isinstance(one, ReportOccasion) and one.diary_numbers
                 and _is_money(one) and one.actor == occasion.actor and _year(one) == _year(occasion)), ())


def _is_money(one: ReportOccasion) -> bool:
    form = report_forms().get(one.form)
    return form is not None and form.layout in ("rekvisition", "ekonomi")


def _year(one: ReportOccasion) -> str:
    return (one.period_end or one.period_start)[:4]
