"""How many persons the doctors are enough for, counted on the guide value: exact, in persons and full-time doctors."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

#: The guide value (002 lines 832-841): neither floor nor ceiling.
PER_SPECIALIST, PER_TRAINEE = Decimal(1100), Decimal(550)
_ONE_DECIMAL = Decimal("0.1")


@dataclass(frozen=True)
class Dimensioning:
    """Listed persons against specialists and ST-läkare, in full-time doctors as the county has counted them."""

    listed: Decimal
    specialists: Decimal
    trainees: Decimal

    def __add__(self, other: Dimensioning) -> Dimensioning:
        return Dimensioning(self.listed + other.listed, self.specialists + other.specialists,
                            self.trainees + other.trainees)

    @property
    def need(self) -> Decimal:
        """How many specialists the listed come to, to one decimal."""
        return _rounded(self.listed / PER_SPECIALIST)

    @property
    def capacity(self) -> Decimal:
        """How many persons the doctors are enough for."""
        return PER_SPECIALIST * self.specialists + PER_TRAINEE * self.trainees

    @property
    def gap(self) -> Decimal:
        """How many listed are left when the doctors have theirs; negative where there is room for more."""
        return self.listed - self.capacity

    @property
    def gap_in_specialists(self) -> Decimal:
        """The gap in specialists, to one decimal and without sign."""
        return _rounded(abs(self.gap) / PER_SPECIALIST)

    @property
    def listed_per_specialist(self) -> Decimal | None:
        """Listed for each specialist, an ST-läkare as half of one; None where there is no doctor. Whole persons."""
        doctors = self.specialists + self.trainees / 2
        return (self.listed / doctors).quantize(Decimal(1), ROUND_HALF_UP) if doctors else None


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_ONE_DECIMAL, ROUND_HALF_UP)
