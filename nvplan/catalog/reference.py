"""Examples, glossary, links, code lists and the dates of a reporting year, read once and cross-checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from nvplan.catalog.counties import counties
from nvplan.catalog.faults import Fault, file_faults, id_faults, read_checked
from nvplan.catalog.location import remembered
from nvplan.model.dates import parse_day
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.model.reference import LIST_OF_LISTS, Code, CodeList, Example, Link, Term, YearDate
from nvplan.texts import reference as reference_texts

CODES, EXAMPLES, TERMS = "kodlistor.jsonl", "exempel.jsonl", "begrepp.jsonl"
LINKS, DATES = "lankar.jsonl", "datum.jsonl"

@remembered
def code_lists(folder: Path | None = None) -> Mapping[str, CodeList]:
    """Return every code list by id, in the order of the file; the list of the lists is left out.

    Raises:
        CatalogError: data/kodlistor.jsonl does not hold.
    """
    rows = read_checked(CODES, Code, code_faults, folder)
    return {head.id: CodeList(id=head.id, title=head.label, about=head.meaning,
                              codes=tuple(row for row in rows if row.list == head.id))
            for head in rows if head.list == LIST_OF_LISTS}


def codes(list_id: str) -> CodeList:
    """Return the code list with this id.

    Raises:
        UnknownNameError: there is none; the sentence names those that exist.
    """
    known = code_lists()
    if list_id not in known:
        raise UnknownNameError(reference_texts.UNKNOWN_LIST.format(wanted=list_id, known=", ".join(known)))
    return known[list_id]


@remembered
def examples(folder: Path | None = None) -> tuple[Example, ...]:
    """Return every example, in the order of the file.

    Raises:
        CatalogError: data/exempel.jsonl does not hold.
    """
    return read_checked(EXAMPLES, Example, example_faults, folder)


def examples_in(area: str, county_code: str = "") -> tuple[Example, ...]:
    """Return the examples of an area and those that belong to it, of one county if a code is given."""
    wanted = codes("omrade").with_children(area)
    return tuple(example for example in examples()
                 if example.area in wanted and (not county_code or county_code in example.county_codes))


@remembered
def terms(folder: Path | None = None) -> tuple[Term, ...]:
    """Return the glossary: the sources' terms, then the program's own.

    Raises:
        CatalogError: data/begrepp.jsonl does not hold.
    """
    return read_checked(TERMS, Term, term_faults, folder)


@remembered
def links(folder: Path | None = None) -> tuple[Link, ...]:
    """Return the links, in the order of the file.

    Raises:
        CatalogError: data/lankar.jsonl does not hold.
    """
    return read_checked(LINKS, Link, link_faults, folder)


@remembered
def year_dates(folder: Path | None = None) -> tuple[YearDate, ...]:
    """Return the dates of the reporting years that the sources give, in the order of the file.

    Raises:
        CatalogError: data/datum.jsonl does not hold.
    """
    return read_checked(DATES, YearDate, date_faults, folder)


def reference_faults(folder: Path | None = None) -> list[str]:
    """Return every fault in the examples, the glossary, the links, the code lists and the dates."""
    return [*file_faults(CODES, Code, code_faults, folder), *file_faults(EXAMPLES, Example, example_faults, folder),
            *file_faults(TERMS, Term, term_faults, folder), *file_faults(LINKS, Link, link_faults, folder),
            *file_faults(DATES, YearDate, date_faults, folder)]


def code_faults(rows: Sequence[Code]) -> Iterator[Fault]:
    """Yield codes that stand id_faults, lists without a name of their own, empty lists, and parents that no row has."""
    known = {(row.list, row.id) for row in rows}
    named = {row.id for row in rows if row.list == LIST_OF_LISTS}
    filled = {row.list for row in rows}
    seen: set[tuple[str, str]] = set()
    for place, row in enumerate(rows):
        if (row.list, row.id) in seen:
            yield place, reference_texts.FAULT_CODE_TWICE.format(id=row.id, list=row.list)
        seen.add((row.list, row.id))
        if row.list != LIST_OF_LISTS and row.list not in named:
            yield place, reference_texts.FAULT_LIST.format(list=row.list)
        if row.list == LIST_OF_LISTS and row.id not in filled:
            yield place, reference_texts.FAULT_LIST_EMPTY.format(list=row.id)
        if row.parent and (row.list, row.parent) not in known:
            yield place, reference_texts.FAULT_PARENT.format(parent=row.parent)


def example_faults(rows: Sequence[Example]) -> Iterator[Fault]:
    """Yield ids that stand id_faults, unknown areas and unknown county codes."""
    yield from id_faults(rows)
    yield from _place_faults([(row.area, row.county_codes) for row in rows])


def link_faults(rows: Sequence[Link]) -> Iterator[Fault]:
    """Yield ids that stand id_faults, unknown areas and unknown county codes."""
    yield from id_faults(rows)
    yield from _place_faults([(row.area, row.county_codes) for row in rows])


def _place_faults(rows: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[Fault]:
    areas = {code.id for code in codes("omrade").codes}
    known = {county.code for county in counties()}
    for place, (area, county_codes) in enumerate(rows):
        if area not in areas:
            yield place, reference_texts.FAULT_CODE.format(value=area, field="area", list="omrade")
        for code in county_codes:
            if code not in known:
                yield place, reference_texts.FAULT_COUNTY.format(value=code)


def term_faults(rows: Sequence[Term]) -> Iterator[Fault]:
    """Yield ids that stand id_faults, sources that are missing or misplaced, and a missing «no definition» note."""
    yield from id_faults(rows)
    for place, row in enumerate(rows):
        if (row.source is None) != (row.basis == "nvplan"):
            yield place, reference_texts.FAULT_SOURCE
        if row.basis == "sammanhang" and not row.note:
            yield place, reference_texts.FAULT_NOTE


def date_faults(rows: Sequence[YearDate]) -> Iterator[Fault]:
    """Yield ids that stand twice and days that no calendar has; the forms are checked in catalog.reporting."""
    yield from id_faults(rows)
    for place, row in enumerate(rows):
        if not is_day(row.date):
            yield place, reference_texts.FAULT_DATE.format(value=row.date)


def is_day(date: str) -> bool:
    """Whether an ISO day or month is in the calendar."""
    try:
        return parse_day(date) == date
    except InputError:
        return False
