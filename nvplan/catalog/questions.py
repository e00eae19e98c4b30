"""The three plans' steps, chapters and questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from nvplan import texts
from nvplan.catalog.reading import read_jsonl
from nvplan.model.collation import nearest
from nvplan.model.errors import UnknownNameError
from nvplan.model.question import Chapter, Question, Step
from nvplan.model.requirement import PLANS, PlanKey


@dataclass(frozen=True)
class PlanForm:
    """One plan's form: its steps, chapters and questions in order."""

    plan: PlanKey
    steps: tuple[Step, ...]
    chapters: tuple[Chapter, ...]
    questions: tuple[Question, ...]
    by_id: Mapping[str, Question]

    def of_chapter(self, chapter: str) -> list[Question]:
        """Return the chapter's questions in order."""
        return [question for question in self.questions if question.chapter == chapter]

    def of_step(self, step: str) -> list[Chapter]:
        """Return the step's chapters in order."""
        return [chapter for chapter in self.chapters if chapter.step == step]

    def chapter(self, identity: str) -> Chapter:
        """Return the chapter with this id.

        Raises:
            KeyError: the plan has no such chapter.
        """
        return next(chapter for chapter in self.chapters if chapter.id == identity)


@cache
def plan_form(plan: PlanKey) -> PlanForm:
    """Return one plan's form; only that plan's files are read.

    Raises:
        CatalogError: a file of the plan does not hold.
    """
    chapters = read_jsonl(f"kapitel/{plan}.jsonl", Chapter)
    order = {chapter.id: place for place, chapter in enumerate(chapters)}
    questions = tuple(sorted(read_jsonl(f"fragor/{plan}.jsonl", Question),
                             key=lambda question: order.get(question.chapter, len(order))))
    return PlanForm(plan, read_jsonl(f"steg/{plan}.jsonl", Step), chapters, questions,
                    {question.id: question for question in questions})


@cache
def all_questions() -> Mapping[str, Question]:
    """Return every question of every plan by id."""
    return {question.id: question for plan in PLANS for question in plan_form(plan).questions}


def find_question(wanted: str) -> Question:
    """Return the question with this id.

    Raises:
        UnknownNameError: no question has it; the sentence names the nearest ids.
    """
    known = all_questions()
    found = known.get(wanted.strip().lower())
    if found is None:
        raise UnknownNameError(texts.unknown_name(texts.WHAT_QUESTION, wanted, nearest(wanted, known),
                                                  texts.HOW_QUESTION))
    return found
