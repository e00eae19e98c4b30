"""Finds the actor that a person means."""

from __future__ import annotations

from nvplan.catalog.counties import county_of
from nvplan.model.collation import fold, nearest
from nvplan.model.county import Actor
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import actors_of
from nvplan.model.question import Question
from nvplan.texts import common as common_texts

#: What the name of a kommun ends with, and what some write instead.
_KOMMUN, _STAD = " kommun", " stad"


def find_actor(state: PlanState, wanted: str) -> Actor:
    """Return the actor with this id, name or kommun code; `region` and `rss` work as kinds where one body has them.

    Raises:
        UnknownNameError: no actor is called that, or several bodies are.
    """
    names = _names(state)
    found = names.get(fold(wanted.strip()))
    if found is not None:
        return found
    of_kind = [actor for actor in state.actors if actor.acts_as(wanted.strip().lower())]
    if len(of_kind) == 1:
        return of_kind[0]
    near = [actor.id for actor in of_kind] or nearest(wanted, [actor.name for actor in state.actors])
    raise UnknownNameError(common_texts.unknown_name(common_texts.WHAT_ACTOR, wanted, near, common_texts.HOW_ACTOR))


def _names(state: PlanState) -> dict[str, Actor]:
    county = county_of(state.info.county_code)
    kommuner = {municipality.code: municipality for municipality in county.municipalities}
    names: dict[str, Actor] = {}
    for actor in state.actors:
        spellings = [actor.id, actor.name]
        if actor.id in kommuner:
            spellings.append(kommuner[actor.id].short)
            spellings += _as_town(actor.name)
        elif county.is_one_body and actor.type == "region":
            spellings += [name for one in kommuner.values() for name in (one.code, one.name, one.short)]
        for spelling in spellings:
            names.setdefault(fold(spelling), actor)
    return names


def _as_town(name: str) -> list[str]:
    """Return a kommun's name as one that calls itself stad writes it: Borås stad for Borås kommun.

    Fourteen do. The law's names are with kommun (kommunallagen 2017:725, SFS 2007:229), and documents have those.
    """
    stem = name.removesuffix(_KOMMUN)
    return [f"{stem}{_STAD}"] if stem != name else []


def respondent(state: PlanState, question: Question, wanted: str | None) -> str:
    """Return the actor id to store an answer under: `lan`, or the actor's for a question per actor.

    Raises:
        InputError: an actor is missing, or one is given that does not answer this question.
    """
    if question.per == "lan":
        if wanted and wanted.strip().lower() != WHOLE_COUNTY:
            raise InputError(common_texts.ANSWER_WHOLE_COUNTY.format(question=question.id))
        return WHOLE_COUNTY
    asked = actors_of(question, state.actors)
    if not wanted:
        raise InputError(common_texts.answer_needs_actor(question.id, [actor.id for actor in asked]))
    actor = find_actor(state, wanted)
    if actor not in asked:
        raise InputError(common_texts.ANSWER_NOT_ASKED.format(question=question.label, actor=actor.name))
    return actor.id
