"""Lays blocks out as whole pages: one column in a narrow window, pairs in a wide one, threes in the widest.

No block is cut: one that has no room left on a page begins the next. The pages are as high as the window, so that going
on shows the next blocks whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import NULL_OFFSET, Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from nvplan.texts import overview as overview_texts
from nvplan.tui.widgets.blocks import Block, Sized, sides
from nvplan.tui.widgets.plan_card import HIGH, LOW, PlanCard

#: From these widths on the blocks stand in pairs, and in threes.
PAIRS, THREES = 118, 160
#: The margin and the space between columns; a column is never wider than this, and the left one of a pair, where the
#: table of insatser stands, never narrower than that.
_GUTTER, _WIDEST, _TABLE = 3, 60, 58


def margin(width: int) -> int:
    """Return how many cells stand free at each side."""
    return 2 if width >= PAIRS else 1


def page_rows(count: int, width: int) -> list[list[int]]:
    """Return which blocks stand side by side, by their numbers; the first three are the plans' cards."""
    if width < PAIRS:
        return [[number] for number in range(count)]
    side = 3 if width >= THREES else 2
    rest = list(range(3, count))
    last = [rest.pop()] if side == 2 and len(rest) % 2 else []
    rows = [rest[start:start + side] for start in range(0, len(rest), side)]
    return [[0, 1, 2], *rows, *([last] if last else [])]


def lay_rows(rows: Sequence[Sequence[int]], sized: Sequence[Sized], height: int) -> list[tuple[int, int]]:
    """Return where each row begins and how high it is.

    As many rows as can do with a page stand on it; then they grow, in turn, towards what they want.
    """
    pages: list[list[int]] = []
    left = 0
    for place, row in enumerate(rows):
        least = 1 + max(sized[number].fewest for number in row)
        if not pages or least > left:
            pages.append([])
            left = height
        pages[-1].append(place)
        left -= least
    found = [(0, 0)] * len(rows)
    for number, page in enumerate(pages):
        y = number * height
        for place, lines in zip(page, _grown([rows[place] for place in page], sized, height), strict=True):
            found[place] = y + 1, lines
            y += 1 + lines
    return found


def _grown(page: Sequence[Sequence[int]], sized: Sequence[Sized], height: int) -> list[int]:
    lines = [max(sized[number].fewest for number in row) for row in page]
    wanted = [max(sized[number].wanted for number in row) for row in page]
    while sum(lines) + len(lines) < height and lines != wanted:
        lines[min((place for place in range(len(page)) if lines[place] < wanted[place]),
                  key=lambda place: lines[place])] += 1
    return lines


def columns(count: int, width: int) -> list[tuple[int, int]]:
    """Return where each block begins and how wide it is; where a row lacks a block the last one takes its room."""
    left = margin(width)
    side = 1 if width < PAIRS else 2 if width < THREES else 3
    found = [(0, 0)] * count
    for row in page_rows(count, width):
        parts = 3 if side == 3 or (row[0] == 0 and side > 1) else len(row)
        room = (width - 2 * left - _GUTTER * (parts - 1)) // parts
        room = min(room, _WIDEST) if side == 3 else max(room, _TABLE) if parts == 2 else room
        for place, number in enumerate(row):
            x = left + place * (room + _GUTTER)
            if side == 1 and number < 3:  # a card's bar stands in the margin
                found[number] = 0, width - left
            elif place < len(row) - 1:
                found[number] = x, room
            else:
                found[number] = x, (left + parts * (room + _GUTTER) - _GUTTER if side == 3 else width - left) - x
    return found


def regions(sized: Sequence[Sized], found: Sequence[tuple[int, int]], size: Size) -> list[Region]:
    """Return where each block lies, in its column; pages are as high as the size."""
    rows = page_rows(len(sized), size.width)
    laid = [Region()] * len(sized)
    for row, (y, lines) in zip(rows, lay_rows(rows, sized, size.height), strict=True):
        for number in row:
            x, width = found[number]
            laid[number] = Region(x, y, width, lines if number < 3 else min(lines, sized[number].wanted))
    return laid


class PageLayout(Layout):
    """Arranges the blocks of `Pages`."""

    name = "pages"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Return where each block lies."""
        blocks = [child for child in children if isinstance(child, Block)]
        if not size.width or not size.height or not blocks:
            return []
        high = HIGH if size.width >= PAIRS else LOW
        where = columns(len(blocks), size.width)
        sized = [Sized(high, high) if isinstance(one, PlanCard) else one.sized(width)
                 for one, (_, width) in zip(blocks, where, strict=True)]
        found = regions(sized, where, size)
        end = max(region.bottom for region in found)
        pages = -(-end // size.height)
        below = Spacing(0, 0, pages * size.height - end, 0)
        return [WidgetPlacement(region, NULL_OFFSET, below if region.bottom == end else Spacing(), block)
                for region, block in zip(found, blocks, strict=True)]


class Pages(VerticalScroll, can_focus=False):
    """Blocks in whole pages."""

    def __init__(self, *blocks: Block, id: str) -> None:  # noqa: A002
        super().__init__(*blocks, id=id)
        self._arranging = PageLayout()

    @property
    def layout(self) -> Layout:
        """The layout in pages, whatever a style would have."""
        return self._arranging

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell of the page that is in view now."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def watch_virtual_size(self) -> None:
        """Tell of the pages that there are now."""
        self._tell()

    def _tell(self) -> None:
        if self.parent is not None:
            for line in self.parent.query_children(MoreLine):
                line.refresh()

    @property
    def blocks(self) -> list[Block]:
        """The blocks in their order."""
        return [child for child in self.children if isinstance(child, Block)]

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        height = self.size.height
        return max(1, -(-self.virtual_size.height // height)) if height else 1

    @property
    def page(self) -> int:
        """Which page is in view, from 0."""
        return round(self.scroll_offset.y / self.size.height) if self.size.height else 0

    def page_of(self, block: Block) -> int:
        """Return on which page a block lies."""
        return block.virtual_region.y // self.size.height if self.size.height else 0

    def on_page(self, page: int) -> list[Block]:
        """Return the blocks of a page."""
        return [block for block in self.blocks if self.page_of(block) == page]

    def show_page(self, page: int) -> None:
        """Bring a page into view."""
        self.scroll_to(y=page * self.size.height, animate=False, force=True, immediate=True)

    def beside(self, block: Block, x: int, y: int) -> Block | None:
        """Return the nearest block that lies this way; None where there is none."""
        here = block.virtual_region
        found: list[tuple[int, int, Block]] = []
        for other in self.blocks:
            there = other.virtual_region
            if other is block:
                continue
            if y and (there.y >= here.bottom if y > 0 else there.bottom <= here.y):
                found.append((abs(there.y - here.y), abs(there.x - here.x), other))
            elif x and (there.x >= here.right if x > 0 else there.right <= here.x) and (
                    there.y < here.bottom and here.y < there.bottom):
                found.append((abs(there.x - here.x), abs(there.y - here.y), other))
        return min(found, key=lambda one: one[:2], default=(0, 0, None))[2]


class MoreLine(Widget):
    """The line below `Pages` that tells which blocks wait on the next pages, and which stand on those before."""

    def render(self) -> Content:
        """Return the blocks' names with a sign for which way they lie; nothing where all are in view."""
        pages = next(iter(self.parent.query_children(Pages)), None) if self.parent is not None else None
        if pages is None or pages.page_count == 1:
            return Content("")
        below = _names([one for one in pages.blocks if pages.page_of(one) > pages.page])
        above = _names([one for one in pages.blocks if pages.page_of(one) < pages.page])
        told = [words.format(names=names) for words, names in (
            (overview_texts.MORE_BELOW, below), (overview_texts.MORE_ABOVE, above)) if names]
        left, right = (told[0] if below else ""), (told[-1] if above else "")
        return sides(Content.styled(left, "$quiet"), Content.styled(right, "$quiet"), self.size.width)


def _names(blocks: Sequence[Block]) -> str:
    names = (overview_texts.PLANS if isinstance(one, PlanCard) else one.title for one in blocks)
    return " · ".join(dict.fromkeys(names))
