"""What is required through a question, below its field: all of it where it fits, else what binds most and F1."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from nvplan.model.question import Question
from nvplan.model.requirement import Requirement, RequirementSet
from nvplan.texts import demands as demand_texts
from nvplan.tui.widgets.guidance import demand_sentence, requirement_line, requirement_tags

Found = Sequence[tuple[Requirement, RequirementSet]]


class RequirementsLine(Static):
    """Tells what is required; what is cut at the bottom of the place is not read, so there it is told briefly."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__("", id=id, markup=False)
        self._brief = Content("")

    def show(self, question: Question, found: Found) -> None:
        """Tell what is required through a question."""
        self._brief = brief_line(question, found)
        self.update(requirement_line(question, found))
        self.call_after_refresh(self.call_after_refresh, self._fit)

    def _fit(self) -> None:
        place = self.parent
        if not (self.is_attached and self.display and isinstance(place, Widget)):
            return
        if self.virtual_region.bottom > place.size.height > 0:
            self.update(self._brief)


def brief_line(question: Question, found: Found) -> Content:
    """Return what binds most, how many more there are, the set that it is in, and where the rest is told."""
    if not found:
        return Content(demand_sentence(question, found))
    first, *rest = requirement_tags(found).split("\n")
    label = " · ".join(dict.fromkeys(its_set.label for _, its_set in found))
    more = demand_texts.more(len(rest)) if rest else demand_texts.MORE_ON_HELP
    return Content("\n").join([first, Content.styled(f"  {label}", "$quiet"), Content.styled(f"  {more}", "$quiet")])
