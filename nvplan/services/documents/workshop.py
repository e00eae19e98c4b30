"""What a group needs on the table: for each chapter the prompts and the questions to talk over, unanswered first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nvplan.catalog.questions import PlanForm, as_asked, plan_form
from nvplan.model.document import Block, Document, Fact, Facts, Heading, PageBreak, Paragraph
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import Meeting
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Chapter, Question
from nvplan.model.requirement import PLANS
from nvplan.services.documents.by_actor import noun_for
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.checklist_answers import answered
from nvplan.services.documents.meeting_items import agenda_blocks, row_names, sheet
from nvplan.services.documents.minutes import chapters_of, chosen_meetings
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.documents.words import on_paper
from nvplan.services.reading.answers import is_answered
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.plan_names import plan_name
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts

#: What there is room to write about a question: what the group comes to, and who takes it on.
_ROOM_FOR = (documents_lists_texts.WORKSHOP_WE_SAY, documents_lists_texts.WORKSHOP_WHO_TAKES)
#: So much of how several have answered finds room beside a question, and up to so many who have not are named.
LONGEST_STANDING, MOST_SILENT = 260, 5


def nothing(session: OpenPlan, request: Request) -> str:
    """Return that no meeting is chosen: every question of three plans is no paper for a meeting."""
    return "" if request.meeting else documents_lists_texts.WORKSHOP_NO_MEETING


def build(session: OpenPlan, request: Request) -> Document:
    """Return the working paper for every chapter, or for those that one meeting takes up.

    Raises:
        UnknownNameError: no meeting has that id.
    """
    view = View(session, request)
    blocks: list[Block] = [Paragraph(text=documents_lists_texts.WORKSHOP_ABOUT, tone="note")]
    title = documents_texts.TITLE_WORKSHOP
    if request.meeting:
        meeting = chosen_meetings(view, request.meeting)[0]
        title = documents_lists_texts.WORKSHOP_TITLE.format(title=view.text(meeting, "title"))
        blocks = [*_frame(view, meeting), *blocks, *agenda_blocks(view, meeting)]
        chapters = list(chapters_of(meeting))
    else:
        chapters = [(form, chapter) for plan in PLANS for form in (plan_form(plan),) for chapter in form.chapters]
    previous = ""
    for form, chapter in chapters:
        if form.plan != previous:
            blocks += [
                *([PageBreak()] if previous and not request.meeting else []),
                Heading(level=1, text=plan_name(view.state, form.plan)),
            ]
            previous = form.plan
        blocks += _chapter(view, form, chapter)
    document = view.document("workshop-underlag", title, blocks)
    # How far three plans have come is nothing that the group needs on the table; by which requirements is. No data goes
    # with it either: the paper counts answers that it does not show.
    return document.model_copy(update={
        "shape": "short", "data": "",
        "meta": tuple(one for one in document.meta if one.label == documents_texts.META_SET)})


def _frame(view: View, meeting: Meeting) -> list[Block]:
    """Return when the group meets and why; nothing where neither is written."""
    facts = [Fact(label=label, value=value) for label, value in (
        (documents_lists_texts.FACT_DATE, view.text(meeting, "date")),
        (documents_lists_texts.MINUTES_PURPOSE, view.text(meeting, "purpose"))) if value]
    return [Facts(items=tuple(facts))] if facts else []


def _chapter(view: View, form: PlanForm, chapter: Chapter) -> list[Block]:
    questions = [one for one in form.of_chapter(chapter.id) if view.asked(one, form)]
    core = [one for one in questions if one.core]
    left = [one for one in core if not is_answered(one, view.state, form.by_id, view.actor)]
    done = [one for one in core if one not in left]
    deeper = [one for one in questions if not one.core and not is_answered(one, view.state, form.by_id, view.actor)]
    blocks: list[Block] = [Heading(level=2, text=chapter.title)]
    if not questions:
        return [*blocks, Paragraph(text=documents_lists_texts.WORKSHOP_CHAPTER_NONE, tone="missing")]
    for title, inside in ((documents_lists_texts.WORKSHOP_LEFT, left), (documents_lists_texts.WORKSHOP_DONE, done)):
        blocks += [Heading(level=3, text=title)] if inside else []
        for question in inside:
            # How an answer is written is for those who are to write one.
            facts = [one for one in _facts(view, form, question) if not one.missing and (
                inside is left or one.label != documents_lists_texts.WORKSHOP_ASKS)]
            blocks += [Heading(level=4, text=question.label), sheet(
                question.label, facts, _ROOM_FOR) if inside is left else Facts(items=tuple(facts), together=True)]
    if not (core or deeper):
        return [*blocks, Paragraph(text=documents_lists_texts.WORKSHOP_CHAPTER_DONE, tone="note")]
    return [*blocks, *_deeper(view, deeper)]


def _facts(view: View, form: PlanForm, question: Question) -> Iterator[Fact]:
    if question.group:
        yield Fact(label=documents_lists_texts.WORKSHOP_PROMPT, value=question.group)
    asks = on_paper(as_asked(question, view.state.info).asks)
    if asks:
        yield Fact(label=documents_lists_texts.WORKSHOP_ASKS, value=asks)
    asked = view.asked(question, form)
    if question.per == "aktor" and view.actor is None and len(asked) > 1:
        yield _who(view, form, question)
        return
    answer = view.answer(question, asked[0] if asked else WHOLE_COUNTY)
    if answer.value is not None and question.columns:
        names = documents_lists_texts.in_short(row_names(question, rows_of(answer.value)))
        yield Fact(label=documents_lists_texts.WORKSHOP_ANSWER,
                   value=f"{names} {documents_lists_texts.WORKSHOP_TABLE}" if names
                   else documents_lists_texts.WORKSHOP_GIVEN_ROWS)
        return
    text = shown(question, answer)
    if isinstance(answer.value, list):
        text = documents_lists_texts.in_short(text.split("\n"))
    yield Fact(label=documents_lists_texts.WORKSHOP_ANSWER, value=text, missing=answer.value is None)


def _who(view: View, form: PlanForm, question: Question) -> Fact:
    """Return how many of several have answered, what they chose, and who has not; missing where nobody has."""
    told = answered(view, form, question, noun=noun_for(view, view.asked(question, form)), longest=LONGEST_STANDING,
                    most_names=MOST_SILENT)
    return Fact(label=documents_lists_texts.WORKSHOP_WHO, value=told.text, missing=told.missing)


def _deeper(view: View, questions: Sequence[Question]) -> list[Block]:
    """Return the unanswered deeper questions with their prompts, briefly."""
    if not questions:
        return []
    facts = tuple(Fact(label=one.label, above=True,
                       value=one.group or on_paper(as_asked(one, view.state.info).asks)) for one in questions)
    return [Heading(level=3, text=documents_lists_texts.WORKSHOP_DEEPER), Facts(items=facts)]
