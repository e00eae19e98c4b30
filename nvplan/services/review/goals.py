"""Rules about goals: what they are counted from, how high they are set, and that someone follows them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nvplan.catalog import anchors
from nvplan.catalog.following import goal_anchor, goals_for, same_goal
from nvplan.model import figures
from nvplan.model.dates import format_date
from nvplan.model.numbers import format_number
from nvplan.model.objects import Goal, Measurement
from nvplan.services.reading.goal_measurements import follows
from nvplan.services.reading.goal_standing import measured_for
from nvplan.services.review.context import Context, Hit, asked, at, check, hit, missing, name_of
from nvplan.texts import review as review_texts

#: The national goals that are told as an increase, with the questions that hold their base.
BASES = {anchors.DOCTOR_INDEX_GOAL: "lakare", anchors.INDEX_GOAL: "alla", anchors.HOMES_INDEX_GOAL: "sabo"}


def _goals(context: Context) -> list[Goal]:
    return context.objects("mal", Goal)


def _national(context: Context) -> list[figures.Goal]:
    return [goal for goal in goals_for(context.state.info) if goal.is_limit]


@check("mal-utan-basvarde")
def without_base(context: Context) -> Iterator[Hit]:
    """Yield goals of an increase, and half answered questions about one, without base year or base value."""
    for goal in _goals(context):
        prefix = BASES.get(goal_anchor(goal.national, tuple(BASES)))
        if prefix is None:
            continue
        value = goal.baseline if goal.baseline is not None else context.value(anchors.BASE_VALUE[prefix])
        year = goal.baseline_year if goal.baseline_year is not None else context.value(anchors.BASE_YEAR[prefix])
        lacks = missing((review_texts.BASELINE, value), (review_texts.BASELINE_YEAR, year))
        if lacks:
            yield hit(at("mal", goal), what=review_texts.GOAL_NAMED.format(title=name_of(goal)), missing=lacks)
    told = {goal_anchor(goal.national, tuple(BASES)) for goal in _goals(context)}
    for anchor, prefix in BASES.items():
        if anchor not in told:
            yield from _half_answered(context, prefix)


def _half_answered(context: Context, prefix: str) -> Iterator[Hit]:
    value, year = context.value(anchors.BASE_VALUE[prefix]), context.value(anchors.BASE_YEAR[prefix])
    if (value is None) == (year is None):
        return
    lacks = anchors.BASE_VALUE if value is None else anchors.BASE_YEAR
    yield hit(asked(lacks[prefix]), what=review_texts.INDEX_NAMED[prefix],
              missing=review_texts.BASELINE if value is None else review_texts.BASELINE_YEAR)


@check("mal-under-nationellt")
def below_national(context: Context) -> Iterator[Hit]:
    """Yield goals that are set lower than the national goal that they answer to."""
    for goal in _goals(context):
        least = _least(next((one for one in _national(context) if same_goal(one.id, goal.national)), None), goal)
        if goal.target is not None and least is not None and goal.target < least:
            yield hit(at("mal", goal), title=name_of(goal), target=format_number(goal.target),
                      national=format_number(least))


def _least(national: figures.Goal | None, goal: Goal) -> Decimal | None:
    if national is None or national.value is None:
        return None
    if national.kind == "andel_minst":
        return national.value
    if national.kind == "okning_relativ" and goal.baseline is not None:
        return (goal.baseline * (100 + national.value) / 100).normalize()
    return None


@check("mal-utan-niva")
def without_level(context: Context) -> Iterator[Hit]:
    """Yield goals without a level or a day; one without a number says instead how it is known that it is reached."""
    for goal in _goals(context):
        level = (review_texts.KNOWN_BY, goal.known_by) if goal.is_state else (review_texts.TARGET, goal.target)
        lacks = missing(level, (review_texts.TARGET_DATE, goal.date))
        if lacks:
            yield hit(at("mal", goal), title=name_of(goal), missing=lacks)


@check("mal-at-fel-hall")
def wrong_way(context: Context) -> Iterator[Hit]:
    """Yield goals whose level lies on the wrong side of the base."""
    for goal in _goals(context):
        if goal.baseline is None or goal.target is None or goal.direction is None:
            continue
        better = goal.target > goal.baseline if goal.direction == "hogre" else goal.target < goal.baseline
        if not better:
            yield hit(at("mal", goal), title=name_of(goal), target=format_number(goal.target),
                      baseline=format_number(goal.baseline))


@check("mal-passerat-utan-matning")
def past_without_measurement(context: Context) -> Iterator[Hit]:
    """Yield goals whose day has passed and that no measurement follows."""
    measured = context.objects("matning", Measurement)
    known = {one.measure for one in measured if one.measure}
    for goal in _goals(context):
        if goal.is_state:
            continue
        if context.passed(goal.date) and goal.measure not in known and not any(follows(one, goal) for one in measured):
            yield hit(at("mal", goal), title=name_of(goal), date=format_date(goal.date))


@check("mal-lage-passerat")
def past_without_state(context: Context) -> Iterator[Hit]:
    """Yield goals without a number whose day has passed and of which nobody has said whether they were reached."""
    for goal in _goals(context):
        if goal.is_state and context.passed(goal.date) and goal.state not in ("natt", "ej_natt"):
            yield hit(at("mal", goal), title=name_of(goal), date=format_date(goal.date))


@check("mal-saknas-for-nationellt")
def national_without_own(context: Context) -> Iterator[Hit]:
    """Yield the step on the five goals where the county has goals of its own for some of them alone."""
    own = {goal.national for goal in _goals(context) if goal.national}
    left = [one.id for one in _national(context) if not any(same_goal(one.id, goal) for goal in own)]
    if left and context.value(anchors.ALL_GOALS) is not None:
        yield hit(asked(anchors.ALL_GOALS), goals=", ".join(left))


@check("mal-bas-utan-kalla")
def base_without_source(context: Context) -> Iterator[Hit]:
    """Yield goals whose base value does not say where it comes from."""
    for goal in _goals(context):
        if goal.baseline is not None and not goal.baseline_source:
            yield hit(at("mal", goal), title=name_of(goal), baseline=format_number(goal.baseline))


@check("matning-fore-basar")
def measured_before_base(context: Context) -> Iterator[Hit]:
    """Yield goals whose latest measurement is of a time before the year that the goal is counted from."""
    measured = context.objects("matning", Measurement)
    for goal in _goals(context):
        found = measured_for(goal, measured)
        if goal.baseline_year is not None and found and int(found[-1].date[:4]) < goal.baseline_year:
            yield hit(at("matning", found[-1]), title=name_of(goal), date=format_date(found[-1].date),
                      year=goal.baseline_year)
