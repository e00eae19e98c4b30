"""Carries out the commands about reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from nvplan.catalog.questions import all_questions
from nvplan.catalog.reporting import report_form
from nvplan.model.dates import format_date, parse_day
from nvplan.model.errors import ConflictError, InputError, UnknownNameError
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.reporting import ReportItem
from nvplan.model.safetext import one_line
from nvplan.services.reports.beginning import checked_year, only_body, period_of, proposed_title
from nvplan.services.reports.occasions import check_text, find_item, previous_report
from nvplan.services.reports.opening import OCCASIONS, Report, find_occasion, number_of, occasion_before, report_of
from nvplan.services.reports.written import TABLE, Written, written
from nvplan.services.writing.answers import chapter_answers, store_answer
from nvplan.services.writing.commands import UNSET, AddObject, ConfirmCarried, SetAnswer
from nvplan.services.writing.commands_reports import (
    BeginReport,
    CarryReportOver,
    ConfirmReportText,
    FreezeReport,
    HandInReport,
    WriteReportText,
)
from nvplan.services.writing.freezing import freeze_within
from nvplan.services.writing.objects import add_object
from nvplan.store.journal import FREEZES, Body
from nvplan.store.repository import Transaction
from nvplan.texts import common as common_texts
from nvplan.texts import reports as reports_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession

#: How much of each text a conflict shows.
_SHOWN = 200
#: How much of the report's title the frozen version is named after.
_LONGEST_TITLE = 60


def begin(session: PlanSession, command: BeginReport) -> str:
    """Add an occasion and return its id.

    Raises:
        UnknownNameError: there is no such form.
        InputError: the form is an outline, it is not clear who hands it in, or the year is none.
    """
    form, state, part = report_form(command.form.strip().lower()), session.state, command.part
    if form.is_derived:
        raise InputError(reports_texts.FORM_IS_OUTLINE.format(title=form.title))
    hands_in = command.actor or only_body(state, form)
    if hands_in is not None and not any(hands_in.acts_as(kind) for kind in form.actors):
        raise InputError(reports_texts.ACTOR_NOT_OF_FORM.format(actor=hands_in.name, title=form.title))
    reported = checked_year(state.info.year if command.year is None else command.year)
    period, before = period_of(form, reported, part=part), occasion_before(state, form, hands_in)
    return add_object(session, AddObject(OCCASIONS, {
        "title": command.title.strip() or proposed_title(form, hands_in, reported, part=part), "form": form.id,
        "receiver": form.receiver, "actor": hands_in.id if hands_in else "", "period_start": period.start,
        "period_end": period.end, "previous": before.id if before else "", "deadline": period.deadline,
        "deadline_standing": "forslag"}))


def write(session: PlanSession, command: WriteReportText) -> str:
    """Write an item's own text.

    Raises:
        UnknownNameError: there is no such occasion or item.
        InputError: the occasion is frozen, the text does not fit, or the item is no text of the report's own.
        ConflictError: someone else has written there since it was seen.
    """
    report, identity, item = _item_of(session, command.occasion, command.item)
    told, number = check_text(report, item, command.text), number_of(item)
    if item.id in report.same:
        return _answer(session, report, item, command, told)
    with session.transaction("rapportera", number, identity, command.edit) as change:
        _check_open(change, identity)
        if command.seen is not None:
            _check_seen(written(change, identity).get(item.id), command.seen, told)
        put_texts(change, identity, {item.id: Written(text=told) if told else None})
    return (reports_texts.ITEM_WRITTEN if told else reports_texts.ITEM_CLEARED).format(number=number)


def _answer(session: PlanSession, report: Report, item: ReportItem, command: WriteReportText, told: str) -> str:
    """Write an item's text where it stands: in the plan's question that asks for the same."""
    question, seen = report.same[item.id], UNSET if command.seen is None else command.seen or None
    _refuse_frozen(report)
    session.do(SetAnswer(question, told or None, seen=seen, edit=command.edit))
    sentence = reports_texts.ITEM_ANSWERED if told else reports_texts.ITEM_ANSWER_CLEARED
    return sentence.format(number=number_of(item), question=all_questions()[question].label)


def _refuse_frozen(report: Report) -> None:
    if report.occasion is not None and report.occasion.frozen:
        raise InputError(reports_texts.OCCASION_FROZEN.format(title=report.occasion.title,
                                                              date=format_date(report.occasion.frozen)))


def carry_over(session: PlanSession, command: CarryReportOver) -> Sequence[str]:
    """Copy what people wrote in the occasion before, where nothing is written here; return the items' numbers.

    Raises:
        UnknownNameError: there is no such occasion or item.
        InputError: the occasion is frozen, or no occasion is given as the one before.
    """
    with session.transaction("overfor") as change:
        report = report_of(session, command.occasion)
        identity = report.occasion.id if report.occasion else ""
        before = previous_report(session, report, command.other)
        chosen = {find_item(report, one).id for one in command.items} or {item.id for item in report.items}
        title = before.occasion.title if before.occasion else ""
        marked = title if command.other else before.occasion.id if before.occasion else ""
        found: dict[str, Written | None] = {
            item: Written(text=one.text, carried=marked) for item, one in before.written.items()
            if item in chosen and report.text(item) is None and one.text}
        if found:
            _check_open(change, identity)
            change.mark(subject=title, actor=identity)
            put_texts(change, identity, {item: one for item, one in found.items() if item not in report.same})
            _carry_answers(change, report, found)
    return [number_of(item) for item in report.items if item.id in found]


def _carry_answers(change: Transaction, report: Report, found: Mapping[str, Written | None]) -> None:
    """Answer the plan's questions that are the same texts, to be confirmed: a text that stands there is never met."""
    for item, one in found.items():
        if one is not None and item in report.same:
            question = all_questions()[report.same[item]]
            body, _ = chapter_answers(change, question, WHOLE_COUNTY)
            store_answer(change, question, WHOLE_COUNTY, body, {"value": one.text, "carried": True})


def confirm(session: PlanSession, command: ConfirmReportText) -> str:
    """Say that a text that was carried over still holds.

    Raises:
        UnknownNameError: there is no such occasion or item.
        InputError: the occasion is frozen, or the item has nothing carried over.
    """
    report, identity, item = _item_of(session, command.occasion, command.item)
    number = number_of(item)
    if item.id in report.same:
        _refuse_frozen(report)
        own = report.text(item.id)
        if own is None or not own.carried:
            raise InputError(reports_texts.NOTHING_CARRIED.format(number=number))
        session.do(ConfirmCarried(question=report.same[item.id], actor=WHOLE_COUNTY))
        return reports_texts.ITEM_CONFIRMED.format(number=number)
    with session.transaction("rapportera", number, identity) as change:
        own = written(change, identity).get(item.id)
        if own is None or not own.carried:
            raise InputError(reports_texts.NOTHING_CARRIED.format(number=number))
        _check_open(change, identity)
        put_texts(change, identity, {item.id: Written(text=own.text)})
    return reports_texts.ITEM_CONFIRMED.format(number=number)


def freeze(session: PlanSession, command: FreezeReport) -> str:
    """Freeze an occasion with the whole plan.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: it is already frozen, has no form, or too much has been frozen.
    """
    with session.transaction(FREEZES) as change:
        report = report_of(session, command.occasion)
        identity = report.occasion.id if report.occasion else ""
        body = _check_open(change, identity)
        change.mark(subject=str(body["title"]))
        title = one_line(str(body["title"]), _LONGEST_TITLE)
        name = reports_texts.SNAPSHOT_NAME.format(title=title, when=change.when[:19])
        snapshot = freeze_within(change, session.repository, name)
        change.put(OCCASIONS, identity, {**body, "frozen": change.when[:10], "snapshot": snapshot})
    return reports_texts.FROZEN.format(title=body["title"])


def hand_in(session: PlanSession, command: HandInReport) -> str:
    """Note the day on which a report was handed in, also on a frozen one.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: the day cannot be read, is no whole day, or lies ahead or before the period begins.
    """
    day = parse_day(command.date) if command.date.strip() else ""
    with session.transaction("lamna") as change:
        one = find_occasion(session.state, command.occasion)
        change.mark(subject=one.title)
        body = change.get(OCCASIONS, one.id) or {}
        _check_handed_in(body, day, change.when[:10])
        kept = {name: value for name, value in body.items() if name != "sent"}
        change.put(OCCASIONS, one.id, {**kept, "sent": day} if day else kept)
    if not day:
        return reports_texts.NOT_HANDED_IN.format(title=one.title)
    return reports_texts.HANDED_IN.format(title=one.title, date=format_date(day))


def _check_handed_in(body: Body, day: str, today: str) -> None:
    if not day:
        return
    if len(day) != 10:
        raise InputError(reports_texts.HANDED_IN_DAY)
    if day > today:
        raise InputError(reports_texts.HANDED_IN_AHEAD.format(date=format_date(day)))
    if day < str(body.get("period_start", ""))[:10]:
        raise InputError(reports_texts.HANDED_IN_BEFORE)


def _item_of(session: PlanSession, occasion: str, item: str) -> tuple[Report, str, ReportItem]:
    report = report_of(session, occasion)
    return report, report.occasion.id if report.occasion else "", find_item(report, item)


def _check_seen(stored: Written | None, seen: str, ours: str) -> None:
    theirs = stored.text if stored else ""
    if theirs not in (seen, ours):
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


def put_texts(change: Transaction, occasion: str, texts: Mapping[str, Written | None]) -> None:
    """Set, or with None take away, texts of an occasion; what is already so is left with its date and role."""
    known = dict(written(change, occasion))
    before = dict(known)
    for item, text in texts.items():
        old = known.pop(item, None)
        if text is None:
            continue
        if old is not None and (old.text, old.carried) == (text.text, text.carried):
            known[item] = old
        else:
            known[item] = text.model_copy(update={"changed": change.when, "role": change.role})
    if known == before:
        return
    if not known:
        change.delete(TABLE, occasion)
        return
    answers: Body = {item: one.model_dump(exclude_defaults=True) for item, one in known.items()}
    change.put(TABLE, occasion, {"occasion": occasion, "answers": answers})


HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    BeginReport: begin, WriteReportText: write, CarryReportOver: carry_over, ConfirmReportText: confirm,
    FreezeReport: freeze, HandInReport: hand_in,
}
