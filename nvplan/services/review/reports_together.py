"""Rules about the region's and the others' reports together: what contradicts, and what answers the same matter."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.catalog import anchors
from nvplan.catalog.report_links import same_matters
from nvplan.model.errors import NvplanError
from nvplan.model.safetext import one_line
from nvplan.services.reports.opening import OTHERS, REGION, Report, open_reports
from nvplan.services.reports.vision import contradictions
from nvplan.services.review.context import Context, Hit, asked, check
from nvplan.texts import review as review_texts

#: How much of each answer is shown beside the other, and of all of it together.
_EACH, _TOGETHER = 160, 1_200


@check("rapporter-malbild")
def visions_apart(context: Context) -> Iterator[Hit]:
    """Yield the region's reports whose days for the målbild do not agree with the plan or with the others' reports."""
    for report in _reports(context, REGION):
        told = contradictions(report)
        if told:
            yield Hit(_place(report), {"told": one_line(" ".join(told), _TOGETHER)})


@check("rapporter-sida-vid-sida")
def reports_side_by_side(context: Context) -> Iterator[Hit]:
    """Yield the region's reports that answer the same matter as another body's, with both answers beside each other."""
    others = _reports(context, OTHERS)
    for mine in _reports(context, REGION):
        told = [line for theirs in others for line in _same(mine, theirs)]
        if told:
            yield Hit(_place(mine), {"told": one_line(" ".join(told), _TOGETHER)})


def _reports(context: Context, document: str) -> list[Report]:
    if context.plan is None:
        return []
    try:
        return open_reports(context.plan, document)
    except NvplanError:  # nobody hands it in, or what was frozen is gone: other rules say so
        return []


def _same(mine: Report, theirs: Report) -> Iterator[str]:
    """Yield both bodies' own texts on each matter that both have written about."""
    for matter in same_matters():
        one, two = _text(mine, matter.items), _text(theirs, matter.items)
        if one and two and one != two:
            yield review_texts.SIDE_BY_SIDE.format(
                matter=matter.label, mine=_name(mine), one=one_line(one, _EACH), theirs=_name(theirs),
                two=one_line(two, _EACH))


def _text(report: Report, items: tuple[str, ...]) -> str:
    written = (report.text(item) for item in items if item.startswith(f"{report.form.id}:"))
    return next((found.text for found in written if found is not None), "")


def _name(report: Report) -> str:
    return report.actor.name if report.actor is not None else report.form.title


def _place(report: Report) -> str:
    return f"rapporttillfalle:{report.occasion.id}" if report.occasion is not None else asked(anchors.VISION)


