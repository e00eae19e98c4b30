"""What the planner says in passing: it stands on the blank row below where one is, covers nothing, and soon goes.

A sentence at the bottom lay over the last rows of a list and stayed for as long as it had been given, also when the
person had read it and gone on. Now the next key takes it away, unless it came so fast that nobody can have read it.
"""

from __future__ import annotations

from time import monotonic

from textual.notifications import SeverityLevel

from nvplan.tui.typing_order import TypingOrderApp

#: Seconds that a sentence stays at most; what went wrong stays longer.
STAYS, STAYS_BAD = 4.0, 12.0
#: Seconds that it takes to read it: a key that comes before that leaves it.
READ, READ_BAD = 1.5, 4.0


class PassingWordsApp(TypingOrderApp):
    """An app that says things in passing."""

    def __init__(self) -> None:
        super().__init__()
        self._said: float | None = None
        """When something was said last that the next key takes away, by a clock that never goes back."""
        self._read = READ

    def say(self, text: str, *, bad: bool = False) -> None:
        """Say something in passing; what went wrong stays longer."""
        self.notify(text, severity="error" if bad else "information", timeout=STAYS_BAD if bad else STAYS, markup=False)

    def notify(self, message: str, *, title: str = "", severity: SeverityLevel = "information",
               timeout: float | None = None, markup: bool = True) -> None:
        """Show what is said, by the planner or by a field of it, and remember when."""
        self._said, self._read = monotonic(), READ_BAD if severity == "error" else READ
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def key_comes(self) -> None:
        """Take away what was said, once it has stood long enough to be read."""
        if self._said is not None and monotonic() - self._said >= self._read:
            self._said = None
            self.clear_notifications()
