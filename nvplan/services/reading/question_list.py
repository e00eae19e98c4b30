"""The list of questions that commands print."""

from __future__ import annotations

from typing import Any

from nvplan.catalog.following import followed
from nvplan.catalog.questions import plan_form
from nvplan.catalog.requirements import latest_verified, requirement_sets, requirements
from nvplan.model.collation import fold, nearest
from nvplan.model.errors import UnknownNameError
from nvplan.model.kinds.field import Column, Option
from nvplan.model.question import Chapter, Question, Step
from nvplan.model.requirement import PLANS, PlanKey, Requirement, RequirementSet
from nvplan.services.reading.demands import demand
from nvplan.texts import common as common_texts


def find_plan(wanted: str) -> PlanKey:
    """Return the plan with this name.

    Raises:
        UnknownNameError: there is none; the sentence names the three.
    """
    for plan in PLANS:
        if fold(wanted.strip()) == plan:
            return plan
    raise UnknownNameError(
        common_texts.unknown_name(common_texts.WHAT_PLAN, wanted, nearest(wanted, PLANS) or list(PLANS), "")
    )


def find_chapter(wanted: str) -> Chapter:
    """Return the chapter with this number.

    Raises:
        UnknownNameError: no plan has it; the sentence names the nearest.
    """
    known = {chapter.id: chapter for plan in PLANS for chapter in plan_form(plan).chapters}
    found = known.get(wanted.strip())
    if found is None:
        raise UnknownNameError(common_texts.unknown_name(common_texts.WHAT_CHAPTER, wanted, nearest(wanted, known), ""))
    return found


def find_step(wanted: str, plan: PlanKey | None = None) -> Step:
    """Return the step with this id or title, or with this number in the plan that is named.

    Raises:
        UnknownNameError: there is none; the sentence names the nearest.
    """
    known = [step for one in PLANS if plan in (None, one) for step in plan_form(one).steps]
    word = fold(wanted.strip())
    numbered = plan_form(plan).steps if plan else ()
    found = [step for step in known if word in (step.id, fold(step.title))]
    found += [step for number, step in enumerate(numbered, 1) if word == str(number)]
    if not found:
        names = [name for step in known for name in (step.id, step.title)]
        near = nearest(wanted, names) or [step.id for step in known]
        raise UnknownNameError(common_texts.unknown_name(common_texts.WHAT_STEP, wanted, near, ""))
    return found[0]


def questions_json(plan: PlanKey | None = None) -> list[dict[str, Any]]:
    """Return the questions as `nvplan fragor --json` prints them."""
    chosen = [plan] if plan else list(PLANS)
    return [_question(question) for one in chosen for question in plan_form(one).questions
            if plan or not question.guest]


def _question(question: Question) -> dict[str, Any]:
    condition = [one.model_dump(mode="json") for one in question.condition] or None
    asked = demand(_required(question))
    row: dict[str, Any] = {
        "id": question.id, "plan": question.plan, "chapter": question.chapter, "kind": question.kind,
        "label": question.label, "core": question.core, "per": question.per,
        "requirements": list(question.requirements), "demand": asked.level, "demanded_of": list(asked.of),
        "stated": asked.stated, "decision": question.decision, "options": [_option(one) for one in question.options],
        "condition": condition,
    }
    if question.columns:
        row["columns"] = [_column(column) for column in question.columns]
    if question.unit:
        row["unit"] = question.unit
    return row


def _required(question: Question) -> list[tuple[Requirement, RequirementSet]]:
    """Return the requirements behind a question, as a plan has them that nobody has chosen another set for."""
    found = [requirements()[one] for one in followed(question.requirements, latest_verified())]
    return [(one, requirement_sets()[one.set]) for one in found]


def _option(option: Option) -> dict[str, Any]:
    return {"id": option.id, "label": option.label, **({"own_words": True} if option.own else {})}


def _column(column: Column) -> dict[str, Any]:
    return {"id": column.id, "label": column.label, "kind": column.kind,
            "options": [_option(one) for one in column.options], "unit": column.unit,
            **({"picks": column.picks} if column.picks else {})}
