"""Finding a choice by typing its name, letter for letter."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.collation import fold


class NameSearch:
    """What has been typed of a name, and which of the names it leads to."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = [fold(name) for name in names]
        self._typed = ""

    def add(self, typed: str) -> int | None:
        """Add what was typed and return the place of the name; letters that go on to no name begin a new one."""
        for tried in (self._typed + fold(typed), fold(typed)):
            place = self._place(tried)
            if place is not None:
                self._typed = tried
                return place
        self._typed = ""
        return None

    def goes_on_with(self, typed: str) -> bool:
        """Whether a name goes on with this after what was typed: a space between two words is part of the name."""
        return bool(self._typed) and self._place(self._typed + typed) is not None

    def take_back(self) -> bool:
        """Take the last letter back; false where none was typed."""
        typed, self._typed = self._typed, self._typed[:-1]
        return bool(typed)

    def end(self) -> None:
        """Forget what was typed: the next letter begins a name."""
        self._typed = ""

    def _place(self, typed: str) -> int | None:
        """Return the first name that begins so, or else the first with a word inside that does."""
        begins = (place for place, name in enumerate(self._names) if name.startswith(typed))
        inside = (place for place, name in enumerate(self._names) if f" {typed}" in name)
        return next(begins, next(inside, None))


class RestOfWord:
    """The rest of a word whose first letter has answered already: it is typed from habit and answers nothing."""

    def __init__(self) -> None:
        self._rest = ""

    def after(self, word: str) -> None:
        """Note that the first letter of the word has answered."""
        self._rest = fold(word)[1:]

    def takes(self, typed: str) -> bool:
        """Whether this is the next letter of that word; any other ends it."""
        is_next = bool(self._rest) and fold(typed) == self._rest[0]
        self._rest = self._rest[1:] if is_next else ""
        return is_next


__all__ = ["NameSearch", "RestOfWord"]
