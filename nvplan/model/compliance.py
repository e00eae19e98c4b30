"""Requirements against assessments: whom a requirement binds in the county, and how far it is met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nvplan.model.county import Actor
from nvplan.model.objects import Assessment, Judgement, assessment_id
from nvplan.model.plan import PlanState
from nvplan.model.requirement import MODALITIES, Modality, Requirement

Outcome = Literal["met", "partly", "unmet", "unassessed"]
OUTCOMES: tuple[Outcome, ...] = ("met", "partly", "unmet", "unassessed")

#: A care provider is a region or a kommun in its own operations; private providers are no actors of the plan.
_ANSWERS_FOR = {"vardgivare": ("region", "kommun")}


@dataclass(frozen=True)
class RequirementStatus:
    """How far one requirement is met in the county: by how many of the actors that it applies to."""

    outcome: Outcome
    met: int
    assessed: int
    applicable: int


def bound(requirement: Requirement, actors: Iterable[Actor]) -> list[Actor]:
    """Return the actors that the requirement is aimed at."""
    kinds = [kind for addressee in requirement.addressees for kind in _ANSWERS_FOR.get(addressee, (addressee,))]
    return [actor for actor in actors if any(actor.acts_as(kind) for kind in kinds)]


def assessment(state: PlanState, requirement: str, actor: str) -> Assessment:
    """Return the actor's assessment, an empty one where nobody has assessed."""
    identity = assessment_id(requirement, actor)
    found = state.objects.get("kravbedomning", {}).get(identity)
    return found if isinstance(found, Assessment) else Assessment(id=identity, requirement=requirement, actor=actor)


def _judgements(state: PlanState) -> Mapping[str, Mapping[str, Judgement]]:
    """Return what has been judged, by the requirement as ids have it and by actor."""
    found: dict[str, dict[str, Judgement]] = {}
    for identity, one in state.objects.get("kravbedomning", {}).items():
        if isinstance(one, Assessment):
            requirement, _, actor = identity.partition("@")
            found.setdefault(requirement, {})[actor] = one.judgement
    return found


def _of_requirement(requirement: Requirement) -> str:
    return assessment_id(requirement.id, "").removesuffix("@")


def requirement_status(requirement: Requirement, state: PlanState, actors: Iterable[Actor] | None = None
                       ) -> RequirementStatus:
    """Return how far a requirement is met by the actors that it binds, or by those of them that are given.

    Met when all are; unmet when all have assessed and none meets it, even in part; unassessed when nobody has
    assessed; partly in every other case. Actors for whom it does not apply are left out.
    """
    binds = bound(requirement, state.actors if actors is None else actors)
    stored = state.objects.get("kravbedomning", {})
    found = {actor.id: stored.get(assessment_id(requirement.id, actor.id)) for actor in binds}
    return _status({actor: one.judgement for actor, one in found.items() if isinstance(one, Assessment)}, binds)


def _status(judgements: Mapping[str, Judgement], binds: Sequence[Actor]) -> RequirementStatus:
    """Return how far a requirement is met, from what each actor has judged; most have judged nothing of most."""
    if not judgements:
        return RequirementStatus("unassessed", 0, 0, len(binds))
    judged = [judgements.get(actor.id, "ej_bedomd") for actor in binds]
    applicable = [judgement for judgement in judged if judgement != "ej_tillampligt"]
    met = applicable.count("uppfyllt")
    assessed = len(applicable) - applicable.count("ej_bedomd")
    return RequirementStatus(_outcome(applicable, met, assessed), met, assessed, len(applicable))


def _outcome(applicable: Sequence[str], met: int, assessed: int) -> Outcome:
    if not assessed:
        return "unassessed"
    if met == len(applicable):
        return "met"
    if applicable.count("ej_uppfyllt") == len(applicable):
        return "unmet"
    return "partly"


def tally(requirements: Iterable[Requirement], state: PlanState, actors: Iterable[Actor] | None = None
          ) -> Mapping[Modality, Mapping[Outcome, int]]:
    """Return how many requirements of each modality are met, partly met, unmet and unassessed.

    A requirement that binds none of the actors, or applies to none, is left out.
    """
    counted: dict[Modality, dict[Outcome, int]] = {modality: dict.fromkeys(OUTCOMES, 0) for modality in MODALITIES}
    chosen = tuple(state.actors if actors is None else actors)
    judgements = _judgements(state)
    binds: dict[tuple[str, ...], list[Actor]] = {}  # most requirements are aimed at the same few kinds of actor
    for requirement in requirements:
        aimed_at = tuple(requirement.addressees)
        if aimed_at not in binds:
            binds[aimed_at] = bound(requirement, chosen)
        status = _status(judgements.get(_of_requirement(requirement), {}), binds[aimed_at])
        if status.applicable:
            counted[requirement.modality][status.outcome] += 1
    return counted
