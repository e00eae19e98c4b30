"""Writes what a returned form adds and changes, as one change that can be undone."""

from __future__ import annotations

from nvplan.catalog.questions import all_questions
from nvplan.services.writing.answers import put_answer
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.objects import new_identity, put_object
from nvplan.services.writing.returned.form import Choices, ReturnedForm
from nvplan.services.writing.returned.found import Found
from nvplan.services.writing.returned.proposing import propose
from nvplan.services.writing.session import PlanSession


def take_in(session: PlanSession, form: ReturnedForm, choices: Choices | None = None) -> Found:
    """Write what does not collide and return everything that was found.

    Raises:
        InputError: the form is about another county or year, or is no document to fill in.
        PlanFileError: the file could not be read or written; nothing was changed.
    """
    with session.repository.transaction(session.role, "importera", form.name) as change:
        session.reload()
        found = propose(session, form, choices)
        for write in found.writes:
            identity = write.identity or new_identity(session, SetObject(write.kind, "", write.fields))
            put_object(change, write.kind, identity, write.fields)
        for question, actor, value in found.answers:
            put_answer(change, all_questions()[question], actor, value)
    session.reload()
    return found
