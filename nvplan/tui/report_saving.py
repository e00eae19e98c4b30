"""Saves an item's own text in a report while the person types, the way an answer in a plan is saved."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.model.kinds import kind_of
from nvplan.model.reporting import ReportItem
from nvplan.model.values import Value
from nvplan.services.reports.occasions import check_text
from nvplan.services.reports.opening import Report, number_of, report_of
from nvplan.services.writing.commands_reports import WriteReportText
from nvplan.services.writing.session import PlanSession
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.saving import FieldSaver
from nvplan.tui.widgets.fields import AnswerField

if TYPE_CHECKING:
    from nvplan.tui.keeping import KeepingApp


class ReportSaver(FieldSaver):
    """Keeps one item's text saved; without a text of its own the item shows the draft."""

    cleared = reports_planner_texts.CLEARED

    def __init__(self, session: PlanSession, report: Report, item: ReportItem, field: AnswerField, keeper: KeepingApp,
                 on_saved: Callable[[], None]) -> None:
        self.report, self.item = report, item
        super().__init__(session, field, keeper, on_saved)

    @property
    def identity(self) -> str:
        """The occasion's id."""
        return self.report.occasion.id if self.report.occasion else ""

    @property
    def key(self) -> Hashable:
        """The report and the item."""
        return self.session.address, "redovisning", self.identity, self.item.id

    @property
    def where(self) -> str:
        """The report and the item, in words."""
        return unsaved_texts.REPORT_IN.format(number=f"{number_of(self.item)} {self.item.text}")

    def stored(self) -> Value | None:
        """Return what people have written, None where the draft stands or the report is gone."""
        try:
            report = self.report if self.report.is_frozen else report_of(self.session, self.identity)
        except NvplanError:
            return None
        one = report.text(self.item.id)
        return one.text if one else None

    def check(self, given: object) -> Value | None:
        """Return the text as it would be stored."""
        return check_text(self.report, self.item, str(given)) or None

    def store(self, value: Value | None) -> None:
        """Write the text over the draft, or take it away."""
        self.session.do(WriteReportText(self.identity, number_of(self.item), str(value or ""), str(self.seen or ""),
                                        self.edit))

    def shown(self, value: Value | None) -> str:
        """Return a text in words."""
        return str(value or "")

    def read_as(self, value: Value | None) -> str:
        """Return how a date was read, while it waits to be saved."""
        return str(value or "") if kind_of(self.field.asked).is_day else ""
