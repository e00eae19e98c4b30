"""A list in which any number of rows can be ticked; a tick is a sign and not a colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from nvplan.tui.widgets.row_list import RowList

_TICKED, _EMPTY = "[x]", "[ ]"


class TickList(RowList):
    """Enter or space ticks and unticks the marked row."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    @dataclass
    class Changed(Message):
        """The person ticked or unticked a row."""

        list: TickList

        @property
        def control(self) -> TickList:
            """The list."""
            return self.list

    def __init__(self, rows: Sequence[tuple[str, str]], ticked: Sequence[str], **settings: str) -> None:
        self._offered = list(rows)
        self._ticked = set(ticked)
        super().__init__(*self._drawn(), **settings)  # type: ignore[arg-type]

    @property
    def ticked(self) -> list[str]:
        """The ids of the ticked rows, in the order of the list."""
        return [identity for identity, _ in self._offered if identity in self._ticked]

    def show(self, ticked: Sequence[str]) -> None:
        """Show other ticks, without saying that the person made them."""
        self._ticked = set(ticked)
        self._redraw()

    def go_to_ticked(self) -> None:
        """Put the cursor on the first row that is ticked, where any is."""
        ids = [identity for identity, _ in self._offered]
        self.highlighted = next((ids.index(one) for one in self.ticked), self.highlighted)

    def _drawn(self) -> list[Option]:
        return [Option(Content(f"{_TICKED if identity in self._ticked else _EMPTY} {label}"))
                for identity, label in self._offered]

    def _redraw(self) -> None:
        standing = self.highlighted
        self.set_options(self._drawn())
        self.highlighted = standing

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick or untick the row."""
        event.stop()
        identity = self._offered[event.option_index][0]
        ticked = self.toggled(identity)
        if ticked is None:
            return
        self._ticked = set(ticked)
        self._redraw()
        self.post_message(self.Changed(self))

    def toggled(self, identity: str) -> Sequence[str] | None:
        """Return what is ticked after a row was; None where it may not be."""
        return sorted(self._ticked ^ {identity})
