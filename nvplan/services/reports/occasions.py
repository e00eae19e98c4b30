"""Rapporttillfällen: written, frozen, handed in, compared with the one before and carried forward from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nvplan.catalog.report_links import report_links
from nvplan.model.dates import format_date, parse_date
from nvplan.model.errors import ConflictError, InputError, UnknownNameError
from nvplan.model.kinds import kind_of
from nvplan.model.reporting import ReportItem
from nvplan.model.safetext import clean, one_line
from nvplan.services.reports.money_forms import AGREEMENT, DEVIATIONS
from nvplan.services.reports.opening import (
    OCCASIONS,
    Report,
    find_occasion,
    number_of,
    occasion_before,
    report_of,
)
from nvplan.services.reports.standing import by_item, standings
from nvplan.services.reports.vision import check_vision, has_vision
from nvplan.services.reports.written import Written, put_texts, written
from nvplan.services.writing.session import PlanSession
from nvplan.services.writing.snapshots import freeze_within
from nvplan.store.journal import FREEZES, Body
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import reports as reports_texts

_LONGEST = 20_000
#: How much of each text a conflict shows.
_SHOWN = 200
#: The command that notes when a report was handed in.
_HANDS_IN = "lamna"


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
    raise UnknownNameError(reports_texts.ITEM_UNKNOWN.format(wanted=wanted.strip(), form=report.form.title))


def write(session: PlanSession, occasion: str, wanted: str, text: str, *, seen: str | None = None, edit: str = ""
          ) -> str:
    """Write an item's own text over the draft; an empty text brings the draft back. Returns a sentence.

    Args:
        session: The plan.
        occasion: The occasion's id.
        wanted: The item's number or id.
        text: What is to stand there.
        seen: The text that the person had before them, empty where there was none; None writes without looking.
        edit: Names the person's unbroken stay in the field: one entry in the history.

    Raises:
        UnknownNameError: there is no such occasion or item.
        InputError: the occasion is frozen, the text does not fit, or the item is no text of the report's own.
        ConflictError: someone else has written there since it was seen.
    """
    report = report_of(session, occasion)
    item = find_item(report, wanted)
    told = check_text(report, item, text)
    _put(session, report, {item.id: Written(text=told) if told else None}, "rapportera", number_of(item), edit=edit,
         seen=None if seen is None else {item.id: seen})
    return reports_texts.ITEM_WRITTEN.format(number=number_of(item)) if told else reports_texts.ITEM_CLEARED.format(
        number=number_of(item))


def check_text(report: Report, item: ReportItem, text: str) -> str:
    """Return a text as it would be stored.

    Raises:
        InputError: it does not fit the item, or the item has no text of the report's own.
    """
    told = clean(text).strip()
    fault = why_not_written(report, item)
    if fault:
        raise InputError(fault)
    if len(told) > _LONGEST:
        raise InputError(reports_texts.TEXT_TOO_LONG.format(length=len(told), most=_LONGEST))
    if told and item.type == "kolumn":
        check_vision(report, item, told)
    return told


def why_not_written(report: Report, item: ReportItem) -> str:
    """Return why people write no text of their own for an item, as a sentence; empty where they do."""
    kind = kind_of(item.field)
    if item.personal or kind.is_ink:
        return reports_texts.ITEM_PERSONAL.format(text=item.text)
    if kind.is_amount or item.computed:
        return reports_texts.ITEM_AMOUNT.format(text=item.text)
    is_question = item.type in ("fraga", "delfraga", "innehall") or item.id in report_links()
    is_column = item.type == "kolumn" and has_vision(report)
    is_field = report.document in ("rekvisition", "ekonomi") and number_of(item) in (AGREEMENT, DEVIATIONS)
    if is_question or is_column or (is_field and item.type == "falt" and kind.is_text):
        return ""
    return reports_texts.ITEM_NOT_WRITTEN.format(text=item.text)


def _put(session: PlanSession, report: Report, found: dict[str, Written | None], command: str, subject: str, *,
         edit: str = "", seen: Mapping[str, str] | None = None) -> None:
    identity = report.occasion.id if report.occasion else ""
    try:
        with session.repository.transaction(session.role, command, subject, identity, edit) as change:
            _check_open(change, identity)
            _check_seen(written(change, identity), found, seen or {})
            put_texts(change, identity, found)
    finally:
        session.reload()


def _check_seen(stored: Mapping[str, Written], found: Mapping[str, Written | None], seen: Mapping[str, str]) -> None:
    for identity, before in seen.items():
        theirs, ours = (one.text if one else "" for one in (stored.get(identity), found[identity]))
        if theirs not in (before, ours):
            raise ConflictError(common_texts.answer_conflict(one_line(theirs, _SHOWN), one_line(ours, _SHOWN)))


def _check_open(change: Transaction, identity: str) -> Body:
    """Return the occasion as it is stored.

    Raises:
        UnknownNameError: someone has removed it.
        InputError: it is frozen.
    """
    body = change.get(OCCASIONS, identity)
    if body is None:
        raise UnknownNameError(reports_texts.unknown_occasion(identity, []))
    if body.get("frozen"):
        raise InputError(
            reports_texts.OCCASION_FROZEN.format(title=body["title"], date=format_date(str(body["frozen"])))
        )
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
        name = reports_texts.SNAPSHOT_NAME.format(id=identity, when=change.when[:19])
        snapshot = freeze_within(change, session.repository, name)
        change.put(OCCASIONS, identity, {**body, "frozen": change.when[:10], "snapshot": snapshot})
    session.reload()
    return reports_texts.FROZEN.format(title=find_occasion(session.state, identity).title)


def hand_in(session: PlanSession, occasion: str, date: str) -> str:
    """Note the day on which the county itself handed a report in, also on a frozen one; an empty day takes it away.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: the day cannot be read, is no whole day, or lies ahead or before the period begins.
    """
    one = find_occasion(session.state, occasion)
    day = parse_date(date) if date.strip() else ""
    try:
        with session.repository.transaction(session.role, _HANDS_IN, one.title) as change:
            body = change.get(OCCASIONS, one.id)
            if body is None:
                raise UnknownNameError(reports_texts.unknown_occasion(one.id, []))
            _check_handed_in(body, day, change.when[:10])
            kept = {name: value for name, value in body.items() if name != "sent"}
            change.put(OCCASIONS, one.id, {**kept, "sent": day} if day else kept)
    finally:
        session.reload()
    return (
        reports_texts.HANDED_IN.format(title=one.title, date=format_date(day))
        if day
        else reports_texts.NOT_HANDED_IN.format(title=one.title)
    )


def _check_handed_in(body: Body, day: str, today: str) -> None:
    if not day:
        return
    if len(day) != 10:
        raise InputError(reports_texts.HANDED_IN_DAY)
    if day > today:
        raise InputError(reports_texts.HANDED_IN_AHEAD.format(date=format_date(day)))
    if day < str(body.get("period_start", ""))[:10]:
        raise InputError(reports_texts.HANDED_IN_BEFORE)


# -- compare and carry forward ---------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Compared:
    """An item in this occasion and in the one before."""

    item: ReportItem
    change: Literal["samma", "andrad", "ny", "borta"]
    before: str
    after: str

    @property
    def added(self) -> Sequence[str]:
        """The lines that only this occasion has."""
        return _lines_beyond(self.after, self.before)

    @property
    def removed(self) -> Sequence[str]:
        """The lines that only the occasion before has."""
        return _lines_beyond(self.before, self.after)

    def as_json(self) -> dict[str, Any]:
        """Return the comparison as `--json` prints it."""
        return {"id": self.item.id, "number": number_of(self.item), "change": self.change, "before": self.before,
                "after": self.after}


def _lines_beyond(text: str, other: str) -> Sequence[str]:
    known = set(other.splitlines())
    return [line for line in text.splitlines() if line.strip() and line not in known]


def previous_report(session: PlanSession, report: Report, other: PlanSession | None = None) -> Report:
    """Return the report of the occasion before, frozen or not; in another plan, the latest of its form and actor.

    Raises:
        InputError: no occasion is given as the one before, or the other plan has none.
    """
    if other is not None:
        same = occasion_before(other.state, report.form, report.actor)
        if same is None:
            raise InputError(reports_texts.NO_PREVIOUS_IN_FILE.format(name=other.path.name))
        return report_of(other, same.id)
    before = report.occasion.previous if report.occasion else ""
    if not before:
        raise InputError(reports_texts.NO_PREVIOUS)
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
        raise InputError(reports_texts.NOTHING_CARRIED.format(number=number_of(item)))
    _put(session, report, {item.id: Written(text=own.text)}, "rapportera", number_of(item))
    return reports_texts.ITEM_CONFIRMED.format(number=number_of(item))
