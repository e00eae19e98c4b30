"""What stands beside a list: all that is known of the marked row, and in the widest windows a third part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.model.plan import PlanState
from nvplan.services.writing.session import PlanSession
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Where
from nvplan.tui.widgets.frame import KeyBar
from nvplan.tui.widgets.object_table import ObjectTable
from nvplan.tui.widgets.side_panel import WIDE, panel_width, third_width


class ListBeside(PlaceScreen):
    """A place with a list that tells of its marked row; a subclass says what is told."""

    HAS_THIRD: ClassVar[bool] = False  # whether the widest windows tell a third part

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self._told: tuple[PlanState, Where | None, str, int] | None = None
        """What stands beside and below the list: which row of which state, in which place and width."""

    def compose_beside(self) -> Iterable[Widget]:
        """Compose what stands beside the list."""
        with VerticalScroll(id="panel", can_focus=False):
            yield Static("", id="beside", markup=False)
        if self.HAS_THIRD:
            with VerticalScroll(id="third", can_focus=False):
                yield Static("", id="third-text", markup=False)

    @property
    def table(self) -> ObjectTable:
        """The list."""
        return self.query_one(ObjectTable)

    def below(self) -> Content:
        """Return what stands below the list; nothing for most lists."""
        return Content("")

    def beside(self, identity: str) -> Content:
        """Return what is told of the marked row."""
        raise NotImplementedError

    def third(self, identity: str, width: int) -> Content:
        """Return what the widest windows tell of the marked row beside that, in so many cells."""
        return Content("")

    @property
    def side_room(self) -> int:
        """How many cells what stands beside the list has."""
        return self._panel - 5

    @property
    def _panel(self) -> int:
        return panel_width(self.size.width, third=self.HAS_THIRD)

    @property
    def _third(self) -> int:
        return third_width(self.size.width) if self.HAS_THIRD else 0

    @property
    def _room(self) -> int:
        return self.size.width - self._panel - self._third - 4

    def _show_beside(self) -> None:
        told = self.session.state, self.where, self.table.marked, self.size.width
        if self._told is not None and told[0] is self._told[0] and told[1:] == self._told[1:]:
            return
        self._told = told
        self.query_one(KeyBar).refresh()
        below, shown = self.query_one("#below", Static), self.below()
        below.update(shown)
        below.display = bool(shown.plain)
        if self.size.width >= WIDE:
            marked = self.table.marked
            self.query_one("#beside", Static).update(self.beside(marked) if marked else Content(""))
            self.query_one("#panel", VerticalScroll).scroll_home(animate=False)
        for part in self.query("#third"):
            part.display = bool(self._third)
            part.styles.width = max(1, self._third)
            if self._third:
                words = self.third(self.table.marked, self._third - 5) if self.table.marked else Content("")
                self.query_one("#third-text", Static).update(words)
