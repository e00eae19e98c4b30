"""Reads which questions of the plans each item of a report is drafted from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from nvplan.catalog.faults import Fault, file_faults, id_faults, read_checked
from nvplan.catalog.location import remembered
from nvplan.catalog.questions import all_questions
from nvplan.catalog.reference import codes
from nvplan.catalog.reporting import report_forms, report_items
from nvplan.model.kinds import kind_of
from nvplan.model.objects import DECISION_SUBJECTS
from nvplan.model.question import Question
from nvplan.model.report_links import ReportLink, SameMatter
from nvplan.texts import reports as reports_texts

LINKS, MATTERS = "redovisning/kopplingar.jsonl", "redovisning/samma_fraga.jsonl"


@remembered
def report_links(folder: Path | None = None) -> Mapping[str, ReportLink]:
    """Return the links by item id.

    Raises:
        CatalogError: data/redovisning/kopplingar.jsonl does not hold, or points at what does not exist.
    """
    return {row.item: row for row in read_checked(LINKS, ReportLink, link_faults, folder)}


def link_faults(rows: Sequence[ReportLink]) -> Iterator[Fault]:
    """Yield links that stand twice, and items and questions that do not exist."""
    items = {item.id for form in report_forms() for item in report_items(form)}
    questions = all_questions()
    kinds, types = ({code.id for code in codes(one).codes} for one in ("planslag", "insatstyp"))
    seen: set[str] = set()
    for place, row in enumerate(rows):
        for kind in sorted(set(row.plans) - kinds):
            yield place, reports_texts.FAULT_LINK_PLAN.format(kind=kind)
        for kind in sorted(set(row.kinds) - types):
            yield place, reports_texts.FAULT_LINK_KIND.format(kind=kind)
        for subject in sorted(set(row.decisions) - set(DECISION_SUBJECTS)):
            yield place, reports_texts.FAULT_LINK_DECISION.format(subject=subject)
        if row.item in seen:
            yield place, reports_texts.FAULT_LINK_TWICE.format(item=row.item)
        seen.add(row.item)
        if row.item not in items:
            yield place, reports_texts.FAULT_LINK_ITEM.format(item=row.item)
        for question in row.questions:
            if question not in questions:
                yield place, reports_texts.FAULT_LINK_QUESTION.format(question=question)
        if row.same and not (row.same in row.questions and _is_text_of_county(questions.get(row.same))):
            yield place, reports_texts.FAULT_LINK_SAME.format(question=row.same)


def _is_text_of_county(question: Question | None) -> bool:
    return question is not None and kind_of(question).is_text and question.per == "lan"


def report_link_faults(folder: Path | None = None) -> list[str]:
    """Return every fault of the files with the links and with what several reports ask about."""
    return [*file_faults(LINKS, ReportLink, link_faults, folder),
            *file_faults(MATTERS, SameMatter, _matter_faults, folder)]


@remembered
def same_matters() -> tuple[SameMatter, ...]:
    """Return what several reports ask about.

    Raises:
        CatalogError: data/redovisning/samma_fraga.jsonl does not hold, or points at what does not exist.
    """
    return read_checked(MATTERS, SameMatter, _matter_faults)


def _matter_faults(rows: Sequence[SameMatter]) -> Iterator[Fault]:
    yield from id_faults(rows)
    items = {item.id for form in report_forms() for item in report_items(form)}
    for place, row in enumerate(rows):
        for item in row.items:
            if item not in items:
                yield place, reports_texts.FAULT_LINK_ITEM.format(item=item)
