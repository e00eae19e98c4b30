"""A part of the catalogue that can be looked up: its rows as JSON, and how a table shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nvplan.catalog.counties import counties
from nvplan.catalog.reference import codes
from nvplan.model.numbers import format_number
from nvplan.model.requirement import Source
from nvplan.services.reading.sources import source_text
from nvplan.texts import catalog as catalog_texts

Row = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column of a topic's table; a detail is shown only when someone searches, so that a list can be overlooked."""

    heading: str
    cell: Callable[[Row], str]
    detail: bool = False


@dataclass(frozen=True)
class Topic:
    """A part of the catalogue: what it holds, as JSON and as a table with sections and reservations."""

    name: str
    read: Callable[[], list[Row]]
    columns: Sequence[Column]
    section: Callable[[Row], str] | None = None
    notes: Sequence[str] = ()

    def shown(self, detailed: bool) -> list[Column]:
        """Return the columns of the table."""
        return [column for column in self.columns if detailed or not column.detail]


def plain(heading: str, field: str, *, detail: bool = False) -> Column:
    """Return a column that shows a field as it is: texts, numbers, and lists with commas between."""
    return Column(heading, lambda row: as_text(row.get(field)), detail)


def coded(heading: str, field: str, list_id: str) -> Column:
    """Return a column that shows the words of coded values."""
    return Column(heading, lambda row: code_words(list_id, row.get(field)))


def code_words(list_id: str, value: object) -> str:
    """Return the words of one coded value or of several."""
    known = codes(list_id)
    values = value if isinstance(value, list) else [value]
    return ", ".join(known.label(str(one)) for one in values if one)


def as_text(value: object) -> str:
    """Return a value as a cell shows it; nothing is an empty cell."""
    if isinstance(value, list):
        return ", ".join(as_text(one) for one in value)
    if isinstance(value, bool):
        return catalog_texts.YES if value else catalog_texts.NO
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_text(value)
    return "" if value is None else str(value)


def number_text(value: int | float) -> str:
    """Return a number the Swedish way."""
    return format_number(Decimal(str(value)))


def sources_text(row: Row) -> str:
    """Return where a row stands, the first source of several."""
    found = row.get("sources") or ([row["source"]] if row.get("source") else [])
    return source_text(Source.model_validate(one) for one in found[:1])


def county_names(county_codes: Sequence[str]) -> list[str]:
    """Return the names of counties by their codes."""
    by_code = {county.code: county.short for county in counties()}
    return [by_code[code] for code in county_codes]


#: The column that most tables end with.
SOURCE = Column(catalog_texts.HEAD_SOURCE, sources_text)
