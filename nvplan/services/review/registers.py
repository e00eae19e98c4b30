"""Rules about what a county keeps beside its plan: sources of measures, other plans, digital services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nvplan.catalog import anchors
from nvplan.model.dates import format_date
from nvplan.model.objects import IN_USE, MeasureSource, OtherPlan, ReportOccasion, Service
from nvplan.services.reading.object_fields import code_options
from nvplan.services.reading.sources_of_measures import freshness
from nvplan.services.review.context import Context, Hit, asked, at, check, hit, missing, name_of
from nvplan.texts import registers as registers_texts

#: States in which there is no shared plan that anyone could own.
_NOBODYS = ("saknas", "egna", "upphort")
#: States of a service that is still to come.
_TO_COME = (None, "planerad", "infors")


def _label(codes: str, code: str) -> str:
    return next((option.label for option in code_options(codes) if option.id == code), code)


def _kommun_rows(context: Context) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield each kommun with its rows of individuals, oldest first."""
    for actor in context.state.actors:
        rows = [row for row in context.rows(anchors.INDIVIDUALS, actor.id) if row.get("ar")]
        if rows:
            yield actor.id, sorted(rows, key=lambda row: str(row["ar"]))


@check("individer-inte-i-tid")
def kommun_reports_late(context: Context) -> Iterator[Hit]:
    """Yield kommuner that, in their latest year, did not report individuals in time (002 lines 1919-1927)."""
    for actor, rows in _kommun_rows(context):
        how = registers_texts.REPORTS.get(str(rows[-1].get("rapporterat")))
        if how:
            yield hit(asked(anchors.INDIVIDUALS, actor), name=context.actor_name(actor), how=how, year=rows[-1]["ar"])


@check("individer-utan-kalla")
def individuals_without_source(context: Context) -> Iterator[Hit]:
    """Yield kommuner with numbers of individuals that do not say where they come from."""
    for actor, rows in _kommun_rows(context):
        bare = [str(row["ar"]) for row in rows if row.get("antal") and not row.get("kalla")]
        if bare:
            yield hit(asked(anchors.INDIVIDUALS, actor), name=context.actor_name(actor), years=", ".join(bare))


@check("matkalla-sen")
def late_source(context: Context) -> Iterator[Hit]:
    """Yield sources whose next values should have come."""
    for one in context.objects("matkalla", MeasureSource):
        found = freshness(context.state, one)
        if found.is_late(context.today):
            last = format_date(found.last) if found.last else registers_texts.NO_DAY
            yield hit(at("matkalla", one), title=name_of(one), date=format_date(found.expected), last=last)


@check("matkalla-utan-uppgifter")
def bare_source(context: Context) -> Iterator[Hit]:
    """Yield sources that do not say who measures, how often or when last."""
    for one in context.objects("matkalla", MeasureSource):
        lacks = missing((registers_texts.WHO_MEASURES, one.body or one.actor),
                        (registers_texts.HOW_OFTEN, one.interval),
                        (registers_texts.LAST_DAY, freshness(context.state, one).last))
        if lacks:
            yield hit(at("matkalla", one), title=name_of(one), missing=lacks)


@check("annanplan-utan-uppgifter")
def bare_plan(context: Context) -> Iterator[Hit]:
    """Yield other plans without owner or state, and those in use of which nobody knows when they were decided."""
    for one in context.objects("annanplan", OtherPlan):
        decided, owner = one.date if one.state in IN_USE else "-", one.actor or one.role
        lacks = missing((registers_texts.OWNER, owner if one.state not in _NOBODYS else "-"),
                        (registers_texts.STATE, one.state),
                        (registers_texts.DECISION_DAY, decided))
        if lacks:
            yield hit(at("annanplan", one), title=name_of(one), missing=lacks)


@check("annanplan-oversyn-passerad")
def plan_past_its_review(context: Context) -> Iterator[Hit]:
    """Yield other plans that hold and should have been looked over."""
    for one in context.objects("annanplan", OtherPlan):
        if one.state != "upphort" and context.passed(one.review):
            yield hit(at("annanplan", one), title=name_of(one), date=format_date(one.review))


@check("annanplan-redovisas")
def plan_asked_for(context: Context) -> Iterator[Hit]:
    """Yield other plans that a report to hand in asks for and that do not hold."""
    reports = [one for one in context.objects("rapporttillfalle", ReportOccasion) if not (one.sent or one.frozen)]
    for one in context.objects("annanplan", OtherPlan):
        asking = next((report for report in reports if report.form in one.forms), None)
        if asking is not None and one.state not in IN_USE:
            state = _label("planlage", one.state).lower() if one.state else registers_texts.NO_STATE
            yield hit(at("annanplan", one), report=name_of(asking), title=name_of(one), state=state)


@check("tjanst-passerad")
def service_past_its_day(context: Context) -> Iterator[Hit]:
    """Yield services that were to be in use by a day that has passed."""
    for one in context.objects("tjanst", Service):
        if one.state in _TO_COME and context.passed(one.date):
            state = _label("tjanstelage", one.state).lower() if one.state else registers_texts.NO_STATE
            service = _label("tjanst", one.service) if one.service else registers_texts.SERVICE
            yield hit(at("tjanst", one), title=name_of(one), service=service, date=format_date(one.date), state=state)
