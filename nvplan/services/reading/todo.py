"""What there is to do now: with whom and by when, gathered from everything that waits in the plan."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from nvplan.catalog.counties import short_names
from nvplan.catalog.questions import plan_form
from nvplan.model.objects import Effort
from nvplan.model.plan import PlanState
from nvplan.model.progress import answer_share, respondents
from nvplan.model.requirement import PLANS
from nvplan.services.reading.carried import first_unconfirmed, unconfirmed, unconfirmed_objects
from nvplan.services.reading.due import Due
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.places import DUE
from nvplan.texts import due as due_texts
from nvplan.texts import overview as overview_texts

#: So many days ahead something is to be done now, and so many such things stand one by one.
NEAR, _MOST_NEAR = 14, 2
#: So many are named where several wait.
_NAMED = 3
_GOING_ON = ("planerad", "paborjad", "pagaende")
#: What ends: something that is spread or broad may go on until further notice.
_ENDS = ("projekt", "pilot")


@dataclass(frozen=True)
class ToDo:
    """One thing to do: how many of it, in what words, with whom, by when, and the place that it leads to.

    `place` is written as a finding's. `late` is what has passed its day, `urgent` what has or soon will.
    """

    what: str
    place: str
    count: int = 0
    who: str = ""
    when: str = ""
    late: bool = False
    urgent: bool = False
    among: tuple[str, ...] = ()
    """The objects of the same kind that wait too, where the place is an object."""
    confirms: bool = False
    """Whether it is shared objects from last year's plan to confirm, one after the other."""


def to_do(state: PlanState, today: dt.date, found: Sequence[Due], left: Iterable[ToDo] = ()) -> list[ToDo]:
    """Return what to do now, the most pressing first.

    Args:
        state: the plan.
        today: the day that is counted from.
        found: everything that is due, as `due` gives it.
        left: what else is left to confirm: what a change of requirement set left.
    """
    return [*_late(state, today, found), *_near(state, today, found), *_carried(state), *left, *_unanswered(state),
            *_endless(state)]


def ahead(state: PlanState, today: dt.date, found: Sequence[Due]) -> list[Due]:
    """Return what comes and is not to be done now already, soonest first."""
    taken = {(one.date, one.what) for one in _soon(today, found)}
    return [one for one in found if not one.is_late(today) and (one.date, one.what) not in taken]


def short_name(state: PlanState, actor: str) -> str:
    """Return an actor as briefly as it can be told: a kommun by its place alone, the only RSS by that word."""
    found = state.actor(actor)
    if found is None:
        return ""
    if found.type == "rss" and sum(one.type == "rss" for one in state.actors) == 1:
        return overview_texts.RSS
    return short_names().get(found.name, found.name)


def _late(state: PlanState, today: dt.date, found: Sequence[Due]) -> Iterator[ToDo]:
    groups: dict[str, list[Due]] = {}
    for one in found:
        if one.is_late(today):
            groups.setdefault(one.type, []).append(one)
    for kind, late in groups.items():
        first = late[0]
        if len(late) == 1:
            yield ToDo(first.what, first.place, who=_who(state, late),
                       when=due_texts.distance(first.days(today)).removeprefix("! "), late=True, urgent=True)
        else:
            yield ToDo(overview_texts.LATE.get(kind, overview_texts.LATE_OTHER), f"{DUE}:", len(late),
                       _who(state, late), late=True, urgent=True)


def _soon(today: dt.date, found: Sequence[Due]) -> list[Due]:
    near = takewhile(lambda one: one.days(today) <= NEAR, found)  # what is due is told soonest first
    return [one for one in near if one.confirmed and one.waits and one.days(today) >= 0][:_MOST_NEAR]


def _near(state: PlanState, today: dt.date, found: Sequence[Due]) -> Iterator[ToDo]:
    for one in _soon(today, found):
        yield ToDo(one.what, one.place, when=due_texts.distance(one.days(today)), who=_who(state, [one]), urgent=True)


def _who(state: PlanState, due: Iterable[Due]) -> str:
    return names(filter(None, (short_name(state, one.actor) or one.role for one in due)))


def names(told: Iterable[str]) -> str:
    """Return the first few of some names, each once."""
    known = list(dict.fromkeys(told))
    return ", ".join(known[:_NAMED]) + (" …" if len(known) > _NAMED else "")


def _unanswered(state: PlanState) -> Iterator[ToDo]:
    """Yield the actors that have core questions of their own left, those with the most left named."""
    left: Counter[str] = Counter()
    first: dict[str, Stop] = {}
    for plan in PLANS:
        form = plan_form(plan)
        for question in form.questions:
            if not question.core or question.per == "lan" or question.guest:
                continue
            for actor in respondents(question, state, form.by_id):
                if answer_share(question, state.answer(question.id, actor)) < 1:
                    left[actor] += 1
                    first.setdefault(actor, Stop(question, actor))
    if left:
        most = [actor for actor, _ in left.most_common()]
        yield ToDo(overview_texts.actors_left(len(left)), f"fraga:{first[most[0]].place}", len(left),
                   names(short_name(state, actor) for actor in most))


def _carried(state: PlanState) -> Iterator[ToDo]:
    if not state.info.has_carried:
        return
    year = state.info.year - 1 if state.info.followed_up else state.info.carried_from
    objects, answers = unconfirmed_objects(state), list(unconfirmed(state))
    kind, identity = first_unconfirmed(state) or ("", "")
    if objects:
        yield ToDo(overview_texts.objects_to_confirm(year, len(objects)), f"{kind}:{identity}", len(objects),
                   confirms=True)
    if answers:
        yield ToDo(overview_texts.answers_to_confirm(year, len(answers)), f"fraga:{answers[0].place}", len(answers))


def _endless(state: PlanState) -> Iterator[ToDo]:
    found = [one for one in state.objects.get(Effort.about.name, {}).values() if isinstance(one, Effort)
             and one.state in _GOING_ON and one.spread in _ENDS and not one.end]
    if found:
        yield ToDo(overview_texts.without_end(len(found)), f"{Effort.about.name}:{found[0].id}", len(found),
                   names(filter(None, (short_name(state, one.actor) for one in found))),
                   among=tuple(one.id for one in found))
