"""A survey before it is taken in, in sentences and as JSON: what each column is, what comes in, and what does not."""

from __future__ import annotations

from typing import Any

from nvplan.model.collation import fold
from nvplan.model.objects import Meeting
from nvplan.services.meetings.course import items
from nvplan.services.meetings.survey.before import Beside, Earlier, earlier_in, round_beside, text_beside
from nvplan.services.meetings.survey.columns import DROPPED
from nvplan.services.meetings.survey.taken import Survey, TextsFound
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import surveys as surveys_texts


def column_rows(survey: Survey) -> list[tuple[str, str, str]]:
    """Return the number, the heading and what it is read as, of each column."""
    return [(str(one.place + 1), one.heading, surveys_texts.USES[one.use]) for one in survey.columns]


def survey_told(session: OpenPlan, meeting: Meeting, survey: Survey, *, by_command: bool = True) -> list[str]:
    """Return the survey in sentences: who answered, what is dropped, what is asked, what comes in and what does not."""
    lines = [surveys_texts.ANSWERS_FROM.format(name=survey.name, answers=surveys_texts.counted(survey.answers),
                                               doubles=surveys_texts.doubles(survey.doubles))]
    dropped = [surveys_texts.DROPPED_NAMES[use] for use in DROPPED if any(one.use == use for one in survey.columns)]
    lines += asked(survey, by_command=by_command)
    if dropped:
        lines.append(surveys_texts.DROPPED_TOLD.format(what=", ".join(dropped)))
    left: list[str] = []
    earlier = earlier_in(session.repository)
    for scale in survey.scores:
        beside = round_beside(scale, meeting.id, earlier)
        if beside == "ny":
            lines.append(surveys_texts.SCORES_TOLD.format(title=scale.title, count=scale.answered))
        else:
            left.append(surveys_texts.BESIDE[beside].format(title=scale.title))
    if survey.scores and survey.registered:
        lines.append(surveys_texts.GROUPS_HIDDEN)
    for found in survey.texts:
        new, faults = _texts(session, meeting, found, earlier)
        left += faults
        if new:
            known = _item(session, meeting, found)
            lines.append(surveys_texts.TEXTS_TOLD.format(title=found.title, count=surveys_texts.texts_counted(new))
                         + (surveys_texts.NEW_PLACE if not known else ""))
    if survey.texts:
        lines.append(surveys_texts.TEXTS_NOTE)
    return [*lines, *survey.left_out, *left]


def asked(survey: Survey, *, by_command: bool = True) -> list[str]:
    """Return what must be said of the scales before the survey can be taken in, and how it is said."""
    lines, how = [], {}
    place = 0 if by_command else 1
    for column in survey.open_scales:
        scale = survey.scales[column.place]
        if scale.fault:
            lines.append(surveys_texts.FAULT.format(heading=column.heading, fault=scale.fault))
            how["fault"] = surveys_texts.SAY_FAULT[place].format(number=column.place + 1)
        elif scale.asked:
            lines.append(surveys_texts.ASK_LABELS.format(
                heading=column.heading, labels=", ".join(f"”{one}”" for one in scale.asked)))
            how["labels"] = surveys_texts.SAY_LABELS[place].format(label=scale.asked[0])
        else:
            low, high = scale.range
            lines.append(surveys_texts.ASK_ZERO.format(heading=column.heading, low=low, high=high))
            how["zero"] = surveys_texts.SAY_ZERO[place]
    return [*lines, *how.values()]


def survey_result(session: OpenPlan, meeting: Meeting, survey: Survey) -> dict[str, Any]:
    """Return the survey as JSON; nothing of who answered is in it."""
    earlier = earlier_in(session.repository)
    return {
        "file": survey.name, "answers": survey.answers, "doubles": survey.doubles, "from": dict(survey.registered),
        "columns": [{"number": one.place + 1, "heading": one.heading, "use": one.use, "target": one.target or None}
                    for one in survey.columns],
        "scores": [{"dimension": one.dimension, "title": one.title, "answered": one.answered,
                    "counts": one.whole[:-1], "abstained": one.whole[-1],
                    "beside": round_beside(one, meeting.id, earlier)} for one in survey.scores],
        "texts": [{"title": one.title, "item": one.item or None, "texts": list(one.texts)} for one in survey.texts],
        "left_out": list(survey.left_out), "asks": asked(survey), "ready": survey.is_ready,
    }


def _item(session: OpenPlan, meeting: Meeting, found: TextsFound) -> str:
    """Return the item of the meeting that the texts come under; empty where a new one is made."""
    for one in items(session.state, meeting.id):
        if one.id == found.item or fold(one.title) == fold(found.title):
            return one.id
    return ""


def _texts(session: OpenPlan, meeting: Meeting, found: TextsFound, earlier: Earlier) -> tuple[int, list[str]]:
    """Return how many texts are new under their item, and what is left out because something like it is there."""
    item = _item(session, meeting, found)
    beside: list[Beside] = [text_beside(one, item, earlier) if item else "ny" for one in found.texts]
    return beside.count("ny"), [surveys_texts.BESIDE["nara"].format(title=found.title)] if "nara" in beside else []
