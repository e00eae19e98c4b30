"""Days, months, parts of years, years and spans, stored with the precision they were given and shown in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from nvplan.model.dates import format_date, is_iso, last_day, parse_date, parse_day, short_date
from nvplan.model.kinds.field import Field, KindName
from nvplan.model.kinds.kind import Day, Kind, Naming, Value, as_text, by_id
from nvplan.model.safetext import clean
from nvplan.texts import common as common_texts


class Date(Kind):
    """A day, a month, a season or another part of a year, a year, or a span of any of these."""

    name: ClassVar[KindName] = "datum"
    no_such: ClassVar[str] = common_texts.NO_DAY
    is_day: ClassVar[bool] = True
    settles: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        return parse_date(clean(as_text(given)))

    def check_stored(self, field: Field, value: object) -> None:
        """Make sure that it is a time in the form in which times are stored."""
        super().check_stored(field, value)
        if parse_date(str(value)) != value:
            raise self._wrong()

    def show_one(self, field: Field, value: Any, naming: Naming = by_id, unit: str | None = None) -> str:
        """Return the time in words."""
        return format_date(value)

    def _typed(self, value: Any) -> str:
        return typed_date(str(value))

    def order(self, field: Field, value: Any) -> int | None:
        """Return the last day that it covers."""
        return last_day(value).toordinal() if value else None

    def in_cell(self, field: Field, value: Any) -> str:
        """Return a day or a month in ISO form, any other time in words."""
        return self.typed(field, value)

    def in_list(self, field: Field, value: Any, naming: Naming = by_id) -> str:
        """Return a day or a month briefly, any other time in words."""
        return short_date(str(value)) if value else ""

    def days(self, field: Field, value: Any) -> Iterator[Day]:
        """Yield the time."""
        if isinstance(value, str) and value:
            yield Day(value)


class Month(Date):
    """A month of a report."""

    name: ClassVar[KindName] = "manad"

    def _checked(self, field: Field, given: object) -> Value | None:
        return parse_day(clean(as_text(given)))


def typed_date(stored: str) -> str:
    """Return a stored time as a person would type it, so that it reads back as the same."""
    return stored if is_iso(stored) else format_date(stored)
