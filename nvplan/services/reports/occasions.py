"""Rapporttillfällen: what can be written in one, and how it compares with the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.kinds import kind_of
from nvplan.model.reporting import ReportItem
from nvplan.model.safetext import clean
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reports.drafting import is_drafted
from nvplan.services.reports.money_forms import AGREEMENT, DEVIATIONS
from nvplan.services.reports.opening import (
    Report,
    number_of,
    occasion_before,
    report_of,
)
from nvplan.services.reports.standing import by_item, standings
from nvplan.services.reports.vision import check_vision, has_vision
from nvplan.texts import reports as reports_texts

_LONGEST = 20_000
#: How much of each text a conflict shows.
_SHOWN = 200
#: The command that notes when a report was handed in.
_HANDS_IN = "lamna"


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
    is_question = item.type == "innehall" or is_drafted(report, item)
    is_column = item.type == "kolumn" and has_vision(report)
    is_field = report.document in ("rekvisition", "ekonomi") and number_of(item) in (AGREEMENT, DEVIATIONS)
    if is_question or is_column or (is_field and item.type == "falt" and kind.is_text):
        return ""
    return reports_texts.ITEM_NOT_WRITTEN.format(text=item.text)


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


def previous_report(session: OpenPlan, report: Report, other: OpenPlan | None = None) -> Report:
    """Return the report of the occasion before, frozen or not; in another plan, the latest of its form and actor.

    Raises:
        InputError: no occasion is given as the one before, or the other plan has none.
    """
    if other is not None:
        same = occasion_before(other.state, report.form, report.actor)
        if same is None:
            raise InputError(reports_texts.NO_PREVIOUS_IN_FILE.format(name=other.name))
        return report_of(other, same.id)
    before = report.occasion.previous if report.occasion else ""
    if not before:
        raise InputError(reports_texts.NO_PREVIOUS)
    return report_of(session, before)


def compare(session: OpenPlan, occasion: str, other: OpenPlan | None = None) -> list[Compared]:
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
