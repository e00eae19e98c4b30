"""Texts on one line and on many, references to something else in the plan, and signatures in ink."""

from __future__ import annotations

from typing import Any, ClassVar

from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Field, KindName
from nvplan.model.kinds.kind import Finding, Kind, Naming, Value, as_text, by_id
from nvplan.model.safetext import clean
from nvplan.texts import common as common_texts


class LongText(Kind):
    """Text with line breaks, stored as it was written."""

    name: ClassVar[KindName] = "langtext"
    is_text: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        text = clean(as_text(given))
        if len(text) > field.longest:
            raise InputError(common_texts.VALUE_TOO_LONG.format(length=len(text), most=field.longest))
        return text

    def take(self, field: Field, given: Any, find: Finding) -> Any:
        """Return the text with the spaces around it."""
        return clean(given) if isinstance(given, str) else given


class Text(LongText):
    """Text on one line; in a cell of a table it may have several."""

    name: ClassVar[KindName] = "text"

    def _checked(self, field: Field, given: object) -> Value | None:
        text = super()._checked(field, given)
        if isinstance(text, str) and not field.keeps_lines:
            _on_one_line(text)
        return text

    def take(self, field: Field, given: Any, find: Finding) -> Any:
        """Return the text without the spaces around it."""
        return _on_one_line(clean(given).strip()) if isinstance(given, str) else given


def _on_one_line(text: str) -> str:
    if "\n" in text:
        raise InputError(common_texts.VALUE_ONE_LINE)
    return text


class Reference(Kind):
    """The id of something else: an actor, a requirement, another object. Who reads it looks it up."""

    name: ClassVar[KindName] = "referens"
    is_chosen: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        return as_text(given).strip()

    def _taken(self, field: Field, text: str, find: Finding) -> Any:
        return find(field.points_at, text) if field.points_at is not None else text

    def show_one(self, field: Field, value: Any, naming: Naming = by_id, unit: str | None = None) -> str:
        """Return what it points at in words."""
        return naming(field.points_at, str(value)) if field.points_at is not None else str(value)


class Signature(Kind):
    """A signature: left blank for ink, never stored."""

    name: ClassVar[KindName] = "underskrift"
    is_ink: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        raise InputError(common_texts.VALUE_INK)
