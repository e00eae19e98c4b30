"""Rules about the region's and the others' reports together: what contradicts, and what answers the same matter."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.catalog import anchors
from nvplan.catalog.report_links import report_links, same_matters
from nvplan.model.errors import NvplanError
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.report_links import ReportLink
from nvplan.model.safetext import one_line
from nvplan.services.reports.opening import OTHERS, REGION, Report, number_of, open_reports
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


@check("rapport-text-utan-svar")
def told_in_the_report_alone(context: Context) -> Iterator[Hit]:
    """Yield reports in which a text answers what the plan asks for too and has no answer to: it belongs in the plan.

    A report shows the plan's answer until somebody words it otherwise there. An item that tells insatser as well is a
    text of the report's own.
    """
    for report in (*_reports(context, REGION), *_reports(context, OTHERS)):
        alone = [item for item in report.items if not report.is_frozen and report.text(item.id) is not None
                 and _unanswered(context, report_links().get(item.id))]
        if alone:
            questions = dict.fromkeys(question for item in alone for question in report_links()[item.id].questions)
            yield Hit(_place(report), {"numbers": review_texts.some([number_of(item) for item in alone], 6),
                                       "questions": review_texts.some(list(questions), 6)})


def _unanswered(context: Context, link: ReportLink | None) -> bool:
    """Whether an item is answered by questions alone, and none of them has an answer from anyone."""
    if link is None or link.parts != () or not link.questions:
        return False
    return all(context.state.answer(question, actor).value is None for question in link.questions
               for actor in (WHOLE_COUNTY, *(one.id for one in context.state.actors)))


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


