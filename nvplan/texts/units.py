"""The Swedish units: what a number's bounds follow from, and how a unit is said of one alone."""

from __future__ import annotations

#: The units of a share, those of persons, and those of everything that is counted and never fewer than none.
UNITS_OF_SHARE = ("%", "procent")
UNITS_OF_PERSONS = ("personer", "individer")
UNITS_COUNTED = (*UNITS_OF_PERSONS, "enheter", "heltider", "läkare", "minuter", "platser", "ST-läkare", "tjänster",
                 "veckor", "vårdcentraler", "årsarbetare")

#: Units whose singular is not told by how they end.
_ALONE = {"dagar": "dag", "timmar": "timme", "månader": "månad", "händelser": "händelse", "kronor": "krona"}
#: Units that are one and several alike, though they end as if they were several.
_SAME = ("liter", "meter", "kilometer", "nummer", "register", "center", "kvarter")
#: How most units end where there are several, and where there is one.
_ENDINGS = (("ningar", "ning"), ("or", "a"), ("er", ""))


def of_one(unit: str) -> str:
    """Return a unit as it is said of one alone: ”personer” is ”person”, ”timmar per vecka” is ”timme per vecka”.

    One that does not tell its singular, such as ”årsarbetare” or ”privata vårdcentraler”, stands as it is.
    """
    first, between, rest = unit.partition(" ")
    if first in _SAME or (between and not rest.startswith(("per ", "i ", "om "))):
        return unit
    if first in _ALONE:
        return f"{_ALONE[first]}{between}{rest}"
    ending = next(((several, one) for several, one in _ENDINGS if first.endswith(several)), ("", ""))
    return f"{first.removesuffix(ending[0])}{ending[1]}{between}{rest}" if ending[0] else unit
