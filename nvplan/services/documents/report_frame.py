"""What every report says before its answers: whose it is, on which occasion, how far it is, and what it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import shorten

from nvplan.catalog.counties import short_names
from nvplan.model.dates import format_date
from nvplan.model.document import Block, Bullets, Document, Fact, Facts, Heading, Paragraph
from nvplan.model.reporting import ReportForm, ReportItem
from nvplan.model.safetext import one_line
from nvplan.services.documents.frame import meta
from nvplan.services.documents.registry import Request
from nvplan.services.reading.diary_numbers import diary_numbers
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.sources import source_text
from nvplan.services.reports.money_forms import told_year
from nvplan.services.reports.opening import Report, number_of, open_reports
from nvplan.services.reports.standing import ItemStanding, standings, tally
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_reports as documents_reports_texts

#: Where a sentence ends and another begins.
_SENTENCE = re.compile(r"(?<=[.?!])\s")
#: The items that tell how to answer and expect nothing.
_TOLD = ("anvisning", "tidpunkt", "anmarkning")


def reports_for(session: OpenPlan, document: str, request: Request) -> list[Report]:
    """Return the reports that a document consists of.

    Raises:
        InputError: the actor hands in no such report, or the occasion is about another form.
    """
    return open_reports(session, document, request.actor, request.occasion)


def whole(reports: Sequence[Report], title: str, blocks: Iterable[Block], grid: Iterable[Block] = ()) -> Document:
    """Return the document with its frame; it shows the plan as it was when a single report is frozen.

    `grid` is what a spreadsheet has instead of `blocks`.
    """
    first = reports[0]
    session = first.session
    names = documents_reports_texts.listed([
        one.actor.name if one.actor else documents_reports_texts.EVERYONE for one in reports
    ])
    return Document(
        name=first.document, title=title, shape="short", example=session.state.info.example,
        generated=session.state.changed,
        subtitle=documents_reports_texts.SUBTITLE.format(county=_whose(reports), year=session.state.info.years_told),
        meta=meta(session, names, plans=()), blocks=tuple(blocks), grid_blocks=tuple(grid))


def submitted(reports: Sequence[Report], title: str, blocks: Iterable[Block], facts: Sequence[Fact],
              grid: Iterable[Block] = ()) -> Document:
    """Return what is handed in, with its own facts first and nothing of the plan file; a draft says so on every page.

    Its title is the occasion's, which says whose it is and of which period.
    """
    first = reports[0]
    session = first.session
    alone = len(reports) == 1 and first.occasion is not None and first.occasion.title
    shown = [one for one in meta(session, "", plans=()) if one.label in (
        documents_texts.META_EXAMPLE, documents_texts.META_COUNTY)]
    day = format_date(session.state.changed[:10])
    return Document(
        name=first.document, title=alone or title, shape="short", example=session.state.info.example,
        generated=session.state.changed,
        subtitle=_whose(reports),
        mark="" if first.is_frozen else documents_texts.draft_mark(documents_texts.STANDING["utkast"], day),
        meta=(*shown, *facts), blocks=tuple(blocks), grid_blocks=tuple(grid))


def _whose(reports: Sequence[Report]) -> str:
    """Return whose report it is, which stands on every page: the body with its county, or the county of several."""
    county, actor = reports[0].session.county.name, reports[0].actor
    if len(reports) > 1 or actor is None:
        return county
    return actor.name if county in actor.name else documents_reports_texts.WHOSE.format(actor=actor.name, county=county)


def occasion_blocks(report: Report, *, signed: bool = False, alone: bool = True) -> list[Block]:
    """Return who hands what in to whom and when, and whether it is a draft or frozen.

    `signed` says that it is signed in ink; `alone` that no heading with the body's name stands above.
    """
    facts = [
        Fact(label=documents_reports_texts.LABEL_RECEIVER, value=receiver(report)),
        form_fact(report.form),
        Fact(label=documents_reports_texts.LABEL_STANDING, value=standing_text(report)),
    ]
    if report.actor is not None:
        facts.insert(1, Fact(label=documents_reports_texts.LABEL_HANDS_IN, value=report.actor.name))
    facts += _occasion_facts(report)
    facts.append(Fact(label=documents_reports_texts.LABEL_SOURCE,
                      value=source_text(report.form.sources)))
    notes = [
        *([documents_reports_texts.SIGNED] if signed else _not_sent(report)),
        documents_reports_texts.FROZEN_NOTE if report.is_frozen else documents_reports_texts.DRAFT_NOTE
        if report.occasion else documents_reports_texts.NO_OCCASION_NOTE,
    ]
    if report.form.note and not signed:
        notes.append(report.form.note)
    heading = [Heading(level=1, text=documents_reports_texts.ABOUT)] if alone else []
    return [*heading, Facts(items=tuple(facts)), *(Paragraph(text=note, tone="note") for note in notes)]


def _not_sent(report: Report) -> list[str]:
    """Return that a report is not handed in, and what is left to do; nothing of one that is."""
    if report.occasion is not None and report.occasion.sent:
        return []
    return [documents_reports_texts.UNSENT_FROZEN if report.is_frozen else documents_reports_texts.UNSENT]


def form_fact(form: ReportForm) -> Fact:
    """Return by which questions or form it is answered, so that what is derived is never taken for official."""
    if form.questions:
        return Fact(label=documents_reports_texts.LABEL_ASKED,
                    value=documents_reports_texts.asked_by(form.questions, form.origin))
    return Fact(label=documents_reports_texts.LABEL_FORM,
                value=documents_reports_texts.form_origin(form.title, form.origin))


def receiver(report: Report) -> str:
    """Return to whom a report is handed in: the occasion's own receiver, else the form's."""
    own = report.occasion.receiver if report.occasion else ""
    return own or report.form.receiver


def standing_text(report: Report) -> str:
    """Return whether the report is a draft or frozen, and when."""
    if report.occasion is None:
        return documents_reports_texts.NO_OCCASION
    if report.is_frozen:
        return documents_reports_texts.IS_FROZEN.format(date=format_date(report.occasion.frozen))
    return documents_reports_texts.IS_DRAFT


def _occasion_facts(report: Report) -> list[Fact]:
    one = report.occasion
    if one is None:
        return [last_day_fact(report)]
    facts = [Fact(label=documents_reports_texts.LABEL_OCCASION, value=one.title)]
    if one.period_start and one.period_end:
        facts.append(Fact(label=documents_reports_texts.LABEL_PERIOD, value=documents_reports_texts.FROM_TO.format(
            first=format_date(one.period_start), last=format_date(one.period_end))))
    told = documents_reports_texts.CONFIRMED if one.deadline_standing == "bekraftad" else (
        documents_reports_texts.SUGGESTED)
    facts.append(last_day_fact(report, told))
    numbers = diary_numbers(report.state, one)
    if numbers:
        facts.append(Fact(label=documents_reports_texts.LABEL_DIARY, value=", ".join(numbers)))
    if one.signer_roles:
        facts.append(Fact(label=documents_reports_texts.LABEL_SIGNERS, value=", ".join(one.signer_roles)))
    if one.sent:
        facts.append(
            Fact(
                label=documents_reports_texts.LABEL_SENT,
                value=documents_reports_texts.SENT.format(date=format_date(one.sent)),
            )
        )
    return facts


def last_day_fact(report: Report, told: str = "{date}") -> Fact:
    """Return the occasion's own last day; where none is set that is said, and which days the questions are of.

    `told` says how sure the day is, with a place for the date.
    """
    day = report.occasion.deadline if report.occasion else ""
    label = documents_reports_texts.LABEL_DEADLINE
    if day:
        return Fact(label=label, value=told.format(date=format_date(day)))
    dates = [one.date for one in report.form.dates]
    split = any(item.due and len(item.due) < len(dates) and item.type not in _TOLD for item in report.items)
    months = [month_of(date) for date in dates] if split else []
    return Fact(label=label, value=documents_reports_texts.no_day_set(months), missing=True)


def confirmed_day(report: Report) -> str:
    """Return the last day that goes out: the occasion's own, once somebody has confirmed it; else an empty string."""
    one = report.occasion
    return one.deadline if one is not None and one.deadline_standing == "bekraftad" else ""


def months_of(item: ReportItem) -> list[str]:
    """Return in which months' reports a question is answered."""
    return [month_of(date) for date in item.due]


def month_of(date: str) -> str:
    """Return the month of an ISO day, in words."""
    return format_date(date).split(" ")[1]


def tally_blocks(report: Report, level: int = 1, beside: Sequence[Fact] = (), *, named: bool = False) -> list[Block]:
    """Return how much is answered, how much has only a draft, and what is missing; `beside` is told with it.

    `named` says that the missing are told by name, because no table below has them.
    """
    found = standings(report)
    counted = tally(found)
    facts = [
        Fact(
            label=documents_reports_texts.LABEL_WRITTEN,
            value=documents_reports_texts.of(counted.written, counted.total),
        )
    ]
    if counted.carried:
        facts.append(Fact(label=documents_reports_texts.LABEL_CARRIED, value=_left(found, "overfort", named=named),
                          missing=True))
    if counted.drafted:
        facts.append(
            Fact(
                label=documents_reports_texts.LABEL_DRAFTED,
                value=documents_reports_texts.of(counted.drafted, counted.total),
            )
        )
    missing = _left(found, "saknas", named=named)
    facts.append(
        Fact(
            label=documents_reports_texts.LABEL_MISSING,
            value=missing or documents_reports_texts.NONE_MISSING,
            missing=bool(missing),
        )
    )
    return [Heading(level=level, text=documents_reports_texts.TALLY), Facts(items=(*facts, *beside))]


def brief(names: Iterable[str]) -> list[str]:
    """Return actors by their short names: forty of them stand in a cell."""
    return [short_names().get(name, name) for name in names]


def _left(found: Sequence[ItemStanding], standing: str, *, named: bool) -> str:
    """Return the items that stand so: by name, one a line, or how many they are; empty where there are none."""
    left = [one.item for one in found if one.standing == standing]
    if not left or named:
        return "\n".join(documents_reports_texts.CHOICE if one.type == "val" else short(one) for one in left)
    return documents_reports_texts.of(len(left), len(found))


def instruction_blocks(report: Report, level: int = 1) -> list[Block]:
    """Return the form's own instructions and days, before its first section; those of another year say so."""
    told = [item for item in report.items if item.type in _TOLD and not item.parent]
    if not told:
        return []
    year, reported = report.form.year, told_year(report)
    other = [Paragraph(text=documents_reports_texts.other_year(year, reported), tone="note")] if (
        year is not None and year != reported) else []
    return [
        Heading(level=level, text=documents_reports_texts.INSTRUCTIONS),
        *other,
        Bullets(
            items=tuple(
                numbered(item, item.text) for item in told
            )
        ),
    ]


def numbered(item: ReportItem, text: str) -> str:
    """Return a question with its number; what only tells how to answer has none that a receiver knows."""
    if item.type in _TOLD:
        return text
    return documents_reports_texts.NUMBERED.format(number=number_of(item), text=text)


def short(item: ReportItem) -> str:
    """Return a question in the room of a heading: whole, else its first sentence, else its first words."""
    most, first = documents_reports_texts.LONGEST_HEADING, _SENTENCE.split(item.text, maxsplit=1)[0]
    if len(item.text) <= most:
        return item.text
    if len(first) < most:
        return first
    words = shorten(one_line(item.text), most, placeholder=documents_reports_texts.CUT)
    return words if words != documents_reports_texts.CUT else one_line(item.text, most)


def asked_heading(item: ReportItem, level: int) -> Heading:
    """Return an item's heading, with its number."""
    return Heading(level=level, text=numbered(item, short(item)))


def heading_blocks(item: ReportItem, level: int) -> list[Block]:
    """Return an item's heading; below it a long question's other sentences, or all of it where the first is long."""
    text, heading = short(item), asked_heading(item, level)
    if text == item.text:
        return [heading]
    rest = item.text.removeprefix(text).strip() if item.text.startswith(text) else item.text
    return [heading, Paragraph(text=rest, tone="note")]


def warning_blocks(sentences: Iterable[str]) -> list[Block]:
    """Return sentences to heed, one paragraph each."""
    return [Paragraph(text=one, tone="warning") for one in sentences]
