"""Minutes of workshops and meetings: who took part as roles, what was agreed, where they differed, what was left."""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.model.collation import fold
from nvplan.model.dates import date_order
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TableColumn,
)
from nvplan.model.errors import UnknownNameError
from nvplan.model.objects import Meeting
from nvplan.model.question import Chapter
from nvplan.model.requirement import PLANS
from nvplan.services.documents.frame import core_questions, unanswered
from nvplan.services.documents.meeting_items import item_blocks
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.meetings.course import items
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts

#: What the items of a meeting say themselves, so that it is missed only where there are none.
_OF_ITEMS = frozenset({"agreed", "dissent", "parked"})


def nothing(session: OpenPlan, request: Request) -> str:
    """Return that there are no meetings, where there are none."""
    return "" if View(session, request).objects(Meeting) else documents_lists_texts.MINUTES_NONE


def build(session: OpenPlan, request: Request) -> Document:
    """Return the minutes of one meeting, or of every meeting where none is named.

    Raises:
        UnknownNameError: no meeting has that id.
    """
    view = View(session, request)
    meetings = chosen_meetings(view, request.meeting)
    blocks: list[Block] = []
    for meeting in meetings:
        blocks += [*([PageBreak()] if blocks else []), *_meeting(view, meeting, single=bool(request.meeting))]
    title = (
        documents_lists_texts.MINUTES_TITLE_ONE.format(title=meetings[0].title)
        if request.meeting
        else documents_texts.TITLE_MINUTES
    )
    made = view.document(
        "protokoll", title, blocks or [Paragraph(text=documents_lists_texts.MINUTES_NONE, tone="missing")]
    )
    return made.model_copy(update={"shape": "short"}) if request.meeting else made


def chosen_meetings(view: View, wanted: str) -> list[Meeting]:
    """Return the meeting with this id or title, or every meeting in order of date where nothing is wanted.

    Raises:
        UnknownNameError: there is none; the sentence names those there are.
    """
    known = sorted(view.objects(Meeting), key=lambda one: (date_order(one.date), one.id))
    if not wanted:
        return known
    found = [one for one in known if fold(wanted.strip()) in (fold(one.id), fold(one.title))]
    if not found:
        near = documents_texts.listed([one.id for one in known])
        raise UnknownNameError(
            (documents_lists_texts.MINUTES_UNKNOWN if known else documents_lists_texts.MINUTES_UNKNOWN_NONE).format(
                wanted=wanted.strip(), near=near
            )
        )
    return found[:1]


def chapters_of(meeting: Meeting) -> Iterator[tuple[PlanForm, Chapter]]:
    """Yield the chapters that a meeting takes up, in the order of the plans."""
    for plan in PLANS:
        form = plan_form(plan)
        for chapter in form.chapters:
            if chapter.id in meeting.chapters:
                yield form, chapter


def _meeting(view: View, meeting: Meeting, *, single: bool) -> list[Block]:
    """Return a meeting's minutes: with headings where it stands alone, else as facts below its own heading."""
    told = [
        (documents_lists_texts.MINUTES_PURPOSE, "purpose", documents_texts.NOT_GIVEN),
        (documents_lists_texts.MINUTES_PARTICIPANTS, "participants", documents_texts.NOT_GIVEN),
        (documents_lists_texts.MINUTES_AGREED, "agreed", documents_texts.NOT_GIVEN),
        (documents_lists_texts.MINUTES_DISSENT, "dissent", documents_lists_texts.MINUTES_NO_DISSENT),
        (documents_lists_texts.MINUTES_PARKED, "parked", documents_lists_texts.MINUTES_NOTHING_PARKED),
        *([(documents_lists_texts.MINUTES_NOTE, "note", "")] if meeting.note else []),
    ]
    facts = _frame(view, meeting)
    texts_told = [(label, text, missing) for label, name, missing in told
                  if (text := view.text(meeting, name)) or not (name in _OF_ITEMS and items(view.state, meeting.id))]
    if not single:
        said = tuple(Fact(label=label, value=text or missing, missing=not text, above=True)
                     for label, text, missing in texts_told)
        return [Heading(level=1, text=view.text(meeting, "title")), Facts(items=tuple(facts)), Facts(items=said),
                *item_blocks(view, meeting, 2), *_chapters(view, meeting)]
    blocks: list[Block] = [Facts(items=tuple(facts))]
    for label, text, missing in texts_told:
        blocks.append(Heading(level=1, text=label))
        if label == documents_lists_texts.MINUTES_PARTICIPANTS and text:
            blocks += [
                Paragraph(text=documents_lists_texts.MINUTES_ABOUT, tone="note"),
                Bullets(items=meeting.participants),
            ]
        else:
            blocks.append(Paragraph(text=text or missing, tone="text" if text else "missing"))
    blocks += item_blocks(view, meeting, 1)
    found = _chapters(view, meeting)
    return [*blocks, *([Heading(level=1, text=documents_lists_texts.MINUTES_CHAPTERS), *found] if found else [])]


def _frame(view: View, meeting: Meeting) -> list[Fact]:
    view.show(meeting, "title")
    return [
        Fact(label=label, value=value or documents_texts.NOT_GIVEN, missing=not value)
        for label, value in (
            (documents_lists_texts.FACT_KIND, view.text(meeting, "kind")),
            (documents_lists_texts.FACT_DATE, view.text(meeting, "date")),
            (documents_lists_texts.FACT_ORGANISATIONS, view.text(meeting, "actors")),
        )
    ]


def _chapters(view: View, meeting: Meeting) -> list[Block]:
    rows = []
    for form, chapter in chapters_of(meeting):
        left, asked = ([one for one in questions if one.chapter == chapter.id] for questions in (
            unanswered(form, view.state, view.actor), core_questions(form, view.state, view.actor)))
        rows.append((
            Cell(text=f"{chapter.id} {chapter.title}"),
            Cell(text=documents_lists_texts.left_of(len(left), len(asked))),
            Cell(text="\n".join(one.label for one in left) or documents_texts.NOTHING),
        ))
    if not rows:
        return []
    view.show(meeting, "chapters")
    return [
        Table(
            caption=documents_lists_texts.MINUTES_CHAPTER_TABLE,
            first_column_is_header=True,
            rows=tuple(rows),
            columns=(
                TableColumn(title=documents_lists_texts.COLUMN_CHAPTER, weight=4),
                TableColumn(title=documents_lists_texts.COLUMN_LEFT, weight=2),
                TableColumn(title=documents_lists_texts.WORKSHOP_LEFT, weight=6),
            ),
        )
    ]
