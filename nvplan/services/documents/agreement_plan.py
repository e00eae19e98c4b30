"""The handlingsplan for patientkontrakt: in the county's own word, with the three or four parts that it counts."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.document import Block, Cell, Document, Heading, Paragraph, Table, TableColumn
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PlanKey
from nvplan.model.telling import Part
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.burden import burden_blocks
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.efforts import efforts_of, efforts_section
from nvplan.services.documents.goal_years import goal_years
from nvplan.services.documents.goals import goal_blocks
from nvplan.services.documents.page_room import FULL, Room, fitted
from nvplan.services.documents.plan_decision import decision_blocks
from nvplan.services.documents.plan_document import (
    PartBuilder,
    mark,
    obstacles_part,
    plan_blocks,
    without_heading,
)
from nvplan.services.documents.plan_page import plan_page
from nvplan.services.documents.records import decisions_section
from nvplan.services.documents.registers import services, sources_of_measures
from nvplan.services.documents.registry import Request
from nvplan.services.documents.statements import chosen_statements
from nvplan.services.documents.view import View
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts

_PLANS: tuple[PlanKey, ...] = ("patientkontrakt",)
#: Each part's question about its state, and its chapter; the first counts only where the county counts four.
_PARTS = ((anchors.AGREEMENT_STATE, "3.3"), (anchors.PLANNING_STATE, "3.4"), (anchors.TIME_STATE, "3.5"),
          (anchors.CONTACT_STATE, "3.6"))
#: Chapters of the plan for continuity whose core answers tell of the fasta kontakter.
_PULLED = ("2.5", "2.6", "2.7", "2.10")


def title(state: PlanState) -> str:
    """Return the plan's title in the county's own word."""
    return plan_name(state, "patientkontrakt")


def build(session: OpenPlan, request: Request) -> Document:
    """Return the handlingsplan, for the county or for one actor."""
    view = View(session, request)
    named = title(session.state)

    def first(appendix: Appendix) -> list[Block]:
        return fitted(lambda room: page(view, room=room), decision_blocks(view, "patientkontrakt", named, appendix))

    blocks = plan_blocks(view, "patientkontrakt", first, PARTS, documents_actions_texts.AGREEMENT_SOURCES)
    return view.document("patientkontrakt", named, blocks, _PLANS, mark=mark(view), outside=True)


def page(view: View, level: int = 1, heading: str = page_texts.PAGE, room: Room = FULL) -> list[Block]:
    """Return the plan on a page, with how far each part has come."""
    return [*plan_page(view, "patientkontrakt", level, heading, room), *parts_blocks(view)]


def parts_blocks(view: View) -> list[Block]:
    """Return the parts that the county counts, and how far each has come; in a line where nobody has said so."""
    form = plan_form("patientkontrakt")
    four = view.state.answer(anchors.PARTS).value == "fyra"
    rows = []
    for identity, chapter in _PARTS if four else _PARTS[1:]:
        question = form.by_id[identity]
        answer = view.answer(question)
        rows.append((Cell(text=form.chapter(chapter).title),
                     Cell(text=shown(question, answer), missing=answer.value is None)))
    if all(state.missing for _, state in rows):
        return [] if view.state.info.standing == "beslutad" else [
            Paragraph(text=documents_actions_texts.PARTS_UNKNOWN, tone="missing")]
    return [Table(
        caption=documents_actions_texts.PARTS_TABLE.format(
            count=documents_actions_texts.PART_COUNT["fyra" if four else "tre"]
        ),
        first_column_is_header=True,
        rows=tuple(rows),
        columns=(
            TableColumn(title=documents_actions_texts.COLUMN_PART, weight=5),
            TableColumn(title=documents_plans_texts.COLUMN_STATE, weight=5),
        ),
    )]


def _goals(view: View, appendix: Appendix, level: int) -> list[Block]:
    return goal_blocks(view, "patientkontrakt", appendix)


def _efforts(view: View, appendix: Appendix, level: int) -> list[Block]:
    return without_heading(efforts_section(view, efforts_of(view, "patientkontrakt"), level - 1))


def _contacts(view: View, appendix: Appendix, level: int) -> list[Block]:
    """Return what the plan for continuity says of the fasta kontakter in a few words; its tables stand there."""
    form = plan_form("kontinuitet")
    questions = [one for one in form.questions if one.chapter in _PULLED and one.core and not one.columns
                 and any(view.state.answer(one.id, asked).value is not None for asked in view.asked(one, form))]
    found = chosen_statements(view, form, questions, appendix)
    return [Heading(level=level, text=documents_actions_texts.PULLED), *found] if found else []


def _obstacles(view: View, appendix: Appendix, level: int) -> list[Block]:
    return obstacles_part(view, _PLANS, level)


def _decisions(view: View, appendix: Appendix, level: int) -> list[Block]:
    return decisions_section(view, _PLANS, level, appendix)


def _sources(view: View, appendix: Appendix, level: int) -> list[Block]:
    return sources_of_measures(view, appendix, level, "patientkontrakt")


def _services(view: View, appendix: Appendix, level: int) -> list[Block]:
    return services(view, appendix, level, "patientkontrakt")


def _goal_years(view: View, appendix: Appendix, level: int) -> list[Block]:
    return goal_years(view, "patientkontrakt", appendix)


def _burden(view: View, appendix: Appendix, level: int) -> list[Block]:
    return burden_blocks(view, appendix)


PARTS: Mapping[Part, PartBuilder] = {"mal": _goals, "insatser": _efforts, "kontakter": _contacts,
                                     "hinder": _obstacles, "beslut": _decisions, "kallor": _sources,
                                     "tjanster": _services, "malar": _goal_years, "borda": _burden}
