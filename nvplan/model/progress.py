"""The one definition of progress: answered ÷ applicable core questions.

A per-actor question counts the share of its applicable actors, a table the share of its required cells over the rows
that it asks for. What was carried from last year counts when it is confirmed, and a skipped question is unanswered.
It is shown as whole questions. Requirements stand beside progress and are never mixed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nvplan.model.county import Actor
from nvplan.model.kinds import kind_of
from nvplan.model.plan import WHOLE_COUNTY, Answer, PlanState
from nvplan.model.question import Condition, Question

#: Who answers a per-actor question that names nobody.
DEFAULT_KINDS = ("region", "kommun")


@dataclass(frozen=True)
class Progress:
    """How far a set of questions has come. `answered` is a fraction where some are answered in part."""

    answered: Fraction = Fraction(0)
    applicable: int = 0
    whole: int = 0
    """How many questions are answered in full."""
    started: int = 0
    """How many are answered in part."""
    to_confirm: int = 0
    """How many hold something from last year that nobody has confirmed."""

    @property
    def share(self) -> float:
        """The progress from 0 to 1; nothing applicable is 0."""
        return float(self.answered / self.applicable) if self.applicable else 0.0

    @property
    def rounded(self) -> float:
        """The progress from 0 to 1 with four decimals, rounded down, so that 1.0 means that nothing is left."""
        return int(self.answered * 10_000 / self.applicable) / 10_000 if self.applicable else 0.0

    def __add__(self, other: Progress) -> Progress:
        return Progress(self.answered + other.answered, self.applicable + other.applicable, self.whole + other.whole,
                        self.started + other.started, self.to_confirm + other.to_confirm)


def actors_of(question: Question, actors: Iterable[Actor]) -> list[Actor]:
    """Return the actors that answer a per-actor question, each once; Gotland has no agreement with itself."""
    kinds = question.actors or DEFAULT_KINDS
    return [actor for actor in actors if any(actor.acts_as(kind) for kind in kinds)
            and not (question.two_bodies and actor.is_both)]


def applies(question: Question, state: PlanState, actor: str, questions: Mapping[str, Question]) -> bool:
    """Whether a question applies for an actor: each condition's question applies, is answered, and the answer fits."""
    return all(_holds(condition, state, actor, questions) for condition in question.condition)


def _holds(condition: Condition, state: PlanState, actor: str, questions: Mapping[str, Question]) -> bool:
    other = questions.get(condition.question)
    if other is None:
        return False
    reader = actor if other.per == "aktor" else WHOLE_COUNTY
    value = state.answer(other.id, reader).value
    if value is None or not applies(other, state, actor, questions):
        return False
    coded = kind_of(other).codes(value)
    if condition.operator == "besvarad":
        return True
    if condition.operator == "ar_inte":
        return not coded & set(condition.values)
    return bool(coded & set(condition.values))


def respondents(question: Question, state: PlanState, questions: Mapping[str, Question]) -> list[str]:
    """Return the actor ids for whom the question applies: `lan` alone, or the actors one by one.

    In an actor's part of a plan nothing is asked of the whole county: its answers are not there, and not the actor's.
    """
    if question.per == "lan" and state.part:
        return []
    if question.per == "lan":
        return [WHOLE_COUNTY] if applies(question, state, WHOLE_COUNTY, questions) else []
    return [actor.id for actor in actors_of(question, state.actors) if applies(question, state, actor.id, questions)]


def answer_share(question: Question, answer: Answer) -> Fraction:
    """Return how much of a question one answer is, from 0 to 1; what is carried and not confirmed is nothing yet."""
    if answer.value is None or answer.carried:
        return Fraction(0)
    return kind_of(question).filled(question, answer.value)


def question_progress(question: Question, state: PlanState, questions: Mapping[str, Question]) -> Progress:
    """Return one question's progress: 0 of 0 where it does not apply."""
    return progress_among(question, state, respondents(question, state, questions))


def progress_among(question: Question, state: PlanState, asked: Sequence[str]) -> Progress:
    """Return one question's progress among those it is asked of: 0 of 0 where there are none."""
    if not asked:
        return Progress()
    answers = [state.answer(question.id, actor) for actor in asked]
    share = sum((answer_share(question, one) for one in answers), Fraction(0)) / len(asked)
    waits = any(one.carried and one.value is not None for one in answers)
    return Progress(share, 1, whole=int(share == 1), started=int(0 < share < 1), to_confirm=int(waits))


def progress(chosen: Iterable[Question], state: PlanState, questions: Mapping[str, Question]) -> Progress:
    """Return the progress of the core questions among the chosen; `questions` is every question of the plan by id."""
    total = Progress()
    for question in chosen:
        if question.core:
            total += question_progress(question, state, questions)
    return total
