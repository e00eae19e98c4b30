"""The checklist as tables that a kommun fills in and sends back: requirements by actor, and core questions by actor."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.requirements import is_proposed, plan_sets
from nvplan.model.compliance import assessment, bound
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Option
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Question
from nvplan.model.requirement import MODALITIES, PLANS, Requirement
from nvplan.services.documents.answers_in_short import in_short
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.checklist_answers import (
    LONGEST_ANSWER,
    core_questions,
    told_answer,
)
from nvplan.services.documents.checklist_paper import by_area, met, told, whom
from nvplan.services.documents.kinds import LOOKS
from nvplan.services.documents.view import View
from nvplan.services.reading.plan_names import plan_short
from nvplan.services.reading.sources import source_text
from nvplan.texts import choices as choices_texts
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_checklist as checklist_texts
from nvplan.texts import mailing as mailing_texts


def grid(view: View, chosen: Sequence[Requirement], summary: Sequence[Block]) -> list[Block]:
    """Return the tables: requirements, questions and last what is for reading.

    For the county they have a row for each actor, and what is printed is a row for each requirement and question.
    """
    county = view.actor is None
    questions = checklist_texts.GRID_QUESTIONS_ABOUT if county else checklist_texts.GRID_QUESTIONS_ABOUT_ACTOR
    requirements = checklist_texts.GRID_REQUIREMENTS_ABOUT if county else checklist_texts.GRID_REQUIREMENTS_ABOUT_ACTOR
    about = [requirements, questions]
    if county:
        about = [checklist_texts.on_screen(text, sheet)
                 for text, sheet in zip(about, checklist_texts.TO_PRINT, strict=True)]
    return [
        Heading(level=1, text=documents_texts.CHECKLIST_REQUIREMENTS), Paragraph(text=about[0], tone="note"),
        _requirements(view, chosen),
        Heading(level=1, text=documents_texts.GRID_QUESTIONS), Paragraph(text=about[1], tone="note"),
        _questions(view),
        *(_to_print(view, chosen) if county else ()),
        Heading(level=1, text=documents_texts.GRID_SUMMARY),
        *summary,
    ]


def _to_print(view: View, chosen: Sequence[Requirement]) -> list[Block]:
    """Return the requirements and the core questions with a row each."""
    known = [one for one in chosen if bound(one, view.actors)]
    requirements = _read(checklist_texts.TO_PRINT[0], (
        (checklist_texts.COLUMN_AREA, 2), (checklist_texts.COLUMN_REQUIREMENT, 12),
        (checklist_texts.COLUMN_MODALITY, 1), (checklist_texts.COLUMN_BINDS, 2), (checklist_texts.COLUMN_NOW, 3),
        (checklist_texts.COLUMN_NOTE, 3)), [
        (Cell(text=area), Cell(text=told(view, one)), Cell(text=documents_texts.MODALITY[one.modality]),
         Cell(text=whom(view, one)), met(view, one), Cell(text=""))
        for area, here in by_area(view, known) for one in here])
    questions = _read(checklist_texts.TO_PRINT[1], (
        (documents_texts.COLUMN_PLAN, 2), (documents_texts.GRID_QUESTION, 5), (checklist_texts.COLUMN_ANSWER, 7),
        (checklist_texts.COLUMN_NOTE, 4)), [
        (Cell(text=plan_short(view.state, form.plan)), Cell(text=one.label), told_answer(view, form, one),
         Cell(text="")) for form in map(plan_form, PLANS) for one in core_questions(view, form)])
    return [*requirements, *questions]


def _read(name: str, columns: Sequence[tuple[str, int]], rows: Sequence[tuple[Cell, ...]]) -> list[Block]:
    """Return a table to read and print, on a sheet of its own."""
    return [Heading(level=1, text=name), Paragraph(text=checklist_texts.TO_PRINT_ABOUT, tone="note"),
            Table(caption=name, rows=tuple(rows),
                  columns=tuple(TableColumn(title=title, weight=weight) for title, weight in columns))]


def _requirements(view: View, chosen: Sequence[Requirement]) -> Table:
    rows, keys = [], []
    for modality in MODALITIES:
        for one in chosen:
            for actor in bound(one, view.actors) if one.modality == modality else ():
                found = assessment(view.state, one.id, actor.id)
                keys.append(f"krav-{found.id}")
                rows.append(_requirement(view, one, actor.name, actor.id))
    return Table(
        caption=documents_texts.CHECKLIST_REQUIREMENTS,
        for_screen=view.actor is None,
        rows=tuple(rows),
        row_keys=tuple(keys),
        columns=(
            TableColumn(title=documents_texts.COLUMN_MODALITY, weight=1),
            TableColumn(title=documents_texts.LABEL_REQUIREMENT, weight=11),
            TableColumn(title=documents_texts.COLUMN_ACTOR, weight=3),
            TableColumn(
                title=documents_texts.LABEL_JUDGEMENT,
                kind="choice",
                weight=3,
                choices=tuple(documents_texts.JUDGEMENT.values()),
            ),
            TableColumn(
                title=documents_texts.LABEL_WORK,
                kind="choice",
                weight=3,
                choices=tuple(documents_texts.WORK_STATUS.values()),
            ),
            TableColumn(title=documents_texts.LABEL_EVIDENCE, weight=4),
            TableColumn(title=documents_texts.LABEL_REASON, weight=4),
            TableColumn(title=documents_texts.LABEL_SET, weight=3, aside=True),
            TableColumn(title=documents_texts.LABEL_SOURCE, weight=4, aside=True),
            TableColumn(title=documents_texts.GRID_ID, weight=2, hidden=True),
        ),
    )


def _requirement(view: View, one: Requirement, name: str, actor: str) -> tuple[Cell, ...]:
    found = assessment(view.state, one.id, actor)
    stored = found.id in view.state.objects.get("kravbedomning", {})
    title = documents_texts.PROPOSED.format(title=one.title) if is_proposed(one) else one.title
    return (Cell(text=documents_texts.MODALITY[one.modality]), Cell(text=f"{title}\n{one.text}"),
            Cell(text=name), Cell(text=documents_texts.JUDGEMENT[found.judgement]),
            Cell(text=documents_texts.WORK_STATUS[found.work] if stored else ""), Cell(text="\n".join(found.evidence)),
            Cell(text=found.reason), Cell(text=plan_sets(view.state.info)[one.set].label),
            Cell(text=source_text(one.sources)), Cell(text=one.id))


def _questions(view: View) -> Table:
    rows, keys = [], []
    for plan in PLANS:
        form = plan_form(plan)
        for question in form.questions:
            has_it = (question.core or view.request.every_question) and not question.guest
            for actor in view.asked(question, form) if has_it else ():
                keys.append(f"fraga-{question.id}@{actor}")
                rows.append(_question(view, form, question, actor))
    return Table(
        caption=documents_texts.GRID_QUESTIONS,
        for_screen=view.actor is None,
        rows=tuple(rows),
        row_keys=tuple(keys),
        columns=(
            TableColumn(title=documents_texts.COLUMN_PLAN, weight=2),
            TableColumn(title=documents_texts.GRID_CHAPTER, weight=2),
            TableColumn(title=documents_texts.GRID_QUESTION, weight=5),
            TableColumn(title=documents_texts.COLUMN_ACTOR, weight=2),
            TableColumn(title=documents_texts.ANSWER_LABEL, weight=8),
            TableColumn(title=documents_texts.GRID_OPTIONS, weight=4, aside=True),
            TableColumn(title=documents_texts.GRID_ID, weight=2, hidden=True),
        ),
    )


def _question(view: View, form: PlanForm, question: Question, actor: str) -> tuple[Cell, ...]:
    chapter = form.chapter(question.chapter)
    name = documents_texts.WHOLE_COUNTY if actor == WHOLE_COUNTY else view.actor_name(actor)
    answer = _answer(view, question, actor)
    return (
        Cell(text=plan_short(view.state, form.plan)),
        Cell(text=f"{chapter.id} {chapter.title}"),
        Cell(text=question.label),
        Cell(text=name),
        answer,
        Cell(text="" if answer.shared else _options(question)),
        Cell(text=question.id),
    )


def _answer(view: View, question: Question, actor: str) -> Cell:
    """Return the answer: a cell to fill in, or to read where it is the county's or a table."""
    shared = actor == WHOLE_COUNTY and view.actor is not None
    answer = view.answer(question, actor)
    if kind_of(question).has_columns and answer.value is not None:
        return Cell(text=in_short(question, answer, LONGEST_ANSWER), shared=shared)
    return Cell(text=shown(question, answer), missing=answer.value is None, shared=shared,
                choices=() if shared else _choices(question))


def _choices(question: Question) -> tuple[str, ...]:
    """Return what may be chosen as an answer; none where the answer is written, or is several things."""
    if not kind_of(question).is_one_choice:
        return ()
    return tuple(one.label for one in question.options) or tuple(LOOKS[question].answers.split("\n"))


def _options(question: Question) -> str:
    """Return what may be answered, where it is not free text: how many of the options, and which there are.

    Those of which one is chosen in the cell's list stand there; here only those that take words of one's own.
    """
    if not question.options:
        return LOOKS[question].answers or question.hint
    most = int(question.most) if question.most is not None else None
    several = kind_of(question).is_counted
    named = [_option(one) for one in question.options if several or one.own]
    return "\n".join((mailing_texts.choose(several, most, in_pages=False), *(["; ".join(named)] if named else [])))


def _option(one: Option) -> str:
    """Return an option's label, and where words of one's own go."""
    with_words = choices_texts.OPTION_WITH_WORDS.format(option=one.label, words=choices_texts.OWN_WORDS)
    return with_words if one.own else one.label
