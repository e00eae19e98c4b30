"""The goals of a plan of several years, year by year: what was measured in each, beside where the goal begins and ends.

Only the county's own values count, of everybody and counted as the goal is, so that a row is a series.
"""

from __future__ import annotations

from nvplan.model.dates import last_day
from nvplan.model.document import Block, Cell, Table, TableColumn
from nvplan.model.objects import Goal, Measurement
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.goals import base_text
from nvplan.services.documents.shown_values import show_value
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount, given
from nvplan.services.reading.goal_standing import measured_for
from nvplan.texts import documents_plans as documents_plans_texts

#: So many years fit beside each other on a page: the latest ones that are over or under way.
MOST_YEARS = 5


def goal_years(view: View, plan: PlanKey, appendix: Appendix) -> list[Block]:
    """Return the goals by year; nothing for a yearly plan, or where nothing is measured in its years."""
    years = view.state.info.years
    if not years.is_long:
        return []
    seen = range(years.first, view.state.info.year + 1)[-MOST_YEARS:]
    goals = [one for one in view.objects(Goal) if plan in one.plans and not one.is_state]
    found = [(goal, by_year) for goal in goals if (by_year := _latest_by_year(view, goal, seen))]
    if not found:
        return []
    table = Table(
        caption=documents_plans_texts.GOAL_YEARS,
        first_column_is_header=True,
        columns=(TableColumn(title=documents_plans_texts.COLUMN_GOAL, weight=5),
                 TableColumn(title=documents_plans_texts.COLUMN_BASE, weight=3),
                 *(TableColumn(title=str(year), weight=2) for year in seen),
                 TableColumn(title=documents_plans_texts.COLUMN_TARGET, weight=2),
                 TableColumn(title=documents_plans_texts.COLUMN_BY, weight=2)),
        rows=tuple(_row(view, goal, seen, by_year) for goal, by_year in found))
    return appendix.place(table)


def _latest_by_year(view: View, goal: Goal, years: range) -> dict[int, Measurement]:
    """Return the last value that was measured in each year."""
    measured = measured_for(goal, view.objects(Measurement))
    return {year: one for one in measured if (year := last_day(one.date).year) in years}


def _row(view: View, goal: Goal, years: range, by_year: dict[int, Measurement]) -> tuple[Cell, ...]:
    view.show(goal, "target", "unit", "unit_text", "plans")
    for one in by_year.values():
        show_value(view, one)
        view.show(one, "date")
    values = [Cell(text=amount(by_year[year].value, by_year[year].unit, by_year[year].unit_text)) if year in by_year
              else Cell(text=documents_plans_texts.NO_VALUE, missing=True) for year in years]
    return (Cell(text=view.text(goal, "title").rstrip(".")), given(base_text(view, goal)), *values,
            given(amount(goal.target, goal.unit, goal.unit_text)), view.cell(goal, "date"))
