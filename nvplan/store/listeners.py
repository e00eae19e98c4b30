"""Those who want to hear when a plan has something new."""

from __future__ import annotations

from collections.abc import Callable


class Listeners:
    """Keeps listeners and calls them, those that came first first."""

    def __init__(self) -> None:
        self._kept: dict[int, Callable[[], None]] = {}
        self._next = 0

    def add(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Keep a listener; return what lets it go."""
        number, self._next = self._next, self._next + 1
        self._kept[number] = listener

        def end() -> None:
            self._kept.pop(number, None)

        return end

    def tell(self) -> None:
        """Call every listener."""
        for listener in [*self._kept.values()]:
            listener()
