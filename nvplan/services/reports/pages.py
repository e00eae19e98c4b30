"""A report's questions one at a time: what is asked, the draft, the answer of the time before, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import InputError
from nvplan.model.reporting import ReportItem
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reports.drafting import Draft, draft_text, drafts
from nvplan.services.reports.occasions import previous_report, why_not_written
from nvplan.services.reports.opening import Report, report_of
from nvplan.services.reports.standing import ItemStanding, by_item, standings


@dataclass(frozen=True)
class ItemPage:
    """One question: how far it is, its draft as text, what it hangs on, and the answer of the occasion before."""

    standing: ItemStanding
    above: ReportItem | None
    """The item that it stands below."""
    draft: str
    """The draft as running text; empty where the plan has nothing."""
    elsewhere: Sequence[str]
    linked: Sequence[str]
    """The plan's questions that the draft leans on, as they are asked."""
    same: str
    """What the plan's question is called that asks for the same text; empty where the text is the report's own."""
    before: str | None
    """The answer of the occasion before, empty where there was none; None where no occasion is before."""

    @property
    def item(self) -> ReportItem:
        """The item in the form."""
        return self.standing.item


@dataclass(frozen=True)
class ReportPages:
    """The questions of a report that people write in, in order."""

    report: Report
    pages: Sequence[ItemPage]
    before_title: str

    def find(self, item: str) -> int | None:
        """Return the place of an item's page, None where it has none."""
        return next((place for place, page in enumerate(self.pages) if page.item.id == item), None)


def report_pages(session: OpenPlan, occasion: str) -> ReportPages:
    """Return the questions of an occasion's report that people write in.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: its form is printed by no document.
    """
    report = report_of(session, occasion)
    known, found = drafts(report), standings(report)
    before, title = _before(session, report)
    items = {item.id: item for item in report.items}
    return ReportPages(report, [_page(report, one, items, known.get(one.item.id), before) for one in found
                                if not why_not_written(report, one.item)], title)


def _before(session: OpenPlan, report: Report) -> tuple[Mapping[str, ItemStanding] | None, str]:
    try:
        before = previous_report(session, report)
    except InputError:
        return None, ""
    return by_item(standings(before)), before.occasion.title if before.occasion else ""


def _page(report: Report, one: ItemStanding, items: Mapping[str, ReportItem], draft: Draft | None,
          before: Mapping[str, ItemStanding] | None) -> ItemPage:
    told = None
    if before is not None:
        old = before.get(one.item.id)
        told = old.text if old else ""
    same = report.same.get(one.item.id)
    return ItemPage(one, items.get(one.item.parent), draft_text(draft) if draft else "",
                    draft.elsewhere if draft else (),
                    [linked.label for linked in draft.linked] if draft else (),
                    all_questions()[same].label if same else "", told)
