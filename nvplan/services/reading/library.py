"""The library: what the catalogue knows, part by part, as rows to look through, and what an insats begins from.

Examples from every county, this county's own history, background, national indicators with value and trend, the
glossary, links, dates and the text of the requirements that the plan is measured against. The parts are those of
`nvplan katalog`; each row tells what its table there tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from nvplan.catalog.counties import counties
from nvplan.catalog.location import remembered
from nvplan.catalog.reference import codes
from nvplan.catalog.requirements import requirements, requirements_in_force
from nvplan.model.collation import fold, nearest
from nvplan.model.errors import UnknownNameError
from nvplan.model.plan import PlanInfo
from nvplan.model.requirement import PLANS, PlanKey, Source
from nvplan.model.safetext import one_line
from nvplan.services.reading.look_up import TOPICS
from nvplan.services.reading.look_up_topic import Row, as_text
from nvplan.services.reading.sources import source_text
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import library as library_texts

#: The state that something which is yet to be done has, whatever the example did.
_BEGINS = "planerad"
#: The name of a part and of a row in it, as a place tells them.
_SEPARATOR = ":"
EXAMPLES, _LINKS = "exempel", "lankar"
#: What a row is called in files, and where it stands by number: neither is told on a screen.
_UNTOLD = (catalog_texts.HEAD_ID, catalog_texts.HEAD_SOURCE)
#: The parts whose first note says how each of their rows is to be read.
_WITH_NOTE = (EXAMPLES, "historik", "indikatorer", "lankar", "datum")


@dataclass(frozen=True)
class LibraryRow:
    """An entry: what it is, what it says in a line, whence, and everything that there is to tell of it."""

    part: str
    key: str
    title: str
    whence: str
    area: str
    county_codes: tuple[str, ...]
    row: Row

    @property
    def id(self) -> str:
        """What it is found again by: its part and its name there."""
        return f"{self.part}{_SEPARATOR}{self.key}"

    @cached_property
    def facts(self) -> Sequence[tuple[str, str]]:
        """What there is to tell, with the headings of its table, and what the table as a whole is to be read with."""
        topic = TOPICS[self.part]
        told = [(column.heading, column.cell(self.row)) for column in topic.columns if column.heading not in _UNTOLD]
        area = codes("omrade").label(self.area) if self.area else ""
        note = topic.notes[0] if self.part in _WITH_NOTE else ""
        pairs = [(library_texts.PART, library_texts.PARTS[self.part]), *told, (library_texts.AREA, area),
                 (catalog_texts.HEAD_SOURCE, source_text(self._sources)), (library_texts.NOTE, note)]
        return [(label, value) for label, value in pairs if value]

    @property
    def _sources(self) -> tuple[Source, ...]:
        found = self.row.get("sources") or ([self.row["source"]] if self.row.get("source") else [])
        return tuple(Source.model_validate(one) for one in found[:1])

    @cached_property
    def found_by(self) -> str:
        """The folded words that it is found by."""
        return fold(" ".join((self.title, self.whence, *(value for _, value in self.facts), self.key)))


# -- one part each: what is told first, and whence -------------------------------------------------------------------
def _cell(part: str, heading: str) -> Callable[[Row], str]:
    column = next(column for column in TOPICS[part].columns if column.heading == heading)
    return column.cell


def _example_whence(row: Row) -> str:
    return f"{as_text(row['counties']) or catalog_texts.NO_COUNTY} {row['year'] or row['reported']}"


def _figure(part: str) -> Callable[[Row], str]:
    value, year = _cell(part, catalog_texts.HEAD_VALUE), _cell(part, catalog_texts.HEAD_YEAR)
    return lambda row: f"{value(row)} {year(row)}"


def _indicator(row: Row) -> str:
    value, trend = _cell("indikatorer", catalog_texts.HEAD_VALUE), _cell("indikatorer", catalog_texts.HEAD_TREND)
    return " · ".join(filter(None, (value(row), trend(row))))


@dataclass(frozen=True)
class _Part:
    title: Callable[[Row], str]
    whence: Callable[[Row], str]
    key: Callable[[Row], str] = lambda row: str(row["id"])


def _parts() -> Mapping[str, _Part]:
    return {
        EXAMPLES: _Part(lambda row: str(row["text"]), _example_whence),
        "historik": _Part(_cell("historik", catalog_texts.HEAD_FACT),
                          lambda row: f"{row['topic_title']} {row['year']}",
                          lambda row: f"{row['county_code']}-{row['topic']}-{row['year']}"),
        "bakgrund": _Part(_cell("bakgrund", catalog_texts.HEAD_FACT), _figure("bakgrund")),
        "indikatorer": _Part(_cell("indikatorer", catalog_texts.HEAD_INDICATOR), _indicator),
        "begrepp": _Part(lambda row: str(row["term"]), lambda row: one_line(str(row["definition"]), 60)),
        "lankar": _Part(lambda row: str(row["title"]), lambda row: str(row["purpose"])),
        "datum": _Part(lambda row: str(row["what"]), lambda row: f"{row['date']} {row['who']}"),
        "krav": _Part(lambda row: str(row["title"]), lambda row: f"{row['binding']} {row['id']}"),
    }


@remembered
def _every_row() -> Sequence[LibraryRow]:
    """Return the rows of every county and set."""
    found: list[LibraryRow] = []
    for name, part in _parts().items():
        seen: dict[str, int] = {}
        for row in TOPICS[name].read():
            key = part.key(row)
            seen[key] = seen.get(key, 0) + 1
            key = key if seen[key] == 1 else f"{key}-{seen[key]}"
            found.append(LibraryRow(name, key, part.title(row), part.whence(row), str(row.get("area") or ""),
                                    _counties_of(row), row))
    return found


def _counties_of(row: Row) -> tuple[str, ...]:
    one = row.get("county_code")
    return (str(one),) if one else tuple(row.get("county_codes") or ())


def _concerns(one: LibraryRow, county: str, in_force: frozenset[str]) -> bool:
    """Whether an entry is for this county: examples and links are from all, history and figures its own or national."""
    if one.part == "krav":
        return str(one.row["id"]) in in_force
    return one.part in (EXAMPLES, _LINKS) or not one.county_codes or county in one.county_codes


def library(info: PlanInfo) -> list[LibraryRow]:
    """Return the entries for a plan, the parts in their order; within a part as the catalogue has them."""
    in_force = frozenset(one.id for one in requirements_in_force(info))
    return [one for one in _every_row() if _concerns(one, info.county_code, in_force)]


def look_through(rows: Sequence[LibraryRow], words: str = "", part: str = "", area: str = "", county: str = ""
                 ) -> list[LibraryRow]:
    """Return the entries with every word, of a part, an area with those below it, or examples of a county."""
    wanted = fold(words).split()
    areas = codes("omrade").with_children(area) if area else ()
    return [one for one in rows if (not part or one.part == part) and (not areas or one.area in areas)
            and (not county or (one.part == EXAMPLES and county in one.county_codes))
            and (not wanted or all(word in one.found_by for word in wanted))]


def entry(info: PlanInfo, identity: str) -> LibraryRow:
    """Return an entry by its part and name, or an example by its name alone.

    Raises:
        UnknownNameError: the library has none.
    """
    wanted = identity if _SEPARATOR in identity else f"{EXAMPLES}{_SEPARATOR}{identity}"
    found = next((one for one in library(info) if one.id.lower() == wanted.lower()), None)
    if found is None:
        raise UnknownNameError(catalog_texts.NOTHING_FOUND)
    return found


def county_choices(rows: Sequence[LibraryRow]) -> list[tuple[str, str, int]]:
    """Return the counties that the examples are from: code, name and how many."""
    counts: dict[str, int] = {}
    for one in rows:
        for code in one.county_codes if one.part == EXAMPLES else ():
            counts[code] = counts.get(code, 0) + 1
    return [(county.code, county.name, counts[county.code]) for county in counties() if county.code in counts]


# -- what an insats begins from --------------------------------------------------------------------------------------
def beginning_from(one: LibraryRow) -> Mapping[str, Any]:
    """Return what a new insats takes over from an example: its area and the plans that the area belongs to.

    Never its words: what another county wrote is not what this one does. It begins as planned. Empty for what is no
    example.
    """
    if one.part != EXAMPLES:
        return {}
    plans = _plans_of(one.area)
    return {"area": one.area, "state": _BEGINS, **({"plans": list(plans)} if plans else {})}


def _plans_of(area: str) -> Sequence[PlanKey]:
    """Return the plans that requirements of an area belong to; those of the area above it where it has none."""
    known = codes("omrade").code(area)
    found = {plan for one in requirements().values() if one.area == area for plan in one.plans}
    if not found and known is not None and known.parent:
        return _plans_of(known.parent)
    return [plan for plan in PLANS if plan in found]


def library_json(rows: Sequence[LibraryRow]) -> list[dict[str, Any]]:
    """Return entries as `nvplan bibliotek --json` prints them; `begin` is what a new insats may be given."""
    return [{"part": one.part, "id": one.key, "title": one.title, "detail": one.whence, "area": one.area or None,
             "county_codes": list(one.county_codes),
             **({"begin": dict(beginning_from(one))} if one.part == EXAMPLES else {})} for one in rows]


def area_code(wanted: str) -> str:
    """Return the code of an area by its code or its name; å ä ö may be left out.

    Raises:
        UnknownNameError: there is none; the sentence names the nearest.
    """
    known = codes("omrade").codes
    word = fold(wanted.strip())
    found = next((one.id for one in known if word in (one.id, fold(one.label))), None)
    if found is None:
        near = ", ".join(nearest(wanted, [one.id for one in known]) or [one.id for one in known])
        raise UnknownNameError(library_texts.AREA_UNKNOWN.format(wanted=wanted, near=near))
    return found
