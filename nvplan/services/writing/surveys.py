"""Carries out the command that takes a survey in: its scores become closed rounds, its texts contributions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import InputError
from nvplan.model.objects import ScoreRound
from nvplan.services.meetings.ballots import ABSTAINED, row_text
from nvplan.services.meetings.course import CONTRIBUTIONS, ITEMS, MEETINGS, ROUNDS
from nvplan.services.meetings.survey.before import (
    Beside,
    Earlier,
    earlier_in,
    groups_beside,
    round_beside,
    text_beside,
)
from nvplan.services.meetings.survey.taken import ScoresFound, TextsFound
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.commands_rounds import TakeInSurvey
from nvplan.services.writing.identities import new_identity
from nvplan.services.writing.meetings import add_in, items_in, stored
from nvplan.services.writing.objects import put_object
from nvplan.services.writing.rounds import number_of
from nvplan.store.repository import Transaction
from nvplan.texts import meetings as meetings_texts
from nvplan.texts import surveys as surveys_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: What the history calls it.
TAKEN_IN = "enkat"
#: The longest title of an item.
_TITLE = 200


def take_in_survey(session: PlanSession, command: TakeInSurvey) -> str:
    """Write what the answers come to, as one change, and return what came in; what is there already is left alone.

    Raises:
        UnknownNameError: there is no such meeting.
        InputError: something must be said of a scale first, or there is nothing to take in; nothing is stored.
    """
    survey = command.survey
    if survey.open_scales:
        raise InputError(surveys_texts.ASK_FIRST)
    if not survey.is_ready:
        raise InputError(surveys_texts.NOTHING_TO_TAKE_IN)
    with session.transaction(TAKEN_IN) as change:
        change.mark(subject=str(stored(change, MEETINGS, command.meeting)["title"])[:60])
        earlier = earlier_in(session.repository)
        scored = _rounds(session, change, command, earlier)
        texts = [beside for one in survey.texts for beside in _texts(session, change, command.meeting, one, earlier)]
    return surveys_texts.taken_in(survey.answers, scored.count("ny"), texts.count("ny"),
                                  near="nara" in (*scored, *texts))


def _rounds(session: PlanSession, change: Transaction, command: TakeInSurvey, earlier: Earlier) -> list[Beside]:
    """Write a closed round for each scale that is new, and return how each stands beside earlier ones."""
    beside = [round_beside(one, command.meeting, earlier) for one in command.survey.scores]
    new = [one for one, standing in zip(command.survey.scores, beside, strict=True) if standing == "ny"]
    if not new:
        return beside
    item, given = _item(session, change, command), list[str]()
    for found in new:
        given.append(new_identity(session, SetObject(ROUNDS, "", {}), given))
        one = _round(change, command, found, earlier, item, given[-1])
        change.put(ROUNDS, given[-1], one.model_dump(mode="json", exclude={"id"}, exclude_defaults=True))
    return beside


def _round(change: Transaction, command: TakeInSurvey, found: ScoresFound, earlier: Earlier, item: str,
           identity: str) -> ScoreRound:
    survey, row = command.survey, found.whole
    return ScoreRound.model_validate({
        "id": identity, "meeting": command.meeting, "item": item, "dimension": found.dimension, "source": "enkat",
        "number": number_of(change, command.meeting, found.dimension), "opened": change.when[:19],
        "closed": change.when[:19], "counts": row_text(row[:ABSTAINED]), "abstained": row[ABSTAINED],
        "voted": found.answered, "registered": survey.answers,
        "groups": [f"{kind}:{row_text(one)}" for kind, one in groups_beside(found, earlier).items()],
        "kinds": [f"{kind}:{count}" for kind, count in survey.registered.items()],
    })


def _item(session: PlanSession, change: Transaction, command: TakeInSurvey) -> str:
    """Return the item that the rounds stand under: the one named, else the first that scores, else a new one."""
    taken = items_in(change, command.meeting)
    if command.item:
        if stored(change, ITEMS, command.item)["meeting"] != command.meeting:
            raise InputError(meetings_texts.ITEM_OF_ANOTHER)
        return command.item
    scoring = next((str(one["id"]) for one in taken if one.get("form") == "bedom"), "")
    return scoring or add_in(session, change, command.meeting, {"title": surveys_texts.NEW_ITEM, "form": "bedom"}, ())


def _texts(session: PlanSession, change: Transaction, meeting: str, found: TextsFound,
           earlier: Earlier) -> list[Beside]:
    """Write what is written under a question and is not there yet, and return how each text stands."""
    item = _item_of(session, change, meeting, found)
    said = [one for one in change.list(CONTRIBUTIONS) if one.get("meeting") == meeting]
    beside = [text_beside(text, item, earlier) for text in found.texts]
    new = [text for text, standing in zip(found.texts, beside, strict=True) if standing == "ny"]
    order, given = max((one.get("order", 0) for one in said), default=0), list[str]()
    for text in new:
        order += 1
        fields = {"meeting": meeting, "item": item, "text": text, "order": order, "standing": "med"}
        given.append(new_identity(session, SetObject(CONTRIBUTIONS, "", fields), given))
        put_object(change, CONTRIBUTIONS, given[-1], fields)
    return beside


def _item_of(session: PlanSession, change: Transaction, meeting: str, found: TextsFound) -> str:
    """Return the item that asks it: by id, by a title as an earlier export gave it, else a new one."""
    taken = items_in(change, meeting)
    known = {str(one["id"]) for one in taken}
    title = found.title if len(found.title) <= _TITLE else found.title[:_TITLE - 1] + "…"
    if found.item in known:
        return found.item
    same = next((str(one["id"]) for one in taken if one["title"] == title), "")
    fields = {"title": title} | ({"prompt": found.title} if title != found.title else {})
    return same or add_in(session, change, meeting, fields, ())


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {TakeInSurvey: take_in_survey}
