"""Undo and redo: take back a role's latest change as a new change, over restarts, and never over another's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import ConflictError, InputError
from nvplan.model.objects import ABOUT, ACTOR_TYPE
from nvplan.services.reading.change_words import about, describe, documents_of
from nvplan.services.reading.object_references import mentions
from nvplan.services.reading.state import ACTORS
from nvplan.services.writing.commands import TakeBack
from nvplan.services.writing.frozen_reports import refuse_closed
from nvplan.store.change import apply_change
from nvplan.store.journal import Entry, FieldChange, is_undoable, undoable
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


def undo(session: PlanSession) -> str:
    """Take back this role's latest change that still stands.

    Raises:
        InputError: there is nothing to undo.
        ConflictError: someone has written in the same place since.
    """
    with session.transaction("angra") as change:
        entry = _latest(undoable(session.repository.history(), session.role)[0], common_texts.UNDO_NOTHING)
        for field in reversed(entry["changes"]):
            _apply(change, field, "after", "before")
        change.mark(undoes=entry["revision"], subject=_subject(session, entry), actor=entry.get("actor", ""))
    return common_texts.UNDONE.format(what=about(entry, documents_of(session.repository)))


def redo(session: PlanSession) -> str:
    """Bring back what this role took back last.

    Raises:
        InputError: there is nothing to bring back.
        ConflictError: someone has written in the same place since.
    """
    with session.transaction("gorom") as change:
        entry = _latest(undoable(session.repository.history(), session.role)[1], common_texts.REDO_NOTHING)
        for field in entry["changes"]:
            _apply(change, field, "before", "after")
        change.mark(redoes=entry["revision"], subject=_subject(session, entry), actor=entry.get("actor", ""))
    return common_texts.REDONE.format(what=about(entry, documents_of(session.repository)))


def take_back(session: PlanSession, command: TakeBack) -> str:
    """Take back one change of the history, as a change of its own; what came after it stays.

    Raises:
        InputError: there is no such change, it cannot be taken back, or what it added is pointed at since.
        ConflictError: someone has written in the same place since.
    """
    entry = next((one for one in session.repository.history() if one["revision"] == command.revision), None)
    if entry is None:
        raise InputError(store_texts.CHANGE_UNKNOWN.format(number=command.revision))
    if not is_undoable(entry):
        raise InputError(store_texts.CHANGE_STAYS)
    told = about(entry, documents_of(session.repository))
    with session.transaction("aterta", told) as change:
        _refuse_pointed_at(session, entry)
        for field in reversed(entry["changes"]):
            _apply(change, field, "after", "before")
    return store_texts.TAKEN_BACK.format(what=told)


def _refuse_pointed_at(session: PlanSession, entry: Entry) -> None:
    """Refuse to take away what a change added and something points at now: that is done in a list, where it is seen."""
    for field in entry["changes"]:
        kind = ACTOR_TYPE if field["table"] == ACTORS else field["table"]
        if not field["path"] and "before" not in field and kind in ABOUT:
            pointing = mentions(session.state, kind, field["id"])
            if pointing:
                raise InputError(store_texts.POINTED_AT.format(title=pointing[0].title))


def _latest(entries: list[Entry], nothing: str) -> Entry:
    if not entries:
        raise InputError(nothing)
    return entries[-1]


def _apply(change: Transaction, field: FieldChange, now: str, then: str) -> None:
    """Turn one field from its value `now` to its value `then`; anything else there is another's change.

    Raises:
        ConflictError: someone has written there since.
        InputError: it belongs to a report that is frozen.
    """
    refuse_closed(change, field)
    try:
        apply_change(change, field, now, then)
    except ConflictError:
        raise ConflictError(common_texts.UNDO_CONFLICT) from None


def _subject(session: PlanSession, entry: Entry) -> str:
    """Return what the entry that takes another back is about: the same question, or the other in words."""
    subject = entry.get("subject", "")
    return subject if subject in all_questions() else describe(entry, documents_of(session.repository))
