"""The tags that say how binding a requirement is: a word in brackets, heavier the more it binds."""

from __future__ import annotations

from textual.content import Content

from nvplan.texts import planner as planner_texts
from nvplan.tui.literal import literal

_HEAVY = frozenset(planner_texts.MODALITY[code] for code in ("ska", "lag", "mal"))
_LIGHT = frozenset({planner_texts.MODALITY["kan"], planner_texts.PROPOSED})


def tag(mark: str) -> Content:
    """Return a mark as its tag: what must be done is bold, what may be done is quiet."""
    style = "bold" if mark in _HEAVY else "$quiet" if mark in _LIGHT else ""
    return literal(f"[{mark}]", style)


def example_tag(mark: str) -> Content:
    """Return the tag that says that nothing here is real: the only one that is turned about."""
    return literal(f"[{mark}]", "bold reverse $warning")
