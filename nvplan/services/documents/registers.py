"""What a county keeps beside its plan, as tables: where its measures come from, other plans, digital services."""

from __future__ import annotations

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
    if not found:
        return []
    table = Table(
        caption=registers_texts.SOURCE_TABLE,
        first_column_is_header=True,
        columns=(
            TableColumn(title=registers_texts.COLUMN_SOURCE, weight=4),
            TableColumn(title=registers_texts.COLUMN_WHO, weight=3),
            TableColumn(title=registers_texts.COLUMN_MEASURES, weight=5),
            TableColumn(title=registers_texts.COLUMN_OFTEN, weight=3),
            TableColumn(title=registers_texts.COLUMN_LAST, weight=3),
        ),
        rows=tuple(_source(view, one) for one in sorted(found, key=lambda one: sort_key(one.title))),
    )
    return [Heading(level=level, text=registers_texts.SOURCES), *appendix.place(table)]


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
    found = view.objects(OtherPlan)
    if not found:
        return []
    table = Table(
        caption=registers_texts.OTHER_PLAN_TABLE,
        first_column_is_header=True,
        columns=(
            TableColumn(title=registers_texts.COLUMN_PLAN, weight=5),
            TableColumn(title=registers_texts.COLUMN_STATE, weight=2),
            TableColumn(title=registers_texts.COLUMN_OWNER, weight=3),
            TableColumn(title=registers_texts.COLUMN_DECIDED, weight=4),
            TableColumn(title=registers_texts.COLUMN_EFFORTS, weight=4),
        ),
        rows=tuple(_plan(view, one) for one in sorted(found, key=lambda one: sort_key(one.title))),
    )
    return [Heading(level=level, text=registers_texts.OTHER_PLANS), *appendix.place(table)]


def _plan(view: View, one: OtherPlan) -> tuple[Cell, ...]:
    forms = view.text(one, "forms")
    asked = registers_texts.ASKED_IN.format(forms=forms) if forms else ""
    title = "\n".join(part for part in (view.titled(one, "kind", "reference", "note"), asked) if part)
    days = [form.format(text) for form, text in (
        (registers_texts.DECIDED_ON, view.text(one, "date")), (registers_texts.HOLDS, view.text(one, "in_force")),
        (registers_texts.LOOKED_OVER, view.text(one, "review"))) if text]
    decided = "\n".join(part for part in (", ".join(days), view.text(one, "body"), view.text(one, "diary_number"))
                        if part)
    return (Cell(text=title), view.cell(one, "state"), view.cell(one, "actor", "role"), given(decided),
            Cell(text=view.text(one, "efforts") or documents_texts.NOTHING))


def services(view: View, appendix: Appendix, level: int, plan: PlanKey) -> list[Block]:
    """Return where the digital services of a plan are used, service by service."""
    found = [one for one in view.objects(Service) if not one.plans or plan in one.plans]
    if not found:
        return []
    table = Table(
        caption=registers_texts.SERVICE_TABLE,
        first_column_is_header=True,
        columns=(
            TableColumn(title=registers_texts.COLUMN_UNIT, weight=4),
            TableColumn(title=registers_texts.COLUMN_SERVICE, weight=4),
            TableColumn(title=registers_texts.COLUMN_STATE, weight=2),
            TableColumn(title=registers_texts.COLUMN_DATE, weight=2),
            TableColumn(title=registers_texts.COLUMN_OWNER, weight=3),
        ),
        rows=tuple(_service(view, one) for one in sorted(found, key=_by_service)),
    )
    return [Heading(level=level, text=registers_texts.SERVICES), *appendix.place(table)]


def _by_service(one: Service) -> tuple[str, tuple[str, str]]:
    return one.service, sort_key(one.title)


def _service(view: View, one: Service) -> tuple[Cell, ...]:
    view.show(one, "plans")
    return (Cell(text=view.titled(one, "reference", "note")), view.cell(one, "service"), view.cell(one, "state"),
            view.cell(one, "date"), Cell(text=view.text(one, "actor") or documents_texts.NOTHING))
