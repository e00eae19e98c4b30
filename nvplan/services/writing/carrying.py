"""Next year's plan from this year's: answers and shared objects come along, marked until someone confirms them."""

from __future__ import annotations

from dataclasses import dataclass

from nvplan.catalog.counties import find_county, first_actors
from nvplan.clock import Clock, system_clock
from nvplan.model.errors import InputError
from nvplan.model.objects import ABOUT, TYPES
from nvplan.model.plan import PlanInfo
from nvplan.model.plan_years import PlanYears
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.state import ACTORS, ANSWERS, PLAN
from nvplan.services.writing.creating import new_info
from nvplan.services.writing.session import PlanSession, current_role
from nvplan.store.journal import ARCHIVE, Body
from nvplan.store.opening import Address, create_plan_at, known_as
from nvplan.store.repository import Repository
from nvplan.texts import changes as changes_texts


@dataclass(frozen=True)
class Carried:
    """A plan begun from another: the open plan, the other plan's years in words, and how much came along."""

    session: PlanSession
    year: str
    answers: int
    objects: int


def carry_over(source: Address | OpenPlan, address: Address, year: int | PlanYears | None = None, *, county: str = "",
               requirement_set: str = "", role: str = "", clock: Clock = system_clock) -> Carried:
    """Make a new plan from another year's and open it; the plan it is made from is not touched.

    Answers come along with the mark `carried`, and so do the actors and the shared objects that outlive the year.
    Contact persons, frozen states, reports that are handed in and the change log stay where they are.

    Args:
        source: the plan to begin from, or where it is.
        address: the new plan; one that exists is never overwritten.
        year: the new plan's year or years, the year after the old plan's last where nothing is given.
        county: the county's code or name; may be left out, and must be the old plan's.
        requirement_set: the new plan's set, the latest verified one where nothing is given.
        role: the role that makes the plan.
        clock: what the time is.

    Raises:
        InputError: the year, the county or the set will not do.
        PlanFileError: the old file cannot be read, or the new one cannot be written.
    """
    if not isinstance(source, OpenPlan):
        with PlanSession.open(source) as opened:
            return carry_over(opened, address, year, county=county, requirement_set=requirement_set, role=role,
                              clock=clock)
    before = source.state.info
    if county.strip() and find_county(county).code != before.county_code:
        raise InputError(changes_texts.CARRY_COUNTY.format(county=source.county.name))
    chosen = before.years.last + 1 if year is None else year
    if (chosen if isinstance(chosen, int) else chosen.last) <= before.year:
        raise InputError(changes_texts.CARRY_YEAR.format(year=before.years.span))
    if known_as(address) == source.address:
        raise InputError(changes_texts.CARRY_SAME_FILE)
    info = new_info(before.county_code, chosen, requirement_set, clock(), example=before.example)
    carried = {"carried_from": before.year, "own_standing": before.own_standing}
    tables = _tables(source.repository, info.model_copy(update=carried))
    session = PlanSession(create_plan_at(address, tables, current_role(role), clock), role, clock)
    objects = sum(len(tables[kind]) for kind in TYPES if kind in tables)
    answers = sum(len(body["answers"]) for body in tables[ANSWERS].values())
    return Carried(session, before.years.span, answers, objects)


def _tables(plan: Repository, info: PlanInfo) -> dict[str, dict[str, Body]]:
    tables: dict[str, dict[str, Body]] = {
        PLAN: {PLAN: info.model_dump(mode="json", exclude_defaults=True)},
        ACTORS: {**_others(plan, info), **{body["id"]: _without_id(body) for body in plan.list(ACTORS)}},
        ANSWERS: {body["id"]: marked for body in plan.list(ANSWERS) if (marked := _marked(body)) is not None},
    }
    for kind in TYPES:
        if ABOUT[kind].follows:
            tables[kind] = {body["id"]: {**_without_id(body), "carried": True}
                            for body in plan.list(kind) if not body.get("frozen")}
    return {name: documents for name, documents in tables.items() if documents or name == ANSWERS}


def _others(plan: Repository, info: PlanInfo) -> dict[str, Body]:
    """Return the county's actors where the plan is only one actor's part of another, as a contribution or its pdf."""
    if not (plan.get(ARCHIVE, ARCHIVE) or {}).get("actor"):
        return {}
    return {actor.id: actor.model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
            for actor in first_actors(find_county(info.county_code))}


def _marked(body: Body) -> Body | None:
    """Return a chapter's answers with the mark; a skipped question comes along as one nobody has met."""
    answers = {question: {**{name: one for name, one in answer.items() if name != "skipped"}, "carried": True}
               for question, answer in body.get("answers", {}).items() if answer.get("value") is not None}
    return {**_without_id(body), "answers": answers} if answers else None


def _without_id(body: Body) -> Body:
    return {name: value for name, value in body.items() if name != "id"}
