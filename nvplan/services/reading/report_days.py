"""The reporting year's days: those of an earlier year as a pattern for the county's own, each to be confirmed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nvplan.catalog.reference import year_dates
from nvplan.model.collation import nearest
from nvplan.model.dates import format_date, last_day
from nvplan.model.errors import UnknownNameError
from nvplan.model.objects import CountyDate, ReportOccasion
from nvplan.model.plan import PlanState
from nvplan.model.reference import YearDate
from nvplan.texts import reports as reports_texts

if TYPE_CHECKING:
    from nvplan.model.document import DateEvent

DATES = "datum"


@dataclass(frozen=True)
class ReportDay:
    """One day of the reporting year: `date` is ISO, `pattern` the row that it was moved from, if any."""

    id: str
    title: str
    date: str
    standing: str
    receiver: str
    pattern: YearDate | None
    form: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether the county has made the day its own."""
        return self.standing == "bekraftad"

    def has_passed(self, today: dt.date) -> bool:
        """Whether the day lies behind; only a confirmed one can."""
        return self.is_confirmed and bool(self.date) and last_day(self.date) < today


def report_days(state: PlanState, *, everything: bool = False) -> list[ReportDay]:
    """Return the reporting year's days in order: the pattern moved to the plan's year, and what the county has set.

    What the county has said does not concern it is left out, unless everything is wanted.
    """
    stored: Mapping[str, CountyDate] = {identity: one for identity, one in state.objects.get(DATES, {}).items()
                                        if isinstance(one, CountyDate)}
    patterns = {row.id.lower(): row for row in pattern_rows()}
    found = [_from_pattern(row, stored.get(identity), state.info.year) for identity, row in patterns.items()]
    found += [ReportDay(one.id, one.title, one.date, one.standing, one.receiver, None, one.form)
              for identity, one in stored.items() if identity not in patterns]
    kept = [one for one in found if everything or one.standing != "galler_inte"]
    return sorted(kept, key=lambda one: (one.date or "9999", one.id))


def pattern_rows() -> list[YearDate]:
    """Return the rows of the latest reporting year that someone in the county acts on, or that a form depends on."""
    rows = [row for row in year_dates() if row.actors or row.form]
    latest = max((row.year for row in rows), default=0)
    return [row for row in rows if row.year == latest]


def _from_pattern(row: YearDate, stored: CountyDate | None, year: int) -> ReportDay:
    if stored is None:
        return ReportDay(row.id.lower(), row.what, row.moved_to(year), "forslag", row.receiver, row, row.form)
    return ReportDay(stored.id, stored.title, stored.date or row.moved_to(year), stored.standing,
                     stored.receiver or row.receiver, row, stored.form or row.form)


def day_facts(one: ReportDay, today: dt.date) -> list[tuple[str, str]]:
    """Return what is known of a day as labels and values, and the row of an earlier year that it is moved from."""
    standing = reports_texts.DAY_STANDING[one.standing] + (
        f", {reports_texts.DAY_PASSED}" if one.has_passed(today) else ""
    )
    pattern = one.pattern
    pairs = [
        (reports_texts.DAY_DATE, format_date(one.date) if one.date else reports_texts.NONE),
        (reports_texts.DAY_IS, standing),
        (reports_texts.DAY_RECEIVER, one.receiver),
    ]
    if pattern is not None:
        from nvplan.services.reading.sources import source_text

        pairs += [
            (
                reports_texts.DAY_FROM,
                reports_texts.MOVED_FROM.format(date=format_date(pattern.date), year=pattern.year),
            ),
            (reports_texts.DAY_NOTE, pattern.note),
            (reports_texts.DAY_SOURCE, source_text((pattern.source,))),
        ]
    return [(label, value) for label, value in pairs if value]


def find_day(state: PlanState, wanted: str) -> ReportDay:
    """Return the day with this id.

    Raises:
        UnknownNameError: there is none; the sentence names those that there are.
    """
    known = {one.id: one for one in report_days(state, everything=True)}
    found = known.get(wanted.strip().lower())
    if found is None:
        raise UnknownNameError(reports_texts.unknown_day(wanted, nearest(wanted, known) or list(known)))
    return found


def status_dates(state: PlanState) -> list[dict[str, Any]]:
    """Return the days, and the last days of the report occasions, as `nvplan status --json` prints them."""
    days = [{"date": one.date, "what": one.title, "type": "datum", "id": one.id, "confirmed": one.is_confirmed}
            for one in report_days(state) if one.date]
    return days + [{"date": one.deadline, "what": one.title, "type": "rapporttillfalle", "id": one.id,
                    "confirmed": one.deadline_standing == "bekraftad"} for one in _open_occasions(state)]


def _open_occasions(state: PlanState) -> list[ReportOccasion]:
    found = [one for one in state.objects.get("rapporttillfalle", {}).values() if isinstance(one, ReportOccasion)]
    return [one for one in found if one.deadline and not one.sent]


def calendar_events(state: PlanState) -> list[DateEvent]:
    """Return the days and months for a calendar: an unconfirmed one says so in its title, and where it comes from."""
    from nvplan.model.document import DateEvent

    events = [DateEvent(key=f"datum-{one.id}", day=one.date, title=_event_title(one.title, one.is_confirmed),
                        description=_where_from(one)) for one in report_days(state) if one.date]
    return events + [DateEvent(key=f"rapporttillfalle-{one.id}", day=one.deadline, description=one.receiver,
                               title=_event_title(one.title, one.deadline_standing == "bekraftad"))
                     for one in _open_occasions(state)]


def _event_title(title: str, confirmed: bool) -> str:
    return title if confirmed else reports_texts.DAY_SUGGESTED.format(title=title)


def _where_from(day: ReportDay) -> str:
    parts = [reports_texts.TO_RECEIVER.format(receiver=day.receiver)] if day.receiver else []
    if day.pattern is not None and not day.is_confirmed:
        parts.append(reports_texts.MOVED_FROM.format(date=format_date(day.pattern.date), year=day.pattern.year))
    return " ".join(parts)
