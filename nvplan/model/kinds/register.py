"""A step that shows a register: nothing is typed, what is there and what is missing is read from the plan itself."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Field, KindName
from nvplan.model.kinds.kind import Json, Kind, Naming, Value, by_id
from nvplan.texts import common as common_texts

#: The cells of a row: the object's id, what it is called, and the names of the fields that it lacks.
IDENTITY, TITLE, LACKS = "id", "titel", "saknas"


class Register(Kind):
    """The objects of a register that a question is about, a row each; the answer is worked out and never stored."""

    name: ClassVar[KindName] = "register"
    takes_json: ClassVar[bool] = True
    is_shown_alone: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        raise InputError(common_texts.REGISTER_NOT_TYPED)

    def check_stored(self, field: Field, value: object) -> None:
        """Refuse: an answer from when the question was asked has no place here any more."""
        raise InputError(common_texts.REGISTER_NOW)

    def show(self, field: Field, value: Any, naming: Naming = by_id, *, unit: str | None = None, between: str = "\n"
             ) -> str:
        """Return a row a line, with what it lacks."""
        return between.join(
            common_texts.REGISTER_LACKS.format(title=row[TITLE], lacks=row[LACKS]) if row.get(LACKS) else row[TITLE]
            for row in value or ())

    def to_json(self, field: Field, value: Value | None) -> Json:
        """Return the rows."""
        return list(value) if isinstance(value, list) else None

    def codes(self, value: Value) -> set[str]:
        """Return nothing: no condition asks what a register holds."""
        return set()

    def filled(self, field: Field, value: Any) -> Fraction:
        """Return the share of the entries that lack nothing, 0 for an empty register."""
        rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        return Fraction(sum(not row.get(LACKS) for row in rows), len(rows)) if rows else Fraction(0)
