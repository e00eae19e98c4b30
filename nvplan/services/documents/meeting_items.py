"""The items of a meeting in its minutes and its working paper: what was said, how each ended, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nvplan.catalog.questions import all_questions
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Fact,
    Facts,
    FormField,
    FormFields,
    Heading,
    Paragraph,
    Table,
    TableColumn,
)
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import Contribution, Effort, Meeting, MeetingItem, Obstacle
from nvplan.model.question import Question
from nvplan.model.values import Row, show_value
from nvplan.services.documents.meeting_scores import score_blocks
from nvplan.services.documents.view import View
from nvplan.services.documents.words import given
from nvplan.services.meetings.course import (
    hidden,
    items,
    lines,
    previous,
)
from nvplan.services.meetings.promises import Promise, facts_of, promises
from nvplan.services.meetings.scoring import FIRST_SET, chosen_dimensions
from nvplan.services.meetings.standing import prompt_of, told_so_far
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import documents_meetings as documents_meetings_texts
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts.documents_statements import inside, start

#: By the kind of a promise: the fields with whose it is, who sees to it and by when.
_FIELDS = {"insats": ("actor", "role", "end"), "hinder": ("actor", "owner", "answer_due"),
           "oppen": ("actor", "role", "due"), "enig": ("actor", "role", "due")}


def item_blocks(view: View, meeting: Meeting, level: int) -> list[Block]:
    """Return what was said about each item of a meeting, and how it was scored; nothing where neither was.

    What was agreed, who thought otherwise and who sees to it stand first in the minutes, and once.
    """
    found = [block for place, item in enumerate(items(view.state, meeting.id), 1)
             for block in _item(view, place, item, level + 1)]
    return [Heading(level=level, text=documents_meetings_texts.ITEMS), *found] if found else []


def _item(view: View, place: int, item: MeetingItem, level: int) -> list[Block]:
    question, title = all_questions().get(item.question), view.text(item, "title")
    view.show(item, "outcome", "role", "due")
    blocks: list[Block] = []
    if said := _groups_said(view, item):
        blocks.append(Bullets(items=tuple(said)))
    blocks += score_blocks(view, item)
    if waiting := hidden(view.state, item):
        blocks.append(Paragraph(text=documents_meetings_texts.HIDDEN.format(count=waiting), tone="note"))
    facts = [(documents_meetings_texts.OUTCOME, view.text(item, "outcome"))] if (
        item.outcome == "enig" and not item.agreed) else []
    if question is not None and question.label != title and (blocks or facts):
        facts.append((documents_meetings_texts.QUESTION, question.label))
    told = [Facts(items=tuple(Fact(label=label, value=value) for label, value in facts))] if facts else []
    head = Heading(level=level, text=documents_meetings_texts.NUMBERED.format(number=place, title=title))
    return [head, *told, *blocks] if told or blocks else []


def _groups_said(view: View, item: MeetingItem) -> list[str]:
    """Return what was said, a line for each group: first what heads it, then what says the same."""
    told: list[list[str]] = []
    for line in lines(view.state, item):
        if line.grouped:
            told[-1].append(_said(view, line.one))
        else:
            told.append([_said(view, line.one)])
    return [documents_meetings_texts.grouped(*group) for group in told]


def _said(view: View, one: Contribution) -> str:
    text = view.text(one, "text")
    if one.dots is None:
        return text
    view.show(one, "dots")
    return documents_meetings_texts.WITH_DOTS.format(text=text, dots=meeting_rounds_texts.dots(one.dots))


def next_steps(view: View, meeting: Meeting, level: int) -> list[Block]:
    """Return what comes next, who sees to it and by when, as a table, and for which items nobody has said it.

    What was agreed on and what is open stand above it; without a role or a day a row would only say so again.
    """
    places = {item.id: place for place, item in enumerate(items(view.state, meeting.id), 1)}
    rows, nobody = [], dict[int, str]()
    for one in promises(view.state, meeting):
        held = one.held_by
        # What the meeting as a whole agreed on has nobody to see to it: it stands among the decisions.
        if isinstance(held, MeetingItem) and not any(getattr(held, name) for name in _FIELDS[one.kind]):
            nobody[places[held.id]] = view.text(held, "title")
        elif not isinstance(held, Meeting):
            rows.append(_row(view, one, held))
    blocks: list[Block] = [Table(
        caption=documents_meetings_texts.NEXT_STEPS_TABLE, first_column_is_header=True, rows=tuple(rows),
        columns=(TableColumn(title=documents_meetings_texts.COLUMN_WHAT, weight=6),
                 TableColumn(title=documents_meetings_texts.COLUMN_KIND, weight=2),
                 TableColumn(title=documents_meetings_texts.COLUMN_WHO, weight=5),
                 TableColumn(title=documents_meetings_texts.COLUMN_WHEN, weight=3)))] if rows else []
    if nobody:
        blocks.append(Paragraph(text=documents_meetings_texts.nobody(sorted(nobody.items())), tone="missing"))
    return [Heading(level=level, text=documents_meetings_texts.NEXT_STEPS), *blocks] if blocks else []


def _row(view: View, one: Promise, held: Effort | Obstacle | MeetingItem) -> tuple[Cell, ...]:
    kind = Cell(text=documents_meetings_texts.KIND_OF_STEP[one.kind])
    what = view.text(held, "agreed" if one.kind == "enig" else "title") or view.text(held, "title")
    actor, role, day = _FIELDS[one.kind]
    whose, who = view.text(held, actor), view.text(held, role)
    told = f"{whose}, {inside(who)}" if whose and who else start(whose or who)
    return Cell(text=what), kind, given(told), view.cell(held, day)


def agenda_blocks(view: View, meeting: Meeting) -> list[Block]:
    """Return the agenda with its times, what was promised last time, and a sheet to write on for each item."""
    taken = items(view.state, meeting.id)
    if not taken:
        return []
    return [*_agenda(view, taken), *_last_time(view, meeting),
            *(block for place, item in enumerate(taken, 1) for block in _sheet(view, place, item))]


def _agenda(view: View, taken: Sequence[MeetingItem]) -> list[Block]:
    """Return the items in order, with how each is worked with and, where any has one, its time."""
    timed = any(item.minutes for item in taken)
    rows = tuple((Cell(text=str(place)), Cell(text=view.text(item, "title")), Cell(text=view.text(item, "form")),
                  *([_minutes(view, item)] if timed else [])) for place, item in enumerate(taken, 1))
    columns = [TableColumn(title=documents_meetings_texts.COLUMN_NUMBER, kind="number", weight=1),
               TableColumn(title=documents_meetings_texts.COLUMN_ITEM, weight=7),
               TableColumn(title=documents_meetings_texts.COLUMN_FORM, weight=3)]
    if timed:
        columns.append(TableColumn(title=documents_meetings_texts.COLUMN_MINUTES, kind="number", weight=2))
    return [Heading(level=1, text=documents_meetings_texts.AGENDA),
            Table(caption=documents_meetings_texts.AGENDA_TABLE, rows=rows, columns=tuple(columns))]


def _minutes(view: View, item: MeetingItem) -> Cell:
    view.show(item, "minutes")
    return Cell(text=str(item.minutes), number=Decimal(item.minutes)) if item.minutes else given("")


def _last_time(view: View, meeting: Meeting) -> list[Block]:
    before = previous(view.state, meeting)
    told = list(_promises(view, before)) if before is not None else []
    if before is None or not told:
        return []
    title = documents_meetings_texts.LAST_TIME.format(title=view.text(before, "title"))
    return [Heading(level=1, text=title), Bullets(items=tuple(told))]


def _promises(view: View, before: Meeting) -> Iterator[str]:
    for one in promises(view.state, before):
        if isinstance(one.held_by, MeetingItem):
            view.show(one.held_by, "agreed", "title", "outcome", "role", "due")
        elif isinstance(one.held_by, Effort):
            view.show(one.held_by, "title", "state", "role", "end")
        elif isinstance(one.held_by, Obstacle):
            view.show(one.held_by, "title", "solved", "owner", "answer_due")
        yield documents_meetings_texts.promised(one.what, facts_of(one, view.state, gaps=False))


def _score_sheet(view: View) -> Table:
    """Return a ballot on paper: what is scored, what 0 and 5 mean, and room for the score."""
    rows = tuple((Cell(text=one.title), Cell(text=one.low), Cell(text=one.high), Cell(text=""))
                 for one in chosen_dimensions(view.state) if one.set == FIRST_SET)
    return Table(caption=documents_meetings_texts.SCORE_SHEET, first_column_is_header=True, rows=rows,
                 columns=(TableColumn(title=documents_meetings_texts.COLUMN_DIMENSION, weight=4),
                          TableColumn(title=documents_meetings_texts.COLUMN_LOW, weight=4),
                          TableColumn(title=documents_meetings_texts.COLUMN_HIGH, weight=4),
                          TableColumn(title=documents_meetings_texts.COLUMN_SCORE, weight=2)))


def row_names(question: Question, rows: Sequence[Row]) -> list[str]:
    """Return what the rows of a table are called, to be reminded by; the whole table stands in the plan.

    None where all are called as the question names them: those are asked and not answered.
    """
    first = question.columns[0]
    names = [name for row in rows if (name := show_value(first, row.get(first.id), ""))]
    return [] if set(names) <= set(question.rows) else names


def _so_far(view: View, item: MeetingItem) -> str:
    """Return what is answered so far: of a table what its rows are called, else in numbers on a line."""
    question = all_questions().get(item.question)
    if question is not None and question.columns and question.per != "aktor":
        rows = rows_of(view.answer(question).value) if view.answer(question).value is not None else ()
        return documents_lists_texts.in_short(row_names(question, rows)) or told_so_far(view.session, item)
    return told_so_far(view.session, item)


def _sheet(view: View, place: int, item: MeetingItem) -> list[Block]:
    blocks: list[Block] = [Heading(level=1, text=documents_meetings_texts.NUMBERED.format(
        number=place, title=view.text(item, "title")))]
    facts = []
    if prompt := prompt_of(view.session, item):
        facts.append(Fact(label=documents_meetings_texts.PROMPT, value=prompt))
    if view.actor is None and (so_far := _so_far(view, item)):
        facts.append(Fact(label=documents_meetings_texts.SO_FAR, value=so_far))
    if item.form == "bedom":
        blocks += [*([Facts(items=tuple(facts))] if facts else []), _score_sheet(view)]
        facts = []
    return [*blocks, sheet(documents_meetings_texts.ROOM, facts, documents_meetings_texts.ROOM_FOR)]


def sheet(caption: str, known: Sequence[Fact], asked: Sequence[str]) -> FormFields:
    """Return what is known and room to write with a pen, in one block: a page does not come between the two."""
    return FormFields(caption=caption, items=(
        *(FormField(label=one.label, value=one.value, room="ink") for one in known),
        *(FormField(label=label, room="ink") for label in asked)))
