"""The underlag of a report: what is missing and of whom, and every question with drafts, hints and instructions.

It is for those who write the report and is not handed in; what is handed in is `report_submission`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nvplan.catalog.tellings import heading_of
from nvplan.model.dates import format_date
from nvplan.model.document import Block, Bullets, Document, Heading, PageBreak, Paragraph
from nvplan.model.reporting import ReportItem, children
from nvplan.services.documents.registry import Request
from nvplan.services.documents.report_frame import (
    heading_blocks,
    instruction_blocks,
    months_of,
    occasion_blocks,
    reports_for,
    tally_blocks,
    warning_blocks,
    whole,
)
from nvplan.services.documents.report_grid import report_grid
from nvplan.services.documents.report_submission import (
    DEEPEST,
    LEVELS,
    build_submission,
    linked_statements,
    vision_table,
)
from nvplan.services.documents.report_to_do import to_do_blocks
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reports.bodies import without_rss
from nvplan.services.reports.drafting import Draft, drafts, reported_efforts, unplaced
from nvplan.services.reports.effort_lines import describe
from nvplan.services.reports.opening import Report, number_of
from nvplan.services.reports.vision import DECIDED, IN_FORCE, STARTED, contradictions, vision
from nvplan.services.reports.written import Written
from nvplan.texts import documents_reports as documents_reports_texts
from nvplan.texts import reports as reports_texts

#: The last year whose official questions were looked for and not found.
_LAST_SOUGHT = 2023


def build_report(session: OpenPlan, request: Request, document: str, title: str) -> Document:
    """Return what is handed in, or its underlag, one after the other where several bodies hand one in.

    Raises:
        InputError: the actor hands in no such report, or the occasion is about another form.
    """
    reports = reports_for(session, document, request)
    if not request.working:
        return build_submission(reports, title)
    blocks: list[Block] = []
    for number, report in enumerate(reports):
        if number:
            blocks.append(PageBreak())
        if len(reports) > 1:
            blocks.append(
                Heading(level=1, text=report.actor.name if report.actor else documents_reports_texts.EVERYONE)
            )
        blocks += _report(report, 1 if len(reports) == 1 else 2)
    return whole(reports, documents_reports_texts.WORKING_TITLE.format(title=title), blocks,
                 report_grid(blocks) if len(reports) == 1 else ())


def _report(report: Report, top: int) -> list[Block]:
    """Return one body's report; `top` is the level of its sections."""
    known = drafts(report)
    blocks = [
        *occasion_blocks(report, alone=top == 1),
        *_later(report),
        *_whose_kommuner(report),
        *tally_blocks(report, top),
        *to_do_blocks(report),
        *instruction_blocks(report, top),
    ]
    for item in report.items:
        if item.type in LEVELS:
            blocks += heading_blocks(item, top + LEVELS[item.type])
            blocks += _notes(report, item)
        if item.id in known and item.type in LEVELS:
            blocks += answer_blocks(report, item, known[item.id], top + LEVELS[item.type] + 1)
        elif item.type == "tabell":
            blocks += _vision(report, item)
    return [*blocks, *_equality(report, known, top), *_unplaced(report, top)]


def _later(report: Report) -> list[Block]:
    """Return that later questions were not found, where neither the form's own note nor its year says so."""
    known = report.form.note or (report.form.year is not None and report.form.year > _LAST_SOUGHT)
    return [] if known else [Paragraph(text=documents_reports_texts.LATER_QUESTIONS, tone="note")]


def _whose_kommuner(report: Report) -> list[Block]:
    """Return that kommuner which no RSS has are told by every RSS, and how that is put right."""
    return warning_blocks([documents_reports_texts.without_rss(names)] if (names := without_rss(report)) else [])


def _notes(report: Report, item: ReportItem) -> list[Block]:
    lines = [documents_reports_texts.conditional(item.conditional)] if item.conditional else []
    if item.due and not report.due and len(item.due) < len(report.form.dates):
        lines.append(documents_reports_texts.only_in(months_of(item)))
    lines += _other_day(report, item)
    lines += [one for one in (item.help, item.note) if one]
    return [Paragraph(text="\n".join(lines), tone="note")] if lines else []


def _other_day(report: Report, item: ReportItem) -> list[str]:
    """Return which parts of a question belong to the form's other day, where it is split between them."""
    return [documents_reports_texts.other_day(number_of(one), months_of(one))
            for one in report.other_day if one.parent == item.id and one.due]


# -- one answer ------------------------------------------------------------------------------------------------------
def answer_blocks(report: Report, item: ReportItem, draft: Draft, level: int) -> list[Block]:
    """Return an item's answer: its own text, else the draft and below it where it comes from, else that it is missing.

    `level` is that of the headings inside the answer.
    """
    own = report.text(item.id)
    if own is not None:
        below = [] if draft.is_empty or not draft.beside else [
            Paragraph(text=documents_reports_texts.below_from(_sources(draft)), tone="note"), *_parts(draft, level),
            *linked_statements(report, draft)]
        return [*_own(report, own), *below]
    if draft.is_empty:
        return [Paragraph(text=documents_reports_texts.NOT_ANSWERED, tone="missing"), *_elsewhere(draft)]
    if draft.below and not any(one.is_answered for one in draft.linked):
        return []
    return [*_parts(draft, level), *linked_statements(report, draft),
            Paragraph(text=documents_reports_texts.draft_from(_sources(draft)), tone="note"), *_elsewhere(draft)]


def _own(report: Report, own: Written) -> list[Block]:
    blocks: list[Block] = []
    if own.carried:
        blocks.append(
            Paragraph(
                text=documents_reports_texts.CARRIED.format(occasion=_title_of(report, own.carried)), tone="warning"
            )
        )
    blocks.append(Paragraph(text=own.text))
    if own.role and own.changed:
        blocks.append(
            Paragraph(
                text=documents_reports_texts.WRITTEN_BY.format(role=own.role, date=format_date(own.changed[:10])),
                tone="note",
            )
        )
    return blocks


def _title_of(report: Report, occasion: str) -> str:
    found = report.state.objects.get("rapporttillfalle", {}).get(occasion)
    return str(getattr(found, "title", "")) or occasion


def _sources(draft: Draft) -> list[str]:
    found = [documents_reports_texts.SOURCES.get(part.kind, documents_reports_texts.SOURCE_EFFORTS)
             for part in draft.parts if part.lines]
    return [*dict.fromkeys(found), *(heading_of(one.question) for one in draft.linked if one.is_answered)]


def _parts(draft: Draft, level: int) -> list[Block]:
    blocks: list[Block] = []
    for part in draft.parts:
        if part.lines:
            blocks += [Heading(level=min(level, DEEPEST), text=reports_texts.PART_TITLES[part.kind]),
                       Bullets(items=part.lines)]
    empty = [reports_texts.PART_TITLES[part.kind].lower() for part in draft.parts if not part.lines]
    if empty:
        blocks.append(
            Paragraph(
                text=documents_reports_texts.NOTHING_IN_PLAN.format(parts=documents_reports_texts.listed(empty)),
                tone="missing",
            )
        )
    return blocks


def _elsewhere(draft: Draft) -> list[Block]:
    if not draft.elsewhere:
        return []
    return [Paragraph(text=documents_reports_texts.ELSEWHERE.format(titles="; ".join(draft.elsewhere)), tone="note")]


# -- the målbild, equality, what is left -----------------------------------------------------------------------------
def _vision(report: Report, table: ReportItem) -> list[Block]:
    """Return the table with where its cells come from, and what contradicts it."""
    columns, row = children(report.items, table.id), vision(report)
    known = {STARTED: row.started, DECIDED: row.decided, IN_FORCE: row.in_force}
    sources = [(column.text, period.source) for column in columns
               if (period := known.get(number_of(column))) is not None and period.source]
    blocks: list[Block] = [vision_table(report, table)]
    if sources:
        blocks.append(Paragraph(text=documents_reports_texts.taken_from(sources), tone="note"))
    return blocks + warning_blocks(
        documents_reports_texts.CONTRADICTION.format(text=one) for one in contradictions(report)
    )


def _equality(report: Report, known: Mapping[str, Draft], top: int) -> list[Block]:
    """Return what the whole report says of equality, where the structure asks for it without a question of its own."""
    item = next((one for one in report.items if one.id in known and one.type == "anvisning"), None)
    if item is None:
        return []
    efforts = reported_efforts(report)
    about = documents_reports_texts.equality_about(sum(bool(one.equality) for one in efforts), len(efforts))
    return [Heading(level=top, text=documents_reports_texts.EQUALITY), Paragraph(text=about, tone="note"),
            *answer_blocks(report, item, known[item.id], top + 1)]


def _unplaced(report: Report, top: int) -> list[Block]:
    left: Sequence[str] = [describe(report.state, one) for one in unplaced(report)]
    if not left:
        return []
    return [
        Heading(level=top, text=documents_reports_texts.UNPLACED),
        Paragraph(text=documents_reports_texts.UNPLACED_ABOUT, tone="note"),
        Bullets(items=tuple(left)),
    ]
