"""The part of the planner that lets nothing go that was typed: it asks about clashes, and keeps what is not saved."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from textual import events

from nvplan.model.errors import NvplanError
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.clashing import Clash, HoldsTyping
from nvplan.tui.passing_words import PassingWordsApp
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.unsaved import Outbox, Unsaved

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession
    from nvplan.tui.screens.boxes.clash import ClashBox

_Typed = events.Key | events.Paste
#: How long another program's writing is waited for when it is tried again beside the person's work, in seconds.
SHORT_WAIT = 0.05


class KeepingApp(PassingWordsApp):
    """An app that keeps what could not be saved and tries again, and that asks which of two texts is to stand."""

    def __init__(self) -> None:
        super().__init__()
        self.session: PlanSession | None = None
        self.outbox = Outbox()
        """What was typed and is not on disk."""
        self.drafts: dict[str, dict[str, Any]] = {}
        """What was written in a new object's form and could not be stored yet, by type."""
        self.last_words: list[str] = []
        """What is to be said in the terminal when the planner has ended."""
        self.trouble = ""
        """What stands in the way of saving, or of reading what others write; empty where nothing does."""
        self.by_others = False
        """Whether what a place is told of just now was changed by someone else."""
        self._told: set[Hashable] = set()
        """What the person has been told is kept, of what does not pass by itself."""
        self._file_fault = ""
        self._clash_box: ClashBox | None = None
        self._clashes: deque[Clash] = deque()
        """What is to be asked about, the one in the box first."""
        self._after_clash: Callable[[], object] | None = None

    @property
    def place(self) -> PlaceScreen:
        """The place under any boxes."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, PlaceScreen))

    # -- clashes ---------------------------------------------------------------------------------------------------
    def ask(self, clash: Clash) -> None:
        """Ask which of two texts is to stand, once others that are asked about have an answer.

        The pause in the typing that is waited for may come when the planner has ended: then there is nowhere to ask.
        """
        if not self.screen_stack:
            return
        if clash not in self._clashes:
            self._clashes.append(clash)
        if self._clash_box is None:
            self._ask_first()
        else:
            self._clash_box.show()

    @property
    def is_asking(self) -> bool:
        """Whether a box asks which of two texts is to stand."""
        return self._clash_box is not None

    def show_clash(self) -> None:
        """Show in the box what has been written since it came."""
        if self._clash_box is not None:
            self._clash_box.show()

    def _ask_first(self) -> None:
        from nvplan.tui.screens.boxes.clash import ClashBox

        self._clash_box = ClashBox(self._clashes[0], self.screen.focused, self._asked,
                                   leaving=self._after_clash is not None)
        self.push_screen(self._clash_box)

    def _asked(self, *, answered: bool, held: list[_Typed]) -> None:
        """Go on after a box: with what the person was doing, the next clash, and what was typed meanwhile."""
        self._clashes.popleft()
        self._clash_box = None
        then, self._after_clash = self._after_clash, None
        if not answered:
            self._clashes.clear()
        elif then is not None:
            self.leaving(then)
        if self._clashes and self._clash_box is None:
            self._ask_first()
        if self._clash_box is not None:
            self._clash_box.hold(held)
        elif held:
            self.type_later(held)
        self.place.plan_changed()

    # -- leaving ---------------------------------------------------------------------------------------------------
    def leaving(self, then: Callable[[], object]) -> None:
        """Save what is being written and do what leads away from it; what is to be chosen between is asked first.

        What cannot be saved is kept: it is tried again, and stands in its field when the person comes back.
        """
        clashes = self.save_waiting()
        if not clashes:
            kept = {one.key for one in self.outbox.all if not one.may_pass}
            if kept - self._told:
                self.say(unsaved_texts.KEPT, bad=True)
            self._told = kept
            then()
            return
        self._after_clash = then
        for clash in clashes:
            self.ask(clash)

    def save_waiting(self) -> list[Clash]:
        """Save what is being written in the place and in the boxes over it; return what has to be chosen between."""
        clashes: list[Clash] = []
        for screen in reversed(self.screen_stack):
            if isinstance(screen, HoldsTyping):
                screen.save_waiting()
                clashes += screen.clashes()
            if isinstance(screen, PlaceScreen):
                break
        return clashes

    # -- what is not saved -----------------------------------------------------------------------------------------
    def keep(self, one: Unsaved) -> None:
        """Keep what could not be saved, and say so until it is."""
        self.outbox.keep(one)
        self._show_trouble()

    def settled(self, one: Unsaved) -> None:
        """Let go of what is saved now."""
        self.outbox.settled(one.key)
        self._show_trouble()

    def try_again(self) -> bool:
        """Try to save what is not saved yet; tell whether anything was."""
        saved = False
        if self.session is not None and len(self.outbox):
            with self.session.waiting_at_most(SHORT_WAIT):
                saved = self.outbox.try_again()
        if saved:
            self.place.show_frame()
        self._show_trouble()
        return saved

    def _show_trouble(self) -> None:
        count = sum(one.may_pass for one in self.outbox.all)
        unsaved = unsaved_texts.not_saved(count, "" if self._file_fault else self.outbox.fault) if count else ""
        way = unsaved_texts.SAVE_AS_WAY if self._file_fault or count else ""
        trouble = " ".join(one for one in (self._file_fault, unsaved, way) if one)
        if trouble != self.trouble:
            self.trouble = trouble
            for screen in self.screen_stack:
                if isinstance(screen, PlaceScreen):
                    screen.show_trouble(trouble)

    def tell_of_change(self) -> None:
        """Let the place and a box over it show what others have written."""
        self.by_others = True
        try:
            if self._clash_box is not None:
                self._clash_box.show()
                return
            for screen in reversed(self.screen_stack):
                if isinstance(screen, HoldsTyping):
                    screen.plan_changed()
                if isinstance(screen, PlaceScreen):
                    return
        finally:
            self.by_others = False

    def look_at_file(self) -> bool:
        """Read what others have written; tell whether there was any. A fault stands on the screen until it passes."""
        if self.session is None:
            return False
        try:
            changed = self.session.watch()
        except NvplanError as error:
            self._file_fault = str(error)
            changed = False
        else:
            self._file_fault = ""
        self._show_trouble()
        return changed
