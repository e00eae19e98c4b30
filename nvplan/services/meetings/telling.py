"""A meeting as `nvplan mote … --json` prints it, and as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nvplan.model.objects import Contribution, Meeting, MeetingItem, ScoreRound
from nvplan.services.meetings.ballots import row_of
from nvplan.services.meetings.course import (
    contributions,
    hidden,
    items,
    lines,
    meetings,
    parked,
    previous,
    promised,
    unsettled,
)
from nvplan.services.meetings.promises import promises
from nvplan.services.meetings.scoring import latest, rounds, scored, standing_round, told
from nvplan.services.meetings.standing import prompt_of, told_so_far
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import meeting_rounds as meeting_rounds_texts
from nvplan.texts import meetings as meetings_texts
from nvplan.texts import options as options_texts

_OUTCOMES = options_texts.OPTIONS["punktutfall"]


def meeting_json(session: OpenPlan, meeting: Meeting) -> dict[str, Any]:
    """Return everything of a meeting. What is written in silence and not shown yet is a number only."""
    state = session.state
    efforts, obstacles = promised(state, meeting.id)
    before = previous(state, meeting)
    return {
        "id": meeting.id, "title": meeting.title, "kind": meeting.kind, "date": meeting.date or None,
        "purpose": meeting.purpose, "participants": list(meeting.participants), "actors": list(meeting.actors),
        "items": [_item_json(session, place, one) for place, one in enumerate(items(state, meeting.id), 1)],
        "rounds": [_round_json(one) for one in rounds(state, meeting.id)], "open_round": _open_json(session, meeting),
        "parked": [_contribution_json(one) for one in parked(state, meeting.id)],
        "next_steps": {"efforts": [one.id for one in efforts], "obstacles": [one.id for one in obstacles],
                       "promises": _promises_json(session, meeting)},
        "last_time": None if before is None else {
            "meeting": before.id, "efforts": [one.id for one in promised(state, before.id)[0]],
            "obstacles": [one.id for one in promised(state, before.id)[1]],
            "unsettled": [one.id for one in unsettled(state, before.id)],
            "promises": _promises_json(session, before)},
    }


def _promises_json(session: OpenPlan, meeting: Meeting) -> list[dict[str, Any]]:
    return [{"kind": one.kind, "id": one.held_by.id, "text": one.what, "role": one.role or None, "by": one.by or None}
            for one in promises(session.state, meeting)]


def _item_json(session: OpenPlan, place: int, item: MeetingItem) -> dict[str, Any]:
    state = session.state
    shown = [line.one for line in lines(state, item)]
    return {
        "number": place, "id": item.id, "title": item.title, "form": item.form, "minutes": item.minutes,
        "prompt": prompt_of(session, item), "so_far": told_so_far(session, item), "question": item.question or None,
        "actor": item.actor or None, "obstacle": item.obstacle or None, "goal": item.goal or None,
        "effort": item.effort or None, "outcome": item.outcome, "agreed": item.agreed, "dissent": item.dissent,
        "role": item.role or None, "due": item.due or None,
        "decided": item.decided or None, "contributions": [_contribution_json(one) for one in shown],
        "hidden": hidden(state, item),
    }


def _contribution_json(one: Contribution) -> dict[str, Any]:
    return {"id": one.id, "text": one.text, "group": one.group or None, "item": one.item or None,
            "effort": one.effort or None, "obstacle": one.obstacle or None, "dots": one.dots}


def _round_json(one: ScoreRound) -> dict[str, Any]:
    said = scored(one)
    found = said.found
    return {
        "id": one.id, "item": one.item or None, "dimension": one.dimension, "number": one.number,
        "source": one.source, "opened": one.opened, "closed": one.closed, "counts": list(said.counts),
        "abstained": one.abstained,
        "voted": one.voted, "registered": one.registered, "median": float(found.median) if found else None,
        "inside": found.inside if found else 0, "verdict": said.verdict,
        "groups": {kind: row_of(counts) for kind, _, counts in (row.partition(":") for row in one.groups)},
        "settled": one.settled, "reason": one.reason, "dissent": one.dissent,
    }


def _open_json(session: OpenPlan, meeting: Meeting) -> dict[str, Any] | None:
    """Return of an open round what is scored and how many have voted, and nothing else."""
    found = standing_round(session, meeting.id)
    if found is None:
        return None
    return {"item": found.item, "dimensions": list(found.dimensions), "voted": found.voted, "voters": found.voters,
            "dots": found.dots or None}


def list_json(session: OpenPlan) -> list[dict[str, Any]]:
    """Return every meeting with how far it is."""
    found = []
    for meeting in meetings(session.state):
        taken = items(session.state, meeting.id)
        found.append({
            "id": meeting.id, "title": meeting.title, "date": meeting.date or None, "items": len(taken),
            "agreed": sum(one.outcome == "enig" for one in taken),
            "open": sum(one.outcome != "enig" for one in taken),
            "contributions": sum(one.standing != "dolt" for one in contributions(session.state, meeting.id)),
        })
    return found


def meeting_lines(session: OpenPlan, meeting: Meeting) -> Iterator[str]:
    """Yield a meeting line by line, as it is read in a terminal."""
    state = session.state
    for place, one in enumerate(items(state, meeting.id), 1):
        minutes = meetings_texts.MINUTES.format(minutes=one.minutes) if one.minutes else ""
        yield meetings_texts.ITEM_LINE.format(number=place, title=one.title, minutes=minutes)
        if one.outcome != "oppen":
            yield meetings_texts.OUTCOME_LINE.format(outcome=_OUTCOMES[one.outcome], agreed=one.agreed).rstrip(": ")
        for line in lines(state, one):
            yield meetings_texts.CONTRIBUTION_LINE.format(mark="  –" if line.grouped else "–", text=line.one.text,
                                                          id=line.one.id)
        if waiting := hidden(state, one):
            yield meetings_texts.HIDDEN_LINE.format(count=waiting)
    standing = standing_round(session, meeting.id)
    if standing is not None:
        yield meeting_rounds_texts.OPEN_LINE.format(told=meeting_rounds_texts.voted(standing.voted, standing.voters))
    for round_ in latest(state, meeting.id):
        yield meeting_rounds_texts.LATEST_LINE.format(title=round_.title, verdict=meeting_rounds_texts.VERDICTS[
            round_.verdict], told=meeting_rounds_texts.listed(list(told(round_))))
    left = parked(state, meeting.id)
    if left:
        yield meetings_texts.PARKED_HEADING
    for said in left:
        yield meetings_texts.CONTRIBUTION_LINE.format(mark="–", text=said.text, id=said.id)
