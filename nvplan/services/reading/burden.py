"""The burden of agreements on those who work: the minutes a patient before and after, and what the staff says.

A starting point of the agreement of 2023 is that the work is to be easier and not to give more administration (002
lines 900-901). That can be seen only where the same is counted before and after.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from nvplan.catalog import anchors
from nvplan.model.numbers import format_number
from nvplan.model.plan import PlanState
from nvplan.texts import burden as burden_texts

#: The staff says that the work has become harder: a little, or much.
HARDER = ("4", "5")
_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Burden:
    """Minutes a patient before and after."""

    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        """How many minutes more it takes now; less than nought where it takes less."""
        return self.after - self.before

    @property
    def percent(self) -> Decimal | None:
        """The difference in percent of what it took before, whole; None where that was nothing."""
        return (self.difference / self.before * _HUNDRED).quantize(Decimal(1)) if self.before else None

    @property
    def told(self) -> str:
        """The difference and which way it goes, as a sentence."""
        return burden_texts.difference(format_number(self.before), format_number(self.after),
                                       format_number(abs(self.difference)),
                                       None if self.percent is None else format_number(abs(self.percent)),
                                       self.difference)


def burden(state: PlanState) -> Burden | None:
    """Return the minutes before and after; None where either is not answered."""
    before, after = (_minutes(state, question) for question in (anchors.BURDEN_BEFORE, anchors.BURDEN_AFTER))
    return Burden(before, after) if before is not None and after is not None else None


def _minutes(state: PlanState, question: str) -> Decimal | None:
    value = state.answer(question).value
    try:
        return Decimal(str(value)) if value is not None else None
    except InvalidOperation:
        return None


def burden_told(state: PlanState) -> str:
    """Return what is told under the questions about the burden; empty where nothing can be worked out."""
    found = burden(state)
    return found.told if found is not None else ""


def rises(state: PlanState) -> str:
    """Return in what way the burden has risen, by the minutes or by what the staff says; empty where it has not."""
    found, said = burden(state), state.answer(anchors.BURDEN).value
    told = [found.told] if found is not None and found.difference > 0 else []
    told += [burden_texts.STAFF[str(said)]] if said in HARDER else []
    return " ".join(told)
