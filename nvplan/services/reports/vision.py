"""The table on the målbild in both reports, filled from the plan, and where region and RSS contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nvplan.catalog import anchors
from nvplan.catalog.tellings import heading_of
from nvplan.model.dates import ends_of, first_day, format_date, last_day, parse_date
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.objects import Decision
from nvplan.model.plan import PlanState
from nvplan.model.reporting import ReportItem
from nvplan.services.reading.conditions import has_adopted
from nvplan.services.reports.opening import OTHERS, REGION, VISION_TABLE, Report, number_of, open_reports
from nvplan.texts import reports as reports_texts

#: The columns of the table, by the number that they have in every form that has it.
STARTED, DECIDED, IN_FORCE = "2.2.2", "2.2.3", "2.2.4"
#: Signs and words between the first and the last month.
_BETWEEN = (" till ", " – ", " - ", "–")


@dataclass(frozen=True)
class Period:
    """A day or month, or the first and last of several, in ISO; empty where nobody has said. `source` tells whence."""

    first: str = ""
    last: str = ""
    source: str = ""

    @property
    def shown(self) -> str:
        """The period in words; empty where there is none."""
        if not self.first or self.first == self.last or not self.last:
            return format_date(self.first or self.last) if self.first or self.last else ""
        return reports_texts.FROM_TO.format(first=format_date(self.first), last=format_date(self.last))


@dataclass(frozen=True)
class Vision:
    """One report's row: when the work began, when it was decided, and when the målbild came or comes into force."""

    started: Period
    decided: Period
    in_force: Period


def has_vision(report: Report) -> bool:
    """Whether the report has the table."""
    return report.form.vision and any(number_of(item) == VISION_TABLE for item in report.items)


def has_one_day(report: Report) -> bool:
    """Whether the form asks when the body itself decided, and not for the first and last of several decisions."""
    return any(number_of(item) == DECIDED and not kind_of(item.field).is_text for item in report.items)


def vision(report: Report) -> Vision:
    """Return the report's row: what people have written in it, else what the plan's answers and decisions say."""
    state = report.state
    decisions = _decisions(state, report)
    first = min((ends_of(one.date)[0] for one in decisions if one.date), key=first_day, default="")
    last = max((_last_of(one.date_to or one.date) for one in decisions), key=last_day, default="")
    if report.actor is not None and report.actor.acts_as("region") and has_one_day(report):
        first = last
    in_force = next((one.in_force for one in decisions if one.in_force), "")
    answered = _answer(state, anchors.VISION_IN_FORCE)
    begun = reports_texts.FROM_QUESTION.format(about=heading_of(anchors.VISION_STARTED))
    return Vision(
        started=_period(report, STARTED, _answer(state, anchors.VISION_STARTED), "", begun),
        decided=_period(report, DECIDED, first, last, reports_texts.FROM_DECISIONS),
        in_force=_period(
            report,
            IN_FORCE,
            answered or in_force,
            "",
            reports_texts.FROM_QUESTION.format(about=heading_of(anchors.VISION_IN_FORCE))
            if answered else reports_texts.FROM_DECISIONS,
        ),
    )


def _period(report: Report, column: str, first: str, last: str, source: str) -> Period:
    own = report.text(f"{report.form.id}:{column}")
    if own is not None:
        begins, ends = read_period(own.text)
        return Period(begins, ends, reports_texts.FROM_REPORT)
    return Period(first, last, source if first or last else "")


def _answer(state: PlanState, question: str) -> str:
    value = state.answer(question).value
    return value if isinstance(value, str) else ""


def _decisions(state: PlanState, report: Report) -> list[Decision]:
    """Return the political decisions to adopt the målbild; for the region its own, where they are told apart."""
    adopted = [one for one in state.objects.get("beslut", {}).values()
               if isinstance(one, Decision) and one.subject == "malbild" and has_adopted(state, one) and one.date]
    political = [one for one in adopted if one.kind in ("politiskt", None)] or adopted
    if not has_one_day(report) or report.actor is None:
        return political
    return [one for one in political if one.actor == report.actor.id] or [one for one in political if not one.actor]


def read_period(text: str) -> tuple[str, str]:
    """Read `mars 2026` or `mars 2026 – juni 2026` as ISO; the last is empty where only one is given.

    Raises:
        InputError: it is no date, or the last lies before the first.
    """
    for sign in _BETWEEN:
        first, found, last = text.partition(sign)
        if found and last.strip():
            begins, ends = parse_date(first.strip()), parse_date(last.strip())
            _in_order(begins, ends, reports_texts.DECISIONS_BACKWARDS)
            return begins, ends
    return ends_of(parse_date(text.strip()))


def check_vision(report: Report, item: ReportItem, text: str) -> None:
    """Make sure that a text fits its column and its row.

    Raises:
        InputError: it is no date of the column's kind, or the row's dates would stand in the wrong order.
    """
    column = item.id.partition(":")[2]
    if column not in (STARTED, DECIDED, IN_FORCE):
        raise InputError(reports_texts.FROM_PLAN_ONLY)
    begins, ends = read_period(text)
    if ends and not kind_of(item.field).is_text:
        raise InputError(reports_texts.ONE_DATE)
    row = vision(report)
    periods = {STARTED: row.started, DECIDED: row.decided, IN_FORCE: row.in_force, column: Period(begins, ends)}
    _in_order(
        periods[STARTED].first, periods[DECIDED].last or periods[DECIDED].first, reports_texts.DECIDED_BEFORE_STARTED
    )
    _in_order(periods[STARTED].first, periods[IN_FORCE].first, reports_texts.IN_FORCE_BEFORE_STARTED)


def _in_order(earlier: str, later: str, sentence: str) -> None:
    if earlier and later and last_day(later) < first_day(earlier).replace(day=1):
        raise InputError(sentence)


# -- contradictions --------------------------------------------------------------------------------------------------
def contradictions(report: Report) -> list[str]:
    """Return what does not agree between region and RSS, and within the plan, as sentences that say what to look at."""
    if not has_vision(report):
        return []
    mine = vision(report)
    found: list[str] = []
    for other in _others(report):
        if has_vision(other):
            found += _between(report, mine, other, vision(other))
    return [*found, *_within(report, mine)]


def _others(report: Report) -> list[Report]:
    document = OTHERS if report.document == REGION else REGION
    try:
        return open_reports(report.session, document)
    except InputError:
        return []


def _between(report: Report, mine: Vision, other: Report, theirs: Vision) -> Iterator[str]:
    names = {"mine": report.actor.name if report.actor else "", "theirs": other.actor.name if other.actor else ""}
    for what, one, two in ((reports_texts.WHAT_STARTED, mine.started, theirs.started),
                           (reports_texts.WHAT_IN_FORCE, mine.in_force, theirs.in_force)):
        if one.first and two.first and not _meet(one.first, one.first, two.first, two.first):
            yield reports_texts.VISION_DIFFERS.format(what=what, one=one.shown, two=two.shown, **names)
    region, county = (mine, theirs) if report.document == REGION else (theirs, mine)
    if region.decided.first and county.decided.first and not _meet(
            region.decided.first, region.decided.first, county.decided.first,
            county.decided.last or county.decided.first):
        yield reports_texts.VISION_OUTSIDE.format(region=region.decided.shown, county=county.decided.shown)


def _last_of(stored: str) -> str:
    first, last = ends_of(stored)
    return last or first


def _meet(first: str, last: str, other_first: str, other_last: str) -> bool:
    """Whether two periods have a month in common."""
    return first_day(first).replace(day=1) <= last_day(other_last) and \
        first_day(other_first).replace(day=1) <= last_day(last)


def _within(report: Report, mine: Vision) -> Iterator[str]:
    state = report.state
    decisions = _decisions(state, report)
    for one in decisions:
        if one.in_force and mine.in_force.first and not _meet(
                one.in_force, one.in_force, mine.in_force.first, mine.in_force.first):
            yield reports_texts.VISION_IN_FORCE.format(title=one.title, decision=format_date(one.in_force),
                                               report=mine.in_force.shown)
    if mine.in_force.first and mine.decided.first and last_day(
            mine.in_force.first) < first_day(mine.decided.first).replace(day=1):
        yield reports_texts.VISION_BEFORE_DECISION.format(force=mine.in_force.shown, decided=mine.decided.shown)
    said = [actor.name for actor in state.actors
            if state.answer(anchors.VISION_DECISIONS, actor.id).value in ("antagen", "antagen-andringar")]
    total = max((one.adopted or 0 for one in decisions), default=0)
    if said and total and len(said) != total:
        yield reports_texts.VISION_COUNT.format(said=len(said), adopted=total)
