"""A form in pages: in a low or narrow window each page is seen whole, and a line below tells what the next ones ask.

Where all of the form has room nothing is told, and the pages follow each other as if there were none.
"""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.texts import overview as overview_texts
from nvplan.tui.widgets.blocks import sides
from nvplan.tui.widgets.side_panel import WIDE


class FormPage(Container):
    """What is asked together. Its title is what the line below calls it."""

    def __init__(self, title: str, *children: Widget, id: str | None = None) -> None:  # noqa: A002
        super().__init__(*children, id=id)
        self.page_title = title


class FormPages(Vertical):
    """Holds pages in a scroll of their own, and the line that tells of those out of view."""

    def __init__(self, *parts: Widget) -> None:
        """Make the form of pages, or of containers of pages that stand side by side where there is room."""
        super().__init__(id="form-pages")
        self._parts = parts

    def compose(self) -> ComposeResult:
        """Compose the pages and the line."""
        yield _Scroll(*self._parts, id="form", can_focus=False)
        yield Static("", id="pages-beside", markup=False)

    @property
    def pages(self) -> list[FormPage]:
        """The pages in order."""
        return list(self.query(FormPage))

    @property
    def scroll(self) -> _Scroll:
        """What the pages are scrolled in."""
        return self.query_one(_Scroll)

    def on_resize(self, event: events.Resize) -> None:
        """Let each page be as high as the window where one column is all there is room for."""
        least = max(1, event.size.height - 1) if event.size.width < WIDE else None
        for page in self.pages:
            page.styles.min_height = least
        self.call_after_refresh(self.show_page)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the page of the field at hand into view, whole."""
        self.call_after_refresh(self.show_page)

    def show_page(self) -> None:
        """Show the page where the cursor is from its first line, where it has room; tell of the others."""
        if not self.is_attached:  # the form may be closed before it has been painted
            return
        focused = self.screen.focused
        page = next((one for one in self.pages if focused is not None and one in focused.ancestors), None)
        if page is not None and self.size.width < WIDE and page.size.height <= self.scroll.size.height:
            self.scroll.scroll_to(y=page.virtual_region.y, animate=False, force=True, immediate=True)
        self.tell()

    def tell(self) -> None:
        """Tell which pages are out of view, below and above."""
        if not self.is_attached:
            return
        top, room = self.scroll.scroll_offset.y, self.scroll.size.height
        placed = [(one, one.region.y - self.scroll.region.y, one.region.height) for one in self.pages if one.display]
        below = [one.page_title for one, y, height in placed if y + height > room and y > 0]
        above = [one.page_title for one, y, _ in placed if y < 0 and top]
        line = self.query_one("#pages-beside", Static)
        line.display = bool(below or above)
        told = [words.format(names=" · ".join(names)) for words, names in (
            (overview_texts.MORE_BELOW, below), (overview_texts.MORE_ABOVE, above)) if names]
        left, right = (told[0] if below else ""), (told[-1] if above else "")
        room = max(20, self.size.width - 2)
        line.update(sides(Content.styled(left, "$quiet"), Content.styled(right, "$quiet"), room))


class _Scroll(VerticalScroll):
    """Tells of the pages when it has moved."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell of the pages that are in view now."""
        super().watch_scroll_y(old_value, new_value)
        if isinstance(self.parent, FormPages) and round(old_value) != round(new_value):
            self.call_after_refresh(self.parent.tell)
