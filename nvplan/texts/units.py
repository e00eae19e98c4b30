"""The Swedish units that a number's bounds follow from."""

from __future__ import annotations

#: The units of a share, those of persons, and those of everything that is counted and never fewer than none.
UNITS_OF_SHARE = ("%", "procent")
UNITS_OF_PERSONS = ("personer", "individer")
UNITS_COUNTED = (*UNITS_OF_PERSONS, "enheter", "heltider", "läkare", "minuter", "platser", "ST-läkare", "tjänster",
                 "veckor", "vårdcentraler", "årsarbetare")
