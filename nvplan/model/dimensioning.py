"""How many persons the doctors are enough for, counted on the guide value: exact, in persons and full-time doctors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

#: The guide value (002 lines 832-841): neither floor nor ceiling.
PER_SPECIALIST, PER_TRAINEE = Decimal(1100), Decimal(550)
_ONE_DECIMAL = Decimal("0.1")


@dataclass(frozen=True)
class Dimensioning:
    """Listed persons against specialists and ST-läkare, in full-time doctors as the county has counted them.

    `ratio` is how many persons a specialist is counted for, an ST-läkare for half as many: the guide value, or the
    county's own.
    """

    listed: Decimal
    specialists: Decimal
    trainees: Decimal
    ratio: Decimal = PER_SPECIALIST

    def __add__(self, other: Dimensioning) -> Dimensioning:
        return Dimensioning(self.listed + other.listed, self.specialists + other.specialists,
                            self.trainees + other.trainees, self.ratio)

    def by_ratio(self, ratio: Decimal) -> Dimensioning:
        """Return the same counted on another number of persons for each specialist."""
        return replace(self, ratio=ratio)

    @property
    def need(self) -> Decimal:
        """How many specialists the listed come to, to one decimal."""
        return _rounded(self.listed / self.ratio)

    @property
    def capacity(self) -> Decimal:
        """How many persons the doctors are enough for."""
        return self.ratio * self.specialists + self.ratio / 2 * self.trainees

    @property
    def gap(self) -> Decimal:
        """How many listed are left when the doctors have theirs; negative where there is room for more."""
        return self.listed - self.capacity

    @property
    def gap_in_specialists(self) -> Decimal:
        """The gap in specialists, to one decimal and without sign."""
        return _rounded(abs(self.gap) / self.ratio)

    @property
    def gap_in_trainees(self) -> Decimal:
        """The gap in ST-läkare, to one decimal and without sign."""
        return _rounded(abs(self.gap) * 2 / self.ratio)

    @property
    def listed_per_specialist(self) -> Decimal | None:
        """Listed for each specialist, an ST-läkare as half of one; None where there is no doctor. Whole persons."""
        doctors = self.specialists + self.trainees / 2
        return (self.listed / doctors).quantize(Decimal(1), ROUND_HALF_UP) if doctors else None


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_ONE_DECIMAL, ROUND_HALF_UP)


@dataclass(frozen=True)
class YearChange:
    """What changes until the end of a year, in full-time doctors and listed persons."""

    finished: Decimal = Decimal(0)
    """ST-läkare who become specialists and stay."""
    leaving: Decimal = Decimal(0)
    """Specialists who retire or leave."""
    recruited: Decimal = Decimal(0)
    """Specialists who come from elsewhere."""
    new_trainees: Decimal = Decimal(0)
    listed: Decimal = Decimal(0)
    """How many more are listed; negative where they are fewer."""


def after(start: Dimensioning, change: YearChange) -> Dimensioning | None:
    """Return where a year's changes lead; None where more finish or leave than there are."""
    specialists = start.specialists + change.finished + change.recruited - change.leaving
    trainees = start.trainees + change.new_trainees - change.finished
    listed = start.listed + change.listed
    if min(specialists, trainees, listed) < 0:
        return None
    return Dimensioning(listed, specialists, trainees, start.ratio)
