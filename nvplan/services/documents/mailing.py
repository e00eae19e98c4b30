"""The form that goes out to one actor: its own questions, its requirements, its insatser, and nothing of anyone else's.

Its tables come back by their keys: `fraga-`, `krav-`, `insats-` and `beslut-` as in the other forms, `rad-` for a row
of a question that is a table, and `forslag-` for what the actor proposes about an answer of the whole county.
"""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.county import Actor
from nvplan.model.dates import format_date
from nvplan.model.document import Block, Bullets, Cell, Document, Fact, Facts, Heading, PageBreak, Paragraph, Table
from nvplan.model.document import TableColumn as Column
from nvplan.model.errors import InputError
from nvplan.model.question import Question
from nvplan.services.documents.mailing_parts import county_part, own_part, requirements_part
from nvplan.services.documents.mailing_questions import Numbered, numbered, questions_part, tables_part
from nvplan.services.documents.registry import MAILING, Request
from nvplan.services.documents.view import View
from nvplan.services.reading.collecting import asked_actors, collection, mailing
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.own_part import binding_requirements, own_questions
from nvplan.services.reading.plan_names import in_own_words
from nvplan.texts import mailing as mailing_texts

#: Minutes for a core question, looked up and answered by someone who does it beside other work; a table takes longer.
MINUTES, MINUTES_OF_TABLE = 9, 15


def build(session: OpenPlan, request: Request) -> Document:
    """Return the form for the request's actor.

    Raises:
        InputError: no actor is chosen.
    """
    actor = request.actor
    if actor is None:
        raise InputError(mailing_texts.NEEDS_ACTOR)
    view = View(session, request)
    asked = numbered(own_questions(view.state, actor))
    pages = [*_front(view, actor, asked, in_pages=True), PageBreak(), *_parts(view, actor, asked, in_pages=True)]
    sheets = [*_front(view, actor, asked, in_pages=False), *_parts(view, actor, asked, in_pages=False)]
    made = view.document(MAILING.name, MAILING.title, pages, plans=(), grid_blocks=sheets)
    to = mailing_texts.TO.format(actor=actor.name)
    subtitle = f"{to} · {made.subtitle}"
    return made.model_copy(update={"is_form": True, "data": "", "shape": "short", "subtitle": subtitle})


def recipients(session: OpenPlan, document: str, request: Request) -> list[Actor]:
    """Return whom the form is written for: everyone that something is asked of."""
    return asked_actors(session.state)


def _parts(view: View, actor: Actor, asked: Sequence[Numbered], *, in_pages: bool) -> list[Block]:
    core = [one for one in asked if one.question.core]
    deeper = [one for one in asked if not one.question.core]
    return [
        Heading(level=1, text=f"A {mailing_texts.PART_CORE}"),
        Paragraph(text=mailing_texts.CORE_ABOUT, tone="note"),
        *questions_part(view, actor, core, asked, mailing_texts.PART_CORE, in_pages=in_pages),
        Heading(level=1, text=f"B {mailing_texts.PART_DEEPER}"),
        Paragraph(text=mailing_texts.DEEPER_ABOUT, tone="note"),
        *questions_part(view, actor, deeper, asked, mailing_texts.PART_DEEPER, in_pages=in_pages),
        *(_tables_sheet(view, actor, asked) if not in_pages else ()),
        Heading(level=1, text=f"C {mailing_texts.PART_REQUIREMENTS}"),
        Paragraph(text=mailing_texts.REQUIREMENTS_ABOUT, tone="note"),
        requirements_part(view, actor),
        *own_part(view, actor, f"D {mailing_texts.PART_OWN}", in_pages=in_pages),
        *county_part(view, f"E {mailing_texts.PART_COUNTY}"),
    ]


def _tables_sheet(view: View, actor: Actor, asked: Sequence[Numbered]) -> list[Block]:
    """Return the questions that are tables as a sheet of their own, which says which of them are core."""
    core = [one.number for one in asked if one.question.core and one.question.columns]
    note = [Paragraph(text=mailing_texts.tables_core(core), tone="note")] if core else []
    found = tables_part(view, actor, asked)
    return [Heading(level=1, text=mailing_texts.PART_TABLES), *note, *found] if found else []


def core_minutes(questions: Sequence[Question]) -> int:
    """Return about how many minutes the core questions take."""
    return sum(MINUTES_OF_TABLE if one.columns else MINUTES for one in questions if one.core)


def _front(view: View, actor: Actor, asked: Sequence[Numbered], *, in_pages: bool) -> list[Block]:
    """Return the first page; on sheets without what is in the file, which the sheets' own list tells."""
    state, known = view.state, collection(view.state)
    questions = [one.question for one in asked]
    core = sum(one.core for one in questions)
    sender = view.actor_name(known.actor) if known.actor else mailing_texts.SENDER_UNKNOWN
    last_day = mailing(state, actor.id).last_day or known.last_day
    help_from = ", ".join(part for part in (known.ask, known.phone) if part)
    contents: tuple[Block, ...] = (Heading(level=2, text=mailing_texts.CONTENT),
                                   _contents(view, actor, core, len(questions) - core))
    intro = in_own_words(state, mailing_texts.INTRO).format(county=view.session.county.name, sender=sender,
                                                            year=state.info.years.span)
    return [
        Heading(level=1, text=mailing_texts.ASKED),
        Paragraph(text=intro),
        *([Paragraph(text=known.note)] if known.note else []),
        Facts(strip=True, items=(
            _fact(mailing_texts.FACT_LAST_DAY, format_date(last_day) if last_day else ""),
            _fact(mailing_texts.time_for(core), mailing_texts.hours(core_minutes(questions))),
            _fact(mailing_texts.FACT_SEND, known.address))),
        Heading(level=2, text=mailing_texts.HOW),
        Bullets(items=mailing_texts.HOW_STEPS, numbered=True),
        *(contents if in_pages else ()),
        Heading(level=2, text=mailing_texts.COMES_BACK),
        Paragraph(text=mailing_texts.COMES_BACK_ABOUT),
        *_known_already(view, actor, asked),
        *([Paragraph(text=mailing_texts.ASK.format(ask=help_from), tone="note")] if help_from else []),
    ]


def _known_already(view: View, actor: Actor, asked: Sequence[Numbered]) -> list[Block]:
    """Return which answers stand in the form already, so that nobody writes them once more; nothing for none."""
    known = [one.number for one in asked if view.state.answer(one.question.id, actor.id).value is not None]
    return [Heading(level=2, text=mailing_texts.KNOWN), Paragraph(text=mailing_texts.known(known))] if known else []


def _fact(label: str, value: str) -> Fact:
    return Fact(label=label, value=value or mailing_texts.NOT_SET, missing=not value)


def _contents(view: View, actor: Actor, core: int, deeper: int) -> Table:
    rows = (
        (f"A {mailing_texts.PART_CORE}", mailing_texts.answers(core, core=True)),
        (f"B {mailing_texts.PART_DEEPER}", mailing_texts.answers(deeper, core=False)),
        (f"C {mailing_texts.PART_REQUIREMENTS}",
         mailing_texts.rows_to_judge(len(binding_requirements(view.state, actor)))),
        (f"D {mailing_texts.PART_OWN}", mailing_texts.DO_OWN),
        (f"E {mailing_texts.PART_COUNTY}", mailing_texts.DO_COUNTY),
    )
    return Table(caption=mailing_texts.CONTENT, look="bare", first_column_is_header=True,
                 columns=(Column(title=mailing_texts.COLUMN_PART, weight=3),
                          Column(title=mailing_texts.COLUMN_DO, weight=5)),
                 rows=tuple((Cell(text=part), Cell(text=does)) for part, does in rows))


