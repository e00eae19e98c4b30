"""The handlingsplan for continuity: share and index together, computed levels, the need of doctors, and the plan."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.document import Block, Document, Facts, Heading, PageBreak, Paragraph
from nvplan.model.objects import Effort, Measurement
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.chapters import steps
from nvplan.services.documents.continuity import (
    homes_chart,
    inclusion_facts,
    national_note,
    national_table,
    national_warnings,
    share_and_index_charts,
    share_and_index_table,
)
from nvplan.services.documents.efforts import effort_table, efforts_of, matrix
from nvplan.services.documents.goals import goals_section, measurement_table
from nvplan.services.documents.need import need_section
from nvplan.services.documents.records import sources_section
from nvplan.services.documents.registry import Request
from nvplan.services.documents.shared import shared_records
from nvplan.services.documents.summary import answer_fact, progress_chart
from nvplan.services.documents.view import View
from nvplan.services.reading.bound import held_by_tables
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_plans as documents_plans_texts

_PLANS: tuple[PlanKey, ...] = ("kontinuitet",)


def build(session: OpenPlan, request: Request) -> Document:
    """Return the handlingsplan for continuity, for the county or for one actor."""
    view = View(session, request)
    blocks = [
        *summary(view, 1),
        PageBreak(),
        *body(view, 1),
        *own_records(view, 1),
        *shared_records(view, _PLANS, 1),
        *sources_section(view, _PLANS, 1, documents_actions_texts.CONTINUITY_SOURCES),
    ]
    return view.document("kontinuitet", documents_actions_texts.CONTINUITY_TITLE, blocks, _PLANS)


def summary(view: View, level: int) -> list[Block]:
    """Return the plan's first page: its frame, share and index, and how far the plan has come."""
    form = plan_form("kontinuitet")
    facts = (answer_fact(view, form, documents_actions_texts.FACT_PLAN_FORM, anchors.PLAN_FORM),
             answer_fact(view, form, documents_actions_texts.FACT_OWNER, anchors.PLAN_OWNER),
             answer_fact(view, form, documents_actions_texts.FACT_SHORT, anchors.SHORT_END),
             answer_fact(view, form, documents_actions_texts.FACT_LONG, anchors.LONG_END),
             answer_fact(view, form, documents_plans_texts.FACT_REVISION, anchors.CONTINUITY_REVISION))
    return [
        Heading(level=level, text=documents_plans_texts.SUMMARY),
        Paragraph(text=documents_actions_texts.CONTINUITY_ABOUT, tone="note"),
        Facts(items=facts),
        *share_and_index_charts(view),
        progress_chart(view, form),
    ]


def body(view: View, level: int) -> list[Block]:
    """Return the plan itself: goals and present state, the chapters, and the insatser by term."""
    table = share_and_index_table(view)
    figures: list[Block] = [
        Heading(level=level, text=documents_actions_texts.GOALS_AND_STATE),
        Paragraph(text=documents_actions_texts.INDEX_MEANING, tone="note"),
        national_table(view),
        national_note(view),
        *national_warnings(view),
        *([table] if table else []),
        Heading(level=level + 1, text=documents_actions_texts.INCLUSION),
        *inclusion_facts(view),
        *homes_chart(view),
        *need_section(view, level + 1),
    ]
    return [*figures, *steps(view, plan_form("kontinuitet"), level), *_efforts(view, level)]


def _efforts(view: View, level: int) -> list[Block]:
    """Return the insatser, the short term apart from the long."""
    found = efforts_of(view, "kontinuitet")
    heading = Heading(level=level, text=documents_plans_texts.EFFORTS)
    if not found:
        return [heading, Paragraph(text=documents_plans_texts.NO_EFFORTS, tone="missing")]
    blocks: list[Block] = [heading, Paragraph(text=documents_plans_texts.EFFORTS_ABOUT, tone="note"), matrix(found)]
    terms: tuple[tuple[str | None, str], ...] = (
        ("kort", documents_actions_texts.SHORT_TERM),
        ("lang", documents_actions_texts.LONG_TERM),
        (None, documents_actions_texts.NO_TERM),
    )
    for term, title in terms:
        inside = [one for one in found if one.horizon == term]
        if inside:
            _show_term(view, inside)
            blocks.append(effort_table(view, documents_plans_texts.efforts_in(title), inside))
    return blocks


def _show_term(view: View, efforts: list[Effort]) -> None:
    for effort in efforts:
        view.show(effort, "horizon")


def own_records(view: View, level: int) -> list[Block]:
    """Return what is the plan's alone: its goals and measurements."""
    return [*goals_section(view, "kontinuitet", level), *_loose_measurements(view)]


def _loose_measurements(view: View) -> list[Block]:
    """Return measurements of continuity that follow no goal of the county's own."""
    shown = held_by_tables(view.state, Measurement.about.name)
    found = [one for one in view.objects(Measurement)
             if not one.goal and one.measure not in (None, "annat") and one.id not in shown]
    return [measurement_table(view, found)] if found else []
