"""For whom a body reports: an RSS for its own kommuner, also where the county has several RSS.

Socialstyrelsen's structure of 2021 has each RSS report the kommuner's funds in its part of the county (003 lines
4093-4103). Which kommuner those are the county says itself; a kommun that no RSS has is told by all of them, so that
nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nvplan.model.county import Actor
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.services.reports.opening import Report


def bodies_of(state: PlanState, rss: Actor) -> frozenset[str]:
    """Return the ids of those that an RSS reports for: itself, its kommuner and the delregioner that have any.

    A delregion that reports as an RSS has its members alone.
    """
    others = {member for one in _every_rss(state) if one.id != rss.id for member in one.members}
    alone = rss.type == "delregion" and bool(rss.members)
    kommuner = {one.id for one in state.actors if one.acts_as("kommun") and one.type != "delregion"
                and (one.id in rss.members or not (alone or one.id in others))}
    parts = {one.id for one in state.actors
             if one.type == "delregion" and (not one.members or kommuner.intersection(one.members))}
    return frozenset({rss.id, *kommuner, *parts})


def answering(report: Report, asked: Iterable[str]) -> list[str]:
    """Return those of the actors asked whose answers a report tells: of an RSS its own, of others everyone's."""
    actor = report.actor
    if actor is None or actor.acts_as("region") or not actor.acts_as("rss"):
        return list(asked)
    own = bodies_of(report.state, actor)
    return [one for one in asked if one == WHOLE_COUNTY or one in own]


def without_rss(report: Report) -> Sequence[str]:
    """Return the names of the kommuner that no RSS has, for the report of one of several RSS."""
    every = _every_rss(report.state)
    if report.actor not in every or len(every) < 2:
        return ()
    placed = {member for one in every for member in one.members}
    return [one.name for one in report.state.actors if one.type == "kommun" and one.id not in placed]


def _every_rss(state: PlanState) -> list[Actor]:
    return [one for one in state.actors if one.type == "rss"]
