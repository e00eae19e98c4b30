"""An actor's questions as tables to fill in: a row with a field for each; one that is a table has its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nvplan.catalog.questions import as_asked, plan_form
from nvplan.model.county import Actor
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column
from nvplan.model.kinds.table import rows_of, starting_rows
from nvplan.model.plan import Answer
from nvplan.model.question import Condition, Question
from nvplan.model.requirement import PLANS
from nvplan.model.values import Row, Value, show_value
from nvplan.services.documents.view import View
from nvplan.services.documents.words import on_paper
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import common as common_texts
from nvplan.texts import mailing as mailing_texts

#: What the key of a row begins with that is part of a question's answer, and what stands between answer and row.
ROW, ROW_SIGN = "rad", "/"
#: So many rows can be added to a table that gives its headings, and to one that gives none.
_MORE_ROWS, _FREE_ROWS = 0, 4


class Numbered(NamedTuple):
    """A question with its number in the form."""

    number: int
    question: Question


def numbered(questions: Sequence[Question]) -> list[Numbered]:
    """Return the questions with their numbers: the core first, those that are tables last, else in the plans' order."""
    order = sorted(questions, key=lambda one: (not one.core, bool(one.columns)))
    return [Numbered(number, one) for number, one in enumerate(order, 1)]


def questions_part(view: View, actor: Actor, chosen: Sequence[Numbered], asked: Sequence[Numbered], caption: str, *,
                   in_pages: bool) -> list[Block]:
    """Return the questions' tables: on pages one for each plan, on a sheet one for all."""
    plain = [one for one in chosen if not one.question.columns]
    blocks: list[Block] = []
    for plan in PLANS if in_pages else ():
        of_plan = [one for one in plain if one.question.plan == plan]
        if of_plan:
            name = plan_name(view.state, plan)
            blocks += [Heading(level=2, text=name),
                       _table(view, actor, of_plan, asked, f"{caption}: {name}", in_pages=True)]
    if not in_pages and plain:
        blocks.append(_table(view, actor, plain, asked, caption, in_pages=False))
    return [*blocks, *(tables_part(view, actor, chosen) if in_pages else ())]


def tables_part(view: View, actor: Actor, chosen: Sequence[Numbered]) -> list[Block]:
    """Return the questions that are tables, each below its heading."""
    blocks: list[Block] = []
    for one in chosen:
        if one.question.columns:
            title = mailing_texts.NUMBERED.format(number=one.number, question=one.question.label)
            told = how_meant(one.question, view)
            note = [Paragraph(text=" ".join(told), tone="note")] if told else []
            blocks += [Heading(level=3, text=title), *note, _answer_table(view, actor, one.question, title)]
    return blocks


def _table(view: View, actor: Actor, chosen: Sequence[Numbered], asked: Sequence[Numbered], caption: str, *,
           in_pages: bool) -> Table:
    rows = tuple((Cell(text=_asks(view, actor, one, asked, in_pages=in_pages)),
                  answer_cell(one.question, view.answer(one.question, actor.id))) for one in chosen)
    return Table(
        caption=caption, look="questions", rows=rows,
        row_keys=tuple(f"fraga-{one.question.id}@{actor.id}" for one in chosen),
        columns=(TableColumn(title=mailing_texts.COLUMN_QUESTION, weight=7),
                 TableColumn(title=mailing_texts.COLUMN_ANSWER, weight=6)))


def _asks(view: View, actor: Actor, one: Numbered, asked: Sequence[Numbered], *, in_pages: bool) -> str:
    """Return the question with what helps to answer it: when it is asked, how, and that it is last year's answer."""
    question = one.question
    lines = [mailing_texts.NUMBERED.format(number=one.number, question=question.label)]
    lines += [told for condition in question.condition if (told := _condition(condition, question, asked))]
    meant = how_meant(question, view)
    if kind_of(question).is_chosen:
        meant = [*meant, *how_to_choose(question, in_pages=in_pages)]
    lines += [" ".join(meant)] if meant else []
    if view.state.answer(question.id, actor.id).carried:
        lines.append(mailing_texts.CARRIED)
    return "\n".join(lines)


def how_meant(question: Question, view: View) -> list[str]:
    """Return as sentences how a question is meant and which form the answer has: who fills in a form sees no more."""
    told = (on_paper(one) for one in (as_asked(question, view.state.info).asks, question.hint))
    return [one if one.endswith((".", "?")) else f"{one}." for one in told if one]


def how_to_choose(question: Question, *, in_pages: bool) -> list[str]:
    """Return how many answers a choice takes, how they are given, and where words of one's own go.

    On a sheet several stand in one cell and are not seen before they are written, so they are told there.
    """
    several = kind_of(question).is_counted
    most = int(question.most) if several and question.most is not None else None
    lines = [mailing_texts.choose(several, most, in_pages=in_pages)]
    if several and not in_pages:
        lines.append(mailing_texts.SEVERAL.format(options="; ".join(option.label for option in question.options)))
    own = [option.label for option in question.options if option.own]
    return [*lines, *([mailing_texts.own_words(own)] if own else [])]


def _condition(condition: Condition, question: Question, asked: Sequence[Numbered]) -> str:
    """Return when the question is asked; nothing where that is not up to the one who fills in the form."""
    number = next((one.number for one in asked if one.question.id == condition.question), None)
    if number is None:
        return ""
    other = plan_form(question.plan).by_id[condition.question]
    labels = {option.id: option.label for option in other.options}
    yes_no = {"ja": common_texts.YES, "nej": common_texts.NO}
    answers = mailing_texts.OR.join(f"”{labels.get(one, yes_no.get(one, one))}”" for one in condition.values)
    told = {"besvarad": mailing_texts.ONLY_IF_ANSWERED, "ar_inte": mailing_texts.ONLY_IF_NOT}
    return told.get(condition.operator, mailing_texts.ONLY_IF).format(answers=answers, number=number)


def answer_cell(question: Question, answer: Answer) -> Cell:
    """Return the field that a question is answered in, with the answer that stands in the plan."""
    value = answer.value
    if kind_of(question).is_counted:
        lines = "" if value is None else kind_of(question).show(question, value, between="\n")
        return Cell(text=lines, blank=True, boxes=tuple(option.label for option in question.options),
                    own=_with_own_words(question))
    return _blank(question, value)


def _blank(field: Question | Column, value: Value | None) -> Cell:
    kind = kind_of(field)
    options = tuple(option.label for option in field.options)
    if kind.is_one_choice and not kind.has_options:
        options = common_texts.YES, common_texts.NO
    if value is None:
        text = ""
    elif kind.is_number:
        text = kind.typed(field, value)
    else:
        text = show_value(field, value)
    return Cell(text=text, blank=True, choices=options if kind.is_one_choice else (), long=kind.is_text,
                own=_with_own_words(field))


def _with_own_words(field: Question | Column) -> tuple[str, ...]:
    return tuple(option.label for option in field.options if option.own)


def _answer_table(view: View, actor: Actor, question: Question, caption: str) -> Table:
    """Return a question's table with the rows of its answer, or those that it starts from, and some to add to."""
    answer = view.answer(question, actor.id)
    rows = rows_of(answer.value) or starting_rows(question)
    free = _MORE_ROWS if question.headings else _FREE_ROWS
    columns = question.columns
    return Table(
        caption=caption, look="bare", row_keys=tuple(f"{ROW}-{question.id}@{actor.id}{ROW_SIGN}{number}"
                                        for number in range(1, len(rows) + free + 1)),
        columns=tuple(TableColumn(title=heading(column), weight=4 if place == 0 else 2)
                      for place, column in enumerate(columns)),
        rows=tuple(_answer_row(question, row) for row in (*rows, *({} for _ in range(free)))))


def heading(column: Column) -> str:
    """Return a column's heading, with the unit of its numbers where the heading does not say it."""
    said = not column.unit or column.unit.casefold() in column.label.casefold()
    return column.label if said else f"{column.label} ({column.unit})"


def _answer_row(question: Question, row: Row) -> tuple[Cell, ...]:
    first = question.columns[0]
    given = bool(row.get(first.id)) and str(row.get(first.id)) in question.headings
    return tuple(Cell(text=str(row[first.id])) if given and column is first else _blank(column, row.get(column.id))
                 for column in question.columns)


