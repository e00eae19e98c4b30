"""A meeting as it stands: its items in order, the contributions under each, the parking lot, and what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from nvplan.model.collation import fold
from nvplan.model.dates import date_order
from nvplan.model.errors import UnknownNameError
from nvplan.model.objects import Contribution, Effort, Meeting, MeetingItem, Obstacle, ScoreRound
from nvplan.model.plan import PlanState
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.store.journal import CLOCKS, DRAFTS
from nvplan.texts import meetings as meetings_texts

MEETINGS, ITEMS, CONTRIBUTIONS, ROUNDS = (
    one.about.name for one in (Meeting, MeetingItem, Contribution, ScoreRound))


@dataclass(frozen=True)
class KeptClock:
    """Where a meeting's clock was left: on which item, set to how many minutes, with how many seconds used."""

    item: str
    minutes: int
    used: int


@dataclass(frozen=True)
class Line:
    """A contribution as it stands in the list; `grouped` when it hangs under the one that heads its group."""

    one: Contribution
    grouped: bool


def meetings(state: PlanState) -> list[Meeting]:
    """Return the meetings in order of day; those without a day last."""
    found = [cast(Meeting, one) for one in state.objects.get(MEETINGS, {}).values()]
    return sorted(found, key=lambda one: (not one.date, date_order(one.date), one.id))


def find_meeting(state: PlanState, wanted: str) -> Meeting:
    """Return the meeting with this id or title.

    Raises:
        UnknownNameError: there is none; the sentence names those there are.
    """
    known = meetings(state)
    folded = fold(wanted.strip())
    found = next((one for one in known if folded in (fold(one.id), fold(one.title))), None)
    if found is None:
        told = ", ".join(one.id for one in known)
        raise UnknownNameError((meetings_texts.MEETING_UNKNOWN if known else meetings_texts.MEETING_NONE).format(
            wanted=wanted.strip(), known=told))
    return found


def items(state: PlanState, meeting: str) -> list[MeetingItem]:
    """Return a meeting's items in order."""
    found = (cast(MeetingItem, one) for one in state.objects.get(ITEMS, {}).values())
    return sorted((one for one in found if one.meeting == meeting), key=lambda one: (one.order, one.id))


def find_item(state: PlanState, meeting: Meeting, wanted: str) -> MeetingItem:
    """Return the item with this id, or this place among the meeting's items, from 1.

    Raises:
        UnknownNameError: there is none; the sentence says how many there are.
    """
    known = items(state, meeting.id)
    for place, one in enumerate(known, 1):
        if wanted.strip().lower() in (one.id, str(place)):
            return one
    raise UnknownNameError(meetings_texts.item_unknown(wanted.strip(), len(known)))


def contributions(state: PlanState, meeting: str, item: str | None = None) -> list[Contribution]:
    """Return the contributions of a meeting, of one of its items or of any, in order; also what is parked or hidden."""
    found = (cast(Contribution, one) for one in state.objects.get(CONTRIBUTIONS, {}).values())
    chosen = (one for one in found if meeting in ("", one.meeting) and (item is None or one.item == item))
    return sorted(chosen, key=lambda one: (one.order, one.id))


def lines(state: PlanState, item: MeetingItem) -> list[Line]:
    """Return what is in the talk under an item, each group under the contribution that heads it."""
    shown = [one for one in contributions(state, item.meeting, item.id) if one.standing == "med"]
    known = {one.id for one in shown}
    heads = [one for one in shown if one.group not in known]
    return [line for head in heads for line in (
        Line(head, False), *(Line(one, True) for one in shown if one.group == head.id))]


def heads(state: PlanState, item: str) -> list[Contribution]:
    """Return what heads the groups in the talk under an item, in order."""
    found = state.objects.get(ITEMS, {}).get(item)
    return [one.one for one in lines(state, found) if not one.grouped] if isinstance(found, MeetingItem) else []


def dotted(state: PlanState, item: str) -> list[tuple[int, Contribution]]:
    """Return what was given dots under an item, each with its place, most dots first; those with as many share it."""
    known = [one for one in contributions(state, "", item) if one.dots is not None]
    ordered = sorted(known, key=lambda one: (-(one.dots or 0), one.order, one.id))
    return [(1 + sum((other.dots or 0) > (one.dots or 0) for other in ordered), one) for one in ordered]


def hidden(state: PlanState, item: MeetingItem) -> int:
    """Return how many contributions under an item are written in silence and not shown yet."""
    return sum(one.standing == "dolt" for one in contributions(state, item.meeting, item.id))


def parked(state: PlanState, meeting: str) -> list[Contribution]:
    """Return a meeting's parking lot: what was parked, and what was said under an item that is gone."""
    known = {one.id for one in items(state, meeting)}
    return [one for one in contributions(state, meeting)
            if one.standing == "parkerat" or (one.standing == "med" and one.item not in known)]


def find_contribution(state: PlanState, meeting: Meeting, wanted: str) -> Contribution:
    """Return the contribution with this id.

    Raises:
        UnknownNameError: the meeting has none with that id.
    """
    found = next((one for one in contributions(state, meeting.id) if one.id == wanted.strip().lower()), None)
    if found is None:
        raise UnknownNameError(meetings_texts.CONTRIBUTION_UNKNOWN.format(wanted=wanted.strip()))
    return found


def previous(state: PlanState, meeting: Meeting) -> Meeting | None:
    """Return the meeting before this one; None where there is none or this one has no day."""
    before = [one for one in meetings(state) if one.date and meeting.date and one.id != meeting.id
              and (date_order(one.date), one.id) < (date_order(meeting.date), meeting.id)]
    return before[-1] if before else None


def promised(state: PlanState, meeting: str) -> tuple[list[Effort], list[Obstacle]]:
    """Return the insatser and the hinder that a meeting's contributions became, in order."""
    said = contributions(state, meeting)
    efforts = [state.objects.get("insats", {}).get(one.effort) for one in said]
    obstacles = [state.objects.get("hinder", {}).get(one.obstacle) for one in said]
    return ([one for one in efforts if isinstance(one, Effort)],
            [one for one in obstacles if isinstance(one, Obstacle)])


def unsettled(state: PlanState, meeting: str) -> list[MeetingItem]:
    """Return the items that were not agreed on: they stay open and are seen until they are."""
    return [one for one in items(state, meeting) if one.outcome in ("oenig", "sparad")]


def agreements_on(state: PlanState, question: str, actor: str) -> Iterator[MeetingItem]:
    """Yield the items, of any meeting, in which a text was agreed on for a question; `actor` empty for the county."""
    for one in state.objects.get(ITEMS, {}).values():
        item = cast(MeetingItem, one)
        if item.outcome == "enig" and (item.question, item.actor) == (question, actor):
            yield item


def agreed_on(state: PlanState, question: str, actor: str = "") -> tuple[Meeting, MeetingItem] | None:
    """Return the latest meeting in which a question's text was agreed on, and the item; None where it was in none."""
    found = sorted(agreements_on(state, question, actor), key=lambda one: (one.decided, one.id))
    known = state.objects.get(MEETINGS, {})
    for item in reversed(found):
        meeting = known.get(item.meeting)
        if isinstance(meeting, Meeting):
            return meeting, item
    return None


def minutes_left(chosen: Sequence[MeetingItem]) -> int:
    """Return how many minutes are proposed for the items together."""
    return sum(one.minutes or 0 for one in chosen)


def kept_draft(session: OpenPlan, meeting: str, about: str) -> Mapping[str, str]:
    """Return what was typed about something in a meeting and never decided, by field; nothing where nothing is."""
    found = (session.repository.get(DRAFTS, meeting) or {}).get(about)
    return {str(name): text for name, text in found.items() if isinstance(text, str)} if isinstance(found, dict) else {}


def kept_clock(session: OpenPlan, meeting: str, item: str = "") -> KeptClock | None:
    """Return where the meeting's clock was left, or an item's own where one is named.

    None where it was never set, or the file holds something else.
    """
    body = session.repository.get(CLOCKS, meeting) or {}
    if item and body.get("item") != item:
        earlier = body.get("earlier")
        found = earlier.get(item) if isinstance(earlier, dict) else None
        return _clock({**found, "item": item}) if isinstance(found, dict) else None
    return _clock(body)


def _clock(body: Mapping[str, Any]) -> KeptClock | None:
    item, minutes, used = body.get("item"), body.get("minutes"), body.get("used")
    if not (isinstance(item, str) and type(minutes) is int and type(used) is int and minutes > 0 and used >= 0):
        return None
    return KeptClock(item, minutes, used)
