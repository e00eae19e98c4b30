"""What an item of a meeting can be about: the questions that are asked, the hinder, the goals and the insatser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from nvplan.catalog.questions import plan_form
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.progress import respondents
from nvplan.model.requirement import PLANS
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import planner_meetings as planner_meetings_texts

_OBJECTS = (("obstacle", "hinder", planner_meetings_texts.KIND_OBSTACLE),
            ("goal", "mal", planner_meetings_texts.KIND_GOAL), ("effort", "insats", planner_meetings_texts.KIND_EFFORT))


@dataclass(frozen=True)
class Subject:
    """Something that an item can be about: the field of the item that names it, its id, title and kind in words."""

    field: str
    identity: str
    title: str
    kind: str


def subjects(session: OpenPlan) -> Iterator[Subject]:
    """Yield what an item can be about: first the core questions without an answer, then the rest."""
    asked = [(question, form) for form in map(plan_form, PLANS) for question in form.questions
             if respondents(question, session.state, form.by_id)]

    def is_left(question: Any) -> bool:
        return bool(question.core and question.per != "aktor"
                    and session.state.answer(question.id, WHOLE_COUNTY).value is None)

    for question, _ in sorted(asked, key=lambda one: not is_left(one[0])):
        yield Subject("question", question.id, question.label, planner_meetings_texts.KIND_QUESTION)
    for field, table, kind in _OBJECTS:
        for one in session.state.objects.get(table, {}).values():
            yield Subject(field, one.id, str(cast(Any, one).title), kind)
