"""What stands beside a list: all that is known of the marked row, and in the widest windows a third part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.model.plan import PlanState
from nvplan.tui.where import Where
from nvplan.tui.widgets.frame import KeyBar
from nvplan.tui.widgets.reading import ReadingPanel
from nvplan.tui.widgets.side_panel import WIDE, panel_width, third_width

if TYPE_CHECKING:
    from nvplan.tui.screens.shared.list_place import ListPlace


class ListBeside:
    """Held by a list; tells what the list says of its marked row."""

    def __init__(self, place: ListPlace) -> None:
        self._place = place
        self._told: tuple[PlanState, Where | None, str, int] | None = None
        """What stands beside and below the list: which row of which state, in which place and width."""

    def compose(self) -> Iterable[Widget]:
        """Compose what stands beside the list."""
        yield ReadingPanel(id="panel", text="beside")
        if self._place.HAS_THIRD:
            yield ReadingPanel(id="third", text="third-text")

    @property
    def panel(self) -> int:
        """How wide what is told of the marked row is."""
        return panel_width(self._place.size.width, third=self._place.HAS_THIRD)

    @property
    def has_third(self) -> bool:
        """Whether a third part stands beside that."""
        return self._third > 0

    @property
    def _third(self) -> int:
        return third_width(self._place.size.width) if self._place.HAS_THIRD else 0

    @property
    def list_room(self) -> int:
        """How many cells are left for the list."""
        return self._place.size.width - self.panel - self._third - 4

    def forget(self) -> None:
        """Tell everything anew the next time."""
        self._told = None

    def show(self) -> None:
        """Tell about the row that is marked, unless that is told already."""
        place = self._place
        marked, width = place.table.marked, place.size.width
        told = place.session.state, place.where, marked, width
        if self._told is not None and told[0] is self._told[0] and told[1:] == self._told[1:]:
            return
        self._told = told
        place.query_one(KeyBar).refresh()
        below, shown = place.query_one("#below", Static), place.below()
        below.update(shown)
        below.display = bool(shown.plain)
        if width >= WIDE:
            place.query_one("#beside", Static).update(place.beside(marked) if marked else Content(""))
            place.query_one("#panel", VerticalScroll).scroll_home(animate=False)
        for part in place.query("#third"):
            part.display = bool(self._third)
            part.styles.width = max(1, self._third)
            if self._third:
                words = place.third(marked, self._third - 6) if marked else Content("")
                place.query_one("#third-text", Static).update(words)
                part.set_class(not words.plain, "-nothing")
