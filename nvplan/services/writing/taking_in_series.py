"""Takes in a table of values as measurements: what it would add is worked out first, what is there is left alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nvplan.model.collation import fold
from nvplan.model.objects import Measurement
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.tabular import write_rows
from nvplan.services.writing.pasted_objects import read_pasted_objects
from nvplan.texts import indicators as indicator_texts
from nvplan.texts import pasting as pasting_texts

#: What the column of days is headed in tables from elsewhere.
_DAY_HEADINGS = ("datum", "ar", "period")
_YEAR = re.compile(r"(?:19|20|21)\d\d", re.ASCII)
_KIND = Measurement.about.name


@dataclass(frozen=True)
class SeriesRead:
    """What a table says: values to add, values that are there already, and why rows are not taken in."""

    posts: tuple[Mapping[str, Any], ...]
    names: tuple[str, ...]
    existing: int
    faults: tuple[str, ...]
    notes: tuple[str, ...]


def read_series(plan: OpenPlan, rows: Sequence[Sequence[str]]) -> SeriesRead:
    """Read the rows of a table, headings first, as measurements; nothing is written.

    A value that is there with the same number is left out and counted. One that is there with another number is
    added, for what was measured is never overwritten in silence: whoever sees both removes the wrong one.
    """
    told, years = _dated(rows)
    pasted = read_pasted_objects(plan, _KIND, write_rows(told))
    there = [fault for fault in pasted.faults if fault.endswith(pasting_texts.IS_THERE)]
    return SeriesRead(tuple(pasted.posts), tuple(pasted.names), len(there),
                      tuple(fault for fault in pasted.faults if fault not in there),
                      (*pasted.notes, *([indicator_texts.YEARS_DATED] if years else [])))


def _dated(rows: Sequence[Sequence[str]]) -> tuple[list[list[str]], bool]:
    """Return the rows with the days under their own heading and a bare year as its last day, and whether any was."""
    label = fields_by_name(_KIND)["date"].label
    found, years = [list(row) for row in rows], False
    for at, heading in enumerate(found[0] if found else []):
        if fold(heading.strip()) not in _DAY_HEADINGS:
            continue
        found[0][at] = label
        for row in found[1:]:
            if at < len(row) and _YEAR.fullmatch(row[at].strip()):
                row[at], years = f"{row[at].strip()}-12-31", True
    return found, years
