"""Reads which questions of the plans each item of a report is drafted from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from nvplan.catalog.faults import Fault, file_faults, read_checked
from nvplan.catalog.location import remembered
from nvplan.catalog.questions import all_questions
from nvplan.catalog.reporting import report_forms, report_items
from nvplan.model.report_links import ReportLink
from nvplan.texts import reports as reports_texts

LINKS = "redovisning/kopplingar.jsonl"


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
    seen: set[str] = set()
    for place, row in enumerate(rows):
        if row.item in seen:
            yield place, reports_texts.FAULT_LINK_TWICE.format(item=row.item)
        seen.add(row.item)
        if row.item not in items:
            yield place, reports_texts.FAULT_LINK_ITEM.format(item=row.item)
        for question in row.questions:
            if question not in questions:
                yield place, reports_texts.FAULT_LINK_QUESTION.format(question=question)


def report_link_faults(folder: Path | None = None) -> list[str]:
    """Return every fault of the file with the links."""
    return file_faults(LINKS, ReportLink, link_faults, folder)
