"""What a plan's own set says where content names another: everyone who follows `replaces` asks here.

A question, a rule or an insats names the requirement that it was written for. A plan uses a set of its own, so what is
shown is what stands there for the same thing: the requirement itself, what has replaced it, or what it replaced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nvplan.catalog.location import remembered
from nvplan.catalog.requirements import latest_verified, requirement_sets, requirements, set_lineage
from nvplan.model.lineage import Lineage
from nvplan.model.plan import PlanInfo
from nvplan.model.question import Question
from nvplan.model.requirement import Requirement

if TYPE_CHECKING:
    from nvplan.model.figures import Goal


def _goals() -> Sequence[Goal]:
    """Return the national goals. Money and history, which are read with them, are nothing for who opens a plan."""
    from nvplan.catalog.figures import goals

    return goals()


@remembered
def requirement_lineage() -> Lineage:
    """Return which requirements replace which."""
    return Lineage.of(requirements().values())


@remembered
def goal_lineage() -> Lineage:
    """Return which national goals replace which."""
    return Lineage.of(_goals())


@remembered
def _in_use(requirement_set: str, own: frozenset[str]) -> frozenset[str]:
    """Return the ids of the requirements of a set and of what stands beside it."""
    beside = {row.id for row in requirement_sets().values() if row.always} | own | {requirement_set}
    return frozenset(row.id for row in requirements().values() if row.set in beside)


@remembered
def followed(named: tuple[str, ...], requirement_set: str, own: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return what a set has for the requirements that content names, each once; `own` are proposals said in force.

    Where one was split and the content itself names a part that is in use, the other parts are not added: whoever wrote
    it chose among them.
    """
    in_use = _in_use(requirement_set, own)
    found: dict[str, None] = {}
    for identity in named:
        standing = requirement_lineage().standing_for(identity, in_use)
        found.update(dict.fromkeys([one for one in standing if one in named] or standing))
    return tuple(found)


def requirements_for(question: Question, info: PlanInfo) -> Sequence[Requirement]:
    """Return the requirements behind a question as a plan's set has them; a proposal said in force reads as such."""
    known, own = requirements(), info.own_standing
    found = [known[one] for one in followed(question.requirements, info.requirement_set, frozenset(own))]
    return [one.in_force() if one.set in own and one.title_in_force else one for one in found]


def answers_to(named: Sequence[str], requirement: str) -> bool:
    """Whether something that names requirements answers to this one, by itself or as an older or newer version."""
    return any(requirement_lineage().related(one, requirement) for one in named)


def in_the_name_of(template: str, name: str) -> str:
    """Return words about a set with its name put in; `{Mangd}` begins a sentence, `{mangd}` stands inside one."""
    return template.replace("{mangd}", name).replace("{Mangd}", name[:1].upper() + name[1:])


def spoken_set(question: Question, requirement_set: str) -> str:
    """Return the set that a question's words are about: the plan's where it says the same as the one they came from.

    The words tell how binding a thing is. They hold for the plan's set only where every requirement that they were
    written from stands there, as binding as it was; else they are told of the set that they came from.
    """
    known = requirements()
    origin = origin_set(question)
    before = [one for one in question.requirements if known[one].set == origin]
    for one in before:
        after = followed((one,), requirement_set)
        if not after or any(known[new].modality != known[one].modality or known[new].set != requirement_set
                            for new in after):
            return origin
    return requirement_set if before else origin


def origin_set(question: Question) -> str:
    """Return the agreement that a question was written from: the latest one that its requirements belong to."""
    known, order = requirements(), [row.id for row in requirement_sets().values() if not row.always]
    named = {known[one].set for one in question.requirements}
    agreements = [one for one in order if one in named and not requirement_sets()[one].is_proposed]
    return agreements[-1] if agreements else latest_verified()


def goals_for(info: PlanInfo) -> Sequence[Goal]:
    """Return the national goals and guide values that a plan is measured against, in the order of the file.

    They are those of the plan's set and, where that set is not whole in the catalogue or has none, those of the sets
    that it replaces and that nothing has replaced since.
    """
    return _goals_of(info.requirement_set)


@remembered
def _goals_of(requirement_set: str) -> tuple[Goal, ...]:
    chain = set_lineage().before(requirement_set)
    if not any(goal.set in chain for goal in _goals()):
        latest = set_lineage().before(latest_verified())
        if requirement_set in latest:
            # A set older than every goal in the catalogue: the first ones told of the same period.
            return tuple(goal for goal in _goals() if not goal.replaces)
        chain = latest
    known = requirement_sets().get(requirement_set)
    own = [goal for goal in _goals() if goal.set == requirement_set]
    if own and known is not None and known.complete:
        return tuple(own)
    candidates = [goal for goal in _goals() if goal.set in chain]
    gone = {old for one in candidates for old in goal_lineage().before(one.id)[1:]}
    if known is not None and known.complete:
        gone |= {one.id for one in candidates if one.id in requirements() and not followed((one.id,), requirement_set)}
    return tuple(goal for goal in candidates if goal.id not in gone)


def goal_anchor(identity: str, among: Sequence[str]) -> str:
    """Return which of some goals that code names a goal is or follows, empty where it follows none of them."""
    return next((one for one in goal_lineage().before(identity) if one in among), "")


def goal_named(identity: str) -> Goal:
    """Return the goal with an id that code names; the loader makes sure that it is there."""
    return next(goal for goal in _goals() if goal.id == identity)


def given_by(identity: str) -> Mapping[str, str]:
    """Return what a national goal gives the county's own in empty fields, with its day: its own, else a former goal's.

    Nothing where no such goal is known.
    """
    known = {goal.id: goal for goal in _goals()}
    former = [known[one] for one in goal_lineage().before(identity) if one in known]
    gives = next((goal.gives for goal in former if goal.gives), {})
    return {**gives, **({"date": former[0].date} if former and former[0].date else {})}


def same_goal(one: str, other: str) -> bool:
    """Whether two ids mean the same national goal, in whichever set."""
    return goal_lineage().related(one, other)


def goal_in_use(anchor: str, info: PlanInfo) -> Goal | None:
    """Return the goal that a plan is measured against for one that code names; None where its set has none such."""
    return next((goal for goal in goals_for(info) if goal_anchor(goal.id, (anchor,))), None)
