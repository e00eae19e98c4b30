"""Rapporttillfällen: begun, written, frozen, compared with the one before and carried forward from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nvplan.catalog.report_links import report_links
from nvplan.catalog.reporting import report_form
from nvplan.model.county import Actor
from nvplan.model.dates import format_date
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.objects import ReportOccasion
from nvplan.model.plan import PlanState
from nvplan.model.reporting import ReportForm, ReportItem
from nvplan.model.safetext import clean
from nvplan.services.object_writing import create_object
from nvplan.services.reports.money_forms import AGREEMENT, DEVIATIONS
from nvplan.services.reports.opening import OCCASIONS, Report, find_occasion, number_of, occasions, report_of
from nvplan.services.reports.standing import by_item, standings
from nvplan.services.reports.vision import check_vision, has_vision
from nvplan.services.reports.written import Written, put_texts, written
from nvplan.services.session import PlanSession
from nvplan.services.snapshots import freeze_within
from nvplan.store.journal import FREEZES, Body
from nvplan.store.repository import Transaction
from nvplan.texts import reports as texts

_LONGEST = 20_000


# -- begin -----------------------------------------------------------------------------------------------------------
def begin(session: PlanSession, wanted: str, actor: Actor | None = None, *, part: bool = False, title: str = ""
          ) -> str:
    """Add an occasion for a form with what can be proposed, and return its id; the last day is a suggestion.

    Args:
        session: The plan.
        wanted: The form's id.
        actor: Who hands it in; where only one body can, it need not be said.
        part: The first of a form's days (half the year) instead of the last.
        title: The occasion's title; proposed where it is empty.

    Raises:
        UnknownNameError: there is no such form.
        InputError: the form is an outline, or it is not clear who hands it in.
    """
    form = report_form(wanted.strip().lower())
    if form.is_derived:
        raise InputError(texts.FORM_IS_OUTLINE.format(title=form.title))
    hands_in = actor or _only(session.state, form)
    if hands_in is not None and not any(hands_in.acts_as(kind) for kind in form.actors):
        raise InputError(texts.ACTOR_NOT_OF_FORM.format(actor=hands_in.name, title=form.title))
    year = session.state.info.year
    due = form.dates[0 if part else -1] if form.dates else None
    name = title.strip() or texts.OCCASION_TITLE.format(form=form.title.removesuffix(f" {form.year}"), year=year,
                                                        actor=hands_in.name if hands_in else texts.ALL_ACTORS)
    before = _before(session.state, form, hands_in)
    return create_object(session, OCCASIONS, {
        "title": name, "form": form.id, "receiver": form.receiver, "actor": hands_in.id if hands_in else "",
        "period_start": f"{year}-01-01", "period_end": f"{year}-06-30" if part and len(form.dates) > 1
        else f"{year}-12-31", "previous": before.id if before else "",
        "deadline": _moved(due.date, year - (form.year or year)) if due else "", "deadline_standing": "forslag"})


def _only(state: PlanState, form: ReportForm) -> Actor | None:
    """Return the one body that can hand the form in; None where kommuner answer in one table.

    Raises:
        InputError: there are several.
    """
    if "kommun" in form.actors:
        return None
    bodies = [one for one in state.actors if any(one.acts_as(kind) for kind in form.actors)]
    if len(bodies) != 1:
        raise InputError(texts.choose_actor([one.id for one in bodies]))
    return bodies[0]


def _moved(date: str, years: int) -> str:
    return f"{int(date[:4]) + years:04d}{date[4:]}"


def _before(state: PlanState, form: ReportForm, actor: Actor | None) -> ReportOccasion | None:
    same = [one for one in occasions(state) if one.form == form.id and (actor is None or one.actor == actor.id)]
    return same[-1] if same else None


# -- write -----------------------------------------------------------------------------------------------------------
def find_item(report: Report, wanted: str) -> ReportItem:
    """Return a report's item by its number or id.

    Raises:
        UnknownNameError: the report has none.
    """
    typed = wanted.strip().lower()
    for item in report.items:
        if typed in (item.id, number_of(item)):
            return item
    raise UnknownNameError(texts.ITEM_UNKNOWN.format(wanted=wanted.strip(), form=report.form.title))


def write(session: PlanSession, occasion: str, wanted: str, text: str) -> str:
    """Write an item's own text over the draft; an empty text brings the draft back. Returns a sentence.

    Raises:
        UnknownNameError: there is no such occasion or item.
        InputError: the occasion is frozen, the text does not fit, or the item is no text of the report's own.
    """
    report = report_of(session, occasion)
    item = find_item(report, wanted)
    told = clean(text).strip()
    _check_writable(report, item)
    if len(told) > _LONGEST:
        raise InputError(texts.TEXT_TOO_LONG.format(length=len(told), most=_LONGEST))
    if told and item.type == "kolumn":
        check_vision(report, item, told)
    _put(session, report, {item.id: Written(text=told) if told else None}, "rapportera", number_of(item))
    return texts.ITEM_WRITTEN.format(number=number_of(item)) if told else texts.ITEM_CLEARED.format(
        number=number_of(item))


def _check_writable(report: Report, item: ReportItem) -> None:
    if item.personal or item.value == "underskrift":
        raise InputError(texts.ITEM_PERSONAL.format(text=item.text))
    if item.value == "kronor" or item.computed:
        raise InputError(texts.ITEM_AMOUNT.format(text=item.text))
    is_question = item.type in ("fraga", "delfraga", "innehall") or item.id in report_links()
    is_column = item.type == "kolumn" and has_vision(report)
    is_field = report.document in ("rekvisition", "ekonomi") and number_of(item) in (AGREEMENT, DEVIATIONS)
    if not (is_question or is_column or (is_field and item.type == "falt" and item.value in ("text", "langtext"))):
        raise InputError(texts.ITEM_NOT_WRITTEN.format(text=item.text))


def _put(session: PlanSession, report: Report, found: dict[str, Written | None], command: str, subject: str) -> None:
    identity = report.occasion.id if report.occasion else ""
    with session.repository.transaction(session.role, command, subject, identity) as change:
        _check_open(change, identity)
        put_texts(change, identity, found)
    session.reload()


def _check_open(change: Transaction, identity: str) -> Body:
    """Return the occasion as it is stored.

    Raises:
        UnknownNameError: someone has removed it.
        InputError: it is frozen.
    """
    body = change.get(OCCASIONS, identity)
    if body is None:
        raise UnknownNameError(texts.unknown_occasion(identity, []))
    if body.get("frozen"):
        raise InputError(texts.OCCASION_FROZEN.format(title=body["title"], date=format_date(str(body["frozen"]))))
    return body


# -- freeze ----------------------------------------------------------------------------------------------------------
def freeze(session: PlanSession, occasion: str) -> str:
    """Freeze an occasion: the whole plan is kept as it is, and the report is read from that ever after.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: it is already frozen, has no form, or too much has been frozen.
    """
    report = report_of(session, occasion)
    identity = report.occasion.id if report.occasion else ""
    with session.repository.transaction(session.role, FREEZES, find_occasion(session.state, identity).title) as change:
        body = _check_open(change, identity)
        name = texts.SNAPSHOT_NAME.format(id=identity, when=change.when[:19])
        snapshot = freeze_within(change, session.repository, name)
        change.put(OCCASIONS, identity, {**body, "frozen": change.when[:10], "snapshot": snapshot})
    session.reload()
    return texts.FROZEN.format(title=find_occasion(session.state, identity).title)


# -- compare and carry forward ---------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Compared:
    """An item in this occasion and in the one before."""

    item: ReportItem
    change: Literal["samma", "andrad", "ny", "borta"]
    before: str
    after: str

    def as_json(self) -> dict[str, Any]:
        """Return the comparison as `--json` prints it."""
        return {"id": self.item.id, "number": number_of(self.item), "change": self.change, "before": self.before,
                "after": self.after}


def previous_report(session: PlanSession, report: Report, other: PlanSession | None = None) -> Report:
    """Return the report of the occasion before, frozen or not; in another plan, the latest of its form and actor.

    Raises:
        InputError: no occasion is given as the one before, or the other plan has none.
    """
    if other is not None:
        same = _before(other.state, report.form, report.actor)
        if same is None:
            raise InputError(texts.NO_PREVIOUS_IN_FILE.format(name=other.path.name))
        return report_of(other, same.id)
    before = report.occasion.previous if report.occasion else ""
    if not before:
        raise InputError(texts.NO_PREVIOUS)
    return report_of(session, before)


def compare(session: PlanSession, occasion: str, other: PlanSession | None = None) -> list[Compared]:
    """Return every item against the occasion before; an item that only one of them has is new or gone.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: no occasion is given as the one before.
    """
    report = report_of(session, occasion)
    now, before = by_item(standings(report)), by_item(standings(previous_report(session, report, other)))
    found = []
    for identity in [*now, *(one for one in before if one not in now)]:
        new, old = now.get(identity), before.get(identity)
        shown = new or old
        if shown is not None:
            found.append(_compared(shown.item, old.text if old else "", new.text if new else ""))
    return found


def _compared(item: ReportItem, before: str, after: str) -> Compared:
    if before == after:
        return Compared(item, "samma", before, after)
    return Compared(item, "andrad" if before and after else "ny" if after else "borta", before, after)


def carry_over(session: PlanSession, occasion: str, wanted: Sequence[str] = (), other: PlanSession | None = None
               ) -> list[str]:
    """Copy what people wrote in the occasion before, where nothing is written here; return the items' numbers.

    Each is marked as carried over until someone confirms or rewrites it. What was only a draft is drafted anew.

    Raises:
        UnknownNameError: there is no such occasion or item.
        InputError: the occasion is frozen, or no occasion is given as the one before.
    """
    report = report_of(session, occasion)
    before = previous_report(session, report, other)
    chosen = {find_item(report, one).id for one in wanted} or {item.id for item in report.items}
    marked = (before.occasion.title if other else before.occasion.id) if before.occasion else ""
    found: dict[str, Written | None] = {
        identity: Written(text=one.text, carried=marked)
        for identity, one in (before.written or {}).items()
        if identity in chosen and report.text(identity) is None and one.text}
    if found:
        _put(session, report, found, "overfor", before.occasion.title if before.occasion else "")
    numbers = {item.id: number_of(item) for item in report.items}
    return [numbers[identity] for identity in found]


def confirm(session: PlanSession, occasion: str, wanted: str) -> str:
    """Say that a text that was carried over still holds.

    Raises:
        UnknownNameError: there is no such occasion or item.
        InputError: the occasion is frozen, or the item has nothing carried over.
    """
    report = report_of(session, occasion)
    item = find_item(report, wanted)
    own = written(session.repository, report.occasion.id if report.occasion else "").get(item.id)
    if own is None or not own.carried:
        raise InputError(texts.NOTHING_CARRIED.format(number=number_of(item)))
    _put(session, report, {item.id: Written(text=own.text)}, "rapportera", number_of(item))
    return texts.ITEM_CONFIRMED.format(number=number_of(item))
