"""The two handlingsplaner in short: each on a page with its insatser, then what they share; the plans hold the rest."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.document import Block, Document, Heading, PageBreak, Paragraph
from nvplan.model.requirement import PlanKey
from nvplan.services.documents import agreement_plan, continuity_plan
from nvplan.services.documents.abbreviations import abbreviations
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.continuity import national_note, national_table
from nvplan.services.documents.continuity_charts import share_and_index_charts
from nvplan.services.documents.efforts import effort_table, efforts_of
from nvplan.services.documents.others import others_section
from nvplan.services.documents.plan_document import mark
from nvplan.services.documents.records import (
    comments_section,
    decisions_section,
    obstacles_section,
    sources_section,
    unmet_section,
)
from nvplan.services.documents.registry import Request
from nvplan.services.documents.unanswered import unanswered_section
from nvplan.services.documents.view import View
from nvplan.services.reading import plan_names
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_plans as documents_plans_texts

_PLANS: tuple[PlanKey, ...] = ("kontinuitet", "patientkontrakt")
_CHOSEN = {"kombinerad": documents_actions_texts.COMBINED_CHOSEN, "egen": documents_actions_texts.COMBINED_SEPARATE}


def build(session: OpenPlan, request: Request) -> Document:
    """Return both handlingsplaner in short, what they share told once."""
    view = View(session, request)
    term = plan_names.term(session.state)
    chosen = view.state.answer(anchors.PLAN_FORM).value
    about = _CHOSEN.get(str(chosen), documents_actions_texts.COMBINED_OPEN)
    appendix = Appendix()
    blocks: list[Block] = [
        Paragraph(text=f"{documents_actions_texts.COMBINED_ABOUT} {about}", tone="note"),
        *continuity_plan.page(view, 1, documents_actions_texts.PART_CONTINUITY),
        *share_and_index_charts(view), national_table(view), national_note(view),
        *_efforts(view, "kontinuitet"),
        *agreement_plan.page(view, 1, term[:1].upper() + term[1:]), *_efforts(view, "patientkontrakt"),
    ]
    last, level = _last(view, appendix)
    end = appendix.blocks()
    blocks += [*last, *abbreviations([*blocks, *last, *end], level), *end]
    if request.appendices:
        sources = f"{documents_actions_texts.CONTINUITY_SOURCES}\n{documents_actions_texts.AGREEMENT_SOURCES}"
        blocks += [PageBreak(), *comments_section(view, _PLANS, 1), *unmet_section(view, _PLANS, 1),
                   *sources_section(view, _PLANS, 1, sources)]
    title = documents_actions_texts.COMBINED_TITLE.format(term=term.partition(" (")[0])
    return view.document("handlingsplaner", title, blocks, _PLANS, mark=mark(view), outside=True)


def _last(view: View, appendix: Appendix) -> tuple[list[Block], int]:
    """Return what both plans have in common, told once, and what is unanswered: alone where they share nothing else.

    With it goes the level of the headings inside.
    """
    shared = [*obstacles_section(view, _PLANS, 2), *decisions_section(view, _PLANS, 2, appendix),
              *others_section(view, _PLANS, 2)]
    start = [Heading(level=1, text=documents_actions_texts.PART_SHARED), *shared] if shared else []
    level = 2 if shared else 1
    return [*start, *unanswered_section(view, [plan_form(plan) for plan in _PLANS], level)], level


def _efforts(view: View, plan: PlanKey) -> list[Block]:
    """Return a plan's insatser in one table; what is common to both stands in each."""
    found = efforts_of(view, plan)
    return [effort_table(view, documents_plans_texts.EFFORTS, found)] if found else []
