"""What a county keeps beside its plan, as tables: where its measures come from, other plans, digital services."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.collation import sort_key
from nvplan.model.dates import format_date
from nvplan.model.document import Block, Cell, Heading, Table, TableColumn
from nvplan.model.objects import MeasureSource, OtherPlan, Service
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.view import View
from nvplan.services.documents.words import given
from nvplan.services.reading.sources_of_measures import freshness
from nvplan.texts import documents as documents_texts
from nvplan.texts import registers as registers_texts


def sources_of_measures(view: View, appendix: Appendix, level: int, plan: PlanKey) -> list[Block]:
    """Return where the measures of a plan come from: who measures, what, how often and when last."""
    found = [one for one in view.objects(MeasureSource) if not one.plans or plan in one.plans]
    columns = ((registers_texts.COLUMN_SOURCE, 4), (registers_texts.COLUMN_WHO, 3),
               (registers_texts.COLUMN_MEASURES, 5), (registers_texts.COLUMN_OFTEN, 3),
               (registers_texts.COLUMN_LAST, 3))
    rows = [_source(view, one) for one in sorted(found, key=_by_title)]
    return _section(appendix, level, registers_texts.SOURCES, registers_texts.SOURCE_TABLE, columns, rows)


def _source(view: View, one: MeasureSource) -> tuple[Cell, ...]:
    view.show(one, "plans", "date", "due")
    # what a measurement that the reader may not see is about must not be told here either
    last = freshness(view.state, one).last if view.actor is None else one.date
    lines = [format_date(last)] if last else []
    if one.due:
        lines.append(registers_texts.NEXT_VALUE.format(date=format_date(one.due)))
    return (Cell(text=view.titled(one, "reference", "note")), view.cell(one, "body", "actor", "role"),
            view.cell(one, "measures", "indicators"), view.cell(one, "interval"), given("\n".join(lines)))


def other_plans(view: View, appendix: Appendix, level: int) -> list[Block]:
    """Return the plans beside these: how far each has come, whose it is, what was decided and what is done."""
    columns = ((registers_texts.COLUMN_PLAN, 5), (registers_texts.COLUMN_STATE, 2), (registers_texts.COLUMN_OWNER, 3),
               (registers_texts.COLUMN_DECIDED, 4), (registers_texts.COLUMN_EFFORTS, 4))
    rows = [_plan(view, one) for one in sorted(view.objects(OtherPlan), key=_by_title)]
    return _section(appendix, level, registers_texts.OTHER_PLANS, registers_texts.OTHER_PLAN_TABLE, columns, rows)


def _plan(view: View, one: OtherPlan) -> tuple[Cell, ...]:
    days = [form.format(text) for form, text in (
        (registers_texts.DECIDED_ON, view.text(one, "date")), (registers_texts.HOLDS, view.text(one, "in_force")),
        (registers_texts.LOOKED_OVER, view.text(one, "review"))) if text]
    decided = "\n".join(part for part in (", ".join(days), view.text(one, "body"), view.text(one, "diary_number"))
                        if part)
    efforts = view.text(one, "efforts") or documents_texts.NOTHING
    return (Cell(text=view.titled(one, "kind", "reference", "note")), view.cell(one, "state"),
            view.cell(one, "actor", "role"), given(decided), Cell(text=efforts))


def services(view: View, appendix: Appendix, level: int, plan: PlanKey) -> list[Block]:
    """Return where the digital services of a plan are used, service by service."""
    found = [one for one in view.objects(Service) if not one.plans or plan in one.plans]
    columns = ((registers_texts.COLUMN_UNIT, 4), (registers_texts.COLUMN_SERVICE, 4), (registers_texts.COLUMN_STATE, 2),
               (registers_texts.COLUMN_DATE, 2), (registers_texts.COLUMN_OWNER, 3))
    rows = [_service(view, one) for one in sorted(found, key=_by_service)]
    return _section(appendix, level, registers_texts.SERVICES, registers_texts.SERVICE_TABLE, columns, rows)


def _by_service(one: Service) -> tuple[str, tuple[str, str]]:
    return one.service, sort_key(one.title)


def _service(view: View, one: Service) -> tuple[Cell, ...]:
    view.show(one, "plans")
    return (Cell(text=view.titled(one, "reference", "note")), view.cell(one, "service"), view.cell(one, "state"),
            view.cell(one, "date"), Cell(text=view.text(one, "actor") or documents_texts.NOTHING))


def _section(appendix: Appendix, level: int, heading: str, caption: str, columns: Sequence[tuple[str, int]],
             rows: Sequence[tuple[Cell, ...]]) -> list[Block]:
    """Return a register under its heading, here or in the appendix; nothing where there is nothing in it."""
    if not rows:
        return []
    table = Table(caption=caption, first_column_is_header=True, rows=tuple(rows),
                  columns=tuple(TableColumn(title=title, weight=weight) for title, weight in columns))
    return [Heading(level=level, text=heading), *appendix.place(table)]


def _by_title(one: MeasureSource | OtherPlan) -> tuple[str, str]:
    return sort_key(one.title)
