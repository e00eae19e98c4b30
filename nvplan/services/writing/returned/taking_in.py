"""Writes what a returned form adds and changes, as one change that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.catalog.questions import all_questions
from nvplan.services.writing.answers import put_answer
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.identities import new_identity
from nvplan.services.writing.mailing import note_came
from nvplan.services.writing.objects import put_object
from nvplan.services.writing.relations import remove_parts
from nvplan.services.writing.returned.found import Found
from nvplan.services.writing.returned.proposing import propose
from nvplan.services.writing.turned_down import turn_down

if TYPE_CHECKING:
    from nvplan.services.writing.commands_plans import TakeInForm
    from nvplan.services.writing.session import PlanSession


def take_in(session: PlanSession, command: TakeInForm) -> Found:
    """Write what does not collide and return everything that was found.

    Raises:
        InputError: the form is about another county or year, or is no document to fill in.
        PlanFileError: the file could not be read or written; nothing was changed.
    """
    form = command.form
    with session.transaction("importera", form.name) as change:
        found = propose(session, form, command.choices)
        change.mark(subject=form.name, actor=found.actor)
        for write in found.writes:
            identity = write.identity or new_identity(session, SetObject(write.kind, "", write.fields))
            put_object(change, write.kind, identity, write.fields)
        for question, actor, value in found.answers:
            put_answer(session, change, all_questions()[question], actor, value)
        for kind, identity in found.removals:
            change.delete(kind, identity)
            remove_parts(change, kind, identity)
        turn_down(change, [one.change for one in found.proposals if one.kind == "kept"])
        if found.actor and (found.writes or found.answers or found.removals):
            note_came(change, found.actor)
    return found
