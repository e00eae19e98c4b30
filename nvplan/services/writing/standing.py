"""How far the plan is decided: what a standing needs, and the frozen state that a decision leaves to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.dates import parse_day
from nvplan.model.errors import InputError
from nvplan.model.safetext import clean
from nvplan.services.reading.snapshots import snapshots
from nvplan.services.reading.state import PLAN
from nvplan.services.writing.commands_plans import SetStanding
from nvplan.services.writing.freezing import freeze_within
from nvplan.texts import changes as changes_texts
from nvplan.texts import common as common_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

LONGEST_BODY = 200
#: So much of the body's name goes into the name of the frozen state.
_NAMED = 60


def checked_standing(command: SetStanding) -> tuple[str, str]:
    """Return the day, as ISO, and the body that a standing is given with.

    Raises:
        InputError: the date cannot be read, or a decision lacks its day or its body.
    """
    date = parse_day(command.date) if command.date.strip() else ""
    body = " ".join(clean(command.body).split())
    if len(body) > LONGEST_BODY:
        raise InputError(changes_texts.STANDING_TOO_LONG.format(length=len(body), most=LONGEST_BODY))
    if command.standing == "beslutad":
        _check_decision(date, body)
    return date, body


def set_standing(session: PlanSession, command: SetStanding) -> str:
    """Say how far the plan is decided; a decision freezes the plan as it stands. Returns a sentence.

    Raises:
        InputError: the date cannot be read, or a decision lacks its day or its body; nothing is changed.
    """
    date, body = checked_standing(command)
    fields = {"standing": command.standing, "standing_date": date, "standing_body": body}
    with session.transaction("lage", command.standing) as change:
        before = change.get(PLAN, PLAN) or {}
        if all(before.get(name, "utkast" if name == "standing" else "") == value for name, value in fields.items()):
            return changes_texts.STANDING_SAME
        change.put(PLAN, PLAN, {**before, **fields})
        if command.standing == "beslutad":
            freeze_within(change, session.repository, _free_name(session, date, body))
    return changes_texts.STANDING_DECIDED if command.standing == "beslutad" else common_texts.STANDING_SAVED


def _check_decision(date: str, body: str) -> None:
    if not date:
        raise InputError(changes_texts.DECIDED_DAY_MISSING)
    if len(date) < len("2027-03-01"):
        raise InputError(changes_texts.DECIDED_DAY_WHOLE.format(date=date))
    if not body:
        raise InputError(changes_texts.DECIDED_BODY_MISSING)


def _free_name(session: PlanSession, date: str, body: str) -> str:
    taken = {one.name for one in snapshots(session)}
    number = 1
    while (name := changes_texts.decided_name(date, body[:_NAMED], number)) in taken:
        number += 1
    return name
