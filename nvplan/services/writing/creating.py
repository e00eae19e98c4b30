"""Makes a new plan file for a county."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from nvplan.catalog.counties import counties, find_county, first_actors
from nvplan.catalog.location import catalog_name
from nvplan.catalog.requirements import find_set, latest_verified
from nvplan.model.collation import fold
from nvplan.model.county import County
from nvplan.model.errors import InputError
from nvplan.model.given_paths import given_path, is_folder_name
from nvplan.model.plan import PlanInfo
from nvplan.model.safetext import clean
from nvplan.services.reading.state import ACTORS, ANSWERS, PLAN
from nvplan.services.writing.session import PlanSession, current_role
from nvplan.store.plan_file import PlanFile
from nvplan.texts import common as common_texts

SUFFIX = ".nvplan"
FIRST_YEAR, LAST_YEAR = 2020, 2100


def default_year(today: dt.date | None = None) -> int:
    """Return the year that a plan is made for where nobody says: next year."""
    return (today or dt.date.today()).year + 1


def plan_path(name: str) -> Path:
    """Return the path that a person means by a file name; `.nvplan` is added where there is no suffix.

    Raises:
        InputError: the name is empty, or can only be a folder's.
    """
    if not name.strip():
        raise InputError(common_texts.CREATE_NO_NAME)
    path = given_path(name)
    if is_folder_name(name):
        raise InputError(common_texts.FILE_IS_FOLDER.format(name=name.strip()))
    return path if path.suffix else path.with_name(path.name + SUFFIX)


def matching_counties(typed: str) -> list[County]:
    """Return the counties that a person may mean by the letters typed so far, those that begin with them first."""
    wanted = fold(typed.strip())
    spellings = {county.code: [fold(name) for name in (county.code, county.name, county.region, *county.aliases)]
                 for county in counties()}
    hits = [county for county in counties() if any(wanted in name for name in spellings[county.code])]
    return sorted(hits, key=lambda county: not any(name.startswith(wanted) for name in spellings[county.code]))


def create_plan(path: Path, county: str, year: int | None = None, requirement_set: str = "", *,
                rss: tuple[str, ...] = (), role: str = "", example: bool = False,
                clock: Callable[[], dt.datetime] | None = None) -> PlanSession:
    """Create a plan file and open it; a file that exists is never overwritten.

    Raises:
        InputError: the county, the year or the requirement set will not do.
        PlanFileError: the name is taken, or the folder cannot be written to.
    """
    now = clock or (lambda: dt.datetime.now().astimezone())
    found = find_county(county)
    info = new_info(found.code, default_year() if year is None else year, requirement_set, now(), example=example)
    actors = first_actors(found, tuple(dict.fromkeys(clean(name.strip()) for name in rss if name.strip())))
    tables = {
        PLAN: {PLAN: info.model_dump(mode="json", exclude_defaults=True)},
        ACTORS: {actor.id: actor.model_dump(mode="json", exclude={"id"}, exclude_defaults=True) for actor in actors},
        ANSWERS: {},
    }
    return PlanSession(PlanFile.create(path, tables, current_role(role), now), role)


def save_as(session: PlanSession, path: Path) -> PlanSession:
    """Write the plan as it was last read, with its history, to a new file, and open that one; the old one is left.

    Raises:
        PlanFileError: the name is taken, or the folder cannot be written to.
    """
    session.repository.save_as(path)
    return PlanSession.open(path, session.role)


def new_info(county_code: str, year: int, requirement_set: str, now: dt.datetime, *, example: bool) -> PlanInfo:
    """Return the frame of a new plan.

    Raises:
        InputError: the year or the requirement set will not do.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(common_texts.CREATE_YEAR.format(year=year, first=FIRST_YEAR, last=LAST_YEAR))
    chosen = find_set(requirement_set or latest_verified())
    if chosen.always:
        raise InputError(common_texts.CREATE_SET_ALWAYS.format(set=chosen.id))
    return PlanInfo(county_code=county_code, year=year, requirement_set=chosen.id, example=example,
                    created=now.isoformat(timespec="seconds"), catalog=catalog_name())
