"""Figures worth looking at on a plan's first page: how far it has come, and how the binding requirements stand."""

from __future__ import annotations

from decimal import Decimal

from nvplan.catalog.questions import PlanForm
from nvplan.catalog.requirements import requirements_in_force
from nvplan.model.compliance import OUTCOMES, tally
from nvplan.model.document import Bar, Chart, Fact
from nvplan.model.progress import Progress, progress_among, question_progress
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.frame import asked_of
from nvplan.services.documents.view import View
from nvplan.texts import common as common_texts
from nvplan.texts import documents_plans as documents_plans_texts


def progress_of(view: View, form: PlanForm, step: str = "") -> Progress:
    """Return how far the core questions of a plan or of one of its steps are, for those whose answers are shown."""
    chapters = {chapter.id for chapter in (form.of_step(step) if step else form.chapters)}
    total = Progress()
    for question in form.questions:
        if not question.core or question.chapter not in chapters:
            continue
        if view.actor is None or question.per == "lan":
            total += question_progress(question, view.state, form.by_id)
        else:
            total += progress_among(question, view.state, asked_of(question, form, view.state, view.actor))
    return total


def progress_chart(view: View, form: PlanForm) -> Chart:
    """Return how far each step of a plan has come, in per cent of its core questions."""
    bars = []
    for step in form.steps:
        found = progress_of(view, form, step.id)
        if found.applicable:
            bars.append(Bar(label=step.title, value=Decimal(found.percent), text=f"{found.percent}\u00a0%"))
    whole = progress_of(view, form)
    told = documents_plans_texts.progress_told(
        whole.percent, common_texts.whole_questions(whole.whole, whole.applicable, whole.started, whole.to_confirm)
    )
    return Chart(title=documents_plans_texts.PROGRESS_CHART, alternative=told, bars=tuple(bars), most=Decimal(100))


def shall_chart(view: View, plan: PlanKey) -> Chart | None:
    """Return how the ska-requirements of a plan stand; None where none binds those shown."""
    counts = tally(requirements_in_force(view.state.info, plan), view.state, view.actors)["ska"]
    total = sum(counts.values())
    if not total:
        return None
    bars = tuple(
        Bar(label=documents_plans_texts.OUTCOMES[outcome], value=Decimal(counts[outcome]), text=str(counts[outcome]))
        for outcome in OUTCOMES
    )
    return Chart(
        title=documents_plans_texts.SHALL_CHART,
        alternative=documents_plans_texts.shall_told(total, counts["met"]),
        bars=bars,
        most=Decimal(max(counts.values())),
    )


def answer_fact(view: View, form: PlanForm, label: str, identity: str) -> Fact:
    """Return one of the plan's answers as a fact on one line under a short label; a missing one says so."""
    question = form.by_id[identity]
    answer = view.answer(question)
    told = ", ".join(shown(question, answer).split("\n"))
    return Fact(label=label, value=told, missing=answer.value is None)
