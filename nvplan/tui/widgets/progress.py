"""How far something has come, drawn; the number always stands beside.

A thin line where a row stands above or below, low blocks in cards and on stage, which are seen from the back of a room.
What is begun shows at least one cell, and what is not done never all: 99 percent is not the whole line.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

#: What is done and what is left: lying lines, and low blocks.
THIN, LOW = ("━", "─"), ("▄", "▁")


def filled(share: float, width: int) -> int:
    """Return how many of so many cells are done, for a share from 0 to 1."""
    if share <= 0 or width <= 0:
        return 0
    if share >= 1:
        return width
    return max(1, min(width - 1, round(share * width)))


def progress(share: float, width: int, signs: tuple[str, str] = THIN) -> Content:
    """Return one bar of so many cells."""
    done = filled(share, width)
    return Content.assemble(Content.styled(signs[0] * done, "$primary"),
                            Content.styled(signs[1] * (width - done), "$edge"))


def steps(shares: Sequence[float], width: int, signs: tuple[str, str] = THIN) -> Content:
    """Return a bar with a part per step, as wide as fit in so many cells, a blank between them."""
    if not shares:
        return Content("")
    each = max(1, (width - len(shares) + 1) // len(shares))
    return Content(" ").join(progress(share, each, signs) for share in shares)
