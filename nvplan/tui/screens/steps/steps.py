"""Mot beslut: what remains before remiss, before a decision and before freezing; a chapter is signed off here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold
from nvplan.model.errors import NvplanError
from nvplan.model.objects import SignOff
from nvplan.model.safetext import one_line
from nvplan.services.reading.places import TOWARDS_DECISION, Place
from nvplan.services.review.steps import Step, sign_offs, steps
from nvplan.services.writing.commands import Command as ChangeCommand
from nvplan.services.writing.commands import RemoveObject, SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import steps as steps_texts
from nvplan.tui.commands import Command
from nvplan.tui.leads import where_found
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.boxes.typing import TypeBox
from nvplan.tui.screens.shared.led_to import about_led_to
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.side_panel import WIDE
from nvplan.tui.widgets.table_rows import Drawable, Group

GO = Command("open_marked", "enter", planner_objects_texts.KEY_GO, planner_objects_texts.HELP_OPEN, english="go open")
SIGN = Command("sign", "f6", steps_texts.KEY_SIGN, steps_texts.HELP_SIGN, priority=True, english="sign off approve")
FILTER = Command("filter", "f3", planner_objects_texts.KEY_FILTER, steps_texts.HELP_FILTER, priority=True,
                 english="filter left")


class StepsScreen(ListPlace):
    """Every step on the way to a decision, those of a stage together."""

    OFFERS: ClassVar[tuple[Command, ...]] = (GO, SIGN, FILTER, BACK, *ORDER)
    SHOWS: ClassVar[tuple[str, ...]] = ("satt", "bort")
    LEAVES_OUT: ClassVar[bool] = False
    HAS_THIRD: ClassVar[bool] = True
    ONCE: ClassVar[Collection[int]] = (1,)

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.own_keys = ""
        self.only_left = False

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(TOWARDS_DECISION)

    @property
    def _steps(self) -> Mapping[str, Step]:
        return self.session.once((TOWARDS_DECISION, self.planner.today()),
                                 lambda _: {one.id: one for one in steps(self.session)})

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return steps_texts.COLUMNS

    def table_rows(self, words: str) -> Sequence[Drawable]:
        """Return the steps that fit."""
        wanted = fold(words).split()
        found = [_Row(one) for one in self._steps.values() if not (self.only_left and one.done)]
        return [row for row in found if all(word in fold(" ".join(row.cells)) for word in wanted)]

    def groups(self, rows: Sequence[Drawable]) -> Sequence[Group]:
        """Return the stages, where the list stands in their order."""
        if self.order.chosen is not None:
            return ()
        counts = Counter(row.step.group for row in rows if isinstance(row, _Row))
        return [Group(group, count, count) for group, count in counts.items()]

    def count(self) -> int:
        """Return how many steps there are."""
        return len(self._steps)

    def beside(self, identity: str) -> Content:
        """Return the marked step in full."""
        one = self._steps.get(identity)
        return facts(zip(steps_texts.COLUMNS, (one.what, one.told), strict=True)) if one is not None else Content("")

    def third(self, identity: str, width: int) -> Content:
        """Return what the marked step leads to."""
        one = self._steps.get(identity)
        return about_led_to(self.session, one.place, width) if one is not None else Content("")

    def below(self) -> Content:
        """Return how the marked step stands in full, where nothing tells it beside the list."""
        one = self._steps.get(self.table.marked) if self.size.width < WIDE else None
        return literal(one_line(f"{one.what}: {one.told}", 2 * (self.size.width - 4)) if one is not None else "")

    def about(self) -> Content:
        """Return what the place is for."""
        return literal(steps_texts.ABOUT)

    def empty_text(self) -> Content:
        """Return what the place is for: there are always steps."""
        return literal(steps_texts.ABOUT)

    def chosen_part(self) -> Sequence[str]:
        """Return whether only what remains is shown."""
        return [steps_texts.ONLY_LEFT] if self.only_left else []

    def crumb(self) -> tuple[str, str]:
        """Return the place's name and how much remains."""
        found = self._steps.values()
        return planner_objects_texts.place_name(TOWARDS_DECISION), steps_texts.summary(
            sum(not one.done for one in found), len(found))

    # -- what can be done ------------------------------------------------------------------------------------------
    def why_not_open_marked(self) -> str:
        """Say that a row is to be marked first."""
        return self.needs_row()

    def action_open_marked(self) -> None:
        """Go to where the marked step is done; Esc leads back here."""
        one = self._steps.get(self.table.marked)
        if one is not None:
            self.lead_to(where_found(one.place, self.session.state))

    def action_filter(self) -> None:
        """Show only what remains, or everything again."""
        self.only_left = not self.only_left
        self.show_list()

    def why_not_sign(self) -> str:
        """Say that only chapters are signed off."""
        one = self._steps.get(self.table.marked) if self.framed else None
        return "" if one is not None and one.chapter else steps_texts.ONLY_CHAPTERS

    def action_sign(self) -> None:
        """Ask for the role that stands behind the marked chapter; of one that is signed off, ask to take it back."""
        one = self._steps[self.table.marked]
        signed = sign_offs(self.session.state).get(one.chapter)
        if signed is not None and one.done:
            self.app.push_screen(AskBox(steps_texts.UNSIGN_TITLE, steps_texts.UNSIGN_YES, lines=(one.what, one.told)),
                                 lambda sure: self._unsign(signed) if sure else None)
            return
        proposed = signed.role if signed is not None else self.session.role
        self.app.push_screen(TypeBox(steps_texts.SIGN_TITLE, proposed, steps_texts.SIGN_HINT, one.what),
                             lambda role: self._sign(one.chapter, role))

    def _sign(self, chapter: str, role: str | None) -> None:
        if role is not None:
            self._do(SetObject(SignOff.about.name, "", {
                "chapter": chapter, "role": role, "date": self.planner.today().isoformat()}), steps_texts.SIGNED_NOW)

    def _unsign(self, signed: SignOff) -> None:
        self._do(RemoveObject(SignOff.about.name, signed.id), "")

    def _do(self, command: ChangeCommand[str], told: str) -> None:
        self.mark(self.table.marked)
        try:
            said = self.session.do(command)
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        else:
            self.planner.say(told or said)
        self.show_list()


@dataclass(frozen=True)
class _Row:
    """A step as the list draws it."""

    step: Step

    @property
    def id(self) -> str:
        """What the step is found again by."""
        return self.step.id

    @property
    def cells(self) -> tuple[str, ...]:
        """A mark and what it is, and how it stands."""
        mark = steps_texts.DONE if self.step.done else steps_texts.LEFT
        return f"{mark} {self.step.numbered}", self.step.told

    @property
    def colours(self) -> Mapping[int, str]:
        """What is done is good."""
        return {0: "success"} if self.step.done else {}
