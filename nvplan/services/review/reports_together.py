"""Rules about the region's and the others' reports together: what contradicts, and what answers the same matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nvplan.catalog import anchors
from nvplan.catalog.questions import all_questions
from nvplan.catalog.report_links import report_links, same_matters
from nvplan.model.errors import NvplanError
from nvplan.model.plan import WHOLE_COUNTY, Answer
from nvplan.model.report_links import ReportLink
from nvplan.model.reporting import ReportItem
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
    """Yield reports in which a text of their own answers what the plan asks for too: it belongs in the plan.

    That is a text from an older file beside a question that is the same text, or one where the item is answered by
    questions alone and none of them has an answer. An item that tells insatser in full is a text of the report's own.
    """
    for report in _open(context):
        alone = [item for item in _own_texts(report)
                 if report_links()[item.id].same or _unanswered(context, report_links()[item.id])]
        if alone:
            yield _hit(report, alone, [question for item in alone for question in _asked(report_links()[item.id])])


@check("rapport-text-aldre-an-svar")
def older_than_the_answer(context: Context) -> Iterator[Hit]:
    """Yield reports with a text of their own that was written before an answer of the plan that it is about."""
    for report in _open(context):
        newer = {item: found for item in _own_texts(report) if not report_links()[item.id].same
                 and (found := _newer(context, report, item))}
        if newer:
            yield _hit(report, list(newer), [question for found in newer.values() for question in found])


def _open(context: Context) -> list[Report]:
    return [one for document in (REGION, OTHERS) for one in _reports(context, document) if not one.is_frozen]


def _own_texts(report: Report) -> list[ReportItem]:
    """Return the items that questions of the plan answer and that have a text of the report's own all the same."""
    return [item for item in report.items
            if item.id in report_links() and item.id not in report.same and report.text(item.id) is not None]


def _asked(link: ReportLink) -> tuple[str, ...]:
    return (link.same,) if link.same else link.questions


def _newer(context: Context, report: Report, item: ReportItem) -> list[str]:
    own = report.text(item.id)
    written = own.changed if own else ""
    return [question for question in report_links()[item.id].questions
            if written and any(one.value is not None and not one.carried and one.changed > written
                               for one in _answers(context, question))]


def _answers(context: Context, question: str) -> Iterator[Answer]:
    for actor in (WHOLE_COUNTY, *(one.id for one in context.state.actors)):
        yield context.state.answer(question, actor)


def _unanswered(context: Context, link: ReportLink) -> bool:
    """Whether an item is answered by questions alone, and none of them has an answer from anyone."""
    if link.parts != () or not link.questions:
        return False
    return all(one.value is None for question in link.questions for one in _answers(context, question))


def _hit(report: Report, items: Sequence[ReportItem], questions: Iterable[str]) -> Hit:
    labels = [f"”{all_questions()[question].label}”" for question in dict.fromkeys(questions)]
    return Hit(_place(report), {"numbers": review_texts.some([number_of(item) for item in items], 6),
                                "questions": review_texts.some(labels, 3)})


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


