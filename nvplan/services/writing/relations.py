"""What holds between shared objects, which no model sees alone: no loops, no milestone after its insats, and the like.

Held when an object is written. A milestone without an actor is its insats' actor's, and follows when that changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from nvplan.model.collation import fold
from nvplan.model.dates import first_day, format_date, last_day
from nvplan.model.errors import InputError
from nvplan.model.objects import (
    ACTOR_TYPE,
    MOST_LEVELS,
    CountyArea,
    Decision,
    Effort,
    Measurement,
    MeasureSource,
    Milestone,
)
from nvplan.services.meetings.course import CONTRIBUTIONS, ITEMS, MEETINGS, ROUNDS
from nvplan.services.reading.state import ACTORS
from nvplan.store.journal import SILENT, Body
from nvplan.store.repository import Transaction
from nvplan.texts import objects as objects_texts

#: The kinds of body that decide on a plan; any other does where it has a decision on the matter.
_DECIDING = frozenset({"region", "kommun", "delregion"})
_EFFORTS, _AREAS, _MILESTONES = (model.about.name for model in (Effort, CountyArea, Milestone))


def check_relations(change: Transaction, kind: str, identity: str, body: Body) -> None:
    """Make sure that an object fits those it hangs together with.

    Raises:
        InputError: it would lie under itself or too deep, a milestone would be after its insats, or a condition is on
            a body that does not decide.
    """
    if kind == _AREAS:
        _check_upward(change, kind, identity, body, objects_texts.AREA_LOOP)
        level = 1 + sum(1 for _ in _above(change, kind, body)) + _levels_below(change, identity)
        if level > MOST_LEVELS:
            raise InputError(objects_texts.AREA_LEVELS.format(title=body["title"], level=level, most=MOST_LEVELS))
    elif kind == _EFFORTS:
        _check_upward(change, kind, identity, body, objects_texts.EFFORT_LOOP)
        for milestone in _milestones(change, identity):
            _check_milestone(milestone, body)
    elif kind == ACTOR_TYPE:
        _check_members(change, body)
    elif kind == Decision.about.name:
        _check_condition(change, body)
    elif kind == _MILESTONES:
        _check_milestone(body, change.get(_EFFORTS, body["effort"]) or {})


def with_actor(change: Transaction, kind: str, body: Body) -> Body:
    """Return a milestone with its insats' actor where it has none of its own; anything else as it is."""
    if kind != _MILESTONES or body.get("actor"):
        return body
    actor = (change.get(_EFFORTS, body["effort"]) or {}).get("actor", "")
    return {**body, "actor": actor} if actor else body


def with_source(change: Transaction, kind: str, before: Body, body: Body) -> Body:
    """Return a measurement whose mätkälla and words for its source go together, whichever of them was given.

    Words that name a mätkälla point at it, and one without words of its own has the name of its mätkälla: what the
    tables of the plans show as the source is then there whichever way the measurement came. Other words stay as they
    are; where they take the place of a mätkälla's name they no longer point at it.
    """
    if kind != Measurement.about.name:
        return body
    sources = {str(one["id"]): str(one.get("title", "")) for one in change.list(MeasureSource.about.name)}
    words, origin = str(body.get("source", "")), str(body.get("origin", ""))
    called_so = bool(before.get("origin")) and before.get("source") == sources.get(str(before["origin"]))
    if words == before.get("source") and origin != before.get("origin") and called_so:
        words = ""
    if words and (not origin or (called_so and words != before.get("source"))):
        origin = next((one for one, title in sources.items() if fold(words.strip()) in (fold(one), fold(title))), "")
        words = sources.get(origin) or words
    words = words or sources.get(origin, "")
    kept = {name: value for name, value in body.items() if name not in ("source", "origin")}
    return {**kept, **({"source": words} if words else {}), **({"origin": origin} if origin else {})}


def follow_actor(change: Transaction, kind: str, identity: str, before: Body, body: Body) -> None:
    """Let the milestones of an insats follow it to another actor; those with an actor of their own stay there."""
    was, now = before.get("actor", ""), body.get("actor", "")
    if kind == _EFFORTS and was != now:
        for milestone in _milestones(change, identity):
            if milestone.get("actor", "") == was:
                kept = {name: value for name, value in milestone.items() if name not in ("id", "actor")}
                change.put(_MILESTONES, milestone["id"], {**kept, "actor": now} if now else kept)


def _milestones(change: Transaction, effort: str) -> list[Body]:
    return [one for one in change.list(_MILESTONES) if one.get("effort") == effort]


def _above(change: Transaction, kind: str, body: Body) -> Iterator[Body]:
    """Yield what an object lies under, the nearest first; a loop in the file ends where it closes."""
    seen: set[str] = set()
    parent = body.get("parent", "")
    while parent and parent not in seen:
        seen.add(parent)
        found = change.get(kind, parent)
        if found is None:
            return
        yield found
        parent = found.get("parent", "")


def _check_upward(change: Transaction, kind: str, identity: str, body: Body, sentence: str) -> None:
    for above in _above(change, kind, body):
        if above.get("parent") == identity:
            parent = change.get(kind, body["parent"]) or {}
            raise InputError(sentence.format(title=body["title"], parent=parent.get("title", body["parent"])))


def _levels_below(change: Transaction, identity: str) -> int:
    """Return how many levels lie under a målområde."""
    found, level, wanted = {identity}, 0, {identity}
    while wanted := {str(one["id"]) for one in change.list(_AREAS) if one.get("parent") in wanted} - found:
        found |= wanted
        level += 1
    return level


def _check_members(change: Transaction, body: Body) -> None:
    """Refuse a member of a delregion or an RSS that is no kommun."""
    for member in body.get("members", ()):
        known = change.get(ACTORS, member) or {}
        if known.get("type") != "kommun":
            raise InputError(objects_texts.SUBREGION_MEMBER.format(name=known.get("name", member)))


def _check_condition(change: Transaction, body: Body) -> None:
    """Refuse a condition on a body that does not decide: no region, kommun or joint body, or one that is not to."""
    for actor in body.get("condition_actors", ()):
        known = change.get(ACTORS, actor) or {}
        kinds = {known.get("type"), *known.get("answers_as", ()), *known.get("asked_as", ())}
        own = [one for one in change.list(Decision.about.name)
               if one.get("actor") == actor and one.get("subject") == body.get("subject")]
        if any(one.get("outcome") == "ej_beslut" for one in own) or not (own or kinds & _DECIDING):
            raise InputError(objects_texts.CONDITION_ON_BYSTANDER.format(name=known.get("name", actor)))


def _check_milestone(milestone: Body, effort: Body) -> None:
    date, end = milestone.get("date", ""), effort.get("end", "")
    if date and end and first_day(date) > last_day(end):
        raise InputError(objects_texts.MILESTONE_LATE.format(title=milestone["title"], date=format_date(date),
                                                             end=format_date(end)))


def remove_parts(change: Transaction, kind: str, identity: str) -> None:
    """Take away what is nothing without the object that is taken away: what a meeting treated and scored, a group."""
    if kind == CONTRIBUTIONS:
        for body in change.list(CONTRIBUTIONS):
            if body.get("group") == identity:
                left = {name: value for name, value in body.items() if name not in ("id", "group")}
                change.put(CONTRIBUTIONS, str(body["id"]), left)
    if kind != MEETINGS:
        return
    for table in (ITEMS, CONTRIBUTIONS, ROUNDS):
        for body in change.list(table):
            if body.get("meeting") == identity:
                change.delete(table, str(body["id"]))
    for table in SILENT:
        change.delete(table, identity)
