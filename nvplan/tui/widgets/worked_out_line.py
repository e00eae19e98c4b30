"""What is worked out from an answer, under the field where it is typed."""

from __future__ import annotations

from textual.widgets import Static

from nvplan.model.plan import PlanState
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.worked_out import told_beside
from nvplan.tui.literal import literal


class WorkedOutLine(Static):
    """The goal, the need, the share or the gap that goes with an answer; nothing where none is worked out."""

    def show(self, state: PlanState, stop: Stop) -> None:
        """Work it out anew."""
        told = told_beside(state, stop)
        self.display = bool(told)
        self.update(literal(told))
