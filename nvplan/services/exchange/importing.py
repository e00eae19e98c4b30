"""Takes in a file, whatever nvplan wrote it as: an archive, a copy of the plan, a pdf, a form that was filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from nvplan.model.errors import NvplanError
from nvplan.services.exchange.opening import is_pdf, open_pdf, open_source, read_beginning
from nvplan.services.exchange.ports import Reader
from nvplan.services.reading.applying import not_asked_told, out_of_place
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.commands_plans import MergePlan, TakeInForm
from nvplan.services.writing.merging import Proposal, check_same_plan, proposals
from nvplan.services.writing.returned.accounting import Account, account_of
from nvplan.services.writing.returned.form import Choices
from nvplan.services.writing.returned.found import Found
from nvplan.services.writing.returned.proposing import propose
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import MOST_BYTES
from nvplan.store.journal import ARCHIVE
from nvplan.texts import documents as documents_texts

#: How a plan file begins, and nothing else that comes back.
_PLAN = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{(?!\\rtf)")


@dataclass(frozen=True)
class Imported:
    """What a file says that the plan does not: every place that differs, and sentences on the rest."""

    name: str
    proposals: list[Proposal]
    account: Account
    notes: list[str] = field(default_factory=list)


def import_file(session: PlanSession, source: Path, *, reader: Reader, preview: bool, choices: Choices | None = None
                ) -> Imported:
    """Take in a file, or with `preview` only tell what that would do. `choices` are about rows of a returned list.

    What does not collide is written as one change; the same file again changes nothing.

    Raises:
        InputError: the file is none of ours, is about another county or year, or cannot be read.
        PlanFileError: a file could not be opened, read or written; the plan is as it was.
    """
    before = set(out_of_place(session.state))
    found = _take_in(session, source, reader=reader, preview=preview, choices=choices)
    unasked = [stop for stop in out_of_place(session.state) if stop not in before]
    return replace(found, notes=[*found.notes, not_asked_told(session.state, unasked)]) if unasked else found


def came_from(session: PlanSession, source: Path, *, reader: Reader) -> tuple[str, str]:
    """Return whose part a file is and when it was saved, as far as it says; nothing where it cannot be read."""
    head = read_beginning(source)
    try:
        if head and not is_pdf(head) and not _PLAN.match(head):
            form = reader.read_form(source.name, read_beginning(source, MOST_BYTES))
            shows = form.meta.get(documents_texts.META_SHOWS, "")
            return next((one.id for one in session.state.actors if one.name == shows), ""), form.saved
        opened = open_pdf(source, reader=reader) if is_pdf(head) else open_source(source, reader=reader)
        with opened as theirs:
            part = (theirs.repository.get(ARCHIVE, ARCHIVE) or {}).get("actor", "")
            return str(part), theirs.state.changed
    except NvplanError:
        return "", ""


def _take_in(session: PlanSession, source: Path, *, reader: Reader, preview: bool, choices: Choices | None) -> Imported:
    head = read_beginning(source)
    if is_pdf(head):
        return _merged(session, open_pdf(source, session.role, reader=reader), preview=preview, is_record=True,
                       choices=choices)
    if head and not _PLAN.match(head):
        form = reader.read_form(source.name, read_beginning(source, MOST_BYTES))
        choices = choices or Choices()
        if not form.has_keys:  # a kind of file that never had any: its rows have nothing else to go by
            choices = replace(choices, by_title=True)
        found = propose(session, form, choices) if preview else session.do(TakeInForm(form, choices))
        return _of_form(source.name, found)
    with open_source(source, reader=reader) as theirs:
        return _merged(session, theirs, preview=preview, choices=choices)


def _merged(session: PlanSession, theirs: OpenPlan, *, preview: bool, is_record: bool = False,
            choices: Choices | None = None) -> Imported:
    """Merge another plan. One that is a record was never written in, so nothing in it is newer than what we have."""
    check_same_plan(session, theirs)
    settling = (choices or Choices()).settling
    found = (proposals(session.repository, theirs.repository, is_record=is_record, settling=settling) if preview
             else session.do(MergePlan(theirs, is_record, settling)))
    return Imported(theirs.name, found, account_of(found, [one for one in theirs.state.set_aside if one.formless]))


def _of_form(name: str, found: Found) -> Imported:
    return Imported(name, found.proposals, found.account, found.notes)
