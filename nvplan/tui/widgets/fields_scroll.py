"""The fields of a form, scrolled: no heading stands alone at the bottom, and the groups below are told in the rule."""

from __future__ import annotations

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.texts import overview as overview_texts
from nvplan.tui.literal import literal


class FieldsScroll(VerticalScroll, can_focus=False):
    """Holds the fields, some with the heading of their group; the rule of the line `told` tells which are below."""

    def __init__(self, *, told: str, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._told = told

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell which groups are below now."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.call_after_refresh(self.tell)

    def watch_virtual_size(self) -> None:
        """Tell which groups are below, once there are fields."""
        self.call_after_refresh(self.tell)

    def on_resize(self, event: events.Resize) -> None:
        """Tell which groups are below in the new room."""
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Hide a heading whose first field is out of view, and tell the groups that are."""
        if not self.is_attached:  # the form may be closed before it has been painted
            return
        below: list[str] = []
        for heading in self.query(".form-heading").results(Static):
            # By where it is laid out, not by where it was last painted: many keys at once scroll before a painting.
            within = heading.parent.virtual_region.y if isinstance(heading.parent, Widget) else 0
            laid = heading.virtual_region
            whole = not laid.height or within + laid.bottom - self.scroll_offset.y < self.region.height
            # Not by visibility: what is invisible has no region, would count as in view and be shown again, endlessly.
            heading.styles.text_opacity = 1.0 if whole else 0.0
            if not whole:
                below.append(str(heading.content))
        for line in self.screen.query(self._told).results(Widget):
            names = " · ".join(below)
            line.set_class(not below, "-all-told")
            line.border_title = literal(overview_texts.MORE_BELOW.format(names=names)) if below else Content("")
