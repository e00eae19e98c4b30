"""Texts that a report and the plan both ask for: they stand in the plan's answers alone, and a report shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nvplan.catalog.report_links import report_links
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.reporting import ReportItem
from nvplan.services.reports.written import Written
from nvplan.texts import reports as reports_texts


def same_questions(items: Iterable[ReportItem], own: Mapping[str, Written]) -> Mapping[str, str]:
    """Return the question that holds an item's text, by item id.

    An item that a text of the report's own stands beside, from an older file or copy, has that text until someone has
    taken it away: nothing that was written is hidden.
    """
    links = report_links()
    return {item.id: links[item.id].same for item in items
            if item.id in links and links[item.id].same and item.id not in own}


def answered_texts(state: PlanState, same: Mapping[str, str]) -> Mapping[str, Written]:
    """Return the answers that are the texts of items, by item id; an unanswered question has none."""
    found = {}
    for item, question in same.items():
        answer = state.answer(question, WHOLE_COUNTY)
        if answer.value is not None:
            carried = reports_texts.LAST_YEARS_PLAN if answer.carried else ""
            found[item] = Written(text=str(answer.value), carried=carried, changed=answer.changed, role=answer.role)
    return found
