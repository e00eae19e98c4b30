"""Checks of the core: that it fits an afternoon, and that nothing in it is asked without a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from nvplan.catalog.following import followed
from nvplan.model.question import Question
from nvplan.model.requirement import PlanKey, Requirement
from nvplan.texts import catalog as catalog_texts

#: How many core questions a plan may have: an afternoon's work. With fewer, a plan says too little to be one.
FEWEST_CORE, MOST_CORE = 15, 30
#: How many the three plans may have together.
MOST_TOGETHER = 80
#: What a plan may not leave unasked. A statute binds without the plan, and what is central or allowed may wait.
ASKED_FOR = ("ska", "mal")


def core_faults(plan: PlanKey, questions: Sequence[Question], demands: Collection[Requirement]) -> Iterator[str]:
    """Yield what is wrong with the core of a plan; `questions` are all it asks, shared ones too."""
    core = [question for question in questions if question.core]
    if not FEWEST_CORE <= len(core) <= MOST_CORE:
        yield catalog_texts.FAULT_CORE.format(plan=plan, found=len(core), least=FEWEST_CORE, most=MOST_CORE)
    for question in core:
        if not (question.requirements or question.decision):
            yield catalog_texts.FAULT_CORE_FREE.format(plan=plan, id=question.id)
    for one in not_asked(plan, core, demands):
        yield catalog_texts.FAULT_NOT_ASKED.format(plan=plan, id=one.id, title=one.title)


def not_asked(plan: PlanKey, core: Sequence[Question], demands: Collection[Requirement]) -> list[Requirement]:
    """Return what a plan may not leave unasked and that no core question asks about."""
    return [one for one in demands if plan in one.plans and one.modality in ASKED_FOR
            and not any(one.id in followed(question.requirements, one.set) for question in core)]


def core_together_faults(questions: Collection[Question]) -> Iterator[str]:
    """Yield that the cores of the three plans are too large together; a question that two plans share counts once."""
    core = {question.id for question in questions if question.core}
    if len(core) > MOST_TOGETHER:
        yield catalog_texts.FAULT_CORE_TOGETHER.format(found=len(core), most=MOST_TOGETHER)
