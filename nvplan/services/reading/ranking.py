"""Which rows of a list have the words that were typed, those closest by name first: å ä ö may be written a a o."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from nvplan.model.collation import fold


class Findable(Protocol):
    """What can be found: by its own name, by what its row says beside, by its code, and by words that only find it."""

    @property
    def text(self) -> str:
        """Its own name."""

    @property
    def detail(self) -> str:
        """What its row says beside."""

    @property
    def found_by(self) -> str:
        """Words that only find it."""

    @property
    def code(self) -> str:
        """What it is called in files and commands: it finds it and is not shown; empty where there is none."""


_Row = TypeVar("_Row", bound=Findable)


def folded(row: Findable) -> str:
    """Return what a row is found by, without case and marks: its own name, its row, and the words that only find."""
    return fold(f"{row.text} {row.detail} {row.code} {row.found_by}")


def ranked(rows: Sequence[tuple[str, _Row]], typed: str) -> list[_Row]:
    """Return the rows, each after what it is found by, that have every word typed, those closest by name first."""
    words = fold(typed).split()
    if not words:
        return [row for _, row in rows]
    hits = [pair for pair in rows if all(word in pair[0] for word in words)]
    hits.sort(key=lambda pair: _rank(pair[1], pair[0], words))
    return [row for _, row in hits]


def _rank(row: Findable, found_by: str, words: Sequence[str]) -> int:
    """Return how far down a hit stands: the row's own name first, then what its row says, then what only finds it.

    A name that is what was typed comes before one that begins with it, and that before one that has it inside. A code
    that is typed counts as the name.
    """
    name, code, typed = fold(row.text).strip(), fold(row.code), " ".join(words)
    if typed and typed in (name, code):
        return 0
    if name.startswith(typed) or (code and code.startswith(typed)):
        return 1
    if all(any(part.startswith(word) for part in name.split()) for word in words):
        return 2
    if all(word in name for word in words):
        return 3
    return 4 if all(word in found_by[:len(row.text) + 1 + len(row.detail)] for word in words) else 5
