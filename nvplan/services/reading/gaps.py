"""The gap (GAP): how far it is from the present level of a goal to the wanted one, worked out and never typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nvplan.model.dates import format_date
from nvplan.model.numbers import format_number
from nvplan.model.objects import Goal, Measurement
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PlanKey
from nvplan.services.reading.goal_standing import amount_of, measured_for, unit_of
from nvplan.texts import gaps as gaps_texts
from nvplan.texts import goal_line as line_texts

#: So many are told beside a question; the list of goals has them all.
_MOST_TOLD = 5


@dataclass(frozen=True)
class Gap:
    """A goal with its present level: the latest value of the county's own, or the base where nothing is measured."""

    goal: Goal
    present: Decimal
    when: str
    """The stored time that the present level is about; empty where nobody has said."""
    measured: Measurement | None
    """Whose value the present level is; None where it is the base."""

    @property
    def distance(self) -> Decimal:
        """What is left in the goal's own unit; nought or less where it is reached. Percent are counted in points."""
        target = self.goal.target or Decimal(0)
        return self.present - target if self.goal.direction == "lagre" else target - self.present

    @property
    def is_reached(self) -> bool:
        """Whether the present level is the wanted one, or better."""
        return self.distance <= 0

    @property
    def left(self) -> str:
        """The distance in words, with its unit."""
        points = line_texts.POINTS if unit_of(self.goal) == "%" else unit_of(self.goal)
        return f"{format_number(self.distance)} {points}".strip()

    @property
    def told(self) -> str:
        """The gap as a sentence."""
        left = gaps_texts.REACHED if self.is_reached else gaps_texts.LEFT.format(distance=self.left)
        when = format_date(self.when) if self.when else line_texts.NO_DAY
        return gaps_texts.TOLD.format(title=self.goal.title.rstrip("."), present=amount_of(self.present, self.goal),
                                      when=when, target=amount_of(self.goal.target, self.goal), left=left)


def gap_of(goal: Goal, measurements: Sequence[Measurement]) -> Gap | None:
    """Return a goal's gap; None without a wanted level or a present one."""
    if goal.is_state or goal.target is None:
        return None
    measured = measured_for(goal, measurements)
    if measured and (last := measured[-1]).value is not None:
        return Gap(goal, last.value, last.date, last)
    if goal.baseline is None:
        return None
    return Gap(goal, goal.baseline, str(goal.baseline_year or ""), None)


def gap_json(goal: Goal, measurements: Sequence[Measurement]) -> float | None:
    """Return how much is left to the wanted level, nought where it is reached; None where nothing tells."""
    found = gap_of(goal, measurements)
    return None if found is None else max(float(found.distance), 0.0)


def gaps(state: PlanState, plan: PlanKey) -> list[Gap]:
    """Return the gaps of a plan's goals, in the order of the goals."""
    measurements = [one for one in state.objects.get(Measurement.about.name, {}).values()
                    if isinstance(one, Measurement)]
    goals = [one for one in state.objects.get(Goal.about.name, {}).values()
             if isinstance(one, Goal) and plan in one.plans]
    return [found for goal in goals if (found := gap_of(goal, measurements)) is not None]


def gaps_told(state: PlanState, plan: PlanKey) -> str:
    """Return the gaps beside the question that asks for the largest: a line each, those that are left first."""
    found = sorted(gaps(state, plan), key=lambda one: one.is_reached)
    if not found:
        return gaps_texts.NOTHING
    rest = len(found) - _MOST_TOLD
    lines = [one.told for one in found[:_MOST_TOLD]]
    return "\n".join([*lines, gaps_texts.MORE.format(count=rest)] if rest > 0 else lines)
