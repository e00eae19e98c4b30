"""The county's own structure: målområden in order and levels, what hangs under them, and the areas they stand for.

Two copies of a plan that are put together can hold a loop, though no one can write one: everything here ends anyway,
and shows a målområde whose way up never ends among the topmost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nvplan.model.collation import sort_key
from nvplan.model.dates import date_order
from nvplan.model.objects import CountyArea, Effort, Milestone
from nvplan.model.plan import PlanState

AREAS, MILESTONES = CountyArea.about.name, Milestone.about.name
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class PlacedArea:
    """A målområde with its level, 1 for the topmost."""

    area: CountyArea
    level: int


def county_areas(state: PlanState) -> Mapping[str, CountyArea]:
    """Return the county's målområden by id."""
    return {identity: one for identity, one in state.objects.get(AREAS, {}).items() if isinstance(one, CountyArea)}


def in_structure(state: PlanState) -> list[PlacedArea]:
    """Return the målområden as the county's plan has them: each followed by those under it."""
    known = county_areas(state)
    below: dict[str, list[CountyArea]] = {}
    for one in known.values():
        below.setdefault(one.parent if one.parent in known and not _is_looped(one, known) else "", []).append(one)
    return list(_walk("", below, 1))


def _walk(parent: str, below: Mapping[str, list[CountyArea]], level: int) -> Iterator[PlacedArea]:
    for one in sorted(below.get(parent, ()), key=_order):
        yield PlacedArea(one, level)
        yield from _walk(one.id, below, level + 1)


def _order(one: CountyArea) -> tuple[Any, ...]:
    """Order by the county's own place, then by number as numbers (2.9 before 2.10), then by title."""
    number = tuple((int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(one.number) if part)
    return one.order is None, one.order or 0, not number, number, sort_key(one.title)


def _is_looped(one: CountyArea, known: Mapping[str, CountyArea]) -> bool:
    return one.id in {above.id for above in _upward(known.get(one.parent), known)}


def _upward(one: CountyArea | None, known: Mapping[str, CountyArea]) -> list[CountyArea]:
    found: list[CountyArea] = []
    while one is not None and one not in found:
        found.append(one)
        one = known.get(one.parent)
    return found


def upward(state: PlanState, identity: str) -> list[CountyArea]:
    """Return a målområde and those it lies under, the nearest first."""
    known = county_areas(state)
    return _upward(known.get(identity), known)


def numbered(one: CountyArea) -> str:
    """Return what a målområde is called in a plan: its number and title."""
    return f"{one.number} {one.title}".strip()


def beginning_under(state: PlanState, kind: str, identity: str) -> Mapping[str, Any]:
    """Return what a new målområde or insats under another begins with: its place, and what it shares with those there.

    A målområde is called what the others under the same one are called; an insats has the plans and the målområden of
    the insats that it is a part of.
    """
    above = state.objects.get(kind, {}).get(identity)
    if isinstance(above, Effort):
        return {"parent": identity, "plans": list(above.plans), "structure": list(above.structure)}
    beside = (one.term for one in county_areas(state).values() if one.parent == identity and one.term)
    term = next(beside, "")
    return {"parent": identity, **({"term": term} if term else {})}


def national_area(state: PlanState, effort: Effort) -> str:
    """Return the national area that an insats is reported under: its own, else that of the målområde it hangs under.

    The first of several; empty where neither says one.
    """
    if effort.area:
        return effort.area
    known = county_areas(state)
    for identity in effort.structure:
        for above in _upward(known.get(identity), known):
            if above.areas:
                return above.areas[0]
    return ""


def with_national_areas(state: PlanState, efforts: Iterable[Effort]) -> list[Effort]:
    """Return insatser as reports count them: one without an area of its own has that of its målområde."""
    return [one if one.area or not (area := national_area(state, one)) else one.model_copy(update={"area": area})
            for one in efforts]


def milestones_of(state: PlanState, effort: str) -> list[Milestone]:
    """Return the milestones of an insats in the order of their last days."""
    found = [one for one in state.objects.get(MILESTONES, {}).values()
             if isinstance(one, Milestone) and one.effort == effort]
    return sorted(found, key=lambda one: (date_order(one.date), one.title))
