"""The checklist of one actor: the requirements in force with the actor's judgements, and how one is set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from nvplan.catalog.requirements import plan_sets, requirements_in_force
from nvplan.model.collation import fold
from nvplan.model.compliance import RequirementStatus, assessment, bound, requirement_status
from nvplan.model.county import Actor
from nvplan.model.objects import Assessment, Judgement
from nvplan.model.plan import PlanState
from nvplan.model.requirement import MODALITIES, Requirement, RequirementSet

#: What the list can be narrowed down by.
MODALITY, PLAN, JUDGEMENT = "modality", "plan", "judgement"
#: Every judgement, the one that nobody has made last.
JUDGEMENTS: tuple[Judgement, ...] = ("uppfyllt", "delvis", "ej_uppfyllt", "ej_tillampligt", "ej_bedomd")


@dataclass(frozen=True)
class RequirementRow:
    """A requirement as it stands for one actor, or for the whole county where there is no assessment to show."""

    requirement: Requirement
    its_set: RequirementSet
    assessment: Assessment | None
    status: RequirementStatus

    @property
    def judgement(self) -> Judgement:
        """The actor's judgement, or for the county the one that its outcome comes to."""
        if self.assessment is not None:
            return self.assessment.judgement
        return _OF_OUTCOME[self.status.outcome]

    @property
    def found_by(self) -> str:
        """The folded words that the row is found by."""
        one = self.requirement
        written = (self.assessment.reason, *self.assessment.evidence) if self.assessment else ()
        return fold(" ".join((one.id, one.title, one.text, self.its_set.label, *written)))


_OF_OUTCOME: Mapping[str, Judgement] = {"met": "uppfyllt", "partly": "delvis", "unmet": "ej_uppfyllt",
                                        "unassessed": "ej_bedomd"}


def judging_actors(state: PlanState) -> list[Actor]:
    """Return the actors that some requirement in force binds."""
    chosen = requirements_in_force(state.info)
    return [actor for actor in state.actors if any(bound(one, (actor,)) for one in chosen)]


def requirement_rows(state: PlanState, actor: Actor | None, filters: Mapping[str, str]) -> list[RequirementRow]:
    """Return the requirements in force that bind the actor, or anyone in the county, the most binding first."""
    actors = state.actors if actor is None else (actor,)
    sets, rows = plan_sets(state.info), []
    for one in sorted(requirements_in_force(state.info), key=lambda row: MODALITIES.index(row.modality)):
        if not bound(one, actors):
            continue
        found = None if actor is None else assessment(state, one.id, actor.id)
        row = RequirementRow(one, sets[one.set], found, requirement_status(one, state, actors))
        if fits(row, filters):
            rows.append(row)
    return rows


def fits(row: RequirementRow, filters: Mapping[str, str]) -> bool:
    """Whether a row has every value that is asked for."""
    held: Mapping[str, tuple[str, ...]] = {
        MODALITY: (row.requirement.modality,), PLAN: row.requirement.plans, JUDGEMENT: (row.judgement,)}
    return all(value in held[field] for field, value in filters.items())


def judgement_tally(rows: list[RequirementRow]) -> Mapping[Judgement, int]:
    """Return how many of the rows have each judgement."""
    counted = Counter(row.judgement for row in rows)
    return {judgement: counted[judgement] for judgement in JUDGEMENTS}
