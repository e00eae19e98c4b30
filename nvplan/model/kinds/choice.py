"""Coded values: one of several options (its id), several of them (a list of ids), and yes or no (true or false)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, ClassVar

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Field, KindName
from nvplan.model.kinds.kind import Cell, Choice, Finding, Kind, Naming, Value, as_text, by_id, option_words
from nvplan.model.kinds.meaning import TICKS, option_meant, pieces
from nvplan.model.kinds.own_words import (
    code_of,
    is_one_in_cell,
    joined,
    read_beside,
    shown_beside,
    with_words,
    words_beside,
)
from nvplan.model.safetext import clean
from nvplan.texts import choices as choices_texts
from nvplan.texts import common as common_texts

#: How much of an unknown option is quoted.
_SHOWN = 40
_YES = {"ja", "j", "true", "1", "x", "sant", *TICKS}
_NO = {"nej", "n", "false", "0", "falskt"}


class OneOf(Kind):
    """One of the field's options, by id or label, with words of one's own beside it where it takes them."""

    name: ClassVar[KindName] = "val"
    no_such: ClassVar[str] = common_texts.NO_OPTION
    has_options: ClassVar[bool] = True
    is_chosen: ClassVar[bool] = True
    is_one_choice: ClassVar[bool] = True
    is_countable: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        return _choice(field, clean(as_text(given)))

    def check_stored(self, field: Field, value: object) -> None:
        """Make sure that it is the id of an option, with words of one's own where the option takes them."""
        if not isinstance(value, str):
            raise self._wrong()
        option = next((one for one in field.options if one.id == code_of(value)), None)
        fits = option is not None and (value == option.id or (
            option.own and value == with_words(option.id, words_beside(value))))
        if not fits:
            raise InputError(common_texts.VALUE_OPTION_UNKNOWN.format(text=value[:_SHOWN]))

    def take(self, field: Field, given: Any, find: Finding) -> Any:
        """Return the id of the option."""
        return super().take(field, given if given is None else str(given), find)

    def _taken(self, field: Field, text: str, find: Finding) -> Any:
        return _option(field, text)

    def show_one(self, field: Field, value: Any, naming: Naming = by_id, unit: str | None = None) -> str:
        """Return the label of the option with the words beside it, the id where there is no such option any more."""
        code = code_of(str(value))
        return shown_beside(next((option.label for option in field.options if option.id == code), code), str(value))

    def codes(self, value: Value) -> set[str]:
        """Return the id that is chosen."""
        return {code_of(value)} if isinstance(value, str) else set()

    def choices(self, field: Field) -> Sequence[Choice]:
        """Return the options."""
        return [Choice(option.id, option.id, option.label, option.help) for option in field.options]

    def by_key(self, field: Field, key: str) -> Cell | None:
        """Return the option with the number of the key."""
        if key.isdecimal() and 0 < int(key) <= len(field.options):
            return field.options[int(key) - 1].id
        return None

    def order(self, field: Field, value: Any) -> Decimal | int | None:
        """Return the place among the options; what is no option any more comes after them."""
        known = [option.id for option in field.options]
        code = code_of(str(value)) if value else ""
        return (known.index(code) if code in known else len(known)) if code else None


class SeveralOf(OneOf):
    """Any of the field's options, in the field's order."""

    name: ClassVar[KindName] = "flerval"
    no_such: ClassVar[str] = common_texts.NO_OPTIONS
    takes_json: ClassVar[bool] = True
    sample: ClassVar[str] = '["a","b"]'
    is_one_choice: ClassVar[bool] = False
    is_counted: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        if not isinstance(given, list):
            raise InputError(common_texts.VALUE_NOT_JSON.format(kind=self.name, sample=self.sample))
        chosen = {code_of(one): one for one in joined([_choice(field, as_text(item)) for item in given])}
        alone = next((option for option in field.options if option.alone and option.id in chosen), None)
        if alone is not None and len(chosen) > 1:
            raise InputError(common_texts.VALUE_ALONE.format(option=alone.label))
        self._check_room(field, len(chosen))
        return [chosen[option.id] for option in field.options if option.id in chosen]

    def _check_room(self, field: Field, count: int) -> None:
        if field.most is not None and count > field.most:
            raise InputError(common_texts.VALUE_TOO_MANY.format(most=common_texts.in_words(int(field.most))))

    def toggled(self, field: Field, chosen: Sequence[str], code: str) -> list[str]:
        """Tick or untick one; what leaves no room beside it unticks the others, and is unticked by them.

        Raises:
            InputError: as many as may be chosen are chosen already.
        """
        if code in map(code_of, chosen):
            return [one for one in chosen if code_of(one) != code]
        alone = {option.id for option in field.options if option.alone}
        ticked = [code] if code in alone else [*(one for one in chosen if one not in alone), code]
        self._check_room(field, len(ticked))
        return ticked

    def check_stored(self, field: Field, value: object) -> None:
        """Make sure that it is a list of ids of options, with words of one's own where the option takes them."""
        if not isinstance(value, list):
            raise self._wrong()
        for one in value:
            super().check_stored(field, one)

    def in_pieces(self, field: Field, typed: str) -> list[str]:
        """Return the choices that stand in one cell, each as it is written; a comma inside one does not split it."""
        return list(pieces(typed, lambda piece: _piece(field, piece)))

    def from_cell(self, field: Field, typed: str) -> Value | None:
        """Read options, a line each or with semicolons or commas between them."""
        return self.check(field, self.in_pieces(field, typed))

    def in_cell(self, field: Field, value: Any) -> str:
        """Return the labels on one line."""
        return self.show(field, value, between="; ")

    def codes(self, value: Value) -> set[str]:
        """Return the ids that are chosen."""
        return {code_of(one) for one in value if isinstance(one, str)} if isinstance(value, list) else set()

    def by_key(self, field: Field, key: str) -> Cell | None:
        """Return nothing: a key only begins the answer."""
        return None

    def order(self, field: Field, value: Any) -> Decimal | int | None:
        """Return nothing: several are sorted by their words."""
        return None


class YesNo(Kind):
    """Yes or no."""

    name: ClassVar[KindName] = "ja_nej"
    no_such: ClassVar[str] = common_texts.NO_YES_NO
    is_chosen: ClassVar[bool] = True
    is_one_choice: ClassVar[bool] = True
    is_countable: ClassVar[bool] = True

    def _checked(self, field: Field, given: object) -> Value | None:
        if isinstance(given, bool):
            return given
        typed = fold(str(given).strip().rstrip(".!"))
        if typed in _YES or typed in _NO:
            return typed in _YES
        raise InputError(common_texts.VALUE_YES_NO.format(text=str(given).strip()))

    def check_stored(self, field: Field, value: object) -> None:
        """Make sure that it is true or false."""
        if not isinstance(value, bool):
            raise self._wrong()

    def show_one(self, field: Field, value: Any, naming: Naming = by_id, unit: str | None = None) -> str:
        """Return the word."""
        return common_texts.YES if value else common_texts.NO

    def _typed(self, value: Any) -> str:
        return common_texts.YES if value else common_texts.NO

    def choices(self, field: Field) -> Sequence[Choice]:
        """Return yes and no."""
        return (Choice(True, "ja", common_texts.YES), Choice(False, "nej", common_texts.NO))

    def codes(self, value: Value) -> set[str]:
        """Return `ja` or `nej`."""
        return {"ja" if value else "nej"}

    def by_key(self, field: Field, key: str) -> Cell | None:
        """Return the word that begins with the key."""
        return {"j": True, "n": False}.get(key.lower())


def _piece(field: Field, typed: str) -> str:
    """Read one choice out of a cell.

    Raises:
        InputError: it is none, or more than one.
    """
    if not is_one_in_cell(field.options, typed):
        raise InputError(common_texts.VALUE_NOT_TEXT)
    return _choice(field, typed)


def _choice(field: Field, typed: str) -> str:
    """Return an option as it is stored, with the words that stand beside it."""
    option = option_meant(field.options, typed)
    return option.id if option is not None else read_beside(field.options, typed) or _option(field, typed)


def _option(field: Field, typed: str) -> str:
    option = option_meant(field.options, typed)
    if option is not None:
        return option.id
    fault = common_texts.VALUE_NOT_OPTION.format(text=typed.strip(), options=option_words(field.options, typed))
    taking = next((one.label for one in field.options if one.own), "")
    raise InputError(f"{fault} {choices_texts.WRITE_AFTER.format(option=taking)}" if taking else fault)
