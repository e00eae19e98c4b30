"""Counties and kommuner, found by code, name or any spelling that the sources use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nvplan.catalog.checking_counties import county_faults, municipality_faults, plain_name
from nvplan.catalog.faults import line_sentence
from nvplan.catalog.location import remembered
from nvplan.catalog.reading import numbered_csv
from nvplan.model.collation import fold, nearest, sort_key
from nvplan.model.county import Actor, County, Municipality
from nvplan.model.errors import CatalogError, UnknownNameError
from nvplan.texts import common as common_texts
from nvplan.texts import set_aside as set_aside_texts

#: The id that stands for the county's region, and for its RSS where there is one.
REGION = "region"
RSS = "rss"

COUNTIES, MUNICIPALITIES = "lan.csv", "kommuner.csv"
COUNTY_COLUMNS = ("code", "county", "short", "region", "aliases", "rss_suggested")
MUNICIPALITY_COLUMNS = ("code", "municipality", "short", "county_code")


@remembered
def short_names() -> Mapping[str, str]:
    """Return what each kommun is called briefly, by its whole name: Tingsryd for Tingsryds kommun."""
    return {one.name: one.short for county in counties() for one in county.municipalities}


@remembered
def first_words() -> frozenset[str]:
    """Return the first word of what each county, region and kommun is called: a text that begins with one begins so."""
    names = [name for county in counties() for name in (
        county.short, county.region, *(one.short for one in county.municipalities))]
    return frozenset(first_word(name) for name in names)


def first_word(text: str) -> str:
    """Return what a text begins with, without the s of a genitive: `Kronobergs län` begins as `Kronoberg` does."""
    return text.split(" ")[0].removesuffix("s")


@remembered
def counties() -> tuple[County, ...]:
    """Return the 21 counties in the order of their codes, each with its kommuner.

    Raises:
        CatalogError: data/lan.csv or data/kommuner.csv does not hold.
    """
    rows = numbered_csv(COUNTIES, COUNTY_COLUMNS)
    _refuse(COUNTIES, county_faults(rows))
    kommun_rows = numbered_csv(MUNICIPALITIES, MUNICIPALITY_COLUMNS)
    _refuse(MUNICIPALITIES, municipality_faults(kommun_rows, {row["code"] for _, row in rows}))
    kommuner: dict[str, list[Municipality]] = {}
    for _, row in kommun_rows:
        municipality = Municipality(code=row["code"], name=row["municipality"], short=row["short"],
                                    county_code=row["county_code"])
        kommuner.setdefault(row["county_code"], []).append(municipality)
    return tuple(
        County(code=row["code"], name=row["county"], short=row["short"], region=row["region"],
               aliases=_list(row["aliases"]), rss_suggested=_list(row["rss_suggested"]),
               municipalities=tuple(kommuner.get(row["code"], ())))
        for _, row in rows
    )


def _refuse(name: str, faults: Iterable[tuple[int, str]]) -> None:
    for line, fault in faults:
        raise CatalogError(line_sentence(name, line, fault))


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def find_county(wanted: str) -> County:
    """Return the county that a code, a name or an alias means; case, marks and spaces do not matter.

    Raises:
        UnknownNameError: no county is called that; the sentence names the nearest ones.
    """
    target = plain_name(wanted)
    spellings: dict[str, str] = {}
    for county in counties():
        for name in _spellings(county):
            if target and plain_name(name) == target:
                return county
            spellings.setdefault(name, county.short)
    hits = list(dict.fromkeys(spellings[name] for name in nearest(wanted, spellings, most=6)))[:3]
    raise UnknownNameError(common_texts.unknown_name(common_texts.WHAT_COUNTY, wanted, hits, common_texts.HOW_COUNTY))


def county_of(code: str) -> County:
    """Return the county with a plan's code; where nobody knows the code, a county without a name that bears it."""
    known = next((county for county in counties() if county.code == code), None)
    return known or County(code=code, name=set_aside_texts.UNKNOWN_COUNTY, short=set_aside_texts.UNKNOWN_COUNTY,
                           region=set_aside_texts.UNKNOWN_REGION)


def _spellings(county: County) -> tuple[str, ...]:
    """Return every way to write the county: `Kronobergs` and `Region Kronobergs län` stand in no list but are clear."""
    genitive = county.name.removesuffix(" län")
    built = (genitive, f"{county.short} län", f"Region {county.short}", f"Region {genitive}", f"Region {county.name}")
    return (county.code, county.code.lstrip("0"), county.name, county.short, county.region, *county.aliases, *built)


def first_actors(county: County, rss: tuple[str, ...] = ()) -> tuple[Actor, ...]:
    """Return the actors that a new plan starts with: the region, the RSS and every kommun in Swedish order.

    Gotland is one body: the region answers as kommun too. Where no RSS is named, the county gets the suggested ones,
    or one that it can rename (RSS are the county's own to name).
    """
    if county.is_one_body:
        return (Actor(id=REGION, type="region", name=county.region, answers_as=("kommun", "rss")),)
    named = rss or county.rss_suggested or (common_texts.RSS_DEFAULT.format(county=county.name),)
    many = len(named) > 1
    bodies = tuple(Actor(id=f"{RSS}-{_slug(name)}" if many else RSS, type="rss", name=name) for name in named)
    kommuner = tuple(Actor(id=municipality.code, type="kommun", name=municipality.name)
                     for municipality in sorted(county.municipalities, key=lambda one: sort_key(one.name)))
    return (Actor(id=REGION, type="region", name=county.region), *bodies, *kommuner)


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in fold(name)).split()) or "1"
