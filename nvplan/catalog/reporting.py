"""Report structures and money forms, read once and cross-checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from nvplan.catalog.faults import Fault, fault_sentence, file_faults, id_faults
from nvplan.catalog.location import remembered
from nvplan.catalog.reading import read_jsonl
from nvplan.catalog.reference import DATES as DATES_FILE
from nvplan.catalog.reference import codes, is_day, year_dates
from nvplan.model.errors import CatalogError, UnknownNameError
from nvplan.model.reporting import PERIOD_YEAR, ReportForm, ReportItem
from nvplan.texts import reference as reference_texts

FORMS = "redovisning/formular.jsonl"


def items_file(form: str) -> str:
    """Return the name of the file with a form's items, relative to data/."""
    return f"redovisning/{form}.jsonl"


@remembered
def report_forms(folder: Path | None = None) -> Mapping[str, ReportForm]:
    """Return the forms by id: official ones first, outlines last.

    Raises:
        CatalogError: data/redovisning/formular.jsonl does not hold.
    """
    rows = read_jsonl(FORMS, ReportForm, folder)
    for place, fault in form_faults(rows):
        raise CatalogError(fault_sentence(FORMS, place, fault, folder))
    return {row.id: row for row in rows}


def report_form(form: str, folder: Path | None = None) -> ReportForm:
    """Return the form with this id.

    Raises:
        UnknownNameError: there is none; the sentence names those that exist.
    """
    known = report_forms(folder)
    if form not in known:
        raise UnknownNameError(reference_texts.UNKNOWN_FORM.format(wanted=form, known=", ".join(known)))
    return known[form]


@remembered
def report_items(form: str, folder: Path | None = None, year: int | None = None) -> tuple[ReportItem, ...]:
    """Return a form's items in order: the tree written out, every item after the one that it belongs to.

    `year` is the year that is reported, as some items say it; the form's own where it is left out.

    Raises:
        UnknownNameError: no form has this id.
        CatalogError: the form's file does not hold.
    """
    head, name = report_form(form, folder), items_file(form)
    rows = read_jsonl(name, ReportItem, folder)
    for place, fault in item_faults(head, rows):
        raise CatalogError(fault_sentence(name, place, fault, folder))
    told = str(year or head.year or "")
    return tuple(row if PERIOD_YEAR not in row.text else
                 row.model_copy(update={"text": row.text.replace(PERIOD_YEAR, told)}) for row in rows)


def form_faults(rows: Sequence[ReportForm]) -> Iterator[Fault]:
    """Yield ids that stand twice and days that no calendar has."""
    yield from id_faults(rows)
    for place, row in enumerate(rows):
        for due in row.dates:
            if not is_day(due.date):
                yield place, reference_texts.FAULT_DATE.format(value=due.date)


def item_faults(form: ReportForm, rows: Sequence[ReportItem]) -> Iterator[Fault]:
    """Yield what is wrong with a form's tree: ids, order, parents, levels, days, areas, and what is marked derived."""
    yield from id_faults(rows)
    yield from _tree_faults(rows)
    dates = {due.date for due in form.dates}
    areas = {code.id for code in codes("omrade").codes}
    for place, row in enumerate(rows):
        if row.form != form.id:
            yield place, reference_texts.FAULT_OTHER_FORM.format(form=row.form, file=items_file(form.id))
        if row.derived != form.is_derived:
            yield place, reference_texts.FAULT_DERIVED
        for date in row.due:
            if date not in dates:
                yield place, reference_texts.FAULT_DUE.format(value=date)
        for area in row.areas:
            if area not in areas:
                yield place, reference_texts.FAULT_CODE.format(value=area, field="areas", list="omrade")


def _tree_faults(rows: Sequence[ReportItem]) -> Iterator[Fault]:
    levels: dict[str, int] = {"": 0}
    before = 0
    for place, row in enumerate(rows):
        if row.order <= before:
            yield place, reference_texts.FAULT_ORDER.format(before=before)
        before = row.order
        if row.parent not in levels:
            yield place, reference_texts.FAULT_PARENT.format(parent=row.parent)
        elif row.level != levels[row.parent] + 1:
            yield place, reference_texts.FAULT_LEVEL.format(level=levels[row.parent] + 1)
        levels[row.id] = row.level


def reporting_faults(folder: Path | None = None) -> list[str]:
    """Return every fault in the forms and their items, and the year's dates that point at no form."""
    faults = file_faults(FORMS, ReportForm, form_faults, folder)
    if faults:
        return faults
    for form in report_forms(folder).values():
        faults += file_faults(items_file(form.id), ReportItem, partial(item_faults, form), folder)
    return faults + _date_faults(folder)


def _date_faults(folder: Path | None) -> list[str]:
    try:
        known, dates = report_forms(folder), year_dates(folder)
    except CatalogError:
        return []
    return [fault_sentence(DATES_FILE, place, reference_texts.FAULT_FORM.format(value=row.form), folder)
            for place, row in enumerate(dates) if row.form and row.form not in known]
