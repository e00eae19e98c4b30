"""A plan's answers as statements: paragraphs with a lead word, joined as data/dokument/ says, and no question.

What nobody has answered of the core stands as one marked line; in a decided plan only the list at the end has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from nvplan.catalog.counties import first_word, first_words
from nvplan.catalog.questions import PlanForm
from nvplan.model.dates import last_day
from nvplan.model.document import Block, Paragraph
from nvplan.model.kinds.own_words import code_of, words_beside
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import Attachment
from nvplan.model.plan import Answer
from nvplan.model.question import Question
from nvplan.model.telling import ANSWER, NO, WHEN, YES, Telling
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.by_actor import SHORT, Asked, as_told, noun_for, silent_in, told_by_actor
from nvplan.services.documents.chapters import Given, answer_table, shown
from nvplan.services.documents.figure_sources import source_after
from nvplan.services.documents.view import View
from nvplan.services.documents.words import when
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_statements as statements_texts

#: Where nothing is told together.
_NONE: Mapping[tuple[str, ...], Sequence[str]] = {}


@dataclass(frozen=True)
class _Gap:
    """What nobody has answered, by what it is about."""

    heading: str


def statements(view: View, form: PlanForm, chapters: Sequence[str], appendix: Appendix) -> list[Block]:
    """Return what the answers of some chapters say, in order; nothing of questions about the work with the plan."""
    told = view.tellings(form.plan)
    found: list[Block | _Gap] = []
    often = _silent_often(view, form, chapters)
    for chapter in chapters:
        questions = [one for one in form.of_chapter(chapter) if told[one.id].role == "innehall"]
        for question in questions:
            if not told[question.id].joins:
                group = [question, *(one for one in questions if told[one.id].joins == question.id)]
                found += _paragraph(view, form, group, told, appendix, often)
    lines = [statements_texts.silent_of(names, [told[one].heading for one in questions])
             for names, questions in often.items()]
    return [*_with_lines(found), *([Paragraph(text=" ".join(lines), tone="missing")] if lines else [])]


def _silent_often(view: View, form: PlanForm, chapters: Sequence[str]) -> dict[tuple[str, ...], list[str]]:
    """Return the actors that several answers of a section lack, with those questions: that is told once, last in it."""
    if view.actor is not None:
        return {}
    told, found = view.tellings(form.plan), dict[tuple[str, ...], list[str]]()
    for question in (one for chapter in chapters for one in form.of_chapter(chapter)):
        if question.per != "aktor" or told[question.id].role != "innehall":
            continue
        asked = view.asked(question, form)
        given = [Given(one, answer) for one in asked if (answer := view.answer(question, one)).value is not None]
        names = silent_in(view, asked, given)
        if given and names and statements_texts.are_named(names, len(asked)):
            found.setdefault(names, []).append(question.id)
    return {names: questions for names, questions in found.items() if len(questions) > 1}


def chosen_statements(view: View, form: PlanForm, questions: Sequence[Question], appendix: Appendix, *,
                      work_too: bool = False) -> list[Block]:
    """Return what some answers say, each on its own, also those that have a place of their own.

    Those about the work with the plan are no part of a plan; a report that asks for them has them (`work_too`).
    """
    told = view.tellings(form.plan)
    return _with_lines([one for question in questions if work_too or told[question.id].role != "arbetsfraga"
                        for one in _paragraph(view, form, [question], told, appendix)])


def _with_lines(found: Sequence[Block | _Gap]) -> list[Block]:
    """Return what is told, with one marked line where several answers after each other are missing."""
    blocks: list[Block] = []
    for missing, run in groupby(found, key=lambda one: isinstance(one, _Gap)):
        if missing:
            text = statements_texts.missing([one.heading for one in run if isinstance(one, _Gap)])
            blocks.append(Paragraph(text=text, tone="missing"))
        else:
            blocks += [one for one in run if not isinstance(one, _Gap)]
    return blocks


def _paragraph(view: View, form: PlanForm, group: Sequence[Question], told: Mapping[str, Telling],
               appendix: Appendix, often: Mapping[tuple[str, ...], Sequence[str]] = _NONE) -> list[Block | _Gap]:
    """Return the paragraph of a question and those that are told with it, and what stands below it.

    `often` has the questions whose missing answers the section tells together.
    """
    together = {one for questions in often.values() for one in questions}
    sentences: list[str] = []
    ended: list[str] = []
    nothing_left = True
    below: list[Block | _Gap] = []
    for question in group:
        telling = told[question.id]
        asked = view.asked(question, form)
        given = [Given(one, found) for one in asked if (found := view.answer(question, one)).value is not None]
        if not asked:
            continue
        if not given:
            below += _missing(view, question, telling)
        elif question.per == "aktor" and view.actor is None:
            said = Asked(question, telling, tuple(given), tuple(asked), noun_for(view, asked))
            below += told_by_actor(view, said, appendix, silent_told=question.id in together)
        elif question.columns:
            answer = given[0].answer
            caption = telling.heading + (documents_texts.CARRIED if answer.carried else "")
            table = answer_table(as_told(question, telling), rows_of(answer.value), caption)
            below += appendix.place(table, always=telling.appendix)
        else:
            sentences.append(_own(view, question, telling, given[0]))
            sentences += source_after(view, form, group, told, question)
            ended += _run_out(view, question)
            nothing_left = nothing_left and not _resting(view, question, holding=True)
    if ended and sentences and nothing_left:  # what holds today comes first
        sentences = [*ended, statements_texts.until_then(sentences)]
    else:
        sentences += ended
    lead = [Paragraph(lead=told[group[0].id].heading, text=statements_texts.joined(sentences))] if sentences else []
    return [*lead, *below]


def _run_out(view: View, question: Question) -> list[str]:
    """Return that what an answer rests on no longer holds, on the day that the document is of."""
    told, ended, resting = [], _resting(view, question, holding=False), _resting(view, question, holding=None)
    for one in ended:
        # Only what it is called is a thing of its own on the page, and goes with the data of a pdf.
        title = view.text(one, "title").rstrip(".") if len(resting) > 1 else ""
        title = statements_texts.what_ended(one.kind or "", title)
        told.append(statements_texts.run_out(title, when(one.valid_to) if _is_past(view, one) else ""))
    return told


def _resting(view: View, question: Question, *, holding: bool | None) -> list[Attachment]:
    """Return what an answer rests on: all of it, or what holds or has ceased to on the day that the document is of."""
    found = [one for one in view.objects(Attachment) if question.id in one.questions and one.status != "saknas"]
    return [one for one in found
            if holding is None or holding != (_is_past(view, one) or one.status == "utgaget")]


def _is_past(view: View, one: Attachment) -> bool:
    return bool(one.valid_to) and last_day(one.valid_to).isoformat() < view.state.changed[:10]


def _missing(view: View, question: Question, telling: Telling) -> list[_Gap]:
    """Return what is missing: an answer to a core question, in a plan that is not decided."""
    if not question.core or view.state.info.standing == "beslutad":
        return []
    return [_Gap(telling.heading)]


def _own(view: View, question: Question, telling: Telling, one: Given) -> str:
    """Return the one answer that is shown; an actor's own, in its part of the plan, says whose it is."""
    text = sentence(question, telling, one.answer)
    if question.per == "aktor" and telling.says:
        return f"{view.actor_name(one.actor)} {text}"
    return text


def sentence(question: Question, telling: Telling, answer: Answer) -> str:
    """Return an answer as a sentence, with a note where it is last year's and nobody has confirmed it."""
    text = statements_texts.whole(_said(question, telling, answer))
    return statements_texts.carried(text) if answer.carried else text


def _said(question: Question, telling: Telling, answer: Answer) -> str:
    value = answer.value
    if isinstance(value, bool):
        return telling.says.get(YES if value else NO) or shown(question, Answer(value=value))
    if isinstance(value, list):
        return _several(question, telling, [str(one) for one in value])
    code, words = code_of(str(value)), words_beside(str(value))
    if words and code in telling.own:
        return telling.own[code].replace(ANSWER, statements_texts.unended(words))
    if str(value) in telling.says:
        return telling.says[str(value)]
    text = shown(question, answer.model_copy(update={"carried": False}))
    if not telling.sentence:
        return text
    if WHEN in telling.sentence:
        return telling.sentence.replace(WHEN, when(str(value)))
    return telling.sentence.replace(ANSWER, statements_texts.unended(_inside(telling, text)))


def _inside(telling: Telling, text: str) -> str:
    """Return what somebody wrote as it stands within a sentence: a role without its capital, a name with it."""
    begins = telling.sentence.startswith(ANSWER) or first_word(text) in first_words()
    return statements_texts.inside(text) if statements_texts.is_said(text, SHORT) and not begins else text


def _several(question: Question, telling: Telling, chosen: Sequence[str]) -> str:
    """Return several chosen options in one sentence; the one that says that there is none has a sentence of its own."""
    if len(chosen) == 1 and chosen[0] in telling.says:
        return telling.says[chosen[0]]
    labels = {option.id: option.label for option in question.options}
    words = [words_beside(one) or telling.words.get(one) or statements_texts.inside(labels.get(one, one))
             for one in chosen]
    pattern = telling.one if telling.one and len(words) == 1 else telling.sentence
    if not pattern:
        return statements_texts.start(documents_texts.listed(words))
    return pattern.replace(ANSWER, documents_texts.listed(words))
