"""Every date in the plan that lies ahead: deadlines, ends of insatser, goals, revisions, what the answers promise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nvplan.catalog.questions import PlanForm, plan_form
from nvplan.catalog.tellings import tellings
from nvplan.model.dates import date_order, first_day, format_date, is_exact, is_iso, is_span, last_day
from nvplan.model.document import DateEvent
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.kind import Day
from nvplan.model.objects import TYPES, Collection, Obstacle, ReportOccasion, SharedObject
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Question
from nvplan.model.requirement import PLANS
from nvplan.services.documents.view import View
from nvplan.services.reading.due import DATED, is_over
from nvplan.services.reading.obstacles import answer_day
from nvplan.services.reading.report_days import calendar_events, report_days
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import due as due_texts

#: What stands for an actor in the words for a day, a place for a cell of its row, and the columns with who does it.
_ACTOR, _PLACE, _ROLES = "{aktor}", re.compile(r"\{(\w+)\}"), ("roll", "ansvarig")
#: So many actors are named in an event's title; with more their number stands there.
_MOST_NAMED = 3


@dataclass(frozen=True)
class PlanDate:
    """A date with what happens, with the precision that the county has given it.

    `of` is the object that it stands in, with the fields that it shows; `answer` the answer that it is.
    """

    key: str
    date: str
    what: str
    about: str = ""
    of: SharedObject | None = None
    names: tuple[str, ...] = ()
    answer: tuple[Question, str] | None = None

    @property
    def is_month(self) -> bool:
        """Whether it is a single month."""
        return is_iso(self.date) and len(self.date) == len("2027-03")

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return is_exact(self.date)

    def event(self, alarm: int | None = None) -> DateEvent:
        """Return it as an event in a calendar, with a reminder so many days before.

        A span and a month last from their first day to their last; what is only as exact as a year is a note on its
        last day, for that is when it has to be done, and says in its title how exact it is.
        """
        if self.is_day or is_span(self.date) or self.is_month:
            days = (first_day(self.date).isoformat(), last_day(self.date).isoformat())
            return DateEvent(key=self.key, day=days[0], until=days[1] if days[1] != days[0] else "", title=self.what,
                             description=self.about, alarm=alarm)
        told = documents_lists_texts.DATE_INEXACT.format(title=self.what, date=format_date(self.date))
        about = "\n".join(part for part in (documents_lists_texts.DATE_INEXACT_ABOUT, self.about) if part)
        return DateEvent(key=self.key, day=last_day(self.date).isoformat(), title=told, description=about, alarm=alarm)


def plan_dates(view: View) -> list[PlanDate]:
    """Return the dates from the day of the plan's last change on, and deadlines that are not yet met, soonest first."""
    first = view.state.changed[:10]
    others = (*_objects(view), *_answers(view))
    found = {one.key: one for one in (
        *_deadlines(view), *(one for one in others if last_day(one.date).isoformat() >= first))}
    for one in found.values():
        if one.of is not None:
            view.show(one.of, *one.names)
        if one.answer is not None:
            view.answer(*one.answer)
    return sorted(found.values(), key=lambda one: (date_order(one.date), one.key))


def _deadlines(view: View) -> Iterator[PlanDate]:
    """Yield the reporting year's days and the last days of reports that are not sent, as the reports tell them.

    The day of a form that a report has been begun for, on the same day, is that report's and stands once.
    """
    mine = {f"rapporttillfalle-{one.id}": one for one in view.objects(ReportOccasion)}
    begun = {(one.form, one.deadline) for one in mine.values() if one.form and not one.sent}
    own = {f"datum-{day.id}" for day in report_days(view.state) if (day.form, day.date) not in begun and (
        view.actor is None or day.pattern is None or any(view.actor.acts_as(kind) for kind in day.pattern.actors))}
    for event in calendar_events(view.state):
        occasion = mine.get(event.key)
        if occasion is not None or event.key in own:
            yield PlanDate(event.key, event.day, event.title, event.description, occasion,
                           ("title", "deadline", "deadline_standing", "receiver"))
    for one in mine.values():
        if one.repayment_date and not one.sent:
            about = due_texts.RECEIVER.format(receiver=one.receiver) if one.receiver else ""
            yield PlanDate(f"rapporttillfalle-{one.id}-repayment", one.repayment_date,
                           due_texts.REPAYMENT.format(title=one.title), about, one,
                           ("title", "repayment_date", "receiver"))


def _objects(view: View) -> Iterator[PlanDate]:
    for dated in DATED:
        for one in view.objects(TYPES[dated.kind]):
            if not is_over(view.state, one):
                yield from _dated(view, one, dated.field, dated.told, *dated.owners)
    for one in view.objects(Collection):
        yield from _dated(view, one, "last_day", due_texts.COLLECTING_DAY, "actor", "ask")
    for obstacle in view.objects(Obstacle):
        due = answer_day(obstacle, view.state)
        if due is not None and not obstacle.answered and not obstacle.solved:
            yield PlanDate(f"hinder-{obstacle.id}-answer", due.isoformat(), due_texts.OBSTACLE.format(
                title=obstacle.title), _owner(view, obstacle, "owner"), obstacle, ("title", "owner"))


def _dated(view: View, one: SharedObject, name: str, what: str, *owners: str) -> Iterator[PlanDate]:
    """Yield the date in a field of an object, if it has one, with whom to ask."""
    date = str(getattr(one, name))
    if date:
        kind = one.about.name
        yield PlanDate(f"{kind}-{one.id}-{name}", date, what.format(title=view.told(one, "title")),
                       _owner(view, one, *owners), one, ("title", name, *owners))


def _owner(view: View, one: SharedObject, *names: str) -> str:
    told = ", ".join(text for name in names if (text := view.told(one, name)))
    return due_texts.OWNER.format(owner=told) if told and names != ("purpose",) else told


def _answers(view: View) -> Iterator[PlanDate]:
    """Yield the dates that questions and tables of the plans are answered with."""
    for plan in PLANS:
        form = plan_form(plan)
        for question in form.questions:
            if question.bound is None:  # what an object holds is told by it
                yield from _for_each(view, form, question)


def _for_each(view: View, form: PlanForm, question: Question) -> Iterator[PlanDate]:
    """Yield the days of a question's answers; several actors with the same day share one event."""
    shared: dict[str, list[PlanDate]] = {}
    for actor in view.asked(question, form):
        value = view.state.answer(question.id, actor).value
        for day in kind_of(question).days(question, value):
            one = _of_day(view, question, actor, day, value)
            if _ACTOR in tellings(question.plan)[question.id].event:
                shared.setdefault(day.date, []).append(one)
                continue
            name = "" if actor == WHOLE_COUNTY else view.actor_name(actor)
            what = due_texts.OF_ACTOR.format(title=one.what, actor=name) if name else one.what
            yield replace(one, what=what)
    for date, several in shared.items():
        yield _together(view, question, date, several)


def _together(view: View, question: Question, date: str, several: Sequence[PlanDate]) -> PlanDate:
    """Return one event for all actors with the same day; where they are many their names stand below the title."""
    names = [view.actor_name(one.answer[1]) for one in several if one.answer]
    title = tellings(question.plan)[question.id].event
    if len(several) == 1:
        return replace(several[0], what=title.replace(_ACTOR, names[0]))
    told = documents_texts.listed(names) if len(names) <= _MOST_NAMED else due_texts.actors(len(names))
    for one in several:
        if one.answer:
            view.answer(*one.answer)
    return replace(several[0], key=f"svar-{question.id}-{date}", what=title.replace(_ACTOR, told),
                   about="" if len(names) <= _MOST_NAMED else f"{documents_texts.listed(names)}.")


def _of_day(view: View, question: Question, actor: str, day: Day, value: object) -> PlanDate:
    """Return a day of an answer, told by what happens then and not by how it was asked."""
    key, telling = f"svar-{question.id}-{actor}", tellings(question.plan)[question.id]
    if day.column is None:
        return PlanDate(key, day.date, answer=(question, actor), what=telling.event or telling.heading)
    row = value[day.row - 1] if isinstance(value, list) else {}
    cells = {column.id: kind_of(column).show(column, row.get(column.id)) for column in question.columns}
    role = next((cells[name] for name in _ROLES if cells.get(name)), "")
    event = telling.event if all(cells.get(name) for name in _PLACE.findall(telling.event)) else ""
    told, label = day.told or telling.heading, telling.columns.get(day.column.id, day.column.label)
    what = told if label in due_texts.JUST_WHEN else due_texts.ROW.format(label=label, row=told)
    what = event.format(**cells) if event else what
    beside = [day.told if day.told not in what else "", due_texts.OWNER.format(owner=role) if role else ""]
    return PlanDate(f"{key}-{day.row}-{day.column.id}", day.date, answer=(question, actor), what=what,
                    about="\n".join(part for part in beside if part))
