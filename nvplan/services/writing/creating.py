"""Makes a new plan file for a county."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from nvplan.catalog.counties import counties, find_county, first_actors
from nvplan.catalog.own import catalog_name
from nvplan.catalog.requirements import find_set, latest_verified
from nvplan.clock import Clock, system_clock
from nvplan.model.collation import fold
from nvplan.model.county import County
from nvplan.model.errors import InputError, PlanFileError
from nvplan.model.given_paths import PLAN_SUFFIX, given_path, is_folder_name, is_there
from nvplan.model.plan import PlanInfo
from nvplan.model.plan_years import PlanYears, checked_years
from nvplan.model.safetext import clean
from nvplan.services.reading.state import ACTORS, ANSWERS, PLAN
from nvplan.services.writing.session import PlanSession, current_role
from nvplan.store.opening import Address, create_plan_at, store_of
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts


def default_year(today: dt.date) -> int:
    """Return the year that a plan is made for where nobody says: next year."""
    return today.year + 1


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
    return path if path.suffix else path.with_name(path.name + PLAN_SUFFIX)


def missing_folder(path: Path) -> Path | None:
    """Return the folder in which a new file is to lie, where there is none yet."""
    folder = path.absolute().parent
    return None if is_there(folder) else folder


def make_folder(folder: Path) -> None:
    """Make a folder for a new plan, with those above it.

    Raises:
        PlanFileError: it cannot be made there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlanFileError(store_texts.file_error(folder.name, error.errno, writing=True)) from error


def matching_counties(typed: str) -> list[County]:
    """Return the counties that a person may mean by the letters typed so far, those that begin with them first."""
    wanted = fold(typed.strip())
    spellings = {county.code: [fold(name) for name in (county.code, county.name, county.region, *county.aliases)]
                 for county in counties()}
    hits = [county for county in counties() if any(wanted in name for name in spellings[county.code])]
    return sorted(hits, key=lambda county: not any(name.startswith(wanted) for name in spellings[county.code]))


def create_plan(address: Address, county: str, year: int | PlanYears | None = None, requirement_set: str = "", *,
                rss: tuple[str, ...] = (), role: str = "", example: bool = False,
                clock: Clock = system_clock) -> PlanSession:
    """Create a plan file and open it; a file that exists is never overwritten.

    A plan of several years is first followed up for the year that the person has chosen, else for the one that is
    nearest to today.

    Raises:
        InputError: the county, the year or the requirement set will not do.
        PlanFileError: the name is taken, or the folder cannot be written to.
    """
    now = clock()
    found = find_county(county)
    chosen = default_year(now.date()) if year is None else year
    info = new_info(found.code, chosen, requirement_set, now, example=example)
    actors = first_actors(found, tuple(dict.fromkeys(clean(name.strip()) for name in rss if name.strip())))
    tables = {
        PLAN: {PLAN: info.model_dump(mode="json", exclude_defaults=True)},
        ACTORS: {actor.id: actor.model_dump(mode="json", exclude={"id"}, exclude_defaults=True) for actor in actors},
        ANSWERS: {},
    }
    return PlanSession(create_plan_at(address, tables, current_role(role), clock), role, clock)


def proposed_copy(session: PlanSession) -> str:
    """Return a free name beside the plan for a copy of it; the plan's own where nothing stands there any more."""
    own = session.folder_beside / session.name
    names = (own, *(own.with_stem(f"{own.stem} {number}") for number in range(2, 100)))
    return str(next((name for name in names if not store_of(name).has(str(name))), own))


def save_as(session: PlanSession, name: str) -> PlanSession:
    """Write the plan as it was last read, with its history, to a new file, and open that one; the old one is left.

    Args:
        session: the plan.
        name: the new name as a person types it: beside the plan where it names no folder, with the plan's own suffix
            where it has none.

    Raises:
        InputError: no name can be written so.
        PlanFileError: the name is taken, or the folder cannot be written to.
    """
    path = session.folder_beside / given_path(name)
    address = str(path if path.suffix else path.with_suffix(Path(session.name).suffix))
    session.repository.save_as(address)
    return PlanSession.open(address, session.role, session.clock)


def new_info(county_code: str, year: int | PlanYears, requirement_set: str, now: dt.datetime, *, example: bool
             ) -> PlanInfo:
    """Return the frame of a new plan.

    Raises:
        InputError: the year or the requirement set will not do.
    """
    years = checked_years(PlanYears.one(year) if isinstance(year, int) else year)
    followed = years.nearest(now.year) if years.followed is None else years.followed
    chosen = find_set(requirement_set or latest_verified())
    if chosen.always:
        raise InputError(common_texts.CREATE_SET_ALWAYS.format(set=chosen.id))
    return PlanInfo(county_code=county_code, year=years.following(followed).followed or followed,
                    requirement_set=chosen.id, example=example, created=now.isoformat(timespec="seconds"),
                    catalog=catalog_name(), first_year=years.first if years.is_long else None,
                    last_year=years.last if years.is_long else None)
