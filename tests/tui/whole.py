"""What a screen shows in part without saying so: a block is whole, or a bar, a `▾` or a `…` tells that it goes on.

A cursor that is told by its ground alone is found as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widget import Widget
from textual.widgets import DataTable, Input, OptionList, Static

from nvplan.tui.widgets.blocks import Block
from nvplan.tui.widgets.object_table import ObjectTable
from nvplan.tui.widgets.row_list import RowList
from tests.tui.planner import screen_text

#: What tells that there is more.
_MORE, _CUT = ("▾", "▴", "▸", "◂"), "…"


def cut(pilot: Pilot[None]) -> set[str]:
    """Return what stands cut on the screen at hand, in words that find the widget."""
    screen = pilot.app.screen
    shown = screen_text(pilot).split("\n")
    return {f"{type(widget).__name__}#{widget.id or ''}: {told}"
            for widget in screen.walk_children(Widget) if _in_view(widget, screen)
            for told in (*_scrolled(widget, shown), *_higher(widget, shown), *_rows(widget, shown), *_headed(widget),
                         *_on_its_ground_alone(widget, shown), *_typed(widget, shown))}


def _in_view(widget: Widget, screen: Screen[Any]) -> bool:
    region = widget.region
    return bool(widget.is_attached and widget.display and widget.visible and region.width and region.height
                and screen.region.overlaps(region))


def _tells(lines: list[str]) -> bool:
    return any(sign in line for line in lines for sign in _MORE)


def _scrolled(widget: Widget, shown: list[str]) -> Iterator[str]:
    """Yield where a scrolled widget has more below and nothing says so: no bar, and no line with a sign."""
    if not isinstance(widget, VerticalScroll | ScrollView) or widget.max_scroll_y <= round(widget.scroll_y):
        return
    bottom = widget.region.bottom
    if not (widget.show_vertical_scrollbar or _tells(shown[bottom - 1:bottom + 2])):
        yield f"{widget.max_scroll_y - round(widget.scroll_y)} lines below are told of nowhere"


def _higher(widget: Widget, shown: list[str]) -> Iterator[str]:
    """Yield where a text has more lines than it was given, or stands outside what holds it."""
    if not isinstance(widget, Static) or not widget.size.width or not widget.size.height:
        return
    wanted = widget.get_content_height(widget.size, widget.app.size, widget.size.width)
    last = shown[min(widget.content_region.bottom, len(shown)) - 1]
    if wanted > widget.size.height and _CUT not in last and not _tells([last]):
        yield f"{wanted} lines in {widget.size.height}"
    holder = widget.parent
    if isinstance(holder, Widget) and not _is_scrolled(widget) and widget.region.bottom > holder.region.bottom:
        yield f"{widget.region.bottom - holder.region.bottom} lines outside what holds it"


def _headed(widget: Widget) -> Iterator[str]:
    """Yield where the last line of a scrolled text is a heading, all bold, with nothing under it in view."""
    if not isinstance(widget, VerticalScroll) or widget.max_scroll_y <= round(widget.scroll_y):
        return
    if isinstance(widget.app.focused, Widget) and widget.app.focused in widget.walk_children(Widget):
        return  # a form, whose fields say themselves which is at hand
    inside = widget.content_region
    last = widget.screen._compositor.render_strips()[inside.bottom - 1].crop(inside.x, inside.right - 1)
    words = [part for part in last if part.text.strip(" ▐")]
    if words and all(part.style is not None and part.style.bold for part in words):
        yield f"a heading last: {last.text.strip()}"


def _on_its_ground_alone(widget: Widget, shown: list[str]) -> Iterator[str]:
    """Yield where the cursor is told by its ground and by no bar, so that a print or a projector loses it."""
    has_rows = ((isinstance(widget, DataTable) and widget.show_cursor and widget.row_count)
                or (isinstance(widget, OptionList) and widget.highlighted is not None)
                or (isinstance(widget, ObjectTable) and widget.row_count)
                or (isinstance(widget, Block) and widget.target is not None))
    region = widget.region
    if widget.has_focus and has_rows and not any(
            "▌" in line[max(0, region.x - 1):region.right] for line in shown[region.y:region.bottom]):
        yield "a cursor without a bar"


def _typed(widget: Widget, shown: list[str]) -> Iterator[str]:
    """Yield where a line that is typed in goes on to the right and does not say so."""
    if not isinstance(widget, Input):
        return
    inside, passed = widget.scrollable_content_region, round(widget.scroll_offset.x)
    if cell_len(widget.value or widget.placeholder) <= passed + inside.width:
        return
    if widget.has_focus and cell_len(widget.value[:widget.cursor_position]) >= passed + inside.width - 1:
        return
    if _CUT not in (line := shown[inside.y][inside.x:inside.right]):
        yield f"a line cut: {line}"


def _is_scrolled(widget: Widget) -> bool:
    return any(isinstance(one, Widget) and one.is_scrollable and one.max_scroll_y > 0 for one in widget.ancestors)


def _rows(widget: Widget, shown: list[str]) -> Iterator[str]:
    """Yield where a list shows a row in part, or a heading last with nothing of what it is about."""
    if not isinstance(widget, RowList) or not widget._lines:
        return
    top, height = round(widget.scroll_y), widget.scrollable_content_region.height
    left, bottom = widget.scrollable_content_region.x, widget.scrollable_content_region.bottom
    painted = [line[left:left + widget.scrollable_content_region.width] for line in shown[bottom - height:bottom]]
    owners = [widget._lines[top + y][0] if top + y < len(widget._lines) else -1 for y in range(height)]
    for at, number in ((0, owners[0]), (-1, owners[-1])):
        whole = [line for line, (owner, *_) in enumerate(widget._lines) if owner == number]
        inside = len(whole) > height or all(top <= line < top + height for line in whole)
        if number >= 0 and not inside and painted[at].strip(" ▌▐") and not _tells([painted[at]]):
            yield f"row {number} in part: {painted[at].strip()}"
    told = [(owner, line) for owner, line in zip(owners, painted, strict=True) if line.strip(" ▌▐")]
    if told and top + height < len(widget._lines) and told[-1][0] >= 0:
        owner, line = told[-1]
        if widget.get_option_at_index(owner).disabled and not _tells([line]):
            yield f"a heading last: {line.strip()}"
