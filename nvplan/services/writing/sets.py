"""Changes the plan's requirement set, and says on the county's own word that a proposed one is in force."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nvplan.catalog.own import catalog_name
from nvplan.catalog.requirements import find_set, plan_sets
from nvplan.model.errors import InputError
from nvplan.model.objects import Assessment, assessment_id
from nvplan.model.safetext import clean
from nvplan.services.reading.state import PLAN
from nvplan.services.reports.after_switch import offers, waiting
from nvplan.services.reports.switching import preview
from nvplan.services.writing.commands_plans import SayInForce, SwitchSet, TakeBackInForce, TakeOverJudgements
from nvplan.store.repository import Transaction
from nvplan.texts import reports as reports_texts
from nvplan.texts import requirement_sets as requirement_sets_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

_LONGEST = 200
_SAYS_IN_FORCE, _TAKES_OVER = "kravmangd_galler", "kravbyte"


def switch_set(session: PlanSession, command: SwitchSet) -> str:
    """Change the plan's set and nothing else; return a sentence. Undo takes it back.

    Raises:
        UnknownNameError: there is no such set.
        InputError: the set stands beside every agreement, or the plan has it already.
    """
    with session.transaction("kravmangd") as change:
        found = preview(session.state, command.set)
        change.mark(subject=found.after.id)
        body = change.get(PLAN, PLAN) or {}
        kept = {name: value for name, value in body.items() if name != "catalog"}
        catalog = {"catalog": catalog_name()} if catalog_name() else {}
        change.put(PLAN, PLAN, {**kept, **catalog, "requirement_set": found.after.id})
        info = session.state.info.model_copy(update={"requirement_set": found.after.id})
        left = waiting(replace(session.state, info=info))
    return requirement_sets_texts.switched(found.after.label, left)


def take_over_judgements(session: PlanSession, command: TakeOverJudgements) -> str:
    """Write the judgements that are offered after a change of set, as one change; return a sentence on how many.

    What is offered is looked up inside the change, so that nothing that someone has judged meanwhile is written over.
    The former judgement stays as it is.

    Raises:
        InputError: nothing of what was named is offered.
    """
    wanted = {one.strip().lower() for one in command.offers}
    with session.transaction(_TAKES_OVER) as change:
        found = [one for one in offers(session.state) if one.can_be_confirmed and one.kind in command.kinds
                 and (not wanted or one.id.lower() in wanted)]
        if not found:
            raise InputError(requirement_sets_texts.nothing_offered(sorted(wanted)))
        change.mark(subject=requirement_sets_texts.judgements(len(found)))
        for one in found:
            body = one.fields()
            change.put(Assessment.about.name, assessment_id(body["requirement"], one.actor), body)
    return requirement_sets_texts.taken_over(len(found), sum(one.judgement == "ej_bedomd" for one in found))


def say_in_force(session: PlanSession, command: SayInForce) -> str:
    """Say that a proposed set is in force; return a sentence.

    Raises:
        UnknownNameError: there is no such set.
        InputError: the set is not a proposal, or the reference is missing or too long.
    """
    chosen = find_set(command.set)
    if not chosen.is_proposed:
        raise InputError(requirement_sets_texts.SET_NOT_PROPOSED.format(label=chosen.label))
    told = " ".join(clean(command.reference).split())
    if not told:
        raise InputError(reports_texts.REFERENCE_MISSING)
    if len(told) > _LONGEST:
        raise InputError(reports_texts.TEXT_TOO_LONG.format(length=len(told), most=_LONGEST))
    with session.transaction(_SAYS_IN_FORCE, chosen.id) as change:
        _set_own(change, chosen.id, told)
        label = plan_sets(session.state.info.model_copy(
            update={"own_standing": {**session.state.info.own_standing, chosen.id: told}}))[chosen.id].label
    return requirement_sets_texts.SET_IN_FORCE.format(label=label)


def take_back(session: PlanSession, command: TakeBackInForce) -> str:
    """Let a set be a proposal again; return a sentence.

    Raises:
        UnknownNameError: there is no such set.
        InputError: the county has not said that it is in force.
    """
    chosen = find_set(command.set)
    with session.transaction(_SAYS_IN_FORCE, chosen.id) as change:
        if chosen.id not in session.state.info.own_standing:
            raise InputError(requirement_sets_texts.SET_NOT_OWN.format(label=chosen.label))
        _set_own(change, chosen.id, "")
    return requirement_sets_texts.SET_TAKEN_BACK.format(label=chosen.label)


def _set_own(change: Transaction, identity: str, reference: str) -> None:
    body = dict(change.get(PLAN, PLAN) or {})
    own = {name: one for name, one in body.pop("own_standing", {}).items() if name != identity}
    if reference:
        own[identity] = reference
    change.put(PLAN, PLAN, {**body, "own_standing": own} if own else body)
