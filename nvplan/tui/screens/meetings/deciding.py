"""What a meeting's screen does when something is decided: a text agreed on, an insats, a hinder, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from nvplan.catalog.questions import all_questions
from nvplan.model.objects import Contribution, MeetingItem
from nvplan.model.safetext import one_line
from nvplan.services.meetings.standing import choices_told
from nvplan.services.writing.commands_meetings import EVERYONE, Become, Decide
from nvplan.services.writing.deciding import whose
from nvplan.texts import planner_meetings as planner_meetings_texts
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.meetings.boxes import AgreeBox, BecomeBox
from nvplan.tui.screens.meetings.drafts import MeetingDrafts

if TYPE_CHECKING:
    from nvplan.tui.screens.meetings.run import MeetingScreen

#: So much of a contribution says in a list which is meant.
_QUOTED = 26


class Deciding:
    """Asks what was decided and carries it out; what was typed and not saved is kept for the next time."""

    def __init__(self, screen: MeetingScreen) -> None:
        self._screen = screen
        self._drafts = MeetingDrafts(screen.session, screen.meeting_id)

    def waiting(self, item: MeetingItem) -> bool:
        """Whether something is typed about an item that nobody has saved."""
        return any(self._drafts.of(f"{how}:{item.id}") for how in ("enig", "oenig"))

    @property
    def _marked(self) -> Contribution | None:
        return next((one.one for one in self._screen.shown if one.one.id == self._screen.marked), None)

    def ask(self) -> None:
        """Ask what was decided, on the item at hand or on the marked contribution."""
        item, marked = self._screen.item, self._marked
        choices = []
        if item is not None:
            choices.append(Choice(planner_meetings_texts.DECIDE_AGREED, "", "", "enig"))
        if marked is not None:
            told = planner_meetings_texts.marked_as(one_line(marked.text, _QUOTED))
            choices += [Choice(planner_meetings_texts.DECIDE_EFFORT, told, "", "insats"),
                        Choice(planner_meetings_texts.DECIDE_OBSTACLE, told, "", "hinder")]
        if item is not None:
            choices += [Choice(planner_meetings_texts.DECIDE_NOT_AGREED, "", "", "oenig"),
                        Choice(planner_meetings_texts.DECIDE_LATER, "", "", "sparad")]
        if item is not None and item.outcome != "oppen":
            choices.append(Choice(planner_meetings_texts.DECIDE_OPEN, "", "", "oppen"))
        if choices:
            self._screen.app.push_screen(PickBox(planner_meetings_texts.DECIDE_TITLE, choices), self._chosen)
        else:
            self._screen.planner.say(planner_meetings_texts.NONE_MARKED)

    def _chosen(self, what: object) -> None:
        item, marked = self._screen.item, self._marked
        if what in ("insats", "hinder") and marked is not None:
            self._become("insats" if what == "insats" else "hinder", marked)
        elif what in ("enig", "oenig") and item is not None:
            self._agree_of(item) if what == "enig" else self._agree(item, agreed=False)
        elif what == "sparad" and item is not None:
            self._screen.carry_out(Decide(item.id, "sparad", item.agreed, item.dissent))
        elif what == "oppen" and item is not None:
            self._screen.carry_out(Decide(item.id, "oppen", item.agreed, item.dissent))

    def _agree_of(self, item: MeetingItem) -> None:
        """Ask whose answer the text is, where every actor has one of their own and the item does not say."""
        question = all_questions().get(item.question)
        asked = whose(self._screen.session.state, question) if question is not None and not item.actor else []
        if not asked:
            self._agree(item, agreed=True)
            return
        names = {EVERYONE: planner_meetings_texts.EVERY_ACTOR, **{one.id: one.name for one in asked}}
        choices = [Choice(planner_meetings_texts.AGREE_EVERYONE, "", "", EVERYONE),
                   *(Choice(one.name, "", "", one.id) for one in asked)]

        def chosen(actor: object) -> None:
            if isinstance(actor, str):
                self._agree(item, agreed=True, actor=actor, named=names[actor])

        self._screen.app.push_screen(PickBox(planner_meetings_texts.AGREE_WHOSE, choices), chosen)

    def _agree(self, item: MeetingItem, *, agreed: bool, actor: str = "", named: str = "") -> None:
        def save(typed: Mapping[str, str], replaces: bool) -> str:
            return self._screen.session.do(Decide(
                item.id, "enig" if agreed else "oenig", typed.get("agreed", item.agreed), typed["dissent"], replaces,
                actor, typed.get("role"), typed.get("due")))

        begins = (item.agreed or self._proposed()) if agreed else None
        about = f"{'enig' if agreed else 'oenig'}:{item.id}"
        question = all_questions().get(item.question)
        acts = question is None or not choices_told(question)  # an option that was chosen is nothing to see to
        told = self._lines(item, named) if agreed else ()
        self._screen.app.push_screen(AgreeBox(about, told, begins, item, self._drafts, save, acts=acts), self._done)

    def _proposed(self) -> str:
        """Return what the text can begin as: the marked contribution, which is the one that is being talked about."""
        marked = self._marked
        return marked.text if marked is not None else ""

    @staticmethod
    def _lines(item: MeetingItem, named: str) -> tuple[str, ...]:
        question = all_questions().get(item.question)
        if question is None:
            return (planner_meetings_texts.AGREE_FREE,)
        words = planner_meetings_texts.AGREE_INTO_OF if named else planner_meetings_texts.AGREE_INTO
        into = words.format(question=question.label, actor=named)
        choices = choices_told(question)
        return (into, choices) if choices else (into,)

    def _become(self, kind: str, marked: Contribution) -> None:
        def save(typed: Mapping[str, str], _replaces: bool) -> str:
            self._screen.session.do(Become(marked.id, "insats" if kind == "insats" else "hinder", dict(typed)))
            return planner_meetings_texts.BECAME[kind]

        self._screen.app.push_screen(BecomeBox(kind, marked.text, f"{kind}:{marked.id}", self._drafts, save),
                                     self._done)

    def _done(self, told: str | None) -> None:
        if told:
            self._screen.tell(told)
