"""Days and months, stored in ISO form and shown in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from nvplan.model.dates import format_date, parse_date
from nvplan.model.kinds.field import Field, KindName
from nvplan.model.kinds.kind import Day, Kind, Naming, Value, as_text, by_id
from nvplan.model.safetext import clean
from nvplan.texts import common as common_texts


class Date(Kind):
    """A day or a whole month."""

    name: ClassVar[KindName] = "datum"
    no_such: ClassVar[str] = common_texts.NO_DAY
    is_day: ClassVar[bool] = True
    settles: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        return parse_date(clean(as_text(given)))

    def check_stored(self, field: Field, value: object) -> None:
        """Make sure that it is a day or a month in ISO form."""
        super().check_stored(field, value)
        if parse_date(str(value)) != value:
            raise self._wrong()

    def show_one(self, field: Field, value: Any, naming: Naming = by_id, unit: str | None = None) -> str:
        """Return the day in words."""
        return format_date(value)

    def in_cell(self, field: Field, value: Any) -> str:
        """Return the day in ISO form."""
        return self.typed(field, value)

    def in_list(self, field: Field, value: Any, naming: Naming = by_id) -> str:
        """Return the day in ISO form, which sorts as it is read."""
        return self.typed(field, value)

    def days(self, field: Field, value: Any) -> Iterator[Day]:
        """Yield the day."""
        if isinstance(value, str) and value:
            yield Day(value)


class Month(Date):
    """A month of a report."""

    name: ClassVar[KindName] = "manad"
