"""What stands around a question: where in the plan it is, how far the plan has come, and who it is that answers."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from nvplan.catalog.questions import PlanForm
from nvplan.model.plan import PlanState
from nvplan.model.progress import respondents
from nvplan.services.reading.guide import Stop, actor_name
from nvplan.services.reading.plan_names import plan_name, plan_short
from nvplan.services.reading.status import plan_progress
from nvplan.texts import common as common_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal
from nvplan.tui.widgets.progress import progress

#: Cells of the bar beside the figure in words.
_BAR = 5


def crumb(form: PlanForm, state: PlanState, stop: Stop) -> tuple[str, str, Content]:
    """Return where in the plan the question is, the same without the step's name, and how far the plan has come."""
    chapter = form.chapter(stop.question.chapter)
    done = plan_progress(form, state)
    step = next(one for one in form.steps if one.id == chapter.step)
    number = planner_texts.STEP_OF.format(number=form.steps.index(step) + 1, count=len(form.steps))
    right = Content("  ").join([
        literal(number), progress(done.share, _BAR), literal(common_texts.done_of(done.whole, done.applicable))])
    plan = plan_short(state, form.plan)
    whole, brief = (" › ".join(dict.fromkeys(parts)) for parts in ((plan, step.short, chapter.title),
                                                                   (plan, chapter.title)))
    return whole, brief, right


def other_plan_words(state: PlanState, stop: Stop) -> str:
    """Return that the question belongs to another plan than the one before."""
    return planner_texts.OTHER_PLAN.format(plan=plan_name(state, stop.question.plan))


def standing_words(form: PlanForm, state: PlanState, stop: Stop, ahead: Sequence[Stop]) -> str:
    """Return what the question is in the plan: core or deeper, which of how many, skipped, shared with others."""
    question = stop.question
    asked = list(dict.fromkeys(one.question.id for one in ahead if one.question.plan == question.plan))
    parts = [planner_texts.CORE if question.core else planner_texts.DEEPER]
    if question.id in asked:
        parts.append(planner_texts.QUESTION_OF.format(number=asked.index(question.id) + 1, count=len(asked)))
    if question.also or question.guest:
        parts.append(planner_places_texts.SAME_IN_OTHERS)
    if question.per == "aktor":
        asks = respondents(question, state, form.by_id)
        answered = sum(state.answer(question.id, actor).value is not None for actor in asks)
        parts.append(planner_places_texts.MATRIX_ANSWERED.format(answered=answered, asked=len(asks)))
    if state.answer(question.id, stop.actor).skipped:
        parts.append(planner_texts.SKIPPED_MARK)
    return " · ".join(parts)


def actor_words(form: PlanForm, state: PlanState, stop: Stop) -> str:
    """Return who answers, and which of how many."""
    actors = respondents(stop.question, state, form.by_id)
    name = planner_texts.ACTOR_LINE.format(actor=actor_name(state, stop.actor))
    if stop.actor not in actors:
        return name
    return f"{name} · " + planner_texts.ACTOR_OF.format(number=actors.index(stop.actor) + 1, count=len(actors))
