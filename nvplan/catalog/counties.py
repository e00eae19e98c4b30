"""Counties and kommuner, found by code, name or any spelling that the sources use."""

from __future__ import annotations

from functools import cache

from nvplan import texts
from nvplan.catalog.reading import read_csv
from nvplan.model.collation import fold, nearest, sort_key
from nvplan.model.county import Actor, County, Municipality
from nvplan.model.errors import UnknownNameError

#: The id that stands for the county's region, and for its RSS where there is one.
REGION = "region"
RSS = "rss"


@cache
def counties() -> tuple[County, ...]:
    """Return the 21 counties in the order of their codes, each with its kommuner.

    Raises:
        CatalogError: data/lan.csv or data/kommuner.csv does not hold.
    """
    kommuner: dict[str, list[Municipality]] = {}
    for row in read_csv("kommuner.csv", ("code", "municipality", "short", "county_code")):
        municipality = Municipality(code=row["code"], name=row["municipality"], short=row["short"],
                                    county_code=row["county_code"])
        kommuner.setdefault(row["county_code"], []).append(municipality)
    return tuple(
        County(code=row["code"], name=row["county"], short=row["short"], region=row["region"],
               aliases=_list(row["aliases"]), rss_suggested=_list(row["rss_suggested"]),
               municipalities=tuple(kommuner.get(row["code"], ())))
        for row in read_csv("lan.csv", ("code", "county", "short", "region", "aliases", "rss_suggested"))
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def find_county(wanted: str) -> County:
    """Return the county that a code, a name or an alias means; case, marks and spaces do not matter.

    Raises:
        UnknownNameError: no county is called that; the sentence names the nearest ones.
    """
    target = _plain(wanted)
    spellings: dict[str, str] = {}
    for county in counties():
        for name in (county.code, county.code.lstrip("0"), county.name, county.short, county.region, *county.aliases):
            if target and _plain(name) == target:
                return county
            spellings.setdefault(name, county.short)
    hits = list(dict.fromkeys(spellings[name] for name in nearest(wanted, spellings, most=6)))[:3]
    raise UnknownNameError(texts.unknown_name(texts.WHAT_COUNTY, wanted, hits, texts.HOW_COUNTY))


def _plain(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())


def first_actors(county: County, rss: tuple[str, ...] = ()) -> tuple[Actor, ...]:
    """Return the actors that a new plan starts with: the region, the RSS and every kommun in Swedish order.

    Gotland is one body: the region answers as kommun too. Where no RSS is named, the county gets the suggested ones,
    or one that it can rename (RSS are the county's own to name).
    """
    if county.is_one_body:
        return (Actor(id=REGION, type="region", name=county.region, answers_as=("kommun", "rss")),)
    named = rss or county.rss_suggested or (texts.RSS_DEFAULT.format(county=county.name),)
    many = len(named) > 1
    bodies = tuple(Actor(id=f"{RSS}-{_slug(name)}" if many else RSS, type="rss", name=name) for name in named)
    kommuner = tuple(Actor(id=municipality.code, type="kommun", name=municipality.name)
                     for municipality in sorted(county.municipalities, key=lambda one: sort_key(one.name)))
    return (Actor(id=REGION, type="region", name=county.region), *bodies, *kommuner)


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in fold(name)).split()) or "1"
