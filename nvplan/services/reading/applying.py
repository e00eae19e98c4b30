"""Which answers stand where their question is not asked, and why it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nvplan.catalog.bindings import bindings
from nvplan.catalog.questions import plan_form
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.plan import WHOLE_COUNTY, Answer, PlanState
from nvplan.model.progress import applies, respondents
from nvplan.model.question import Condition, Question
from nvplan.model.requirement import PLANS
from nvplan.model.safetext import one_line
from nvplan.model.values import Value
from nvplan.services.reading.guide import Stop, actor_name
from nvplan.texts import common as common_texts

#: So much of a question names it in a sentence about several.
_LABEL = 70


def refuse_out_of_place(state: PlanState, question: Question, actor: str) -> None:
    """Refuse an answer to a question that is not asked of the actor: no plan would show it, and no count see it.

    Raises:
        InputError: it is not asked; the sentence says what it depends on.
    """
    if actor not in respondents(question, state, plan_form(question.plan).by_id):
        raise InputError(why_not_asked(state, question, actor))


def why_not_asked(state: PlanState, question: Question, actor: str) -> str:
    """Return a sentence on why a question is not asked of an actor."""
    known = plan_form(question.plan).by_id
    for condition in question.condition:
        one = question.model_copy(update={"condition": (condition,)})
        if condition.question in known and not applies(one, state, actor, known):
            return _unmet(state, known[condition.question], condition, actor)
    return common_texts.ANSWER_NOT_ASKED.format(question=question.label, actor=actor_name(state, actor) or actor)


def _unmet(state: PlanState, other: Question, condition: Condition, actor: str) -> str:
    """Return the sentence on one condition that does not hold: what it depends on, and what would make it hold."""
    value = state.answer(other.id, actor if other.per == "aktor" else WHOLE_COUNTY).value
    wanted = [choice.label for choice in kind_of(other).choices(other) if choice.code in condition.values]
    if condition.operator == "besvarad" or not wanted:
        return common_texts.NOT_ASKED_UNANSWERED.format(other=other.label)
    if condition.operator == "ar_inte" and value is None:
        return common_texts.NOT_ASKED_UNANSWERED.format(other=other.label)
    told = common_texts.NOT_ASKED_NOT if condition.operator == "ar_inte" else common_texts.NOT_ASKED
    return told.format(other=other.label, wanted=common_texts.either([f"”{one}”" for one in wanted]))


def out_of_place(state: PlanState) -> Iterator[Stop]:
    """Yield the answers whose question is not asked of the one who answered, in the order of the plans."""
    held: dict[str, list[str]] = {}
    for (actor, identity), answer in state.answers.items():
        if answer.value is not None and identity not in bindings():  # what a register says stands there in any case
            held.setdefault(identity, []).append(actor)
    for plan in PLANS:
        form = plan_form(plan)
        for question in form.questions:
            if question.id in held and not question.guest:
                asked = respondents(question, state, form.by_id)
                yield from (Stop(question, actor) for actor in sorted(held[question.id]) if actor not in asked)


def with_answers(state: PlanState, values: Mapping[tuple[str, str], Value | None]) -> PlanState:
    """Return the state as it would be with these answers, by actor and question."""
    return replace(state, answers={**state.answers, **{key: Answer(value=value) for key, value in values.items()}})


def hidden_by(state: PlanState, question: Question, actor: str, value: Value | None) -> list[Stop]:
    """Return the answers whose question would no longer be asked with this answer to another one."""
    conditions = (condition for one in plan_form(question.plan).questions for condition in one.condition)
    if all(condition.question != question.id for condition in conditions):
        return []
    before = {stop.place for stop in out_of_place(state)}
    then = with_answers(state, {(actor, question.id): value})
    return [stop for stop in out_of_place(then) if stop.place not in before]


def not_asked_told(state: PlanState, found: Sequence[Stop]) -> str:
    """Return in a sentence which answers stand where their question is not asked, and that they are not gone."""
    return common_texts.not_asked_told([(one_line(stop.question.label, _LABEL), actor_name(state, stop.actor))
                                        for stop in found])


__all__ = ["hidden_by", "not_asked_told", "out_of_place", "refuse_out_of_place", "why_not_asked", "with_answers"]
