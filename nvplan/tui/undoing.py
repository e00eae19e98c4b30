"""Undoing and redoing from wherever the person is; what is at another place than the one shown is asked about first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.services.writing.commands import Redo, Undo
from nvplan.services.writing.session import PlanSession
from nvplan.tui.boxes import elsewhere_box

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp


def undo_or_redo(planner: NvplanApp, command: Undo | Redo) -> None:
    """Undo this role's latest change, or redo what was undone last, once what is being written is saved."""
    session = planner.session
    if session is not None:
        planner.leaving(lambda: _ask_elsewhere(planner, session, command))


def _ask_elsewhere(planner: NvplanApp, session: PlanSession, command: Undo | Redo) -> None:
    """Undo or redo; what is at another place than the one shown only once the person has said so."""
    box = elsewhere_box(session, command, planner.place)
    if box is None:
        _carry_out(planner, session, command)
    else:
        planner.show_box(box, lambda answer: _carry_out(planner, session, command) if answer is True else
                         planner.choose(answer or None))


def _carry_out(planner: NvplanApp, session: PlanSession, command: Undo | Redo) -> None:
    try:
        planner.say(session.do(command))
    except NvplanError as error:
        planner.say(str(error), bad=True)
    planner.place.plan_changed()
