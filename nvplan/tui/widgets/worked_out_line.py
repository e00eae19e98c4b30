"""What is worked out from an answer, under the field where it is typed."""

from __future__ import annotations

from textual.widgets import Static

from nvplan.services.reading.guide import Stop
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.worked_out import told_under
from nvplan.tui.literal import literal


class WorkedOutLine(Static):
    """The goal, the need, the share or the gap that goes with an answer; nothing where none is worked out."""

    def show(self, plan: OpenPlan, stop: Stop) -> None:
        """Work it out anew."""
        told = told_under(plan, stop)
        self.display = bool(told)
        self.update(literal(told))
