"""The part of the planner that leaves: it asks about what is not saved, and can move the plan to a file of its own."""

from __future__ import annotations

from pathlib import Path

from nvplan.clock import system_clock
from nvplan.model.errors import NvplanError
from nvplan.services import preferences
from nvplan.texts import unsaved as unsaved_texts
from nvplan.tui.clashing import HoldsTyping, KeepsTyping
from nvplan.tui.going import GoingApp


class LeavingApp(GoingApp):
    """An app that is not left, and not ended, without a word on what is not saved."""

    async def action_quit(self) -> None:
        """Leave, for a key that Textual binds over every screen and box: what is written in a box is kept first."""
        from nvplan.tui.screens.boxes.unsaved import SaveAsBox, UnsavedBox

        if any(isinstance(screen, UnsavedBox | SaveAsBox) for screen in self.screen_stack):
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, KeepsTyping):
                screen.keep_typing()
        self.call_after_refresh(self.call_after_refresh, self.leave)

    def leave(self) -> None:
        """Leave; where something is not saved, ask what is to become of it."""
        self.leaving(self._leave_unless_unsaved)

    def _leave_unless_unsaved(self) -> None:
        from nvplan.tui.screens.boxes.unsaved import UnsavedBox

        self.try_again()
        texts = self.unsaved_texts()
        if texts:
            self.push_screen(UnsavedBox(texts, self.trouble or self.outbox.fault), self._take_way)
        else:
            self._leave_now()

    def _leave_now(self, message: str = "") -> None:
        self.remember_where()
        self.exit(message=message or None)

    def remember_where(self) -> None:
        """Remember where the person is, for where the next sitting begins, and how far the plan is, for the start."""
        from nvplan.services.reading.status import all_progress

        if self.session is None:
            return
        address, state = self.session.address, self.session.state
        preferences.remember_place(address, self._place, state.revision)
        found = all_progress(state)
        preferences.remember_standing(address, state.info.standing, found.whole, found.applicable, state.changed)

    def _take_way(self, way: str | None) -> None:
        if way == "save_as":
            self.show_save_as()
        elif way == "leave":
            self._leave_now()
        elif way == "write":
            path = self.write_unsaved()
            if path is None:
                self.say(unsaved_texts.UNSAVED_NOT_WRITTEN.format(path=preferences.folder()), bad=True)
            else:
                self._leave_now(unsaved_texts.UNSAVED_WRITTEN.format(path=path))

    # -- what is not saved -----------------------------------------------------------------------------------------
    def unsaved_texts(self) -> list[tuple[str, str]]:
        """Return everything that is not on disk: where it was written, and what it says."""
        from nvplan.texts import planner_objects as planner_objects_texts

        drafts = [(unsaved_texts.UNSAVED_DRAFT.format(what=planner_objects_texts.NEW.get(kind, kind)),
                   "\n".join(str(given) for given in draft.values() if given))
                  for kind, draft in self.drafts.items()]
        return [*((one.where, one.text) for one in self.outbox.all), *(one for one in drafts if one[1])]

    def save_all(self) -> None:
        """Save what is being written on every screen, whatever lies over it."""
        for screen in self.screen_stack:
            if isinstance(screen, HoldsTyping):
                screen.save_waiting()
        self.try_again()

    def write_unsaved(self) -> Path | None:
        """Write what is not saved to a text file beside the settings; None where there is nothing, or it failed."""
        texts = self.unsaved_texts()
        if not texts:
            return None
        when = system_clock().strftime("%Y-%m-%d-%H%M%S")
        told = "\n\n".join(f"{where}\n{text}" for where, text in texts) + "\n"
        return preferences.keep_unsaved(unsaved_texts.UNSAVED_FILE.format(time=when), told)

    def tell_of_unsaved(self) -> None:
        """Say where the texts lie that could not be saved when the planner was ended the last time."""
        path = preferences.take_unsaved()
        if path is not None:
            self.say(unsaved_texts.UNSAVED_WRITTEN.format(path=path), bad=True)

    # -- the plan in a new file ------------------------------------------------------------------------------------
    def show_save_as(self) -> None:
        """Ask for a new file for the plan."""
        from nvplan.services.writing.creating import proposed_copy
        from nvplan.tui.screens.boxes.unsaved import SaveAsBox

        if self.session is None:
            return
        self.push_screen(SaveAsBox(proposed_copy(self.session)), self._save_as)

    def _save_as(self, name: str | None) -> None:
        from nvplan.services.writing.creating import save_as

        if name is None or self.session is None:
            return
        if not name.strip():
            self.say(unsaved_texts.SAVE_AS_EMPTY, bad=True)
            return
        try:
            session = save_as(self.session, name)
        except NvplanError as error:
            self.say(str(error), bad=True)
            return
        self.save_all()
        self.outbox.move_to(session)
        self.session = session
        preferences.remember_plan(session.address, f"{session.county.name} {session.state.info.years.span}")
        self.look_at_file()
        self.try_again()
        self.say(unsaved_texts.SAVE_AS_DONE.format(name=session.name))
        self.open_remembered(self._place)
