"""The questions of a survey, made from a meeting, to paste into a form service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from nvplan.catalog.questions import all_questions
from nvplan.model.kinds import kind_of
from nvplan.model.meeting import Dimension
from nvplan.model.objects import Meeting, MeetingItem
from nvplan.services.meetings.agreement import SCORES
from nvplan.services.meetings.ballots import KINDS
from nvplan.services.meetings.course import items
from nvplan.services.meetings.scoring import FIRST_SET, chosen_dimensions, rounds
from nvplan.services.meetings.standing import prompt_of
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import surveys as surveys_texts

#: The heading that tells from where an answer comes.
KIND_QUESTION = surveys_texts.KIND_QUESTION
Form = Literal["val", "skala", "text"]


@dataclass(frozen=True)
class SurveyQuestion:
    """A question to paste: its heading, how it is answered, and what there is to choose among."""

    title: str
    form: Form
    options: tuple[str, ...] = ()
    help: str = ""


def survey_questions(session: OpenPlan, meeting: Meeting) -> list[SurveyQuestion]:
    """Return the questions that a meeting's items make: a scale for what is scored, else a text or a choice."""
    taken = items(session.state, meeting.id)
    found = [SurveyQuestion(KIND_QUESTION, "val", tuple(meeting_rounds_texts.KIND_LABELS[kind] for kind in KINDS))]
    for item in taken:
        if item.form == "bedom":
            found += [_scale(one) for one in _scored(session, meeting, item)]
        else:
            found.append(_of_item(session, item))
    unique = {one.title: one for one in reversed(found)}
    return list(reversed(unique.values()))


def _scored(session: OpenPlan, meeting: Meeting, item: MeetingItem) -> list[Dimension]:
    """Return what is scored under an item: what was scored there before, else what a first round proposes."""
    before = {one.dimension for one in rounds(session.state, meeting.id, item.id)}
    return [one for one in chosen_dimensions(session.state)
            if (one.id in before if before else one.set == FIRST_SET)]


def _scale(dimension: Dimension) -> SurveyQuestion:
    words = {0: dimension.low, max(SCORES): dimension.high}
    options = [surveys_texts.SCORE_OPTION.format(score=score, text=words[score]) if score in words else str(score)
               for score in SCORES]
    return SurveyQuestion(dimension.title, "skala", (*options, surveys_texts.ABSTAIN_OPTION))


def _of_item(session: OpenPlan, item: MeetingItem) -> SurveyQuestion:
    question = all_questions().get(item.question)
    told = prompt_of(session, item)
    if question is not None and kind_of(question).is_one_choice:
        return SurveyQuestion(item.title, "val", tuple(one.label for one in kind_of(question).choices(question)), told)
    return SurveyQuestion(item.title, "text", (), told)


def survey_lines(session: OpenPlan, meeting: Meeting) -> Iterator[str]:
    """Yield the survey as text: what to say first, then the questions with their options, a line each."""
    yield surveys_texts.SURVEY_TITLE.format(title=meeting.title)
    yield ""
    yield from surveys_texts.SURVEY_ABOUT
    yield ""
    for number, one in enumerate(survey_questions(session, meeting), 1):
        yield surveys_texts.QUESTION.format(number=number, title=one.title, form=surveys_texts.FORMS[one.form])
        if one.help:
            yield surveys_texts.OPTION.format(text=one.help)
        yield from (surveys_texts.OPTION.format(text=option) for option in one.options)
        yield ""


def survey_json(session: OpenPlan, meeting: Meeting) -> list[dict[str, Any]]:
    """Return the questions as `nvplan mote … enkat --json` prints them."""
    return [{"title": one.title, "form": one.form, "options": list(one.options), "help": one.help}
            for one in survey_questions(session, meeting)]
