"""What a change of requirement set leaves to go through: each former judgement beside what its requirement is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.content import Content

from nvplan.model.collation import fold
from nvplan.model.errors import NvplanError
from nvplan.model.safetext import one_line
from nvplan.services.reading.guide import actor_name
from nvplan.services.reading.places import AFTER_SWITCH, Place
from nvplan.services.reports.after_switch import KINDS, Offer, kind_words, offer_lines, offers
from nvplan.services.writing.commands_plans import TakeOverJudgements
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.texts import requirement_sets as sets_texts
from nvplan.tui.commands import Command
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.boxes.reading import TextBox
from nvplan.tui.screens.shared.list_commands import BACK, ORDER
from nvplan.tui.screens.shared.list_place import ListPlace
from nvplan.tui.where import Where
from nvplan.tui.where_in_plan import AssessmentForm
from nvplan.tui.widgets.object_facts import facts
from nvplan.tui.widgets.table_rows import TableRow

READ = Command("open_marked", "enter", sets_texts.KEY_READ, sets_texts.HELP_READ, english="read both texts")
CONFIRM = Command("confirm_one", "ctrl+g", planner_objects_texts.KEY_CONFIRM, sets_texts.HELP_CONFIRM_ONE,
                  priority=True, english="confirm judgement")
CONFIRM_ALL = Command("confirm_several", "ctrl+o", sets_texts.KEY_CONFIRM_ALL, sets_texts.HELP_CONFIRM_ALL,
                      priority=True, english="confirm all judgements")
FILTER = Command("filter", "f3", planner_objects_texts.KEY_FILTER, sets_texts.HELP_FILTER, priority=True,
                 english="filter kind")


class AfterSwitchScreen(ListPlace):
    """The judgements to confirm after a change of set, and what is new and what has ended."""

    OFFERS: ClassVar[tuple[Command, ...]] = (READ, CONFIRM, CONFIRM_ALL, FILTER, BACK, *ORDER)
    FLEXIBLE: ClassVar[int] = 0

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.own_keys = ""
        self.kind = ""

    @property
    def where(self) -> Where:
        """What leads to this place again."""
        return Place(AFTER_SWITCH)

    @property
    def _rows(self) -> Mapping[str, Offer]:
        return self.session.once("kravbyte", lambda state: {one.id: one for one in offers(state)})

    # -- what the list is ------------------------------------------------------------------------------------------
    def headings(self) -> Sequence[str]:
        """Return the headings of the columns."""
        return *sets_texts.OFFER_COLUMNS, planner_review_texts.COLUMN_CODE

    def table_rows(self, words: str) -> list[TableRow]:
        """Return the rows that fit."""
        wanted = fold(words).split()
        rows = [self._row(one) for one in self._rows.values() if self.kind in ("", one.kind)]
        return [row for row in rows if all(word in fold(" ".join(row.cells)) for word in wanted)]

    def _row(self, one: Offer) -> TableRow:
        named = one.after or one.before[0]
        judged = planner_review_texts.JUDGEMENT[one.judgement] if one.held else ""
        return TableRow(one.id, (named.title, one_line(actor_name(self.session.state, one.actor), 40),
                                 sets_texts.KIND[one.kind], judged, named.id), {4: "quiet"})

    def count(self) -> int:
        """Return how much there is to go through."""
        return len(self._rows)

    def above(self) -> str:
        """Return how many there are of each kind."""
        counted = Counter(one.kind for one in self._rows.values())
        return sets_texts.offers_above({kind: counted[kind] for kind in KINDS if counted[kind]})

    def beside(self, identity: str) -> Content:
        """Return both texts and what was judged."""
        one = self._rows.get(identity)
        return facts(offer_lines(self.session.state, one)) if one is not None else Content("")

    def about(self) -> Content:
        """Return what the list is for."""
        return Content(sets_texts.OFFERS_ABOUT)

    def empty_text(self) -> Content:
        """Return that nothing is left."""
        return Content(sets_texts.OFFERS_EMPTY)

    def chosen_part(self) -> Sequence[str]:
        """Return the kind that the list is narrowed down to."""
        return [sets_texts.KIND[self.kind]] if self.kind else []

    def crumb(self) -> tuple[str, str]:
        """Return the place's name."""
        return planner_objects_texts.place_name(AFTER_SWITCH), ""

    # -- what can be done ------------------------------------------------------------------------------------------
    def why_not_open_marked(self) -> str:
        """Say that a row is to be marked first."""
        return self.needs_row()

    def why_not_confirm_one(self) -> str:
        """Say why the marked row cannot be confirmed."""
        one = self._rows.get(self.table.marked) if self.framed else None
        if one is None:
            return planner_objects_texts.NOTHING_MARKED
        return "" if one.can_be_confirmed else sets_texts.NOT_CONFIRMED[one.kind]

    def why_not_confirm_several(self) -> str:
        """Say that nothing waits."""
        return "" if any(one.can_be_confirmed for one in self._rows.values()) else sets_texts.OFFERS_EMPTY

    def action_open_marked(self) -> None:
        """Show both texts; for what is new open the assessment."""
        one = self._rows.get(self.table.marked)
        if one is None:
            return
        if one.kind == "new" and one.after is not None:
            self.show_over(AssessmentForm(one.after.id, one.actor))
            return
        title = sets_texts.OFFER_TITLE.format(id=(one.after or one.before[0]).id, kind=kind_words(one))
        self.app.push_screen(TextBox(title, _whole(offer_lines(self.session.state, one))))

    def action_confirm_one(self) -> None:
        """Say that the marked judgement holds for the requirement as it is now, and go on to the next row."""
        ids = self.table.ids
        place = ids.index(self.table.marked) if self.table.marked else 0
        self._to_mark = ids[place + 1] if place + 1 < len(ids) else ids[max(place - 1, 0)]
        self._take_over(TakeOverJudgements((self.table.marked,)))

    def action_confirm_several(self) -> None:
        """Choose: those that say the same, or all."""
        counted = Counter(one.kind for one in self._rows.values() if one.can_be_confirmed)
        choices = [Choice(sets_texts.CONFIRM_SAME, str(counted["same"]), "", ("same",))] if counted["same"] else []
        choices.append(Choice(sets_texts.CONFIRM_EVERY, str(counted.total()), "", ("same", "changed")))
        self.app.push_screen(PickBox(sets_texts.CONFIRM_TITLE, choices), self._take_kinds)

    def _take_kinds(self, kinds: object) -> None:
        if isinstance(kinds, tuple):
            self._take_over(TakeOverJudgements(kinds=kinds))

    def _take_over(self, command: TakeOverJudgements) -> None:
        try:
            self.planner.say(self.session.do(command))
        except NvplanError as error:
            self.planner.say(str(error), bad=True)
        self.show_list()

    def action_filter(self) -> None:
        """Choose one kind."""
        counted = Counter(one.kind for one in self._rows.values())
        choices = [Choice(planner_objects_texts.FACET_ALL, planner_objects_texts.FACET_ALL_DETAIL, "", "")
                   ] if self.kind else []
        choices += [Choice(sets_texts.KIND[kind], str(counted[kind]), "", kind) for kind in KINDS if counted[kind]]
        self.app.push_screen(PickBox(planner_objects_texts.FACET_TITLE, choices), self._narrow)

    def _narrow(self, kind: object) -> None:
        if isinstance(kind, str):
            self.kind = kind
            self.show_list()


def _whole(pairs: Sequence[tuple[str, str]]) -> Content:
    """Return labels with their texts below, none of them cut: they are here to be compared."""
    return Content("\n\n").join([Content("\n").join([literal(label, "bold"), literal(text)]) for label, text in pairs])
