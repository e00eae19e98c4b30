"""The national indicators and the county's own as series, compared with the national value of the same year only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from nvplan.catalog.figures import indicators
from nvplan.model.figures import Indicator
from nvplan.model.objects import Measurement
from nvplan.model.plan import PlanState

#: What a direction makes of a difference.
Verdict = Literal["battre", "samre", "lika"]
_UNITS = {"procent": "procent", "index": "index 0–1"}


@dataclass(frozen=True)
class National:
    """A value for the whole country; `known_year` tells whether the year is the one that was measured."""

    year: int
    value: Decimal
    known_year: bool


@dataclass(frozen=True)
class Beside:
    """A measurement beside the national value of the same year."""

    one: Measurement
    national: Decimal | None
    """None where no national value of that year is known, or where it counts something else."""
    gap: Decimal | None
    """The county's value less the national: worked out, never typed."""
    verdict: Verdict | None


@dataclass(frozen=True)
class Series:
    """What is followed, its national values, and the county's own oldest first."""

    identity: str
    """The indicator's id, empty for one of the county's own."""
    label: str
    unit: str
    direction: str | None
    national: tuple[National, ...]
    values: tuple[Beside, ...]

    @property
    def change(self) -> Decimal | None:
        """How much the latest of the county's values differs from the first; None with fewer than two in one unit."""
        found = [row.one for row in self.values]
        if len(found) < 2 or found[0].unit != found[-1].unit or found[0].value is None or found[-1].value is None:
            return None
        return found[-1].value - found[0].value

    @property
    def trend(self) -> Verdict | None:
        """Whether the latest is better than the first; None without a direction."""
        return verdict(self.change, self.direction)


def verdict(difference: Decimal | None, direction: str | None) -> Verdict | None:
    """Return what a difference means: for some indicators lower is better."""
    if difference is None or direction is None:
        return None
    if difference == 0:
        return "lika"
    return "battre" if (difference > 0) == (direction == "hogre") else "samre"


def followed(state: PlanState) -> list[Series]:
    """Return the 18 national indicators in their order, then the county's own by name."""
    by_indicator: dict[str, list[Measurement]] = defaultdict(list)
    own: dict[str, list[Measurement]] = defaultdict(list)
    for one in state.objects.get("matning", {}).values():
        if not isinstance(one, Measurement) or one.value is None or one.actor or one.group or not one.date:
            continue
        if one.indicator:
            by_indicator[one.indicator].append(one)
        elif one.title and not one.goal and one.measure in (None, "annat"):
            own[one.title].append(one)
    national = [_series(indicator, by_indicator[indicator.id]) for indicator in indicators()]
    return [*national, *(_own(title, own[title]) for title in sorted(own))]


def _ordered(measured: Iterable[Measurement]) -> list[Measurement]:
    return sorted(measured, key=lambda one: (one.date, one.id))


def _series(indicator: Indicator, measured: list[Measurement]) -> Series:
    values = [National(indicator.comparison_year, indicator.comparison_value, known_year=True)]
    if indicator.year is not None:
        values.append(National(indicator.year, indicator.value, known_year=indicator.year_meaning == "matar"))
    by_year = {one.year: one.value for one in values if one.known_year}
    rows = tuple(_compared(one, by_year, indicator) for one in _ordered(measured))
    return Series(indicator.id, indicator.label, indicator.unit, indicator.direction, tuple(values), rows)


def _compared(one: Measurement, by_year: dict[int, Decimal], indicator: Indicator) -> Beside:
    same_unit = one.unit is None or _UNITS.get(one.unit, indicator.unit) == indicator.unit
    national = by_year.get(int(one.date[:4])) if same_unit else None
    gap = one.value - national if national is not None and one.value is not None else None
    return Beside(one, national, gap, verdict(gap, indicator.direction))


def _own(title: str, measured: list[Measurement]) -> Series:
    found = _ordered(measured)
    unit = found[-1].unit_text if found[-1].unit == "annan" else found[-1].unit or ""
    return Series("", title, unit, None, (), tuple(Beside(one, None, None, None) for one in found))


def series_json(series: Series) -> dict[str, Any]:
    """Return a series with English names."""
    return {
        "id": series.identity, "label": series.label, "unit": series.unit, "direction": series.direction,
        "national": [{"year": one.year, "value": float(one.value), "measured_that_year": one.known_year}
                     for one in series.national],
        "values": [{"date": row.one.date, "value": _number(row.one.value), "source": row.one.source,
                    "women": _number(row.one.women), "men": _number(row.one.men), "national": _number(row.national),
                    "gap": _number(row.gap), "verdict": row.verdict} for row in series.values],
        "change": _number(series.change), "trend": series.trend,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
