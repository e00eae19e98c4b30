"""Minutes of workshops and meetings: who took part as roles, what was agreed, where they differed, what was left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.model.collation import fold
from nvplan.model.dates import date_order
from nvplan.model.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    FormField,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
)
from nvplan.model.errors import UnknownNameError
from nvplan.model.objects import Meeting
from nvplan.model.question import Chapter
from nvplan.model.requirement import PLANS
from nvplan.services.documents.meeting_items import item_blocks, next_steps
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.meetings.ballots import KINDS
from nvplan.services.meetings.course import items, parked
from nvplan.services.meetings.scoring import registered, rounds
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts.documents_statements import are_named, inside


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
    document = view.document(
        "protokoll", title, blocks or [Paragraph(text=documents_lists_texts.MINUTES_NONE, tone="missing")],
        mark=documents_lists_texts.MINUTES_MARK if meetings else "", outside=True)
    # What is said of the plan's file is nothing that a meeting said; whose plan it is stands below the title.
    return document.model_copy(update={"shape": "short", "meta": ()})


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
        near = documents_texts.listed([documents_texts.QUOTED.format(text=one.title) for one in known])
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
    """Return a meeting's minutes: who was there, what was decided, what was not, who does what, then how it went.

    That nothing was decided is said; a heading for what there is none of is left out.
    """
    level = 1 if single else 2
    blocks: list[Block] = [] if single else [Heading(level=1, text=view.text(meeting, "title"))]
    blocks += [Facts(items=tuple(_frame(view, meeting))), *_present(view, meeting, level),
               *_listed(level, documents_lists_texts.MINUTES_DECISIONS, _told(view, meeting, "agreed"),
                        documents_lists_texts.MINUTES_NO_DECISION),
               *_listed(level, documents_lists_texts.MINUTES_DISSENT, _told(view, meeting, "dissent")),
               *_listed(level, documents_lists_texts.MINUTES_LEFT, _left(view, meeting)),
               *next_steps(view, meeting, level), *item_blocks(view, meeting, level)]
    if meeting.note:
        blocks += [Heading(level=level, text=documents_lists_texts.MINUTES_NOTE),
                   Paragraph(text=view.text(meeting, "note"))]
    return [*blocks, _signatures()]


def _frame(view: View, meeting: Meeting) -> list[Fact]:
    view.show(meeting, "title", "chapters")
    date = view.text(meeting, "date")
    facts = [(documents_lists_texts.FACT_KIND, view.text(meeting, "kind")),
             (documents_lists_texts.FACT_DATE, date or documents_texts.NOT_GIVEN),
             (documents_lists_texts.MINUTES_PURPOSE, view.text(meeting, "purpose")),
             (documents_lists_texts.MINUTES_CHAPTERS, "\n".join(one.title for _, one in chapters_of(meeting)))]
    return [Fact(label=label, value=value, missing=label == documents_lists_texts.FACT_DATE and not date)
            for label, value in facts if value]


def _signatures() -> FormFields:
    """Return room for who led the meeting, wrote and adjusts: names are never kept in the plan."""
    return FormFields(caption=documents_lists_texts.MINUTES_SIGNATURES, items=tuple(
        FormField(label=label, room="signature") for label in documents_lists_texts.MINUTES_OFFICER_LABELS))


def _present(view: View, meeting: Meeting, level: int) -> list[Block]:
    bodies = _from(view, meeting)
    registered_here = _registered(view, meeting)
    blocks: list[Block] = [Heading(level=level, text=documents_lists_texts.MINUTES_PRESENT)]
    if view.text(meeting, "participants"):
        blocks.append(Bullets(items=meeting.participants))
    elif not bodies and not registered_here:
        blocks.append(Paragraph(text=documents_texts.NOT_GIVEN, tone="missing"))
    if bodies:
        blocks.append(Paragraph(text=documents_lists_texts.MINUTES_FROM.format(bodies=bodies)))
    if registered_here:
        blocks.append(Paragraph(text=documents_lists_texts.MINUTES_REGISTERED.format(kinds=registered_here)))
    return blocks


def _from(view: View, meeting: Meeting) -> str:
    """Return which actors took part, of many only how many kommuner: who they are stands in the plan."""
    names = view.text(meeting, "actors")
    found = [one for one in view.state.actors if one.id in meeting.actors]
    kommuner = [one for one in found if one.type == "kommun"]
    if are_named([one.id for one in kommuner], len(kommuner)):
        return names
    everyone = len(kommuner) == sum(one.type == "kommun" for one in view.state.actors)
    return documents_texts.listed([*(one.name for one in found if one.type != "kommun"),
                                   documents_lists_texts.so_many_kommuner(len(kommuner), everyone=everyone)])


def _registered(view: View, meeting: Meeting) -> str:
    """Return the most that were registered of each kind of actor to a round in the room; empty where none was."""
    most: dict[str, int] = {}
    for one in rounds(view.state, meeting.id):
        for kind, count in registered(one).items() if one.source != "enkat" else ():
            most[kind] = max(count, most.get(kind, 0))
    return ", ".join(documents_lists_texts.MINUTES_OF_KIND.format(
        kind=inside(meeting_rounds_texts.KIND_LABELS[kind]), count=most[kind]) for kind in KINDS if most.get(kind))


def _told(view: View, meeting: Meeting, name: str) -> list[str]:
    """Return what the meeting as a whole came to, line by line, and after that each of its items.

    A text that was agreed on once is no decision where the item has been opened again, put off or disputed since.
    What is written both of the meeting and of an item is one matter, and stands with the item.
    """
    found = [(text, documents_lists_texts.minutes_item(text, number, view.text(item, "title")))
             for number, item in enumerate(items(view.state, meeting.id), 1)
             if (name != "agreed" or item.outcome == "enig") and (text := view.text(item, name))]
    return [*_whole(view, meeting, name, [text for text, _ in found]), *(told for _, told in found)]


def _left(view: View, meeting: Meeting) -> list[str]:
    """Return what is not agreed on: the items that are open, put off or disputed, and what was parked."""
    left = [documents_lists_texts.minutes_left(view.text(item, "title"), number, view.text(item, "outcome"))
            for number, item in enumerate(items(view.state, meeting.id), 1) if item.outcome != "enig"]
    later = [view.text(one, "text") for one in parked(view.state, meeting.id)]
    return [*_whole(view, meeting, "parked", later), *left, *later]


def _whole(view: View, meeting: Meeting, name: str, told: Sequence[str]) -> list[str]:
    """Return what is written of the meeting as a whole, line by line, without what is told of one of its parts too."""
    again = {_bare(one) for one in told}
    return [line for line in view.text(meeting, name).split("\n") if line.strip() and _bare(line) not in again]


def _bare(text: str) -> str:
    return fold(text.strip().rstrip("."))


def _listed(level: int, title: str, told: Sequence[str], none: str = "") -> list[Block]:
    if not told:
        return [Heading(level=level, text=title), Paragraph(text=none, tone="missing")] if none else []
    return [Heading(level=level, text=title), Bullets(items=tuple(told), numbered=True)]
