"""The checklist: every requirement in force with its assessment, and every core question with its answer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan import texts_documents as texts
from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import requirement_sets, requirements_in_force
from nvplan.model.compliance import assessment, bound, requirement_status
from nvplan.model.county import Actor
from nvplan.model.document import Block, Document, Fact, Heading, Paragraph, Table, TableColumn, TickItem, Ticks
from nvplan.model.document import Cell as TableCell
from nvplan.model.plan import PlanState
from nvplan.model.requirement import MODALITIES, PLANS, Modality, Requirement
from nvplan.services.documents.answers import answer_facts, is_answered, shown_actor
from nvplan.services.documents.frame import meta, source_text
from nvplan.services.documents.registry import Request
from nvplan.services.session import PlanSession
from nvplan.services.status import plan_progress, requirement_tally


def build(session: PlanSession, request: Request) -> Document:
    """Return the checklist for the county or for one actor."""
    state, actor = session.state, request.actor
    blocks: list[Block] = [Paragraph(text=texts.CHECKLIST_ABOUT, tone="note"), *_summary(state)]
    blocks.append(Heading(level=1, text=texts.CHECKLIST_REQUIREMENTS))
    blocks.append(Paragraph(text=texts.CHECKLIST_TICK, tone="note"))
    chosen = requirements_in_force(state.info.requirement_set)
    for modality in MODALITIES:
        blocks += _requirements(modality, [one for one in chosen if one.modality == modality], state, actor)
    blocks.append(Heading(level=1, text=texts.CHECKLIST_QUESTIONS))
    for plan in PLANS:
        blocks += _questions(plan_form(plan), state, actor)
    return Document(
        name="checklista", title=texts.CHECKLIST_TITLE, example=state.info.example, generated=state.changed,
        subtitle=texts.SUBTITLE.format(county=session.county.name, year=state.info.year),
        meta=meta(session, shown_actor(actor)), blocks=tuple(blocks),
    )


def _summary(state: PlanState) -> Sequence[Block]:
    plans = Table(
        caption=texts.SUMMARY_PROGRESS, first_column_is_header=True,
        columns=(TableColumn(title=texts.COLUMN_PLAN, weight=5), TableColumn(title=texts.COLUMN_DONE, kind="number"),
                 TableColumn(title=texts.COLUMN_ANSWERED, weight=3)),
        rows=tuple(_plan_row(plan_form(plan), state) for plan in PLANS))
    counted = requirement_tally(state)
    requirements = Table(
        caption=texts.SUMMARY_REQUIREMENTS, first_column_is_header=True,
        columns=(TableColumn(title=texts.COLUMN_MODALITY, weight=3),
                 *(TableColumn(title=title, kind="number", weight=2) for title in texts.OUTCOME_COLUMNS)),
        rows=tuple((TableCell(text=texts.MODALITY[modality]),
                    *(TableCell(text=str(count), number=Decimal(count)) for count in counts.values()))
                   for modality, counts in counted.items() if any(counts.values())))
    return [plans, requirements]


def _plan_row(form: PlanForm, state: PlanState) -> tuple[TableCell, ...]:
    found = plan_progress(form, state)
    return (TableCell(text=texts.PLAN_NAME[form.plan]),
            TableCell(text=f"{found.percent}\u00a0%", number=Decimal(found.percent)),
            TableCell(text=texts.answered_of(float(found.answered), found.applicable)))


def _requirements(modality: Modality, chosen: Sequence[Requirement], state: PlanState,
                  actor: Actor | None) -> Sequence[Block]:
    actors = state.actors if actor is None else (actor,)
    items = [_requirement(one, state, actor) for one in chosen if bound(one, actors)]
    if not items:
        return []
    return [Heading(level=2, text=texts.MODALITY_HEADING[modality]),
            Paragraph(text=texts.MODALITY_MEANING[modality], tone="note"), Ticks(items=tuple(items))]


def _requirement(requirement: Requirement, state: PlanState, actor: Actor | None) -> TickItem:
    status = requirement_status(requirement, state, state.actors if actor is None else (actor,))
    details = [Fact(label=texts.LABEL_REQUIREMENT, value=requirement.text),
               Fact(label=texts.LABEL_SET, value=requirement_sets()[requirement.set].label),
               Fact(label=texts.LABEL_BINDS, value=texts.addressees(requirement.addressees, requirement.stated))]
    if actor is None:
        details.append(Fact(label=texts.LABEL_JUDGEMENT, missing=not status.assessed,
                            value=texts.met_by(status.met, status.assessed, status.applicable)))
    else:
        details += _assessed(requirement, state, actor)
    if requirement.evidence:
        details.append(Fact(label=texts.LABEL_TYPICAL, value=requirement.evidence))
    details.append(Fact(label=texts.LABEL_SOURCE, value=source_text(requirement.sources)))
    return TickItem(key=f"krav-{requirement.id.lower()}", ticked=status.outcome == "met",
                    text=f"{requirement.id} {requirement.title}", details=tuple(details))


def _assessed(requirement: Requirement, state: PlanState, actor: Actor) -> Sequence[Fact]:
    found = assessment(state, requirement.id, actor.id)
    facts = [Fact(label=texts.LABEL_JUDGEMENT, value=texts.JUDGEMENT[found.judgement],
                  missing=found.judgement == "ej_bedomd"),
             Fact(label=texts.LABEL_WORK, value=texts.WORK_STATUS[found.work])]
    if found.reason:
        facts.append(Fact(label=texts.LABEL_REASON, value=found.reason))
    shown = "\n".join(found.evidence) or texts.EVIDENCE_NONE
    facts.append(Fact(label=texts.LABEL_EVIDENCE, value=shown, missing=not found.evidence))
    return facts


def _questions(form: PlanForm, state: PlanState, actor: Actor | None) -> Sequence[Block]:
    blocks: list[Block] = [Heading(level=2, text=texts.PLAN_NAME[form.plan])]
    for chapter in form.chapters:
        items = []
        for question in form.of_chapter(chapter.id):
            facts = answer_facts(question, state, form.by_id, actor)
            if facts and (question.core or not all(fact.missing for fact in facts)):
                items.append(TickItem(key=f"fraga-{question.id}", text=question.label, details=tuple(facts),
                                      ticked=is_answered(question, state, form.by_id, actor)))
        if items:
            blocks += [Heading(level=3, text=f"{chapter.id} {chapter.title}"), Ticks(items=tuple(items))]
    return blocks
