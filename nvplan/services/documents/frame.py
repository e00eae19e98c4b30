"""What every document says of itself: county, year, requirement set, standing, date, what is unanswered."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import sets_label
from nvplan.model.county import Actor
from nvplan.model.dates import format_date
from nvplan.model.document import Fact
from nvplan.model.kinds import kind_of
from nvplan.model.plan import PlanInfo, PlanState
from nvplan.model.progress import Progress, progress_among, question_progress, respondents
from nvplan.model.question import Question
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import documents as documents_texts


def standing_text(info: PlanInfo) -> str:
    """Return how far the plan is decided, with body and date where they are given."""
    parts = [documents_texts.STANDING[info.standing]]
    parts += [info.standing_body] if info.standing_body else []
    parts += [format_date(info.standing_date)] if info.standing_date else []
    return ", ".join(parts)


def meta(session: OpenPlan, shows: str, plans: Sequence[PlanKey] = PLANS, actor: Actor | None = None
         ) -> tuple[Fact, ...]:
    """Return the facts that stand first in every document.

    `shows` says whose part of the plan it is; `plans` are those that the document is about, whose unanswered core
    questions are counted, for one actor only those that it is asked.
    """
    state = session.state
    facts = [
        Fact(label=documents_texts.META_COUNTY, value=session.county.name),
        Fact(label=documents_texts.META_PLAN, value=documents_texts.META_PLAN_VALUE.format(year=state.info.years.span)),
        Fact(label=documents_texts.META_SHOWS, value=shows),
        Fact(label=documents_texts.META_SET, value=sets_label(state.info)),
        Fact(label=documents_texts.META_STANDING, value=standing_text(state.info)),
        Fact(label=documents_texts.META_CHANGED, value=format_date(state.changed[:10])),
    ]
    if state.info.example:
        facts.insert(0, Fact(label=documents_texts.META_EXAMPLE, value=documents_texts.META_EXAMPLE_VALUE))
    if plans:
        facts.append(Fact(label=documents_texts.META_UNANSWERED, value=_unanswered_text(state, plans, actor)))
    return tuple(facts)


def _unanswered_text(state: PlanState, plans: Sequence[PlanKey], actor: Actor | None) -> str:
    lines = []
    for plan in plans:
        form = plan_form(plan)
        found = progress_shown(form, state, actor)
        left = documents_texts.unanswered_of(found.applicable - found.whole, found.applicable)
        name = plan_name(state, plan)
        lines.append(left if len(plans) == 1 else documents_texts.META_UNANSWERED_PLAN.format(plan=name, left=left))
    return "\n".join(lines)


def progress_shown(form: PlanForm, state: PlanState, actor: Actor | None, chapters: Collection[str] | None = None
                   ) -> Progress:
    """Return how far the core questions of a plan, or of some chapters, are for those shown; the one definition."""
    total = Progress()
    for question in form.questions:
        if not question.core or (chapters is not None and question.chapter not in chapters):
            continue
        total += progress_of(form, question, state, actor)
    return total


def asked_of(question: Question, form: PlanForm, state: PlanState, actor: Actor | None) -> list[str]:
    """Return whom of those shown the question is asked: `lan`, the actors one by one, or the given actor alone.

    Nobody is asked what a register shows by itself.
    """
    if kind_of(question).is_shown_alone:
        return []
    asked = respondents(question, state, form.by_id)
    if actor is None or question.per == "lan":
        return asked
    return [one for one in asked if one == actor.id]


def core_questions(form: PlanForm, state: PlanState, actor: Actor | None) -> list[Question]:
    """Return the plan's core questions that apply and are asked of those shown."""
    return [question for question in form.questions if question.core and asked_of(question, form, state, actor)]


def unanswered(form: PlanForm, state: PlanState, actor: Actor | None) -> list[Question]:
    """Return the core questions that someone asked has not answered."""
    return [question for question in core_questions(form, state, actor)
            if any(state.answer(question.id, one).value is None for one in asked_of(question, form, state, actor))]


def not_whole(form: PlanForm, state: PlanState, actor: Actor | None) -> list[Question]:
    """Return the core questions that are not answered in full, as many as `progress_shown` counts.

    Those whose answers are only to be confirmed are none of them.
    """
    return [question for question in form.questions if question.core
            and (found := progress_of(form, question, state, actor)).whole < found.applicable
            and (question.id in {one.id for one in unanswered(form, state, actor)} or not found.to_confirm)]


def progress_of(form: PlanForm, question: Question, state: PlanState, actor: Actor | None) -> Progress:
    """Return how far one question is for those shown."""
    if actor is None or question.per == "lan":
        return question_progress(question, state, form.by_id)
    return progress_among(question, state, asked_of(question, form, state, actor))
