"""What `nvplan mote` does about a survey: writes its questions, and takes the answers in."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nvplan.cli.output import say, say_json, say_table
from nvplan.texts import surveys as surveys_texts

if TYPE_CHECKING:
    from nvplan.model.objects import Meeting
    from nvplan.services.meetings.survey.taken import Choices
    from nvplan.services.writing.session import PlanSession


def register(command: argparse.ArgumentParser) -> None:
    """Add the options of a survey to the command."""
    command.add_argument("--forhandsvisa", action="store_true", help=surveys_texts.OPTION_PREVIEW)
    command.add_argument("--kolumn", metavar="KOLUMN=VAD", action="append", default=[],
                         help=surveys_texts.OPTION_COLUMN)
    command.add_argument("--noll", metavar="SIFFRA", help=surveys_texts.OPTION_ZERO)
    command.add_argument("--poang", metavar="SVAR=POÄNG", action="append", default=[], help=surveys_texts.OPTION_SCORE)
    command.add_argument("--alla-svar", action="store_true", help=surveys_texts.OPTION_DOUBLES)


def survey(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> int:
    """Print the questions to paste; with a file show what its answers come to, or take them in.

    Return 1 where something must be said first, or nothing can be taken in.
    """
    if not options.vad:
        _print_questions(session, meeting, options)
        return 0
    return _take_in(session, meeting, options)


def _print_questions(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    from nvplan.services.meetings.survey.asking import survey_json, survey_lines

    if options.json:
        say_json(survey_json(session, meeting))
        return
    for line in survey_lines(session, meeting):
        say(line)


def _take_in(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> int:
    from nvplan.files.read.survey_file import read_survey
    from nvplan.model.given_paths import given_path
    from nvplan.services.meetings.course import find_item
    from nvplan.services.meetings.survey.taken import look
    from nvplan.services.meetings.survey.telling import column_rows, survey_result, survey_told
    from nvplan.services.writing.commands_rounds import TakeInSurvey

    item = find_item(session.state, meeting, options.vart).id if options.vart else ""
    found = look(session, meeting, read_survey(given_path(options.vad)), _choices(options))
    takes_in = found.is_ready and not options.forhandsvisa
    told = survey_told(session, meeting, found)
    shown = survey_result(session, meeting, found) if options.json else {}
    done = session.do(TakeInSurvey(meeting.id, found, item)) if takes_in else ""
    if options.json:
        say_json({**shown, "taken_in": takes_in})
    else:
        if not takes_in:
            say_table(surveys_texts.COLUMNS, column_rows(found), widest=50)
        for sentence in told:
            say(sentence)
        say(done or (surveys_texts.PREVIEW if found.is_ready else surveys_texts.ASK_FIRST if found.open_scales
                     else surveys_texts.NOTHING_TO_TAKE_IN))
    return 0 if found.is_ready else 1


def _choices(options: argparse.Namespace) -> Choices:
    from nvplan.model.errors import InputError
    from nvplan.services.meetings.survey.taken import Choices

    zero = (options.noll or "").strip()
    if zero and not (zero.isascii() and zero.isdecimal() and len(zero) < 4):
        raise InputError(surveys_texts.ZERO_MISUSED.format(typed=zero))
    columns = dict(_pairs(options.kolumn, surveys_texts.COLUMN_MISUSED))
    scores = {label: _score(given) for label, given in _pairs(options.poang, surveys_texts.SCORE_MISUSED)}
    return Choices(columns, int(zero) if zero else None, scores, keep_doubles=bool(options.alla_svar))


def _pairs(given: Sequence[str], otherwise: str) -> list[tuple[str, str]]:
    from nvplan.model.errors import InputError

    pairs = [(before.strip(), after.strip()) for before, _, after in (one.rpartition("=") for one in given)]
    if any(not (before and after) for before, after in pairs):
        raise InputError(otherwise)
    return pairs


def _score(given: str) -> int | None:
    from nvplan.model.collation import fold
    from nvplan.model.errors import InputError
    from nvplan.services.meetings.agreement import SCORES

    if fold(given) == surveys_texts.ABSTAIN_WORD:
        return None
    if given.isascii() and given.isdecimal() and len(given) == 1 and int(given) in SCORES:
        return int(given)
    raise InputError(surveys_texts.SCORE_MISUSED)
