"""Granska: what a careful reader would ask about; each finding leads to its place, or is let stand with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from textual.content import Content

from nvplan.catalog.review_rules import LEVELS, rules
from nvplan.model.collation import fold
from nvplan.model.errors import NvplanError
from nvplan.model.objects import receipt_id
from nvplan.model.plan import PlanState
from nvplan.model.safetext import one_line
from nvplan.services.reading.object_rows import SortValue
from nvplan.services.reading.places import REVIEW, Place, place_words
from nvplan.services.reading.sources import source_text
from nvplan.services.review.findings import ACKNOWLEDGED, Finding, finding_counts, is_reviewed, level_of, review
from nvplan.services.writing.commands import Acknowledge, RemoveObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.tui.commands import Command
from nvplan.tui.leads import where_found
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox, Choice, PickBox
from nvplan.tui.screens.review.reason import ReasonBox
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import WIDE, ListPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.object_table import LEAST, Drawable

GO = Command("open_marked", "enter", planner_objects_texts.KEY_GO, planner_objects_texts.HELP_GO, english="go open")
ACKNOWLEDGE = Command(
    "acknowledge",
    "f6",
    planner_objects_texts.KEY_ACKNOWLEDGE,
    planner_objects_texts.HELP_ACKNOWLEDGE,
    priority=True,
    english="acknowledge dismiss",
)
FILTER = Command(
    "filter", "f3", planner_objects_texts.KEY_FILTER, planner_objects_texts.HELP_FILTER, priority=True, english="filter"
)
_COLOURS = {"fel": "error", "varning": "warning"}
_LEVELS = (*LEVELS, ACKNOWLEDGED)


class ReviewScreen(ListPlace):
    """Every finding, the most serious first; those that may stand come last."""

    OFFERS: ClassVar[tuple[Command, ...]] = (GO, ACKNOWLEDGE, FILTER, BACK, *ORDER)
    FLEXIBLE: ClassVar[int] = 2
    WIDEST: ClassVar[int] = 32
    LEAST_BESIDE_PANEL: ClassVar[int] = LEAST

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.own_keys = ""
        self.level = ""
        self._waits = True
        """Whether the plan is still to be gone through; the place is on the screen before that."""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(REVIEW)

    @property
    def found(self) -> list[Finding]:
        """The findings, looked for anew when the plan has changed; none until the place is on the screen."""
        return [] if self._waits else review(self.session, self.planner.today())

    @property
    def _rows(self) -> Mapping[str, _Row]:
        if self._waits:
            return {}
        found = self.found
        return self.session.once(("granska-rows", self.planner.today()), lambda state: {row.id: row for row in (
            _Row(one, state) for one in found)})

    def on_mount(self) -> None:
        """Show the place, and then what there is to say."""
        self._waits = not is_reviewed(self.session, self.planner.today())
        if self._waits:
            self.call_after_refresh(self._look)

    def _look(self) -> None:
        self._waits = False
        self.show_list()

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return planner_review_texts.COLUMN_LEVEL, planner_review_texts.COLUMN_FINDING, planner_review_texts.REVIEW_PLACE

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the rows that fit."""
        wanted = fold(words).split()
        return [row for row in self._rows.values() if self.level in ("", level_of(row.finding))
                and (not wanted or all(word in row.found_by for word in wanted))]

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: the most serious first, the rest by its words."""
        if isinstance(row, _Row) and column == 0:
            return _LEVELS.index(level_of(row.finding))
        return super().sort_value(row, column)

    def count(self) -> int:
        """Return how many findings there are."""
        return len(self.found)

    def above(self) -> str:
        """Return how many findings there are of each level."""
        return planner_review_texts.findings(finding_counts(self.found))

    def beside(self, identity: str) -> Content:
        """Return the whole finding: what to do, why, where the reason is written, and why it may stand."""
        one = self._finding(identity)
        return _about(one) if one else Content("")

    def about(self) -> Content:
        """Return what Granska does."""
        return Content(planner_review_texts.REVIEW_ABOUT)

    def empty_text(self) -> Content:
        """Return that there is nothing to say, or that it is being looked for."""
        return Content.styled(
            planner_review_texts.REVIEW_WAITS if self._waits else planner_review_texts.REVIEW_EMPTY, "bold"
        )

    def chosen_part(self) -> Sequence[str]:
        """Return the chosen level in words."""
        return [planner_review_texts.LEVEL_TITLE[self.level]] if self.level else []

    def crumb(self) -> tuple[str, str]:
        """Return the place's name and how many findings there are."""
        return planner_objects_texts.place_name(REVIEW), planner_objects_texts.counted(REVIEW, self.count())

    def _finding(self, identity: str) -> Finding | None:
        row = self._rows.get(identity)
        return row.finding if row is not None else None

    def below(self) -> Content:
        """Return the whole finding, where there is no room for it beside the list."""
        one = self._finding(self.table.marked)
        if one is None or self.size.width >= WIDE:
            return Content("")
        return Content("\n").join([literal(one_line(one.text, 230), "bold"), literal(one.remedy)])

    # -- what can be done ------------------------------------------------------------------------------------------
    def action_open_marked(self) -> None:
        """Go to where the marked finding is; Esc leads back here."""
        one = self._finding(self.table.marked)
        if one is None:
            return
        self._to_mark = self.table.marked
        where = where_found(one.place, self.session.state)
        if where is None:
            self.planner.say(planner_review_texts.NOWHERE)
        else:
            self.show_over(where)

    def action_acknowledge(self) -> None:
        """Let the marked finding stand with a reason, or take the reason away."""
        one = self._finding(self.table.marked)
        if one is None:
            return
        if one.acknowledged:
            self.app.push_screen(
                AskBox(
                    planner_review_texts.REASON_REMOVE_TITLE, planner_review_texts.REASON_REMOVE_YES, lines=(one.text,)
                ),
                lambda sure: self._take_away(one) if sure else None,
            )
        else:
            self.app.push_screen(ReasonBox(one.text, ""), lambda reason: self._let_stand(one, reason))

    def _let_stand(self, finding: Finding, reason: str | None) -> None:
        if reason:
            self._say_what_comes_of(lambda: self.session.do(Acknowledge(finding.rule, finding.place, reason)))

    def _take_away(self, finding: Finding) -> None:
        command = RemoveObject("kvittens", receipt_id(finding.rule, finding.place))
        self._say_what_comes_of(lambda: self.session.do(command))

    def _say_what_comes_of(self, act: Callable[[], str]) -> None:
        try:
            self.planner.say(act())
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        self.show_list()

    def action_filter(self) -> None:
        """Choose a level."""
        counted = Counter(level_of(one) for one in self.found)
        choices = (
            [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", "")]
            if self.level
            else []
        )
        choices += [Choice(planner_review_texts.LEVEL_TITLE[level], str(counted[level]), "", level)
                    for level in _LEVELS if counted[level]]
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _narrow(self, level: object) -> None:
        if isinstance(level, str):
            self.level = level
            self.show_list()


class _Row:
    """A finding's row; what its place is called is looked up when it comes into view."""

    def __init__(self, finding: Finding, state: PlanState) -> None:
        self.finding = finding
        self.id = f"{finding.rule}@{finding.place}"
        self._state = state

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """How serious it is, what it is about and where it is."""
        one = self.finding
        mark = (
            planner_review_texts.ACKNOWLEDGED_MARK if one.acknowledged else planner_review_texts.LEVEL_MARK[one.level]
        )
        return mark, rules()[one.rule].title, place_words(one.place, self._state)

    @cached_property
    def found_by(self) -> str:
        """The folded words that it is found by."""
        return fold(f"{self.finding.text} {self.finding.remedy} {self.finding.place}")

    @property
    def colours(self) -> Mapping[int, str]:
        """The colour of how serious it is."""
        colour = "" if self.finding.acknowledged else _COLOURS.get(self.finding.level, "")
        return {0: colour} if colour else {}


def _about(finding: Finding) -> Content:
    rule = rules()[finding.rule]
    pairs = [
        (planner_review_texts.LEVEL_MARK[rule.level], finding.text),
        (planner_review_texts.REVIEW_REMEDY, finding.remedy),
        (planner_review_texts.REVIEW_REASON, finding.acknowledged),
        (planner_review_texts.REVIEW_WHY, rule.reason),
        (planner_review_texts.REVIEW_SOURCE, source_text((rule.source,)) if rule.source else ""),
    ]
    return facts([pair for pair in pairs if pair[1]])
