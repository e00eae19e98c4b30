"""Calendars: every date as a whole day, with a name that stays the same so that a new export replaces the old."""

from __future__ import annotations

import datetime as dt
import hashlib

import icalendar

from nvplan.files.write.characters import one_line, shown_value, visible
from nvplan.files.write.identity import county, moment
from nvplan.model.dates import first_day
from nvplan.model.document import DateEvent, Document
from nvplan.model.errors import InputError
from nvplan.texts import exports as exports_texts

PRODUCT = "-//nvplan//nvplan//SV"


def render(document: Document) -> bytes:
    """Return the document's dates as an iCalendar file.

    Raises:
        InputError: the document has no dates.
    """
    if not document.events:
        raise InputError(exports_texts.NO_EVENTS)
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    about = _about(document)
    for name in ("name", "x-wr-calname"):
        calendar.add(name, icalendar.vText(f"{one_line(document.title)}, {one_line(document.subtitle)}"))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, icalendar.vText(about))
    for event in document.events:
        calendar.add_component(_event(event, document))
    content: bytes = calendar.to_ical()
    return content


def _event(event: DateEvent, document: Document) -> icalendar.Event:
    day = first_day(event.day)
    title = one_line(event.title)
    written = icalendar.Event()
    written.add("uid", unique_name(event.key, document))
    written.add("dtstamp", moment(document))
    written.add("dtstart", day)
    written.add("dtend", first_day(event.until or event.day) + dt.timedelta(days=1))
    written.add("summary", exports_texts.EXAMPLE_EVENT.format(title=title) if document.example else title)
    if event.description.strip():
        written.add("description", visible(event.description).strip())
    written.add("transp", "TRANSPARENT")
    if event.alarm is not None:
        written.add_component(_alarm(event.alarm, title))
    return written


def _alarm(days: int, title: str) -> icalendar.Alarm:
    """Return a reminder so many days before the day begins."""
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", dt.timedelta(days=-days))
    return alarm


def unique_name(key: str, document: Document) -> str:
    """Return the event's name among all calendars: its key, and a mark for county so that two counties never meet."""
    mark = hashlib.sha256(county(document).encode("utf-8")).hexdigest()[:8]
    return f"{one_line(key)}-{mark}@nvplan"


def _about(document: Document) -> str:
    lines = [exports_texts.EVENT_SOURCE.format(title=one_line(document.title))]
    lines += [f"{one_line(fact.label)}: {visible(shown_value(fact.value, fact.missing))}" for fact in document.meta]
    if document.example:
        lines.append(exports_texts.EXAMPLE_MARK)
    return "\n".join(lines)
