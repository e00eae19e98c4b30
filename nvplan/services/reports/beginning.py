"""Begins a rapporttillfälle: what can be begun, what is proposed for it, and what follows from the one before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from nvplan.catalog.reporting import report_forms
from nvplan.model.county import Actor
from nvplan.model.errors import InputError
from nvplan.model.objects import ReportOccasion
from nvplan.model.plan import PlanState
from nvplan.model.reporting import ReportForm
from nvplan.services.reports.opening import PRINTED, forms_of, occasion_before, occasions
from nvplan.texts import reports as reports_texts

#: The years that a reported year can be.
FIRST_YEAR, LAST_YEAR = 2000, 2199


@dataclass(frozen=True)
class Proposal:
    """A report that can be begun: its form, who hands it in, and the occasion before it.

    `actor` is None where kommuner answer in one table; `before` is None where there was none.
    """

    form: ReportForm
    actor: Actor | None
    before: ReportOccasion | None

    @property
    def id(self) -> str:
        """What names the proposal among the others."""
        return f"{self.form.id}@{self.actor.id}" if self.actor else self.form.id

    @property
    def has_parts(self) -> bool:
        """Whether half the year can be reported by itself."""
        return len(self.form.dates) > 1


@dataclass(frozen=True)
class Period:
    """What is reported and by when, as ISO days; the last day is a suggestion moved from the form's own year."""

    start: str
    end: str
    deadline: str


def proposals(state: PlanState) -> Sequence[Proposal]:
    """Return every report that someone in the plan can begin, in the order of the forms and of the actors."""
    printed = {form for document in PRINTED for form in forms_of(document, state)}
    found: list[Proposal] = []
    for form in report_forms().values():
        if not form.is_derived and form.id in printed:
            found += [Proposal(form, actor, occasion_before(state, form, actor)) for actor in _bodies(state, form)]
    return found


def _bodies(state: PlanState, form: ReportForm) -> Sequence[Actor | None]:
    if form.layout == "vfu":
        return [None]
    return [one for one in state.actors if any(one.acts_as(kind) for kind in form.actors)]


def period_of(form: ReportForm, year: int, *, part: bool = False) -> Period:
    """Return the period of a form for a year; with `part` the first half, where the form has a day for it."""
    half = part and len(form.dates) > 1
    due = form.dates[0 if part else -1] if form.dates else None
    deadline = _moved(due.date, year - (form.year or year)) if due else ""
    return Period(f"{year}-01-01", f"{year}-06-30" if half else f"{year}-12-31", deadline)


def _moved(date: str, years: int) -> str:
    return f"{int(date[:4]) + years:04d}{date[4:]}"


def next_year_to_report(state: PlanState, proposal: Proposal, today: dt.date) -> int:
    """Return the year whose report is due next and has not been begun: the year before the plan's, or the plan's."""
    begun = {one.period_end[:4] for one in occasions(state) if one.form == proposal.form.id
             and (proposal.actor is None or one.actor == proposal.actor.id)}
    for year in (state.info.year - 1, state.info.year):
        if str(year) not in begun and period_of(proposal.form, year).deadline >= today.isoformat():
            return year
    return state.info.year


def checked_year(year: int) -> int:
    """Return a reported year.

    Raises:
        InputError: it is no year that anything is reported for.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(reports_texts.YEAR_OUTSIDE.format(first=FIRST_YEAR, last=LAST_YEAR))
    return year


def proposed_title(form: ReportForm, actor: Actor | None, year: int, *, part: bool = False) -> str:
    """Return what an occasion is called where nobody has said otherwise."""
    half = part and len(form.dates) > 1
    if form.questions:
        words = reports_texts.OCCASION_QUESTIONS_PART if half else reports_texts.OCCASION_QUESTIONS
    else:
        words = reports_texts.OCCASION_TITLE_PART if half else reports_texts.OCCASION_TITLE
    return words.format(form=form.title.removesuffix(f" {form.year}"), year=year,
                        actor=actor.name if actor else reports_texts.ALL_ACTORS)


def only_body(state: PlanState, form: ReportForm) -> Actor | None:
    """Return the one body that can hand the form in; None where kommuner answer in one table.

    Raises:
        InputError: there are several.
    """
    bodies = _bodies(state, form)
    if len(bodies) != 1:
        raise InputError(reports_texts.choose_actor([one.id for one in bodies if one]))
    return bodies[0]
