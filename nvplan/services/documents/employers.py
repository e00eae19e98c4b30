"""Whose a role is and who takes part in an insats: each board looks for its own name in the county's plan."""

from __future__ import annotations

from nvplan.model.objects import Effort, Goal
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.view import View
from nvplan.texts import documents_plans as documents_plans_texts

#: So many are named who take part, and so many kommuner that do not where the others do.
_NAMED, _LEFT_OUT = 4, 3
#: The sorts of actors that a plan's boards and their cooperation are.
_DECIDING = ("region", "kommun", "rss")
#: What a role that names its kind of employer has said enough with.
_ONE_OF_A_KIND = ("region", "rss")


def who_and_where(view: View, one: Effort | Goal) -> str:
    """Return the responsible role with its employer; either alone, or empty where none is told.

    A role of two parts has it in brackets: `HR-strateg, RSS`, `Processledare, e-hälsa (RSS)`.
    A role that already says whose it is (`Samordnare, RSS`, `Ekonomichef, region`) stands as it is written.
    """
    role, name = view.text(one, "role"), short_name(view, one.actor) if one.actor else ""
    view.show(one, "actor")
    if not role or not name:
        return role or name
    found = view.state.actor(one.actor)
    kind = found.type if found is not None else ""
    if name.lower() in role.lower() or (kind in _ONE_OF_A_KIND and kind in role.lower()):
        return role
    # A county has one region: beside a role its kind says enough, and takes a third of the room.
    employer = documents_plans_texts.THE_REGION if kind == "region" else name
    return f"{role} ({employer})" if "," in role else f"{role}, {employer}"


def joining(view: View, effort: Effort) -> str:
    """Return who takes part in an insats beside the one responsible; empty where no board or RSS does.

    Of region, kommuner and RSS a few are named; of many the kommuner are told as all, as all but a few, or counted.
    Others are counted: who decides on a plan looks for its own name, and no other actor decides.
    """
    joined = [one for one in view.state.actors if one.id in effort.participants and one.id != effort.actor]
    kommuner = [one for one in joined if one.type == "kommun"]
    deciding = [one for one in joined if one.type in _DECIDING]
    silent = [short_name(view, one.id) for one in view.state.actors
              if one.type == "kommun" and one.id != effort.actor and one not in kommuner]
    are_few, are_most = len(deciding) <= _NAMED, bool(kommuner) and len(silent) <= _LEFT_OUT
    if not deciding:
        return ""
    if len(deciding) == len(joined) and (are_few or are_most):
        view.show(effort, "participants")
    told = [documents_plans_texts.others_joining(len(joined) - len(deciding))] if len(joined) > len(deciding) else []
    named = [short_name(view, one.id) for one in deciding if are_few or one not in kommuner]
    if are_few:
        return documents_plans_texts.joining([*named, *told])
    owner = view.state.actor(effort.actor)
    others = owner is not None and owner.type == "kommun"
    told_kommuner = [] if not kommuner else [
        documents_plans_texts.most_kommuner(silent, others=others) if are_most
        else documents_plans_texts.kommuner(len(kommuner), others=others)]
    return documents_plans_texts.joining([*named, *told], *told_kommuner)
