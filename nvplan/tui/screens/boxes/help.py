"""F1: help on the question at hand, and every key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from nvplan.texts import planner as planner_texts
from nvplan.tui.commands import Command, key_bindings
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.widgets.box_frame import BoxFrame
from nvplan.tui.widgets.frame import key_table
from nvplan.tui.widgets.reading import Reading, ReadingScroll


class HelpBox(Box[None]):
    """Shows the guidance of a question and the keys of a screen."""

    BINDINGS: ClassVar[list[BindingType]] = key_bindings("f1,enter,q", "close", planner_texts.KEY_CLOSE)

    def __init__(self, commands: Sequence[tuple[Command, str]], about: Content | None) -> None:
        super().__init__()
        self._commands, self._about = commands, about

    def compose(self) -> ComposeResult:
        """Compose the text."""
        with BoxFrame(planner_texts.HELP_TITLE):
            with ReadingScroll(id="help-text"):
                if self._about is not None:
                    yield Reading(self._about, markup=False)
                yield Reading(Content.styled(planner_texts.GUIDE_KEYS, "bold"), markup=False)
                yield Reading(key_table(self._commands), markup=False)
            yield Static(literal(planner_texts.HELP_CLOSE_HINT), classes="note")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#help-text").focus()
