"""Undo and redo: take back a role's latest change as a new change, over restarts, and never over another's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.catalog.questions import all_questions
from nvplan.model.dates import format_date
from nvplan.model.errors import ConflictError, InputError
from nvplan.model.objects import ABOUT, ACTOR_TYPE, Step
from nvplan.model.safetext import one_line
from nvplan.services.reading.change_log import STEPS, is_kept_by_program
from nvplan.services.reading.change_words import about, describe, documents_of, place, show_change_value
from nvplan.services.reading.object_references import mentions
from nvplan.services.reading.state import ACTORS
from nvplan.services.writing.commands import TakeBack
from nvplan.services.writing.frozen_reports import refuse_closed
from nvplan.services.writing.objects import with_step
from nvplan.store.change import apply_change
from nvplan.store.journal import Body, Entry, FieldChange, is_undoable, taken_back, touches, undoable
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: How much of a later text the sentence about it shows.
_SHOWN = 60


def undo(session: PlanSession) -> str:
    """Take back this role's latest change that still stands.

    Raises:
        InputError: there is nothing to undo.
        ConflictError: someone has written in the same place since.
    """
    with session.transaction("angra") as change:
        entry = _latest(undoable(session.repository.history(), session.role)[0], common_texts.UNDO_NOTHING)
        _turn(session, change, entry, "after", "before")
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
        _turn(session, change, entry, "before", "after")
        change.mark(redoes=entry["revision"], subject=_subject(session, entry), actor=entry.get("actor", ""))
    return common_texts.REDONE.format(what=about(entry, documents_of(session.repository)))


def take_back(session: PlanSession, command: TakeBack) -> str:
    """Take back one change of the history, as a change of its own; what came after it stays.

    Raises:
        InputError: there is no such change, it cannot be taken back, or what it added is pointed at since.
        ConflictError: someone has written in the same place since.
    """
    entries = session.repository.history()
    entry = next((one for one in entries if one["revision"] == command.revision), None)
    if entry is None:
        raise InputError(store_texts.CHANGE_UNKNOWN.format(number=command.revision))
    if not is_undoable(entry):
        raise InputError(store_texts.CHANGE_STAYS)
    if command.revision in taken_back(entries):
        raise InputError(store_texts.CHANGE_TAKEN_BACK)
    told = about(entry, documents_of(session.repository))
    with session.transaction("aterta", told) as change:
        _refuse_pointed_at(session, entry)
        _turn(session, change, entry, "after", "before")
        change.mark(takes_back=command.revision)
    if session.repository.history()[-1].get("takes_back") != command.revision:
        return store_texts.STANDS_ALREADY
    return store_texts.TAKEN_BACK.format(what=store_texts.quoted(told))


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


def _turn(session: PlanSession, change: Transaction, entry: Entry, now: str, then: str) -> None:
    """Turn each field of an entry from its value `now` to its value `then`; anything else there was written later.

    The steps that the program keeps of an object's watched fields are no text of anybody's: where others have been
    added since, those stay, and the step of this change alone is turned.

    Raises:
        ConflictError: something has been written there since.
        InputError: it belongs to a report that is frozen.
    """
    fields = entry["changes"] if then == "after" else list(reversed(entry["changes"]))
    for field in fields:
        refuse_closed(change, field)
        if is_kept_by_program(field):
            _turn_steps(change, entry, field, now, then)
            continue
        try:
            apply_change(change, field, now, then)
        except ConflictError:
            raise ConflictError(_written_since(session, entry, field)) from None


def _turn_steps(change: Transaction, entry: Entry, field: FieldChange, now: str, then: str) -> None:
    """Turn the steps of an object's watched fields: to what they were, or by a step more where others came since."""
    body = change.get(field["table"], field["id"])
    if body is None:
        return
    stands = body.get(STEPS, ...)
    if stands in (field.get(now, ...), field.get(then, ...)):
        apply_change(change, field, now, then)
        return
    steps: list[Body] = list(body.get(STEPS, ()))
    for one in entry["changes"]:
        if one["path"] and one["path"][-1] in ABOUT[field["table"]].watched and one["id"] == field["id"]:
            steps = with_step(steps, Step(date=change.when[:10], field=one["path"][-1], before=str(one.get(now) or ""),
                                          after=str(one.get(then) or "")))
    rest = {name: value for name, value in body.items() if name != STEPS}
    change.put(field["table"], field["id"], {**rest, STEPS: steps} if steps else rest)


def _written_since(session: PlanSession, entry: Entry, field: FieldChange) -> str:
    """Return which later change stands in the way, so that it can be found and taken back first."""
    entries = session.repository.history()
    gone = taken_back(entries)
    for later in reversed(entries):
        if later["revision"] <= entry["revision"]:
            break
        if later["revision"] in gone or {"undoes", "redoes", "takes_back"} & later.keys():
            continue
        found = next((one for one in later.get("changes", ()) if touches(one, field)), None)
        if found is not None:
            documents = documents_of(session.repository)
            went = not found["path"] and "after" not in found
            value = store_texts.REMOVED if went else (
                show_change_value(found, "after", documents) or store_texts.NO_VALUE)
            when = f"{format_date(later['when'][:10])} {later['when'][11:16]}"
            role = later.get("role", "")
            return store_texts.written_since(store_texts.quoted(place(found, documents)), when, role,
                                             store_texts.quoted(one_line(value, _SHOWN)), own=role == session.role)
    return common_texts.UNDO_CONFLICT


def _subject(session: PlanSession, entry: Entry) -> str:
    """Return what the entry that takes another back is about: the same question, or the other in words."""
    subject = entry.get("subject", "")
    return subject if subject in all_questions() else describe(entry, documents_of(session.repository))
