"""Finds what a returned form would add, change and contradict: every cell against what it said when it went out."""

from __future__ import annotations

from nvplan.services.reading.object_values import does_not_fit
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.merging import NOT_WRITTEN, Proposal
from nvplan.services.writing.returned.beside import tell_beside
from nvplan.services.writing.returned.exported import exported
from nvplan.services.writing.returned.form import Choices, ReturnedForm
from nvplan.services.writing.returned.found import Found, Weighed, stored
from nvplan.services.writing.returned.grid import propose_grid
from nvplan.services.writing.returned.pages import propose_pages
from nvplan.services.writing.returned.reading_cells import CellReader
from nvplan.services.writing.returned.rehearsing import leave_what_is_turned_down
from nvplan.services.writing.turned_down import TurnedDown
from nvplan.store.journal import Body
from nvplan.texts import documents as documents_texts
from nvplan.texts import returned as returned_texts


def propose(session: OpenPlan, form: ReturnedForm, choices: Choices | None = None) -> Found:
    """Return what the form would add, change and contradict, and everything in it that is not taken in.

    A cell that says what it said when the document was written out is left alone, whatever the plan says now.

    Raises:
        InputError: the form is about another county, or is no document to fill in.
    """
    was = exported(session, form)
    choices = choices or Choices()
    found = Found(actor=was.actor.id if was.actor is not None else "", settling=choices.settling,
                  earlier_no=TurnedDown(session.repository))
    reader = CellReader(session, form, was, found)
    if form.is_grid:
        propose_grid(reader, choices)
    else:
        propose_pages(reader)
    reader.corrections.settle()
    tell_beside(reader)
    _hold_together(session, found)
    leave_what_is_turned_down(session, found)
    whole_county = [one.proposal.change["path"][1] for one in found.weighed
                    if one.mark and one.proposal.kind not in NOT_WRITTEN]
    if whole_county:
        found.notes.append(returned_texts.for_whole_county(whole_county))
    if was.other_set:
        found.notes.append(returned_texts.OTHER_SET.format(name=form.name, then=was.other_set,
                                                           now=session.requirement_set.name))
    if was.other_year:
        found.notes.append(returned_texts.OTHER_YEAR.format(
            name=form.name, year=was.other_year, our_year=documents_texts.META_PLAN_VALUE.format(
                year=session.state.info.years.span)))
    elif was.then is None:
        found.notes.append(returned_texts.NO_BASE.format(name=form.name))
    return found


def _hold_together(session: OpenPlan, found: Found) -> None:
    """Leave an object to a person where what it would become does not go together."""
    merged: dict[tuple[str, str], Body] = {}
    for write in found.writes:
        now = session.repository.get(write.kind, write.identity) if write.identity else None
        if now is not None:
            body = merged.setdefault((write.kind, write.identity), dict(now))
            body.update({name: stored(value) for name, value in write.fields.items()})
    faults = {key: does_not_fit(*key, _without_empty(body)) for key, body in merged.items()}
    unfit = {key: fault for key, fault in faults.items() if fault is not None}
    if not unfit:
        return
    found.writes = [one for one in found.writes if (one.kind, one.identity) not in unfit]
    found.weighed = [_left(one, unfit) for one in found.weighed]


def _left(one: Weighed, unfit: dict[tuple[str, str], str]) -> Weighed:
    change = one.proposal.change
    fault = unfit.get((change["table"], change["id"]))
    if fault is None or one.proposal.kind in NOT_WRITTEN:
        return one
    reason = returned_texts.DOES_NOT_FIT.format(fault=fault)
    return Weighed(Proposal("contradicts", change), one.cells, one.mark, reason)


def _without_empty(body: Body) -> Body:
    return {name: value for name, value in body.items() if value is not None}
