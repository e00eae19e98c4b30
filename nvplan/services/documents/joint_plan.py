"""The joint plan for decision: a summary, every chapter with its answers, insatser, decisions and what is left."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.document import Block, Document, Fact, Facts, Heading, PageBreak, Paragraph
from nvplan.model.objects import Obstacle
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.chapters import steps
from nvplan.services.documents.decided import changes_section
from nvplan.services.documents.efforts import efforts_of, efforts_section, state_chart
from nvplan.services.documents.frame import asked_of
from nvplan.services.documents.goals import goals_section
from nvplan.services.documents.others import others_section
from nvplan.services.documents.records import (
    comments_section,
    decisions_section,
    obstacles_section,
    sources_section,
    unanswered_section,
    unmet_section,
)
from nvplan.services.documents.registry import Request
from nvplan.services.documents.structure import subregion_blocks
from nvplan.services.documents.summary import answer_fact, progress_chart, shall_chart
from nvplan.services.documents.view import View
from nvplan.services.reading.adoption import adoption
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents_plans as documents_plans_texts

_PLANS: tuple[PlanKey, ...] = ("gemensam",)


def build(session: OpenPlan, request: Request) -> Document:
    """Return the joint plan, for the county or for one actor."""
    view = View(session, request)
    form = plan_form("gemensam")
    blocks: list[Block] = [
        *_summary(view), PageBreak(), *steps(view, form), *subregion_blocks(view, 1),
        *efforts_section(view, efforts_of(view, "gemensam"), 1, "gemensam"),
        *goals_section(view, "gemensam", 1), *obstacles_section(view, _PLANS, 1), *decisions_section(view, _PLANS, 1),
        *comments_section(view, _PLANS, 1), *others_section(view, _PLANS, 1), *changes_section(view, _PLANS, 1),
        *unmet_section(view, _PLANS, 1),
        *unanswered_section(view, [form], 1), *sources_section(view, _PLANS, 1, documents_plans_texts.JOINT_SOURCES),
    ]
    return view.document("gemensam-plan", documents_plans_texts.JOINT_TITLE, blocks, _PLANS)


def _summary(view: View) -> list[Block]:
    form = plan_form("gemensam")
    shall = shall_chart(view, "gemensam")
    facts = [
        answer_fact(view, form, documents_plans_texts.FACT_VISION, anchors.VISION),
        answer_fact(view, form, documents_plans_texts.FACT_STANDING, anchors.JOINT_STANDING), _decisions(view),
        answer_fact(view, form, documents_plans_texts.FACT_UNTIL, anchors.JOINT_UNTIL),
        answer_fact(view, form, documents_plans_texts.FACT_REVISION, anchors.JOINT_REVISION), *_records(view),
    ]
    return [
        Heading(level=1, text=documents_plans_texts.SUMMARY),
        Paragraph(text=documents_plans_texts.JOINT_ABOUT, tone="note"),
        Facts(items=tuple(facts)),
        progress_chart(view, form),
        state_chart(efforts_of(view, "gemensam")),
        *([shall] if shall else []),
    ]


def _decisions(view: View) -> Fact:
    """Return by how many of the bodies that answer the plan is adopted."""
    form = plan_form("gemensam")
    question = form.by_id[anchors.JOINT_DECISIONS]
    asked = asked_of(question, form, view.state, view.actor)
    for one in asked:
        view.answer(question, one)
    found = adoption(view.state, question.id, "gemensam", None if view.actor is None else asked)
    return Fact(
        label=documents_plans_texts.FACT_DECISIONS,
        value=documents_plans_texts.decided_told(found.adopted, found.bodies),
        missing=not found.told,
    )


def _records(view: View) -> list[Fact]:
    obstacles = [one for one in view.objects(Obstacle) if one.stands_in(("gemensam",))]
    return [Fact(label=documents_plans_texts.FACT_OBSTACLES, value=documents_plans_texts.obstacles_told(
        len(obstacles), sum(bool(one.solved) for one in obstacles), sum(one.level == "makro" for one in obstacles)))]
