"""The years of a plan one by one: how far each came, and what was measured and handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from nvplan.catalog.questions import plan_form
from nvplan.model.dates import last_day
from nvplan.model.errors import NvplanError
from nvplan.model.objects import Measurement, ReportOccasion
from nvplan.model.plan import PlanState
from nvplan.model.plan_years import PlanYears
from nvplan.model.progress import Progress
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.snapshots import open_snapshot
from nvplan.services.reading.status import plan_progress
from nvplan.texts import plan_years as years_texts

#: `done`: followed up and frozen; `now`: the year that is followed up; `coming`; `unseen`: before the first follow-up.
Phase = Literal["done", "now", "coming", "unseen"]


#: What is told of a year that no follow-up has been made of.
_NOTHING_YET: Mapping[Phase, str] = {"coming": years_texts.COMING, "unseen": years_texts.NOT_FOLLOWED}


@dataclass(frozen=True)
class YearOfPlan:
    """One year of a plan: how far the three plans came, the measurements that are of it, and its reports."""

    year: int
    phase: Phase
    frozen: str
    """The id of the state that the year left, empty where it is not over."""
    progress: Mapping[PlanKey, Progress]
    """Empty for a year without a follow-up, and where what was frozen can no longer be read."""
    measurements: int
    reports: tuple[ReportOccasion, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it."""
        return not (self.progress or self.measurements or self.reports)

    @property
    def handed_in(self) -> int:
        """How many of its reports are handed in."""
        return sum(bool(one.sent) for one in self.reports)


def years_of(plan: OpenPlan) -> list[YearOfPlan]:
    """Return the plan's years in order; one that is over is told by the state that it left."""
    info = plan.state.info
    return [_year(plan, year, _phase(plan.state, year))
            for year in range(info.years.first, info.years.last + 1)]


def _phase(state: PlanState, year: int) -> Phase:
    if year == state.info.year:
        return "now"
    if str(year) in state.info.followed_up:
        return "done"
    return "coming" if year > state.info.year else "unseen"


def _year(plan: OpenPlan, year: int, phase: Phase) -> YearOfPlan:
    frozen = plan.state.info.followed_up.get(str(year), "") if phase == "done" else ""
    reports = tuple(one for one in plan.state.objects.get(ReportOccasion.about.name, {}).values()
                    if isinstance(one, ReportOccasion) and _ends_in(one.period_end, year))
    return YearOfPlan(year, phase, frozen, _progress(plan, frozen, phase), len(measured_in(plan.state, year)), reports)


def _progress(plan: OpenPlan, frozen: str, phase: Phase) -> Mapping[PlanKey, Progress]:
    if phase == "now":
        state = plan.state
    elif frozen:
        try:
            state = open_snapshot(plan, frozen).state
        except NvplanError:
            return {}
    else:
        return {}
    return {one: plan_progress(plan_form(one), state) for one in PLANS}


def measured_in(state: PlanState, year: int) -> list[Measurement]:
    """Return the measurements of a year: the last day that each is about lies in it."""
    return [one for one in state.objects.get(Measurement.about.name, {}).values()
            if isinstance(one, Measurement) and _ends_in(one.date, year)]


def _ends_in(date: str, year: int) -> bool:
    return bool(date) and last_day(date).year == year


def year_rows(years: Sequence[YearOfPlan], *, short: bool = False) -> list[tuple[str, ...]]:
    """Return the years as rows: each plan's core questions, measurements, and reports that are handed in.

    Years in a row of which there is nothing to tell yet are one row. `short` is for a screen, whose headings say what
    is counted.
    """
    found: list[tuple[str, ...]] = []
    for phase, group in groupby(years, key=lambda one: (one.phase, not one.is_empty and one.year)):
        among = list(group)
        if among[0].is_empty and phase[0] in _NOTHING_YET:
            span = PlanYears(among[0].year, among[-1].year).span
            found.append((span, _NOTHING_YET[phase[0]], "", "", "", ""))
        else:
            found += [_cells(one, short=short) for one in among]
    return found


def _cells(one: YearOfPlan, *, short: bool) -> tuple[str, ...]:
    done = years_texts.SHORT_DONE if short else years_texts.DONE
    told = [_NOTHING_YET.get(one.phase, years_texts.UNREADABLE_NOW), "", ""]
    if one.progress:
        told = [done.format(whole=found.whole, applicable=found.applicable)
                for found in (one.progress[plan] for plan in PLANS)]
    name = years_texts.YEAR_NOW.format(year=one.year) if one.phase == "now" else str(one.year)
    handed_in = years_texts.SHORT_REPORTS if short else years_texts.REPORTS_OF
    nothing = years_texts.NOTHING if short else ""
    reports = handed_in.format(sent=one.handed_in, begun=len(one.reports)) if one.reports else nothing
    return name, *told, str(one.measurements or nothing), reports


def years_json(plan: OpenPlan) -> dict[str, Any]:
    """Return the years as `nvplan uppfoljning --json` prints them."""
    info = plan.state.info
    return {
        "first": info.years.first, "last": info.years.last, "following": info.year,
        "years": [{
            "year": one.year, "phase": one.phase, "frozen": one.frozen or None,
            "plans": [{"plan": plan_key, "progress": done.rounded, "answered": done.whole, "started": done.started,
                       "to_confirm": done.to_confirm, "applicable": done.applicable}
                      for plan_key, done in one.progress.items()],
            "measurements": one.measurements,
            "reports": [{"id": report.id, "title": report.title, "sent": report.sent or None}
                        for report in one.reports]} for one in years_of(plan)],
    }
