"""The underlag that the plan leans on: whether they can be trusted, until when, and what lacks any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nvplan.catalog.reference import code_lists
from nvplan.catalog.requirements import requirements
from nvplan.model.collation import sort_key
from nvplan.model.dates import format_date, last_day
from nvplan.model.document import Block, Cell, Document, Heading, Paragraph, Table, TableColumn
from nvplan.model.objects import Assessment, Attachment
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.documents.words import given
from nvplan.services.reading.object_fields import code_options
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import documents_plans as documents_plans_texts


def nothing(session: OpenPlan, request: Request) -> str:
    """Return that there is no underlag, where there is neither any nor an assessment that lacks it."""
    view = View(session, request)
    judged = any(one.judgement == "uppfyllt" for one in view.objects(Assessment))
    return "" if judged or view.objects(Attachment) else documents_lists_texts.ATTACHMENTS_NONE


def build(session: OpenPlan, request: Request) -> Document:
    """Return the list of underlag, read against the day of the plan's last change."""
    view = View(session, request)
    found = sorted(view.objects(Attachment), key=lambda one: (one.kind or "", sort_key(one.title)))
    today = dt.date.fromisoformat(session.state.changed[:10])
    blocks: list[Block] = [Heading(level=1, text=documents_lists_texts.EFFORTS_OVERVIEW),
                           Paragraph(text=documents_lists_texts.ATTACHMENTS_ABOUT, tone="note")]
    if found:
        day = documents_lists_texts.ATTACHMENT_DAY.format(date=format_date(today.isoformat()))
        blocks += [Paragraph(text=f"{_counted(found)} {day}"), *_heed(view, found, today)]
    else:
        blocks.append(Paragraph(text=documents_lists_texts.ATTACHMENTS_NONE, tone="missing"))
    blocks += _without_evidence(view)
    if found:  # last, for it lies on pages of its own
        blocks += [Heading(level=1, text=documents_lists_texts.ATTACHMENT_LIST), _table(view, found, today)]
    return view.document("underlag", documents_texts.TITLE_ATTACHMENTS, blocks,
                         grid_blocks=_grids(view, found, today))


def validity(one: Attachment, today: dt.date) -> str:
    """Return whether an underlag holds on a day, and whether it ought to have been looked over."""
    parts = []
    if not one.valid_to:
        parts.append(documents_lists_texts.VALID_UNKNOWN)
    elif last_day(one.valid_to) < today:
        parts.append(documents_lists_texts.VALID_EXPIRED)
    else:
        parts.append(_soon(last_day(one.valid_to), today) or documents_lists_texts.VALID_YES)
    if one.review and last_day(one.review) < today:
        parts.append(documents_lists_texts.REVIEW_PASSED)
    return ", ".join(parts)


def _soon(last: dt.date, today: dt.date) -> str:
    """Return within how many months something runs out; empty where it is longer than the last of those told."""
    within = next((words for days, words in documents_lists_texts.SOON if (last - today).days <= days), "")
    return documents_lists_texts.VALID_SOON.format(months=within) if within else ""


def _counted(found: Sequence[Attachment]) -> str:
    """Return how many underlag there are and how many have each status, most first."""
    counts = [(code.label, number) for code in code_lists()["underlagsstatus"].codes
              if (number := sum(one.status == code.id for one in found))]
    counts.sort(key=lambda count: -count[1])
    missing = sum(not one.status for one in found)
    return documents_lists_texts.attachments_told(
        len(found), [*counts, *([(documents_lists_texts.STATUS_MISSING, missing)] if missing else [])])


def _heed(view: View, found: Sequence[Attachment], today: dt.date) -> list[Block]:
    """Return what is missing, has run out, soon will or is late to be looked over."""
    left = [one for one in found if one.status in ("", "saknas", "utgaget") or _needs_care(validity(one, today))]
    if not left:
        return [Paragraph(text=documents_lists_texts.ATTACHMENT_HEED_NONE)]
    return [
        Heading(level=2, text=documents_lists_texts.ATTACHMENT_HEED),
        Table(
            caption=documents_lists_texts.ATTACHMENT_HEED_TABLE,
            first_column_is_header=True,
            columns=(
                TableColumn(title=documents_lists_texts.COLUMN_ATTACHMENT, weight=5),
                TableColumn(title=documents_lists_texts.COLUMN_STATUS, weight=2),
                TableColumn(title=documents_lists_texts.COLUMN_VALID, weight=4),
                TableColumn(title=documents_lists_texts.COLUMN_OWNER, weight=3),
            ),
            rows=tuple(
                (
                    Cell(text=view.titled(one, "note")),
                    view.cell(one, "status"),
                    Cell(text=validity(one, today)),
                    view.cell(one, "actor"),
                )
                for one in left
            ),
        ),
    ]


def _needs_care(told: str) -> bool:
    return any(
        word in told
        for word in (
            documents_lists_texts.VALID_EXPIRED,
            documents_lists_texts.VALID_SOON.partition("{")[0],
            documents_lists_texts.REVIEW_PASSED,
        )
    )


def _table(view: View, found: Sequence[Attachment], today: dt.date) -> Table:
    return Table(
        caption=documents_lists_texts.ATTACHMENT_TABLE,
        first_column_is_header=True,
        columns=(
            TableColumn(title=documents_lists_texts.COLUMN_ATTACHMENT, weight=5),
            TableColumn(title=documents_lists_texts.COLUMN_STATUS, weight=3),
            TableColumn(title=documents_lists_texts.COLUMN_VALID, weight=4),
            TableColumn(title=documents_lists_texts.COLUMN_DAYS, weight=5),
            TableColumn(title=documents_lists_texts.COLUMN_OWNER, weight=3),
            TableColumn(title=documents_lists_texts.COLUMN_REFERENCE, weight=4),
            TableColumn(title=documents_lists_texts.COLUMN_SHOWS, weight=5),
        ),
        rows=tuple(_row(view, one, today) for one in found),
    )


def _row(view: View, one: Attachment, today: dt.date) -> tuple[Cell, ...]:
    dates = [
        (documents_lists_texts.COLUMN_DATE, view.text(one, "date")),
        (documents_lists_texts.COLUMN_VALID_TO, view.text(one, "valid_to")),
        (documents_lists_texts.COLUMN_REVIEW, view.text(one, "review")),
    ]
    days = "\n".join(f"{label}: {date}" for label, date in dates if date)
    return (Cell(text=view.titled(one, "kind")), view.cell(one, "status"), Cell(text=validity(one, today)), given(days),
            view.cell(one, "actor"), view.cell(one, "reference"),
            Cell(text=view.named(one, "requirements", "questions") or documents_texts.NOTHING))


def _without_evidence(view: View) -> list[Block]:
    """Return the assessments that say met without anything that shows it."""
    found = [one for one in view.objects(Assessment) if one.judgement == "uppfyllt" and not one.evidence]
    heading = Heading(level=1, text=documents_lists_texts.WITHOUT_EVIDENCE)
    if not found:
        met = any(one.judgement == "uppfyllt" for one in view.objects(Assessment))
        return [heading, Paragraph(text=documents_lists_texts.WITHOUT_EVIDENCE_NONE if met
                                   else documents_lists_texts.NOTHING_MET)]
    told = []
    for one in found:
        known = requirements().get(one.requirement)
        view.show(one, "judgement")
        told.append((known.title if known else one.requirement, view.text(one, "actor"),
                     view.text(one, "reason") or documents_texts.NOTHING))
    rows = [tuple(Cell(text=text) for text in row)
            for row in sorted(told, key=lambda row: (sort_key(row[0]), sort_key(row[1])))]
    return [
        heading,
        Paragraph(text=documents_lists_texts.WITHOUT_EVIDENCE_ABOUT, tone="note"),
        Table(
            caption=documents_lists_texts.WITHOUT_EVIDENCE,
            first_column_is_header=True,
            rows=tuple(rows),
            columns=(
                TableColumn(title=documents_plans_texts.COLUMN_REQUIREMENT, weight=5),
                TableColumn(title=documents_texts.COLUMN_ACTOR, weight=3),
                TableColumn(title=documents_texts.LABEL_REASON, weight=4),
            ),
        ),
    ]


def _grids(view: View, found: Sequence[Attachment], today: dt.date) -> list[Block]:
    """Return what a spreadsheet shows: one row for each underlag, ready to fill in."""
    kinds, statuses = (tuple(option.label for option in code_options(codes))
                       for codes in ("underlagsslag", "underlagsstatus"))
    names = ("reference", "actor", "date", "review", "valid_to", "note")
    columns = (
        TableColumn(title=documents_lists_texts.COLUMN_ATTACHMENT, weight=7),
        TableColumn(title=documents_lists_texts.COLUMN_KIND, kind="choice", choices=kinds, weight=2),
        TableColumn(title=documents_lists_texts.COLUMN_STATUS, kind="choice", choices=statuses, weight=2),
        TableColumn(title=documents_lists_texts.COLUMN_VALID, weight=3),
        TableColumn(title=documents_lists_texts.COLUMN_REFERENCE, weight=3),
        TableColumn(title=documents_lists_texts.COLUMN_OWNER, weight=3),
        TableColumn(title=documents_lists_texts.COLUMN_DATE, kind="date", weight=2),
        TableColumn(title=documents_lists_texts.COLUMN_REVIEW, kind="date", weight=2),
        TableColumn(title=documents_lists_texts.COLUMN_VALID_TO, kind="date", weight=2),
        TableColumn(title=documents_lists_texts.COLUMN_NOTE, weight=4),
        TableColumn(title=documents_plans_texts.COLUMN_REQUIREMENT, weight=2, aside=True),
        TableColumn(title=documents_lists_texts.COLUMN_FOR, weight=2, aside=True),
        TableColumn(title=documents_lists_texts.COLUMN_ID, weight=2, hidden=True),
    )
    rows = tuple((Cell(text=view.text(one, "title")), view.cell(one, "kind"),
                  view.cell(one, "status"), Cell(text=validity(one, today)),
                  *(Cell(text=view.text(one, name)) for name in names),
                  *(Cell(text=view.listed(one, name)) for name in ("requirements", "questions")),
                  Cell(text=one.id)) for one in found)
    return [
        Heading(level=1, text=documents_lists_texts.ATTACHMENT_LIST),
        Paragraph(text=documents_lists_texts.ATTACHMENTS_ABOUT, tone="note"),
        Table(
            caption=documents_lists_texts.ATTACHMENT_TABLE,
            columns=columns,
            rows=rows,
            row_keys=tuple(f"underlag-{one.id}" for one in found),
        ),
        *_without_evidence(view),
    ]
