"""Granska: what a careful reader would ask about; each finding leads to its place, or is let stand with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.content import Content

from nvplan.catalog.review_rules import LEVELS
from nvplan.model.collation import fold
from nvplan.model.errors import NvplanError
from nvplan.model.objects import receipt_id
from nvplan.model.safetext import one_line
from nvplan.services.reading.object_rows import SortValue
from nvplan.services.reading.places import REVIEW, Place
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
from nvplan.tui.screens.review.review_rows import FindingRow, about_finding
from nvplan.tui.screens.shared.led_to import about_led_to
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import Drawable, Group

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
_GROUPS = tuple(
    Command(f"group({opens})", key, planner_review_texts.KEY_GROUP, planner_review_texts.HELP_GROUP, shown=False)
    for opens, key in ((True, "right"), (False, "left"))
)
#: So many rows of a group are drawn before someone opens it.
_CLOSED = 3
_LEVELS = (*LEVELS, ACKNOWLEDGED)


class ReviewScreen(ListPlace):
    """Every finding, the most serious first; those that may stand come last."""

    OFFERS: ClassVar[tuple[Command, ...]] = (GO, ACKNOWLEDGE, FILTER, BACK, *ORDER, *_GROUPS)
    WIDEST: ClassVar[int] = 32
    HAS_THIRD: ClassVar[bool] = True

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.own_keys = ""
        self.level = ""
        self._opened: set[str] = set()
        """The groups that are drawn whole, by rule."""
        self._counted: Counter[str] = Counter()
        """How many findings each group has."""
        self._waits = True
        """Whether the plan is still to be gone through; the place is on the screen before that."""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(REVIEW)

    @property
    def waits(self) -> bool:
        """Whether the plan is still to be gone through."""
        return self._waits

    @property
    def found(self) -> list[Finding]:
        """The findings, looked for anew when the plan has changed; none until the place is on the screen."""
        return [] if self._waits else review(self.session, self.planner.today())

    @property
    def _rows(self) -> Mapping[str, FindingRow]:
        if self._waits:
            return {}
        found = self.found
        return self.session.once(("granska-rows", self.planner.today()), lambda state: {row.id: row for row in (
            FindingRow(one, state) for one in found)})

    def on_mount(self) -> None:
        """Show the place, and then what there is to say."""
        self._waits = not is_reviewed(self.session, self.planner.today())
        if self._waits:
            self.call_after_refresh(self._look)

    def _look(self) -> None:
        self._waits = False
        self.show_list()

    # -- what the list is ------------------------------------------------------------------------------------------
    @property
    def _grouped(self) -> bool:
        """Whether the findings stand under what they say; sorted by a column they stand in one row."""
        return self.order.chosen is None

    def headings(self) -> Sequence[str]:
        """Return the headings of the columns; under a group's heading a row needs none."""
        if self._grouped:
            return "", "", ""
        return planner_review_texts.REVIEW_PLACE, planner_review_texts.COLUMN_LEVEL, planner_review_texts.COLUMN_FINDING

    def _fitting(self, words: str) -> list[FindingRow]:
        wanted = fold(words).split()
        return [row for row in self._rows.values() if self.level in ("", level_of(row.finding))
                and (not wanted or all(word in row.found_by for word in wanted))]

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the rows that fit; of a group that is not opened the first ones, all of what is asked for."""
        found = self._fitting(words)
        if not self._grouped:
            return [row.flat for row in found]
        self._counted = Counter(row.group for row in found)
        drawn: Counter[str] = Counter()
        rows = []
        for row in found:
            drawn[row.group] += 1
            whole = words or row.group in self._opened or self._counted[row.group] == _CLOSED + 1
            if whole or drawn[row.group] <= _CLOSED:
                rows.append(row)
        return rows

    def groups(self, rows: Sequence[Drawable]) -> Sequence[Group]:
        """Return the findings that say the same under one heading, with how many they are."""
        if not self._grouped:
            return ()
        shown = [row for row in rows if isinstance(row, FindingRow)]
        drawn = Counter(row.group for row in shown)
        first = {row.group: row for row in reversed(shown)}
        return [Group(first[name].title, count, self._counted[name], first[name].sign, first[name].role)
                for name, count in drawn.items()]

    def found_count(self, rows: Sequence[Drawable]) -> int:
        """Return how many findings fit."""
        return sum(self._counted.values()) if self._grouped else len(rows)

    def action_group(self, opens: bool) -> None:
        """Draw the group of the marked finding whole, or its first rows alone again."""
        row = self._rows.get(self.table.marked)
        if row is None or not self._grouped or opens is (row.group in self._opened):
            return
        self._opened ^= {row.group}
        if not opens:
            self._to_mark = next(one.id for one in self._rows.values() if one.group == row.group)
        self.show_list()

    def sort_value(self, row: Drawable, column: int) -> SortValue | None:
        """Return what a row is sorted by: the most serious first, the rest by its words."""
        one = self._finding(row.id)
        if one is not None and column == 1:
            return _LEVELS.index(level_of(one))
        return super().sort_value(row, column)

    def count(self) -> int:
        """Return how many findings there are."""
        return len(self.found)

    def above(self) -> str:
        """Return how many findings there are of each level, and how many may stand: together as many as are listed."""
        counts = finding_counts(self.found)
        return planner_review_texts.findings_and_standing(counts, len(self.found) - sum(counts.values()))

    def beside(self, identity: str) -> Content:
        """Return the whole finding: what to do, why, where the reason is written, and why it may stand."""
        one = self._finding(identity)
        return about_finding(one, self.session.state, self.side_room) if one else Content("")

    def third(self, identity: str, width: int) -> Content:
        """Return what the marked finding is about."""
        one = self._finding(identity)
        return about_led_to(self.session, one.place, width) if one else Content("")

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
        """Return the whole finding and what to do about it, where there is no room for it beside the list."""
        one = self._finding(self.table.marked)
        if one is None or self.size.width >= WIDE:
            return Content("")
        remedy = Content.assemble((planner_review_texts.DO, "$primary"), one_line(one.remedy, 150))
        return Content("\n").join([literal(one_line(one.text, 2 * (self.size.width - 4))), remedy])

    # -- what can be done ------------------------------------------------------------------------------------------
    def action_open_marked(self) -> None:
        """Go to where the marked finding is; Esc leads back here."""
        one = self._finding(self.table.marked)
        if one is not None:
            self.lead_to(where_found(one.place, self.session.state, one.fields))

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
