"""A list in which one row is chosen; the choice is a sign and not a colour."""

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

_CHOSEN, _OTHER = "●", "○"


class OneOf(RowList):
    """Enter or space chooses the marked row."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    @dataclass
    class Changed(Message):
        """The person chose another row."""

        list: OneOf

        @property
        def control(self) -> OneOf:
            """The list."""
            return self.list

    def __init__(self, rows: Sequence[tuple[str, str, str]], chosen: str, *, id: str) -> None:  # noqa: A002
        """Offer rows of code, label and explanation."""
        self._offered = list(rows)
        self.chosen = chosen
        super().__init__(*self._drawn(), id=id)

    def _drawn(self) -> list[Option]:
        return [Option(Content.assemble(_CHOSEN if code == self.chosen else _OTHER, " ", Content(label),
                                        Content.styled(f"  {about}", "$quiet") if about else ""))
                for code, label, about in self._offered]

    def on_mount(self) -> None:
        """Stand on the chosen row."""
        codes = [code for code, _, _ in self._offered]
        self.highlighted = codes.index(self.chosen) if self.chosen in codes else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the row."""
        event.stop()
        self.chosen = self._offered[event.option_index][0]
        self.set_options(self._drawn())
        self.highlighted = event.option_index
        self.post_message(self.Changed(self))
