"""The share and the index over time, one picture each and never one without the other."""

from __future__ import annotations

from decimal import Decimal

from nvplan.catalog import anchors
from nvplan.catalog.following import goal_in_use
from nvplan.model.document import Block, Chart, Paragraph
from nvplan.model.objects import Measurement
from nvplan.model.trends import goal_level
from nvplan.services.documents.continuity import base, index_rule, measurements, own_goal, plain
from nvplan.services.documents.curves import PERCENT, bar, base_label, measure_curve, measured_bars
from nvplan.services.documents.goals import latest
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount
from nvplan.services.reading.goal_standing import standing_of
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_plans as documents_plans_texts


def share_and_index_charts(view: View, *, told_elsewhere: bool = False) -> list[Block]:
    """Return the share and the index, one chart each, never one without the other.

    `told_elsewhere`: the document has their numbers in a table too.
    """
    series = [_comparable(view, national, [one for one in measurements(view, measure) if not one.actor])
              for national, measure in ((anchors.SHARE_GOAL, "andel_lakarkontakt"),
                                        (anchors.DOCTOR_INDEX_GOAL, "coc_lakare"))]
    share, index = (latest(one) for one in series)
    if share is None and index is None:
        return [Paragraph(text=documents_actions_texts.SHARE_AND_INDEX_NONE, tone="missing")]
    charts = [
        _chart(view, anchors.SHARE_GOAL, documents_actions_texts.SHARE_CHART, Decimal(100), series[0],
               _share_told(view, share)),
        _chart(view, anchors.DOCTOR_INDEX_GOAL, documents_actions_texts.INDEX_CHART, Decimal(1), series[1],
               _index_told(view, index)),
    ]
    return [chart.model_copy(update={"told_elsewhere": told_elsewhere}) for chart in charts]


def _comparable(view: View, national: str, measured: list[Measurement]) -> list[Measurement]:
    """Return the values that are counted alike: of whom the county's own goal is, else of whom the first is."""
    own = own_goal(view, national)
    wanted = own.denominator if own is not None and own.denominator else next(
        (one.denominator for one in measured if one.denominator), "")
    return [one for one in measured if not wanted or one.denominator in ("", wanted)]


def _share_told(view: View, one: Measurement | None) -> str:
    if one is None:
        return documents_actions_texts.SHARE_NOT_MEASURED
    denominator = view.text(one, "denominator")
    return (
        documents_actions_texts.SHARE_TOLD.format(denominator=denominator.lower())
        if denominator
        else documents_actions_texts.SHARE_NOT_TOLD
    )


def _index_told(view: View, one: Measurement | None) -> str:
    if one is None:
        return documents_actions_texts.INDEX_NOT_MEASURED
    rule = view.text(one, "inclusion") or index_rule(view, "lakare")
    return documents_actions_texts.INDEX_TOLD.format(inclusion=rule) if rule else documents_actions_texts.INDEX_NOT_TOLD


def _chart(view: View, national: str, title: str, most: Decimal, measured: list[Measurement], told: str) -> Chart:
    goal = goal_in_use(national, view.state.info)
    unit = "procent" if national == anchors.SHARE_GOAL else "index"
    year, start = base(view, national)
    own = own_goal(view, national)
    standing = standing_of(own, view.objects(Measurement)) if own is not None else None
    bars = []
    if start is not None:
        bars.append(bar(base_label(str(int(year)) if year is not None else ""), start, amount(start, unit)))
    drawn = [one for one in measured if one.date and not (
        one.value == start and year is not None and one.date.startswith(str(int(year))))]
    bars += measured_bars(view, drawn)
    level = goal_level(goal, start) if goal is not None else None
    if level is not None:
        label = documents_actions_texts.NATIONAL_BAR if unit == "procent" else documents_actions_texts.COMPUTED_BAR
        bars.append(bar(label, level, f"{plain(level)}\u00a0%" if unit == "procent" else plain(level)))
    curve = measure_curve(drawn, (year, start), standing, PERCENT if unit == "procent" else "")
    if own is not None and own.target is not None and curve is not None and curve.target is not None:
        bars.append(bar(documents_plans_texts.TARGET_BAR_DATE.format(date=view.text(own, "date")), own.target,
                        amount(own.target, unit)))
        view.show(own, "target", "date", "unit", "measure", "national")
    return Chart(title=title, alternative=told, bars=tuple(bars), most=most, curve=curve)
