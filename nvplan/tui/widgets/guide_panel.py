"""The guidance beside a question: one column, in the widest windows two, so that what is required is seen at once."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from nvplan.tui.widgets.reading import ReadingPanel
from nvplan.tui.widgets.side_panel import WIDEST


class GuidePanel(Horizontal):
    """Two texts: what is asked and why, and what is required; one below the other where there is no third part."""

    _asked, _required, _alone = Content(""), Content(""), False

    def compose(self) -> ComposeResult:
        """Compose the two columns."""
        yield ReadingPanel(id="guide-asked", text="guidance")
        yield ReadingPanel(id="guide-required", text="guidance-required")

    def show(self, asked: Content, required: Content, *, alone: bool) -> None:
        """Show the guidance from its beginning.

        Args:
            asked: what is asked, why, and how others did.
            required: what is required, and the sources.
            alone: whether the question needs the room that a second column would take.
        """
        self._asked, self._required, self._alone = asked, required, alone
        self._lay_out()
        for column in self.query(ReadingPanel):
            column.scroll_home(animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Part the guidance where the window has become so wide."""
        self._lay_out()

    def _lay_out(self) -> None:
        parted = self.app.size.width >= WIDEST and not self._alone
        self.set_class(parted, "-parted")
        self.query_one("#guide-required", ReadingPanel).display = parted
        both = Content("\n\n").join([self._asked, self._required])
        self.query_one("#guidance", Static).update(self._asked if parted else both)
        self.query_one("#guidance-required", Static).update(self._required if parted else Content(""))
