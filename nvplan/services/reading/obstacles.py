"""How long a hinder has waited, and whether it has its answer: the figures that every screen shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from nvplan.catalog import anchors
from nvplan.model.dates import first_day, last_day
from nvplan.model.objects import OBSTACLE_LEVELS, Obstacle
from nvplan.model.plan import PlanState

Standing = Literal["lost", "besvarat", "vantar", "sent", "utan_dag"]


@dataclass(frozen=True)
class ObstacleTimes:
    """How a hinder stands on a day.

    `age` is days since it was raised, until it was solved; None without a day. `days` belongs to the standing: how many
    the answer took (`besvarat`), are left (`vantar`) or too many have passed (`sent`); None where it cannot be said.
    """

    age: int | None
    standing: Standing
    days: int | None = None
    late: int = 0
    """How many days after its last day an answer came; none where it came in time, or there was no last day."""


def lifted(obstacle: Obstacle) -> dt.date | None:
    """Return the day that it came to the level where it is: when it was raised, or lifted there since."""
    days = [first_day(obstacle.raised)] if obstacle.raised else []
    return max([*days, *(first_day(step.date) for step in obstacle.climbs)], default=None)


def answer_day(obstacle: Obstacle, state: PlanState) -> dt.date | None:
    """Return the last day for an answer: the hinder's own, or the one that the county's answer time gives.

    The answer time (question 1.4.svarstid) begins anew at each level that the hinder is lifted to.
    """
    if obstacle.answer_due:
        return last_day(obstacle.answer_due)
    promised, since = state.answer(anchors.ANSWER_TIME).value, lifted(obstacle)
    if since is None or not isinstance(promised, str):
        return None
    return since + dt.timedelta(days=int(Decimal(promised)))


def obstacle_times(obstacle: Obstacle, state: PlanState, today: dt.date) -> ObstacleTimes:
    """Return how a hinder stands on a day."""
    raised = first_day(obstacle.raised) if obstacle.raised else None
    over = first_day(obstacle.solved) if obstacle.solved else today
    age = max(0, (over - raised).days) if raised else None
    if obstacle.solved:
        return ObstacleTimes(age, "lost")
    if obstacle.answered:
        took = (first_day(obstacle.answered) - raised).days if raised else None
        due = answer_day(obstacle, state)
        late = max(0, (first_day(obstacle.answered) - due).days) if due is not None else 0
        return ObstacleTimes(age, "besvarat", None if took is None else max(0, took), late)
    due = answer_day(obstacle, state)
    if due is None:
        return ObstacleTimes(age, "utan_dag")
    left = (due - today).days
    return ObstacleTimes(age, "sent", -left) if left < 0 else ObstacleTimes(age, "vantar", left)


#: Later in order than any number of days: no day for an answer, an answer, a solution.
_AFTER = {"utan_dag": 10**6, "besvarat": 2 * 10**6, "lost": 3 * 10**6}


def answer_order(times: ObstacleTimes) -> int:
    """Return a key that puts the answer that is most late first, then those that are waited for, the rest last."""
    days = times.days or 0
    if times.standing in _AFTER:
        return _AFTER[times.standing] + days
    return -days if times.standing == "sent" else days


def obstacle_order(obstacle: Obstacle, times: ObstacleTimes) -> tuple[int, int, int]:
    """Return a key that puts open hinder before solved ones, the highest level first, the oldest first."""
    level = OBSTACLE_LEVELS.index(obstacle.level) if obstacle.level else -1
    return int(times.standing == "lost"), -level, -(times.age or 0)
