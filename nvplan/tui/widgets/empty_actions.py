"""What can be done in a list where there is nothing yet: rows that Enter chooses, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from nvplan.tui.commands import Command
from nvplan.tui.widgets.row_list import RowList

#: How wide the column of the keys is.
_KEY = 8


class EmptyActions(RowList):
    """Has the cursor while the list is empty; the keys of the place work as well."""

    def __init__(self) -> None:
        super().__init__(id="first-steps")
        self._steps: Sequence[tuple[Command, str]] = ()

    def show(self, steps: Sequence[tuple[Command, str]]) -> None:
        """Show commands, each in the words that say what it begins; with none of them there is no list."""
        self._steps = steps
        self.display = bool(steps)
        self.set_options([Option(Content.assemble((f"{command.key_name:<{_KEY}}", "bold $primary"), words))
                          for command, words in steps])
        self.highlighted = 0 if steps else None

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the row says."""
        event.stop()
        await self.screen.run_action(self._steps[event.option_index][0].action)
