"""The rows of Granska: a finding under what it says, or in a flat list, and all that is told of one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from textual.content import Content

from nvplan.catalog.review_rules import rules
from nvplan.model.collation import fold
from nvplan.model.plan import PlanState
from nvplan.services.reading.places import place_parts, place_words
from nvplan.services.reading.sources import source_text
from nvplan.services.reading.todo import short_name
from nvplan.services.review.findings import Finding, level_of
from nvplan.texts import planner_review as planner_review_texts
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.table_rows import TableRow

_COLOURS = {"fel": "error", "varning": "warning"}


class FindingRow:
    """A finding's row in its group; what its place is called is looked up when it comes into view."""

    def __init__(self, finding: Finding, state: PlanState) -> None:
        self.finding = finding
        self.id = f"{finding.rule}@{finding.place}"
        self._state = state

    @property
    def group(self) -> str:
        """What it stands under: its rule, apart from those of the rule that may stand."""
        return f"{self.finding.rule} {level_of(self.finding)}"

    @property
    def sign(self) -> str:
        """The sign for how serious it is."""
        return self._level[:1]

    @property
    def title(self) -> str:
        """What the finding says, without where."""
        title = rules()[self.finding.rule].title
        return planner_review_texts.MAY_STAND.format(title=title) if self.finding.acknowledged else title

    @property
    def role(self) -> str:
        """The colour of how serious it is."""
        return "success" if self.finding.acknowledged else _COLOURS.get(self.finding.level, "")

    @property
    def _level(self) -> str:
        one = self.finding
        marks = planner_review_texts.LEVEL_MARK
        return planner_review_texts.ACKNOWLEDGED_MARK if one.acknowledged else marks[one.level]

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Where it is, whose it is, and a requirement's code."""
        words, whose, code = place_parts(self.finding.place, self._state)
        _, _, identity = self.finding.place.partition(":")
        return words, short_name(self._state, identity.partition("@")[2]) or whose, code

    @property
    def colours(self) -> Mapping[int, str]:
        """Whose it is and a code are quiet."""
        return {1: "quiet", 2: "quiet"}

    @property
    def flat(self) -> TableRow:
        """The row where the list is in no groups: where it is, how serious, and what it says."""
        where = place_words(self.finding.place, self._state)
        return TableRow(self.id, (where, self._level, self.title), {1: self.role} if self.role else {})

    @cached_property
    def found_by(self) -> str:
        """The folded words that it is found by."""
        return fold(f"{self.title} {self.finding.text} {self.finding.remedy} {self.finding.place}")


def about_finding(finding: Finding, state: PlanState, width: int) -> Content:
    """Return the whole finding: what to do, why, where the reason is written, and why it may stand."""
    rule = rules()[finding.rule]
    pairs = [
        (planner_review_texts.REVIEW_PLACE, " · ".join(filter(None, place_parts(finding.place, state)))),
        (planner_review_texts.LEVEL_MARK[rule.level], finding.text),
        (planner_review_texts.REVIEW_REMEDY, finding.remedy),
        (planner_review_texts.REVIEW_REASON, finding.acknowledged),
        (planner_review_texts.REVIEW_WHY, rule.reason),
        (planner_review_texts.REVIEW_SOURCE, source_text((rule.source,)) if rule.source else ""),
    ]
    return facts([pair for pair in pairs if pair[1]], width)
