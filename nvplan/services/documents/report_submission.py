"""What is handed in of a report: the questions of the structure with answers and tables, and who answers for it.

Where nobody has written an answer of its own the plan's insatser and statements are the answer. How it was made, what
is missing and what to think of is told in the underlag (`report_working`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nvplan.catalog.questions import PlanForm, all_questions, plan_form
from nvplan.catalog.tellings import heading_of
from nvplan.model.county import Actor
from nvplan.model.dates import format_date
from nvplan.model.document import Block, Bullets, Cell, Document, Fact, Facts, Heading, PageBreak, Paragraph, Table
from nvplan.model.document import TableColumn as Column
from nvplan.model.question import Question
from nvplan.model.reporting import ReportItem, children
from nvplan.services.documents.appendix import NoAppendix
from nvplan.services.documents.registry import Request
from nvplan.services.documents.report_frame import (
    asked_heading,
    confirmed_day,
    form_fact,
    last_day_fact,
    months_of,
    receiver,
    submitted,
)
from nvplan.services.documents.report_grid import report_grid
from nvplan.services.documents.statements import chosen_statements
from nvplan.services.documents.view import View
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reports.bodies import answering
from nvplan.services.reports.drafting import Draft, drafts
from nvplan.services.reports.money_forms import told_year
from nvplan.services.reports.opening import OTHERS, Report, number_of, open_reports
from nvplan.services.reports.vision import DECIDED, IN_FORCE, STARTED, Period, has_one_day, vision
from nvplan.texts import documents_reports as documents_reports_texts
from nvplan.texts import reports as reports_texts

#: How far below the sections each type of item has its heading.
LEVELS: Mapping[str, int] = {"avsnitt": 0, "fraga": 1, "tabell": 1, "falt": 1, "val": 1, "delfraga": 2}
#: The parts that end an answer: what rests or was broken off is not the first that is said of a year.
_RESTING = ("pausat", "avbrutet")
#: The deepest level of a heading.
DEEPEST = 4


def build_submission(reports: Sequence[Report], title: str) -> Document:
    """Return what is handed in, one body after the other where several hand one in."""
    blocks: list[Block] = []
    for number, report in enumerate(reports):
        if number:
            blocks.append(PageBreak())
        if len(reports) > 1:
            name = report.actor.name if report.actor else documents_reports_texts.EVERYONE
            blocks += [Heading(level=1, text=name), Facts(items=facts(report))]
        blocks += _report(report, 1 if len(reports) == 1 else 2)
    if len(reports) > 1:
        return submitted(reports, title, blocks, ())
    return submitted(reports, title, blocks, facts(reports[0]), report_grid(blocks))


def recipients(session: OpenPlan, document: str, request: Request) -> list[Actor]:
    """Return the bodies that hand in a report of their own, where they are several; one alone needs no name on it."""
    found = [one.actor for one in open_reports(session, document, None, request.occasion) if one.actor is not None]
    return found if len(found) > 1 else []


def facts(report: Report) -> tuple[Fact, ...]:
    """Return whom the report is for, who hands it in and answers for it, what it is about, and by which questions."""
    one = report.occasion
    found = [(documents_reports_texts.LABEL_RECEIVER, receiver(report)),
             (documents_reports_texts.LABEL_HANDS_IN, report.actor.name if report.actor else "")]
    if one is not None and one.period_start and one.period_end:
        found.append((documents_reports_texts.LABEL_PERIOD, documents_reports_texts.FROM_TO.format(
            first=format_date(one.period_start), last=format_date(one.period_end))))
    if one is not None:
        found += [(documents_reports_texts.LABEL_DIARY, ", ".join(one.diary_numbers)),
                  (documents_reports_texts.LABEL_ANSWERS_FOR, ", ".join(one.signer_roles)),
                  (documents_reports_texts.LABEL_SENT, format_date(one.sent) if one.sent else "")]
    first, *rest = [Fact(label=label, value=value) for label, value in found if value]
    day = last_day_fact(report)
    return (first, *((day,) if confirmed_day(report) else ()), *rest, form_fact(report.form))


def _report(report: Report, top: int) -> list[Block]:
    """Return every question with its answer; one of another day says which, so that no number is missing."""
    known, blocks = drafts(report), list[Block]()
    other = {item.id for item in report.other_day}
    for item in sorted((*report.items, *report.other_day), key=lambda one: one.order):
        if item.type not in LEVELS:
            continue
        level = top + LEVELS[item.type]
        blocks.append(asked_heading(item, level))
        if item.id in other:
            blocks += [Paragraph(text=documents_reports_texts.answered_in(months_of(item)))] if item.due else []
        elif item.id in known:
            blocks += _answer(report, item, known[item.id], level + 1)
        elif item.type == "tabell":
            blocks.append(vision_table(report, item))
    return [*blocks, *_equality(report, known, top)]


def _answer(report: Report, item: ReportItem, draft: Draft, level: int) -> list[Block]:
    """Return an item's answer; one that is not owed says when it is, in a sentence. `level` is that of its headings."""
    own = report.text(item.id)
    if own is not None:
        below = _drafted(report, draft, level) if draft.beside else []
        return [Paragraph(text=own.text), *below]
    if draft.below and not any(one.is_answered for one in draft.linked):
        return []
    if draft.is_empty:
        if item.conditional:
            return [Paragraph(text=documents_reports_texts.not_owed(item.conditional), tone="missing")]
        if item.event and told_year(report) != report.form.year:
            return [Paragraph(text=documents_reports_texts.asked_about(item.event), tone="missing")]
        return [Paragraph(text=documents_reports_texts.GAP, tone="missing")]
    return _drafted(report, draft, level)


def _drafted(report: Report, draft: Draft, level: int) -> list[Block]:
    return [*_parts(draft, level), *linked_statements(report, draft), *_parts(draft, level, resting=True)]


def _parts(draft: Draft, level: int, *, resting: bool = False) -> list[Block]:
    """Return the parts of an answer, or those of what rests or was broken off, which end it."""
    blocks: list[Block] = []
    for part in draft.parts:
        if part.lines and (part.kind in _RESTING) == resting:
            blocks += [Heading(level=min(level, DEEPEST), text=reports_texts.PART_TITLES[part.kind]),
                       Bullets(items=part.lines)]
    return blocks


class _Told(View):
    """The plan as a report tells it: of the answers that each actor gives, those of whom the report is for."""

    def __init__(self, report: Report) -> None:
        super().__init__(report.session, Request())
        self._report = report

    def asked(self, question: Question, form: PlanForm) -> list[str]:
        return answering(self._report, super().asked(question, form))


def linked_statements(report: Report, draft: Draft) -> list[Block]:
    """Return what the plan's answers say, as a plan tells them; those that nobody has answered say nothing."""
    view = _Told(report)
    blocks: list[Block] = []
    for one in draft.linked:
        if one.told_at:
            blocks += [Paragraph(lead=heading_of(one.question), text=documents_reports_texts.SEE.format(
                number=one.told_at))] if one.is_answered else []
        elif one.is_answered:
            question = all_questions()[one.question]
            blocks += chosen_statements(view, plan_form(question.plan), [question], NoAppendix(), work_too=True)
    return blocks


def vision_table(report: Report, table: ReportItem) -> Table:
    """Return the table on the målbild, a row for the body."""
    columns = children(report.items, table.id)
    row = vision(report)
    known = {STARTED: row.started, DECIDED: row.decided, IN_FORCE: row.in_force}
    periods = [known.get(number_of(column)) for column in columns]
    county = report.actor is None or report.document == OTHERS  # the others' table is on the county, the region's on it
    name = report.session.county.name if county or report.actor is None else report.actor.name
    one_day = has_one_day(report)
    cells = tuple(Cell(text=name) if period is None else _period_cell(period, decided=one_day and period is row.decided)
                  for period in periods)
    return Table(
        caption=documents_reports_texts.VISION_TABLE.format(of=name), rows=(cells,), first_column_is_header=True,
        columns=tuple(Column(title=documents_reports_texts.NUMBERED.format(number=number_of(column), text=column.text),
                             weight=3) for column in columns))


def _period_cell(period: Period, *, decided: bool) -> Cell:
    """Return a cell; a day that is taken from a decision says that it is one, where the column asks of anchoring."""
    if decided and period.shown and period.source == reports_texts.FROM_DECISIONS:
        return Cell(text=documents_reports_texts.DECIDED_ON.format(day=period.shown))
    return Cell(text=period.shown or documents_reports_texts.NOT_ANSWERED, missing=not period.shown)


def _equality(report: Report, known: Mapping[str, Draft], top: int) -> list[Block]:
    """Return what the whole report says of equality, where the structure asks for it without a question of its own."""
    item = next((one for one in report.items if one.id in known and one.type == "anvisning"), None)
    if item is None:
        return []
    told = [number_of(one.item) for one in known.values() if report.text(one.item.id) is None
            and any(part.kind == "jamstalldhet" and part.lines for part in one.parts)]
    if told and report.text(item.id) is None and known[item.id].is_empty:
        answer: list[Block] = [Paragraph(text=documents_reports_texts.equality_at(told))]
    else:
        answer = _answer(report, item, known[item.id], top + 1)
    return [Heading(level=top, text=documents_reports_texts.EQUALITY), *answer]
