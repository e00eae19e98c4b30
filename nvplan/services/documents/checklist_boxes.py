"""The checklist as boxes to tick, as its Word files were up to 0.1.0: built to read those that come back.

Its keys are `krav-<requirement>@<actor>` (the assessment's id) and `fraga-<question>@<actor>`; the actor is `lan` where
the county is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import is_proposed, plan_sets
from nvplan.model.compliance import assessment, bound, requirement_status
from nvplan.model.document import Block, Fact, Heading, Paragraph, TickItem, Ticks
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.requirement import MODALITIES, PLANS, Modality, Requirement
from nvplan.services.documents.view import View
from nvplan.services.reading.answers import answer_facts, is_answered
from nvplan.services.reading.plan_names import plan_name
from nvplan.services.reading.sources import source_text
from nvplan.texts import documents as documents_texts


def boxes(view: View, chosen: Sequence[Requirement], summary: Sequence[Block], about: Sequence[Block]) -> list[Block]:
    """Return a box for each requirement with its assessment below, and for each core question with its answer."""
    blocks: list[Block] = [
        Paragraph(text=documents_texts.CHECKLIST_ABOUT, tone="note"), *summary,
        Heading(level=1, text=documents_texts.CHECKLIST_REQUIREMENTS), *about]
    for modality in MODALITIES:
        blocks += _requirements(view, modality, [one for one in chosen if one.modality == modality])
    blocks.append(Heading(level=1, text=documents_texts.CHECKLIST_QUESTIONS))
    for plan in PLANS:
        blocks += _questions(view, plan_form(plan))
    return blocks


def _requirements(view: View, modality: Modality, chosen: Sequence[Requirement]) -> list[Block]:
    items = [_requirement(view, one) for one in chosen if bound(one, view.actors)]
    if not items:
        return []
    return [Heading(level=2, text=documents_texts.MODALITY_HEADING[modality]),
            Paragraph(text=documents_texts.MODALITY_MEANING[modality], tone="note"), Ticks(items=tuple(items))]


def _requirement(view: View, requirement: Requirement) -> TickItem:
    status = requirement_status(requirement, view.state, view.actors)
    details = [Fact(label=documents_texts.LABEL_REQUIREMENT, value=requirement.text)]
    if requirement.set != view.state.info.requirement_set:
        details.append(Fact(label=documents_texts.LABEL_SET, value=plan_sets(view.state.info)[requirement.set].label))
    details.append(
        Fact(
            label=documents_texts.LABEL_BINDS,
            value=documents_texts.addressees(requirement.addressees, requirement.stated),
        )
    )
    if view.actor is None:
        details.append(Fact(label=documents_texts.LABEL_JUDGEMENT, missing=not status.assessed,
                            value=documents_texts.met_by(status.met, status.assessed, status.applicable)))
    else:
        details += _assessed(view, requirement, view.actor.id)
    if requirement.evidence:
        details.append(Fact(label=documents_texts.LABEL_TYPICAL, value=requirement.evidence))
    details.append(Fact(label=documents_texts.LABEL_SOURCE, value=source_text(requirement.sources)))
    title = f"{requirement.id} {requirement.title}"
    owner = WHOLE_COUNTY if view.actor is None else view.actor.id
    return TickItem(key=f"krav-{requirement.id.lower()}@{owner}", ticked=status.outcome == "met",
                    text=documents_texts.PROPOSED.format(title=title) if is_proposed(requirement) else title,
                    details=tuple(details))


def _assessed(view: View, requirement: Requirement, actor: str) -> list[Fact]:
    found = assessment(view.state, requirement.id, actor)
    if found.id in view.state.objects.get("kravbedomning", {}):
        view.show(found, "work", "judgement", "reason", "evidence")
    facts = [Fact(label=documents_texts.LABEL_JUDGEMENT, value=documents_texts.JUDGEMENT[found.judgement],
                  missing=found.judgement == "ej_bedomd"),
             Fact(label=documents_texts.LABEL_WORK, value=documents_texts.WORK_STATUS[found.work])]
    if found.reason:
        facts.append(Fact(label=documents_texts.LABEL_REASON, value=found.reason))
    shown = "\n".join(found.evidence) or documents_texts.EVIDENCE_NONE
    facts.append(Fact(label=documents_texts.LABEL_EVIDENCE, value=shown, missing=not found.evidence))
    return facts


def _questions(view: View, form: PlanForm) -> list[Block]:
    """Return a plan's core questions; the deeper ones belong to the plan itself."""
    blocks: list[Block] = [Heading(level=2, text=plan_name(view.state, form.plan))]
    owner = WHOLE_COUNTY if view.actor is None else view.actor.id
    for chapter in form.chapters:
        items = []
        for question in form.of_chapter(chapter.id):
            has_it = (question.core or view.request.every_question) and not question.guest
            facts = answer_facts(question, view.state, form.by_id, view.actor) if has_it else ()
            if facts:
                for actor in view.asked(question, form):
                    view.answer(question, actor)
                items.append(TickItem(
                    key=f"fraga-{question.id}@{owner}", text=documents_texts.with_id(question.label, question.id),
                    ticked=is_answered(question, view.state, form.by_id, view.actor), details=tuple(facts)))
        if items:
            blocks += [Heading(level=3, text=f"{chapter.id} {chapter.title}"), Ticks(items=tuple(items))]
    return blocks
