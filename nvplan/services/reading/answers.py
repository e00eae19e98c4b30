"""Answers as documents show them: what the county or each actor has answered, and that nothing is answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nvplan.model.county import Actor
from nvplan.model.document import Fact
from nvplan.model.kinds import kind_of
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import respondents
from nvplan.model.question import Question
from nvplan.model.values import show_value
from nvplan.texts import documents as documents_texts


def answer_facts(question: Question, state: PlanState, questions: Mapping[str, Question],
                 actor: Actor | None, among: Sequence[str] | None = None) -> Sequence[Fact]:
    """Return the question's answers: one for the county, or one for each actor that it is asked of.

    `among` has those who are asked where not all of them are to be told.

    With an actor, only that actor's answer is returned, and nothing where it is not asked. An answer that is missing
    says so; a question that does not apply gives nothing, nor does a step that shows a register.
    """
    if kind_of(question).is_shown_alone:
        return []
    asked = respondents(question, state, questions) if among is None else among
    if question.per == "lan":
        return [_fact(documents_texts.ANSWER_LABEL, question, state, one) for one in asked]
    if actor is not None:
        return [_fact(actor.name, question, state, actor.id)] if actor.id in asked else []
    names = {one.id: one.name for one in state.actors}
    answered = [one for one in asked if state.answer(question.id, one).value is not None]
    facts = [_fact(names[one], question, state, one) for one in answered]
    missing = [names[one] for one in asked if one not in answered]
    if missing:
        facts.append(Fact(label=documents_texts.ANSWER_MISSING_FROM, missing=True,
                          value=documents_texts.missing_from(missing, len(asked))))
    return facts


def _fact(label: str, question: Question, state: PlanState, actor: str) -> Fact:
    answer = state.answer(question.id, actor)
    if answer.value is None:
        return Fact(label=label, value=documents_texts.NOT_ANSWERED, missing=True)
    shown = show_value(question, answer.value)
    return Fact(label=label, value=shown + (documents_texts.CARRIED if answer.carried else ""))


def is_answered(question: Question, state: PlanState, questions: Mapping[str, Question], actor: Actor | None) -> bool:
    """Whether everyone that the question is asked of, or the given actor, has answered."""
    asked = respondents(question, state, questions)
    if actor is not None and question.per == "aktor":
        asked = [actor.id] if actor.id in asked else []
    return bool(asked) and all(state.answer(question.id, one).value is not None for one in asked)


def shown_actor(actor: Actor | None) -> str:
    """Return whose part a document shows."""
    return actor.name if actor else documents_texts.WHOLE_COUNTY


__all__ = ["WHOLE_COUNTY", "answer_facts", "is_answered", "shown_actor"]
