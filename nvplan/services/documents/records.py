"""Decisions, hinders, remiss comments and what has not been met, as tables for the plan documents."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.catalog.documents import documents
from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import is_proposed, plan_sets, requirements_in_force
from nvplan.model.compliance import assessment, bound, requirement_status
from nvplan.model.dates import date_order, format_date
from nvplan.model.document import Block, Cell, Fact, Facts, Heading, Paragraph, Table, TableColumn
from nvplan.model.objects import AWAITED, CONDITIONAL, OBSTACLE_LEVELS, Assessment, Comment, Decision, Obstacle
from nvplan.model.requirement import MODALITIES, PlanKey, Requirement
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.view import View
from nvplan.services.documents.words import given
from nvplan.services.reading.conditions import condition_of
from nvplan.services.reading.obstacles import answer_day
from nvplan.services.reading.sources import source_text
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_structure as documents_structure_texts

_OWN_SUBJECTS = ("kontinuitet", "patientkontrakt")
#: What each body decides on for itself.
_BY_BODY = ("gemensam", "malbild")


def decisions_section(view: View, plans: Sequence[PlanKey], level: int, appendix: Appendix) -> list[Block]:
    """Return the decision log of plans, nothing without a decision; a long one stands in the appendix.

    The joint plan has every decision that is not another plan's own. That a body has yet to decide on the plan or the
    målbild is told in a sentence with the other bodies, and not as a decision.
    """
    found = [one for one in view.objects(Decision)
             if one.subject in plans or ("gemensam" in plans and one.subject not in _OWN_SUBJECTS)]
    found = [one for one in found if one.date or one.diary_number or not (one.actor and one.subject in _BY_BODY)]
    if not found:
        return []
    found.sort(key=lambda one: (date_order(one.date), one.title))
    return [
        Heading(level=level, text=documents_plans_texts.DECISIONS),
        *appendix.place(Table(
            caption=documents_plans_texts.DECISION_LOG,
            first_column_is_header=True,
            columns=(
                TableColumn(title=documents_plans_texts.COLUMN_DECISION, weight=5),
                TableColumn(title=documents_plans_texts.COLUMN_BODY, weight=4),
                TableColumn(title=documents_plans_texts.COLUMN_OUTCOME, weight=3),
                TableColumn(title=documents_plans_texts.COLUMN_DATE, weight=3),
                TableColumn(title=documents_plans_texts.COLUMN_IN_FORCE, weight=3),
                TableColumn(title=documents_plans_texts.COLUMN_DIARY, weight=3),
            ),
            rows=tuple(_decision(view, one) for one in found),
        )),
    ]


def _decision(view: View, one: Decision) -> tuple[Cell, ...]:
    # What each of several bodies has done so far is not one word: some wait, others have not begun.
    outcome = "" if one.bodies and one.outcome in AWAITED else view.text(one, "outcome")
    if one.bodies:
        view.show(one, "adopted", "bodies")
        outcome = f"{outcome}\n{documents_plans_texts.adopted(one.adopted, one.bodies)}".strip()
    outcome = "\n".join(part for part in (outcome, *_conditions(view, one)) if part)
    view.show(one, "subject")
    date = documents_plans_texts.between(view.text(one, "date"), view.text(one, "date_to"))
    body = view.cell(one, "actor", "body", "kind")
    rest = (date, view.text(one, "in_force"), view.text(one, "diary_number"))
    return (Cell(text=view.titled(one, "note")), body, given(outcome),
            *(Cell(text=text or documents_texts.NOTHING) for text in rest))


def _conditions(view: View, one: Decision) -> list[str]:
    """Return with which changes it was adopted, on which condition, and how that stands."""
    changes = view.text(one, "changes")
    lines = [documents_structure_texts.CHANGES.format(text=changes)] if changes else []
    if one.outcome != CONDITIONAL:
        return lines
    condition, who = view.text(one, "condition"), view.text(one, "condition_actors")
    found = condition_of(view.state, one)
    view.show(one, "condition_least", "condition_met")
    lines += [documents_structure_texts.CONDITION.format(text=condition)] if condition else []
    lines += [documents_structure_texts.condition_told(who, found.said_yes, found.asked, found.needed)] if who else []
    return [*lines, documents_structure_texts.condition_standing(format_date(found.met), is_met=found.is_met)]


def obstacles_section(view: View, plans: Sequence[PlanKey], level: int) -> list[Block]:
    """Return the hinders of plans, the highest level first, and how far each has come; nothing where there are none."""
    found = [one for one in view.objects(Obstacle) if one.stands_in(plans)]
    if not found:
        return []
    order: dict[str, int] = {name: -place for place, name in enumerate(OBSTACLE_LEVELS)}
    found.sort(key=lambda one: (bool(one.solved), order.get(one.level or "", 1), one.raised or "9", one.title))
    return [
        Heading(level=level, text=documents_plans_texts.OBSTACLES),
        Paragraph(text=documents_plans_texts.OBSTACLES_ABOUT, tone="note"),
        Table(
            caption=documents_plans_texts.OBSTACLE_TABLE,
            first_column_is_header=True,
            columns=(
                TableColumn(title=documents_plans_texts.COLUMN_OBSTACLE, weight=6),
                TableColumn(title=documents_plans_texts.COLUMN_LEVEL, weight=2),
                TableColumn(title=documents_plans_texts.COLUMN_OWNER, weight=3),
                TableColumn(title=documents_plans_texts.COLUMN_SOLUTION, weight=5),
                TableColumn(title=documents_plans_texts.COLUMN_PROGRESS, weight=4),
            ),
            rows=tuple(_obstacle(view, one) for one in found),
        ),
    ]


def _obstacle(view: View, one: Obstacle) -> tuple[Cell, ...]:
    view.show(one, "plans")
    due = answer_day(one, view.state)
    view.show(one, "answer_due")
    progress = documents_plans_texts.obstacle_progress(
        view.text(one, "raised"),
        view.text(one, "history"),
        format_date(due.isoformat()) if due else "",
        view.text(one, "answered"),
        view.text(one, "solved"),
        # The day that the document is of, so that the same plan gives the same page whenever it is written.
        is_late=due is not None and due.isoformat() < view.state.changed[:10],
    )
    view.show(one, "level")
    level = documents_plans_texts.OBSTACLE_LEVEL[one.level] if one.level else ""
    return (Cell(text=view.titled(one, "description", "cause")), given(level),
            view.cell(one, "owner"), view.cell(one, "solution", "answer"), given(progress))


def comments_section(view: View, plans: Sequence[PlanKey], level: int) -> list[Block]:
    """Return the remiss comments on plans, what came of each and why."""
    found = [one for one in view.objects(Comment) if _comment_plan(one) in plans]
    heading = Heading(level=level, text=documents_plans_texts.COMMENTS)
    if not found:
        return [heading, Paragraph(text=documents_plans_texts.NO_COMMENTS, tone="missing")]
    found.sort(key=lambda one: (one.received or "9", one.body))
    handled = sum(one.outcome != "obehandlad" for one in found)
    return [
        heading,
        Paragraph(text=documents_plans_texts.comments_told(len(found), handled)),
        Table(
            caption=documents_plans_texts.COMMENT_TABLE,
            first_column_is_header=True,
            columns=(
                TableColumn(title=documents_plans_texts.COLUMN_FROM, weight=3),
                TableColumn(title=documents_plans_texts.COLUMN_ABOUT, weight=4),
                TableColumn(title=documents_plans_texts.COLUMN_COMMENT, weight=5),
                TableColumn(title=documents_plans_texts.COLUMN_OUTCOME, weight=2),
                TableColumn(title=documents_plans_texts.COLUMN_HANDLED, weight=5),
            ),
            rows=tuple(_comment(view, one) for one in found),
        ),
    ]


def _comment_plan(one: Comment) -> PlanKey:
    question = all_questions().get(one.question)
    return one.plan or (question.plan if question else "gemensam")


def _comment(view: View, one: Comment) -> tuple[Cell, ...]:
    question = all_questions().get(one.question)
    view.show(one, "question", "plan", "actor")
    about = view.tellings(question.plan)[question.id].heading if question else documents_plans_texts.WHOLE_PLAN
    return (Cell(text=view.text(one, "body", "received")), Cell(text=about), Cell(text=view.text(one, "text")),
            view.cell(one, "outcome"), view.cell(one, "handled"))


def unmet_section(view: View, plans: Sequence[PlanKey], level: int) -> list[Block]:
    """Return the requirements that are not met, the most binding first; what is only possible (kan) is left out."""
    rows: list[tuple[Cell, ...]] = []
    chosen = [one for one in requirements_in_force(view.state.info) if set(plans) & set(one.plans)]
    for modality in MODALITIES:
        for one in chosen if modality != "kan" else ():
            status = requirement_status(one, view.state, view.actors) if one.modality == modality else None
            if status and status.applicable and status.outcome != "met":
                rows.append(_unmet(view, one, documents_texts.met_by(status.met, status.assessed, status.applicable),
                                   assessed=status.assessed > 0))
    heading = Heading(level=level, text=documents_plans_texts.UNMET)
    if not rows:
        return [heading, Paragraph(text=documents_plans_texts.NOTHING_UNMET)]
    return [
        heading,
        Paragraph(text=documents_plans_texts.UNMET_ABOUT, tone="note"),
        Table(
            caption=documents_plans_texts.UNMET_TABLE,
            first_column_is_header=True,
            rows=tuple(rows),
            columns=(
                TableColumn(title=documents_plans_texts.COLUMN_REQUIREMENT, weight=5),
                TableColumn(title=documents_plans_texts.COLUMN_BINDING, weight=2),
                TableColumn(title=documents_plans_texts.COLUMN_ASSESSMENT, weight=5),
                TableColumn(title=documents_plans_texts.COLUMN_SOURCE, weight=5),
            ),
        ),
    ]


def _unmet(view: View, one: Requirement, told: str, *, assessed: bool) -> tuple[Cell, ...]:
    reasons = []
    for actor in bound(one, view.actors):
        found = assessment(view.state, one.id, actor.id)
        if found.judgement in ("delvis", "ej_uppfyllt"):
            reasons.append(
                documents_plans_texts.reason(actor.name, documents_texts.JUDGEMENT[found.judgement], found.reason)
            )
            view.show(found, *Assessment.model_fields.keys() & {"judgement", "reason"})
    label = plan_sets(view.state.info)[one.set].label
    beside = "" if one.set == view.state.info.requirement_set else f"\n{label}"
    return (Cell(text=requirement_title(one)), Cell(text=documents_texts.MODALITY[one.modality]),
            Cell(text="\n".join([told, *reasons]), missing=not assessed),
            Cell(text=source_text(one.sources[:1]) + beside))


def requirement_title(one: Requirement) -> str:
    """Return the requirement's title; one that is only proposed says so first."""
    return documents_texts.PROPOSED.format(title=one.title) if is_proposed(one) else one.title


def sources_section(view: View, plans: Sequence[PlanKey], level: int, note: str) -> list[Block]:
    """Return which documents the requirements come from, and how far each holds."""
    chosen = [one for plan in plans for one in requirements_in_force(view.state.info, plan)]
    sets = [plan_sets(view.state.info)[identity] for identity in dict.fromkeys(
        [view.state.info.requirement_set, *(one.set for one in chosen)])]
    names = sorted({source.document for one in chosen for source in one.sources})
    known = [documents()[name] for name in names if name in documents()]
    return [
        Heading(level=level, text=documents_plans_texts.SOURCES),
        Paragraph(text=note, tone="note"),
        Facts(items=tuple(Fact(label=one.label, value=one.note or one.title) for one in sets)),
        Table(
            caption=documents_plans_texts.SOURCE_TABLE,
            first_column_is_header=True,
            columns=(
                TableColumn(title=documents_plans_texts.COLUMN_DOCUMENT, weight=5),
                TableColumn(title=documents_plans_texts.COLUMN_PUBLISHER, weight=2),
                TableColumn(title=documents_plans_texts.COLUMN_PUBLISHED, weight=2),
                TableColumn(title=documents_plans_texts.COLUMN_NOTE, weight=6),
            ),
            rows=tuple(
                (
                    Cell(text=one.title),
                    given(one.publisher),
                    given(documents_plans_texts.published(one.published)),
                    Cell(text=one.note or documents_texts.NOTHING),
                )
                for one in known
            ),
        ),
    ]
