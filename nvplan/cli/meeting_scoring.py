"""What `nvplan mote` does about scoring: rounds are opened, voted in, closed and settled."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from nvplan.cli.output import read_input, say
from nvplan.texts import meeting_rounds as meeting_rounds_texts

if TYPE_CHECKING:
    from nvplan.model.objects import Meeting
    from nvplan.services.writing.session import PlanSession


def open_scoring(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    """Open a round under an item: `{"dimensions": […], "voters": {"kommun": 8}}`."""
    from nvplan.services.meetings.course import find_item
    from nvplan.services.meetings.scoring import FIRST_SET, chosen_dimensions
    from nvplan.services.writing.commands_rounds import OpenScoring

    fields = _read()
    given = fields.get("dimensions")
    chosen = given if isinstance(given, list) else [
        one.id for one in chosen_dimensions(session.state) if one.set == FIRST_SET]
    item = find_item(session.state, meeting, options.vad or "1")
    say(session.do(OpenScoring(meeting.id, item.id, [str(one) for one in chosen], _voters(fields.get("voters")))))


def _voters(given: object) -> dict[str, int]:
    from nvplan.model.errors import InputError

    if not isinstance(given, dict) or not all(type(count) is int for count in given.values()):
        raise InputError(meeting_rounds_texts.NO_VOTERS)
    return {str(kind): count for kind, count in given.items()}


def cast(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    """Count a ballot: `{"kind": "kommun", "scores": [3, 4, null]}`. What it said is not repeated."""
    from nvplan.model.errors import InputError
    from nvplan.services.writing.commands_rounds import CastBallot, CastDots

    fields = _read()
    scores = fields.get("scores")
    if set(fields) == {"kind", "dots"} and isinstance(fields["dots"], dict):
        say(session.do(CastDots(meeting.id, str(fields["kind"]), fields["dots"])))
        return
    if not isinstance(scores, list) or set(fields) != {"kind", "scores"}:
        raise InputError(meeting_rounds_texts.NOT_SCORES)
    say(session.do(CastBallot(meeting.id, str(fields["kind"]), tuple(scores))))


def close(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    """Close the open round, of scores or of dots."""
    from nvplan.services.meetings.scoring import standing_round
    from nvplan.services.writing.commands_rounds import CloseDots, CloseRound

    found = standing_round(session, meeting.id)
    say(session.do(CloseDots(meeting.id) if found is not None and found.dots else CloseRound(meeting.id)))


def open_dots(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    """Open a round of dots under an item: `{"dots": 3, "voters": {"kommun": 8}}`."""
    from nvplan.model.errors import InputError
    from nvplan.services.meetings.course import find_item
    from nvplan.services.writing.commands_rounds import OpenDots

    fields = _read()
    dots = fields.get("dots", 3)
    if type(dots) is not int:
        raise InputError(meeting_rounds_texts.NOT_SCORES)
    item = find_item(session.state, meeting, options.vad or "1")
    say(session.do(OpenDots(meeting.id, item.id, dots, _voters(fields.get("voters")))))


def cancel(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    """Throw the open round away."""
    from nvplan.services.writing.commands_rounds import CancelRound

    say(session.do(CancelRound(meeting.id)))


def settle(session: PlanSession, meeting: Meeting, options: argparse.Namespace) -> None:
    """Say what the room settles on about a round: `{"settled": "enig", "reason": "…", "dissent": "…"}`."""
    from nvplan.model.errors import InputError
    from nvplan.services.meetings.scoring import latest
    from nvplan.services.writing.commands_rounds import Settle

    found = {one.round.id: one for one in latest(session.state, meeting.id)}
    found |= {one.round.dimension: one for one in found.values()}
    if options.vad not in found:
        raise InputError(meeting_rounds_texts.ROUND_UNKNOWN.format(wanted=options.vad, known=", ".join(
            one.round.dimension for one in latest(session.state, meeting.id)) or meeting_rounds_texts.NO_ROUNDS))
    fields = _read()
    settled = fields.get("settled", "enig")
    if settled not in ("enig", "oenig", ""):
        raise InputError(meeting_rounds_texts.SETTLED_FAULT)
    say(session.do(Settle(found[options.vad].round.id, settled, str(fields.get("reason", "")),
                          str(fields.get("dissent", "")))))


def _read() -> dict[str, Any]:
    from nvplan.model.errors import InputError

    try:
        fields = json.loads(read_input())
    except (ValueError, RecursionError):
        raise InputError(meeting_rounds_texts.NOT_SCORES) from None
    if not isinstance(fields, dict):
        raise InputError(meeting_rounds_texts.NOT_SCORES)
    return fields
