"""Notes how it goes with collecting the actors' answers: what was sent, what came in, and who was reminded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nvplan.model.errors import InputError
from nvplan.model.objects import Mailing
from nvplan.services.reading.guide import actor_name
from nvplan.services.writing.objects import put_object
from nvplan.store.repository import Transaction
from nvplan.texts import mailing as mailing_texts

if TYPE_CHECKING:
    from nvplan.services.writing.commands_plans import NoteReminded, NoteSent
    from nvplan.services.writing.session import PlanSession

_MAILING = Mailing.about.name


def note_sent(session: PlanSession, command: NoteSent) -> int:
    """Note that the actors have been sent a form today; return how many that was new for."""
    with session.transaction("utskick", _told(session, command.actors)) as change:
        day = change.when[:10]
        new = [actor for actor in command.actors if (change.get(_MAILING, actor) or {}).get("sent") != day]
        for actor in new:
            _note(change, actor, {"sent": day})
    return len(new)


def note_reminded(session: PlanSession, command: NoteReminded) -> int:
    """Note that the actors have been reminded today; a second text the same day is no second reminder."""
    with session.transaction("paminn", _told(session, command.actors)) as change:
        day, new = change.when[:10], 0
        for actor in command.actors:
            before = change.get(_MAILING, actor) or {}
            if before.get("reminded") != day:
                _note(change, actor, {"reminded": day, "reminders": int(before.get("reminders", 0)) + 1})
                new += 1
    return new


def note_came(change: Transaction, actor: str) -> None:
    """Note inside a change that an actor's answers came in today."""
    _note(change, actor, {"came": change.when[:10]})


def _note(change: Transaction, actor: str, fields: dict[str, Any]) -> None:
    put_object(change, _MAILING, actor, {"actor": actor, **fields})


def _told(session: PlanSession, actors: tuple[str, ...]) -> str:
    if not actors:
        raise InputError(mailing_texts.NOBODY)
    names = [actor_name(session.state, actor) for actor in actors]
    return names[0] if len(names) == 1 else mailing_texts.actors(len(names))
