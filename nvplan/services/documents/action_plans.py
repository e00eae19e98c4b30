"""The two handlingsplaner in one document, as SKR recommended and more than half of the regions did in 2021."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.document import Block, Document, Facts, Heading, PageBreak, Paragraph
from nvplan.model.requirement import PlanKey
from nvplan.services.documents import agreement_plan, continuity_plan
from nvplan.services.documents.continuity import share_and_index_charts
from nvplan.services.documents.goals import goals_section
from nvplan.services.documents.records import sources_section
from nvplan.services.documents.registry import Request
from nvplan.services.documents.shared import shared_records
from nvplan.services.documents.summary import answer_fact
from nvplan.services.documents.view import View
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_plans as documents_plans_texts

_PLANS: tuple[PlanKey, ...] = ("kontinuitet", "patientkontrakt")
_CHOSEN = {"kombinerad": documents_actions_texts.COMBINED_CHOSEN, "egen": documents_actions_texts.COMBINED_SEPARATE}


def build(session: OpenPlan, request: Request) -> Document:
    """Return both handlingsplaner, what they share told once."""
    view = View(session, request)
    term = agreement_plan.term(session.state)
    blocks = [
        *_summary(view),
        PageBreak(),
        Heading(level=1, text=documents_actions_texts.PART_CONTINUITY),
        *continuity_plan.body(view, 2),
        *continuity_plan.own_records(view, 2),
        PageBreak(),
        Heading(level=1, text=documents_actions_texts.PART_AGREEMENT.format(term=term[:1].upper() + term[1:])),
        *agreement_plan.body(view, 2, combined=True),
        *goals_section(view, "patientkontrakt", 2),
        Heading(level=1, text=documents_actions_texts.PART_SHARED),
        *shared_records(view, _PLANS, 2),
        *sources_section(
            view,
            _PLANS,
            2,
            f"{documents_actions_texts.CONTINUITY_SOURCES}\n{documents_actions_texts.AGREEMENT_SOURCES}",
        ),
    ]
    return view.document(
        "handlingsplaner", documents_actions_texts.COMBINED_TITLE.format(term=term.partition(" (")[0]), blocks, _PLANS
    )


def _summary(view: View) -> list[Block]:
    """Return the first page: how the plans are put together, share and index, and the parts of the agreement."""
    form = plan_form("kontinuitet")
    chosen = view.answer(form.by_id[anchors.PLAN_FORM]).value
    about = (
        f"{documents_actions_texts.COMBINED_ABOUT} {_CHOSEN.get(str(chosen), documents_actions_texts.COMBINED_OPEN)}"
    )
    facts = (answer_fact(view, form, documents_actions_texts.FACT_OWNER, anchors.PLAN_OWNER),
             answer_fact(view, form, documents_actions_texts.FACT_SHORT, anchors.SHORT_END),
             answer_fact(view, form, documents_actions_texts.FACT_LONG, anchors.LONG_END),
             answer_fact(view, plan_form("patientkontrakt"), documents_plans_texts.FACT_REVISION,
                         anchors.AGREEMENT_REVIEW))
    return [
        Heading(level=1, text=documents_plans_texts.SUMMARY),
        Paragraph(text=about, tone="note"),
        Facts(items=facts),
        *share_and_index_charts(view),
        agreement_plan.parts_table(view),
    ]
