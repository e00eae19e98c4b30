"""What is worked out from an answer, under the field where it is typed."""

from __future__ import annotations

from textual.widgets import Static

from nvplan.model.plan import PlanState
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.worked_out import worked_out
from nvplan.tui.literal import literal


class WorkedOutLine(Static):
    """The goal, the need or the share that an answer gives; nothing where none is worked out."""

    def show(self, state: PlanState, stop: Stop) -> None:
        """Work it out anew."""
        told = worked_out(stop.question, state.answer(stop.question.id, stop.actor).value, state.info)
        self.display = bool(told)
        self.update(literal(told))
