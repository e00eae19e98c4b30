"""The handlingsplan for patientkontrakt: in the county's own word, with the three or four parts that it counts."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.model.document import Block, Cell, Document, Fact, Facts, Heading, PageBreak, Paragraph, Table, TableColumn
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.chapters import answers, chapter_blocks, shown
from nvplan.services.documents.efforts import efforts_of, efforts_section, state_chart
from nvplan.services.documents.goals import goals_section
from nvplan.services.documents.records import sources_section
from nvplan.services.documents.registry import Request
from nvplan.services.documents.shared import shared_records
from nvplan.services.documents.summary import answer_fact, progress_chart
from nvplan.services.documents.view import View
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_plans as documents_plans_texts

_PLANS: tuple[PlanKey, ...] = ("patientkontrakt",)
#: Each part's question about its state, and its chapter; the first counts only where the county counts four.
_PARTS = ((anchors.AGREEMENT_STATE, "3.3"), (anchors.PLANNING_STATE, "3.4"), (anchors.TIME_STATE, "3.5"),
          (anchors.CONTACT_STATE, "3.6"))
#: Chapters of the plan for continuity that tell of the fasta kontakter, and the chapter here that they belong to.
_PULLED, _PULLED_INTO = ("2.5", "2.6", "2.7", "2.10"), "3.6"


def term(state: PlanState) -> str:
    """Return what the county calls the patient's agreement."""
    chosen = state.answer(anchors.TERM).value
    own = state.answer(anchors.OWN_TERM).value
    if chosen == "eget" and isinstance(own, str):
        return own
    return documents_actions_texts.TERMS.get(str(chosen), documents_actions_texts.TERMS["patientkontrakt"])


def title(state: PlanState) -> str:
    """Return the plan's title in the county's own word."""
    return documents_actions_texts.AGREEMENT_TITLE.format(term=term(state))


def build(session: OpenPlan, request: Request) -> Document:
    """Return the handlingsplan, for the county or for one actor."""
    view = View(session, request)
    blocks = [
        *summary(view, 1),
        PageBreak(),
        *body(view, 1),
        *goals_section(view, "patientkontrakt", 1),
        *shared_records(view, _PLANS, 1),
        *sources_section(view, _PLANS, 1, documents_actions_texts.AGREEMENT_SOURCES),
    ]
    return view.document("patientkontrakt", title(session.state), blocks, _PLANS)


def summary(view: View, level: int) -> list[Block]:
    """Return the plan's first page: the word, the parts and how far each has come."""
    form = plan_form("patientkontrakt")
    facts = [
        _term_fact(view, form),
        answer_fact(view, form, documents_actions_texts.FACT_TERM_PATIENT, anchors.TERM_TO_PATIENTS),
        _parts_fact(view, form),
        answer_fact(view, form, documents_actions_texts.FACT_FIRST, anchors.OFFERED_FIRST),
        answer_fact(view, form, documents_plans_texts.FACT_UNTIL, anchors.AGREEMENT_UNTIL),
        answer_fact(view, form, documents_plans_texts.FACT_REVISION, anchors.AGREEMENT_REVIEW),
    ]
    return [
        Heading(level=level, text=documents_plans_texts.SUMMARY),
        Paragraph(text=documents_actions_texts.AGREEMENT_ABOUT, tone="note"),
        Facts(items=tuple(facts)),
        parts_table(view),
        progress_chart(view, form),
        state_chart(efforts_of(view, "patientkontrakt")),
    ]


def _term_fact(view: View, form: PlanForm) -> Fact:
    for identity in (anchors.TERM, anchors.OWN_TERM):
        view.answer(form.by_id[identity])
    if view.state.answer(anchors.TERM).value is None:
        return Fact(
            label=documents_actions_texts.FACT_TERM, value=documents_actions_texts.TERM_NOT_CHOSEN, missing=True
        )
    return Fact(label=documents_actions_texts.FACT_TERM, value=term(view.state))


def _parts_fact(view: View, form: PlanForm) -> Fact:
    answer = view.answer(form.by_id[anchors.PARTS])
    if answer.value is None:
        return Fact(
            label=documents_actions_texts.FACT_PARTS, value=documents_actions_texts.FACT_PARTS_MISSING, missing=True
        )
    return Fact(label=documents_actions_texts.FACT_PARTS, value=shown(form.by_id[anchors.PARTS], answer))


def parts_table(view: View) -> Table:
    """Return the parts that the county counts, and how far each has come."""
    form = plan_form("patientkontrakt")
    four = view.state.answer(anchors.PARTS).value == "fyra"
    rows = []
    for identity, chapter in _PARTS if four else _PARTS[1:]:
        question = form.by_id[identity]
        answer = view.answer(question)
        rows.append((Cell(text=form.chapter(chapter).title), Cell(text=chapter),
                     Cell(text=shown(question, answer), missing=answer.value is None)))
    return Table(
        caption=documents_actions_texts.PARTS_TABLE.format(
            count=documents_actions_texts.PART_COUNT["fyra" if four else "tre"]
        ),
        first_column_is_header=True,
        rows=tuple(rows),
        columns=(
            TableColumn(title=documents_actions_texts.COLUMN_PART, weight=5),
            TableColumn(title=documents_actions_texts.COLUMN_CHAPTER, weight=2),
            TableColumn(title=documents_plans_texts.COLUMN_STATE, weight=5),
        ),
    )


def body(view: View, level: int, *, combined: bool = False) -> list[Block]:
    """Return the chapters and the insatser; combined with the other plan, the fasta kontakter are only pointed at."""
    form = plan_form("patientkontrakt")
    blocks: list[Block] = []
    for step in form.steps:
        blocks.append(Heading(level=level, text=step.title))
        for chapter in form.of_step(step.id):
            blocks += chapter_blocks(view, form, chapter, level + 1)
            if chapter.id == _PULLED_INTO:
                blocks += (
                    [Paragraph(text=documents_actions_texts.PULLED_SEE, tone="note")]
                    if combined
                    else _pulled(view, level + 2)
                )
    return [*blocks, *efforts_section(view, efforts_of(view, "patientkontrakt"), level)]


def _pulled(view: View, level: int) -> list[Block]:
    """Return the core answers about fasta kontakter, which are entered in the plan for continuity."""
    form = plan_form("kontinuitet")
    questions = [one for one in form.questions if one.chapter in _PULLED and one.core]
    return [
        Heading(level=level, text=documents_actions_texts.PULLED),
        Paragraph(text=documents_actions_texts.PULLED_ABOUT, tone="note"),
        *(answers(view, form, questions) or [Paragraph(text=documents_texts.CHAPTER_EMPTY, tone="missing")]),
    ]
