"""The line of a form that says what is wrong, or that it is done; it takes no room while there is nothing to say."""

from __future__ import annotations

from textual.widgets import Static

from nvplan.tui.literal import literal, refused


class FaultLine(Static):
    """Stands right above what is pressed, or below the field that it is about."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__("", id=id, classes="note note-bad", markup=False)
        self.display = False

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; nothing takes the line away."""
        self.update(refused(sentence))
        self.set_classes("note note-bad")
        self.display = bool(sentence)

    def tell(self, sentence: str) -> None:
        """Say what was done."""
        self.update(literal(f"✓ {sentence}"))
        self.set_classes("note note-good")
        self.display = True
