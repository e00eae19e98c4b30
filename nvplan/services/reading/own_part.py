"""What an actor is asked for: its own questions, the requirements that bind it, and how much of it is answered."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import is_proposed, requirements_in_force
from nvplan.model.compliance import bound
from nvplan.model.county import Actor
from nvplan.model.kinds import kind_of
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import Progress, actors_of, applies, progress_among
from nvplan.model.question import Question
from nvplan.model.requirement import MODALITIES, PLANS, Modality, Requirement

#: The ambulances are the regions' alone, whoever the text speaks to.
_NOT_OF_ACTORS = ("ambulans",)
#: What is only allowed or recommended binds nobody, and an actor with one officer is not asked to judge it.
BINDING: tuple[Modality, ...] = ("ska", "lag", "bor", "central")


def own_questions(state: PlanState, actor: Actor) -> list[Question]:
    """Return the questions that the actor answers for itself, in the plans' order.

    One that depends on an answer that is not given yet is among them: on paper nothing can be opened later.
    """
    return [question for plan in PLANS for question in plan_form(plan).questions
            if not question.guest and question.per == "aktor" and actors_of(question, (actor,))
            and not kind_of(question).is_shown_alone and _may_apply(question, state, actor.id, plan_form(plan))]


def _may_apply(question: Question, state: PlanState, actor: str, form: PlanForm) -> bool:
    if applies(question, state, actor, form.by_id):
        return True
    others = [form.by_id.get(condition.question) for condition in question.condition]
    return any(other is not None and state.answer(
        other.id, actor if other.per == "aktor" else WHOLE_COUNTY).value is None for other in others)


def binding_requirements(state: PlanState, actor: Actor) -> list[Requirement]:
    """Return the requirements that bind the actor, the strongest first; nothing that is proposed or only allowed."""
    chosen = [one for one in requirements_in_force(state.info)
              if one.modality in BINDING and not is_proposed(one) and bound(one, (actor,))
              and (actor.acts_as("region") or one.area not in _NOT_OF_ACTORS)]
    return [one for modality in MODALITIES for one in chosen if one.modality == modality]


def own_progress(state: PlanState, actor: Actor) -> Progress:
    """Return how much of its own core questions the actor has answered."""
    total = Progress()
    for plan in PLANS:
        form = plan_form(plan)
        for question in _core(state, actor, form):
            total += progress_among(question, state, [actor.id])
    return total


def unanswered_core(state: PlanState, actor: Actor) -> list[Question]:
    """Return the actor's own core questions that have no whole answer."""
    return [question for plan in PLANS for question in _core(state, actor, plan_form(plan))
            if progress_among(question, state, [actor.id]).whole == 0]


def _core(state: PlanState, actor: Actor, form: PlanForm) -> Sequence[Question]:
    return [question for question in form.questions
            if question.core and not question.guest and question.per == "aktor" and actors_of(question, (actor,))
            and not kind_of(question).is_shown_alone and applies(question, state, actor.id, form.by_id)]
