"""Opens a report: which form, whose, on which occasion, and from the plan as it is or as it was frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nvplan.catalog.reporting import report_form, report_forms, report_items
from nvplan.catalog.requirements import requirement_sets, set_lineage
from nvplan.model.collation import nearest
from nvplan.model.county import Actor, ActorType
from nvplan.model.dates import last_day
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.objects import ReportOccasion
from nvplan.model.plan import PlanState
from nvplan.model.reporting import ReportForm, ReportItem, due_on
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.snapshots import open_snapshot
from nvplan.services.reports.same_texts import answered_texts, same_questions
from nvplan.services.reports.written import Written, written
from nvplan.texts import reports as reports_texts

OCCASIONS = "rapporttillfalle"
#: The number of the table on the målbild in every form that has one.
VISION_TABLE = "2.2"
REGION, OTHERS = "redovisning-region", "redovisning-rss"
#: The documents that print a form; the first two print questions with answers, for a region and for the others.
PRINTED = (REGION, OTHERS, "vfu", "rekvisition", "ekonomi")
_HANDS_IN: Mapping[str, tuple[ActorType, ...]] = {
    "redovisning-region": ("region",), "redovisning-rss": ("rss",), "vfu": (),
    "rekvisition": ("region", "rss"), "ekonomi": ("region", "rss"),
}


@dataclass(frozen=True)
class Report:
    """A report: its items in order, what people have written in it, and the plan that the rest is drawn from."""

    session: OpenPlan
    document: str
    form: ReportForm
    items: tuple[ReportItem, ...]
    actor: Actor | None
    """Who hands it in; None where everyone answers in one table."""
    occasion: ReportOccasion | None
    due: str = ""
    """The day among the form's that is reported, as ISO; empty where the form has one day or nobody has said."""
    written: Mapping[str, Written] = field(default_factory=dict)
    """The texts of the items by id: the report's own, and answers of the plan that are the same text."""
    other_day: tuple[ReportItem, ...] = ()
    """What the body is asked on another of the form's days, in order."""
    same: Mapping[str, str] = field(default_factory=dict)
    """The question whose answer is an item's text, by item id."""

    @property
    def state(self) -> PlanState:
        """The plan that it is drawn from."""
        return self.session.state

    @property
    def is_frozen(self) -> bool:
        """Whether it shows what was frozen."""
        return self.occasion is not None and bool(self.occasion.frozen)

    def text(self, item: str) -> Written | None:
        """Return what people have written for an item, in the report or in the plan's question that asks the same."""
        return self.written.get(item)


def forms_of(document: str, state: PlanState) -> Sequence[str]:
    """Return the forms that a document can follow, those of the plan's set first, then those of the sets before it.

    The first one is used where no occasion says another. Forms of other sets come last: an occasion may name one.
    """
    sets, chain = requirement_sets(), set_lineage().before(state.info.requirement_set)
    order = list(dict.fromkeys(form for one in (*chain, *sets) if one in sets for form in sets[one].forms))
    known = [form.id for form in report_forms().values() if document in _documents(form)]
    return sorted(known, key=lambda form: order.index(form) if form in order else len(order))


def _documents(form: ReportForm) -> Sequence[str]:
    """Return the documents that can print a form; nvplan's own outlines are printed by none."""
    if form.is_derived:
        return ()
    if form.layout:
        return (form.layout,)
    found = [REGION] if "region" in form.actors else []
    return [*found, OTHERS] if set(form.actors) - {"region"} else found


def number_of(item: ReportItem) -> str:
    """Return an item's number as it is printed: `1.2.1`."""
    return item.id.partition(":")[2]


def occasions(state: PlanState) -> list[ReportOccasion]:
    """Return the report occasions in the order of their last days, those without one last."""
    found = [one for one in state.objects.get(OCCASIONS, {}).values() if isinstance(one, ReportOccasion)]
    return sorted(found, key=lambda one: (one.deadline or "9999", one.id))


def find_occasion(state: PlanState, wanted: str) -> ReportOccasion:
    """Return the occasion with this id.

    Raises:
        UnknownNameError: there is none; the sentence names those that there are.
    """
    known = {one.id: one for one in occasions(state)}
    found = known.get(wanted.strip().lower())
    if found is None:
        raise UnknownNameError(reports_texts.unknown_occasion(wanted, nearest(wanted, known) or list(known)[:5]))
    return found


def occasion_before(state: PlanState, form: ReportForm, actor: Actor | None) -> ReportOccasion | None:
    """Return the latest occasion of the same form and body, None where there is none."""
    same = [one for one in occasions(state) if one.form == form.id and (actor is None or one.actor == actor.id)]
    return same[-1] if same else None


def document_of(form: str, actor: Actor | None) -> str:
    """Return the document that prints a form for an actor.

    Raises:
        InputError: no document does.
    """
    known = report_forms().get(form)
    for document in _documents(known) if known is not None else ():
        kinds = _HANDS_IN[document]
        if not kinds or actor is None or document == OTHERS or any(actor.acts_as(kind) for kind in kinds):
            return document
    raise InputError(reports_texts.FORM_WITHOUT_DOCUMENT.format(form=form or reports_texts.NONE))


def open_reports(session: OpenPlan, document: str, actor: Actor | None = None, occasion: str = "") -> list[Report]:
    """Return the reports that a document consists of: one for each actor that hands one in.

    Without an occasion the open one with the latest day is used, else the one frozen last, else none.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: the occasion is about another form, or the actor hands in no such report.
    """
    if occasion:
        one = find_occasion(session.state, occasion)
        if one.form not in forms_of(document, session.state):
            raise InputError(reports_texts.OCCASION_OTHER_FORM.format(id=one.id, form=one.form or reports_texts.NONE,
                                                              document=document))
        return [open_report(session, document, session.state.actor(one.actor) or actor, one)]
    kinds = _HANDS_IN[document]
    if not kinds:
        return [open_report(session, document, None, _latest(session.state, document, None))]
    bodies = [one for one in session.state.actors if any(one.acts_as(kind) for kind in kinds)]
    if actor is not None:
        if actor not in bodies:
            raise InputError(reports_texts.ACTOR_HANDS_IN_NONE.format(actor=actor.name, document=document))
        bodies = [actor]
    if not bodies:
        raise InputError(reports_texts.NOBODY_HANDS_IN.format(document=document))
    return [open_report(session, document, one, _latest(session.state, document, one)) for one in bodies]


def _latest(state: PlanState, document: str, actor: Actor | None) -> ReportOccasion | None:
    forms = forms_of(document, state)
    mine = [one for one in occasions(state)
            if one.form in forms and (actor is None or one.actor in ("", actor.id))]
    is_open = [one for one in mine if not one.frozen]
    if is_open:
        return is_open[-1]
    return max(mine, key=lambda one: (one.frozen, one.deadline, one.id), default=None)


def open_report(session: OpenPlan, document: str, actor: Actor | None, occasion: ReportOccasion | None) -> Report:
    """Return one actor's report; a frozen occasion is read from its frozen state and never from the plan of today.

    Raises:
        UnknownNameError: the frozen state is gone.
    """
    form = report_form(occasion.form if occasion and occasion.form else _first(document, session.state))
    source = session
    if occasion is not None and occasion.frozen:
        source = open_snapshot(session, occasion.snapshot)
        then = source.state.objects.get(OCCASIONS, {}).get(occasion.id)
        if isinstance(then, ReportOccasion):
            kept = {name: getattr(occasion, name) for name in ("frozen", "snapshot", "sent")}
            occasion = then.model_copy(update=kept)
    due = due_date(form, occasion)
    asked = asked_of(report_items(form.id, year=_year_of(occasion) or source.state.info.year), actor)
    items = due_on(asked, due) if due and not _alone(source.state, form, occasion, due) else asked
    shown = {item.id for item in items}
    own = written(source.repository, occasion.id) if occasion else {}
    same = same_questions(items, own)
    return Report(source, document, form, items, actor, occasion, due, {**answered_texts(source.state, same), **own},
                  tuple(item for item in asked if item.id not in shown), same)


def _alone(state: PlanState, form: ReportForm, occasion: ReportOccasion | None, due: str) -> bool:
    """Whether a report of a whole year is the only one: what the form asks on its earlier day is asked in it too.

    A form parts its questions between two days of its own year; a receiver of another year may ask once.
    """
    year = _year_of(occasion)
    if occasion is None or year is None or form.year in (None, year) or due != max(one.date for one in form.dates):
        return False
    if (occasion.period_start[:7], occasion.period_end[:7]) != (f"{year}-01", f"{year}-12"):
        return False
    return not any(one.form == form.id and one.actor == occasion.actor and _year_of(one) == year
                   and due_date(form, one) not in ("", due) for one in occasions(state))


def _year_of(occasion: ReportOccasion | None) -> int | None:
    """Return the year that an occasion reports: its period's last; None where it has no period."""
    period = (occasion.period_end or occasion.period_start) if occasion is not None else ""
    return last_day(period).year if period else None


def _first(document: str, state: PlanState) -> str:
    forms = forms_of(document, state)
    if not forms:
        raise InputError(reports_texts.FORM_WITHOUT_DOCUMENT.format(form=reports_texts.NONE))
    return forms[0]


def report_of(session: OpenPlan, occasion: str) -> Report:
    """Return the report of an occasion.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: its form is printed by no document.
    """
    one = find_occasion(session.state, occasion)
    actor = session.state.actor(one.actor)
    return open_report(session, document_of(one.form, actor), actor, one)


def due_date(form: ReportForm, occasion: ReportOccasion | None) -> str:
    """Return which of a form's days an occasion is for: the one whose month is nearest; empty where none can tell."""
    if occasion is None or not occasion.deadline or len(form.dates) < 2:
        return ""
    month = int(occasion.deadline[5:7])
    return min((one.date for one in form.dates), key=lambda date: _months_apart(int(date[5:7]), month))


def _months_apart(one: int, other: int) -> int:
    apart = abs(one - other)
    return min(apart, 12 - apart)


def asked_of(items: tuple[ReportItem, ...], actor: Actor | None) -> tuple[ReportItem, ...]:
    """Return the items that an actor is asked, on whatever day."""
    return tuple(item for item in items
                 if not item.actors or actor is None or any(actor.acts_as(kind) for kind in item.actors))
