"""What a kind of field is: everything that depends on the kind, in one class each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, NamedTuple

from nvplan.model.collation import nearest
from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Column, Field, KindName, Option, Target
from nvplan.model.safetext import clean
from nvplan.texts import common as common_texts

Cell = str | bool
Row = dict[str, Cell]
Value = str | bool | list[str] | list[Row]
#: What `--json` prints and `svara` takes for tables.
Json = str | bool | int | float | list[object] | dict[str, object] | None
#: Returns the words for what a reference points at.
Naming = Callable[[Target, str], str]
#: Returns the id that a person means by an id or a name.
Finding = Callable[[Target, str], str]
#: A text in a file may be longer than today's bound for its field; longer than this nobody can have written it.
MOST_STORED = 40_000
_NOTHING: tuple[Any, ...] = (None, "", (), [])


class Choice(NamedTuple):
    """One of the values that a coded field chooses among, as it is stored, as conditions name it, and in words."""

    value: Cell
    code: str
    label: str
    help: str = ""


class Day(NamedTuple):
    """An ISO day or month in an answer; in a table the row from 1, its column and what the row is called."""

    date: str
    row: int = 0
    column: Column | None = None
    told: str = ""


def by_id(target: Target, identity: str) -> str:
    """Return a reference as it is stored, for those who have nothing to look it up in."""
    return identity


class Kind:
    """A kind of field. The values of a question are stored as the class says; a shared object's model has its own.

    What is asked here in general is what most kinds answer; each class says what is its own.
    """

    name: ClassVar[KindName]
    takes_json: ClassVar[bool] = False
    """Whether an answer is given as JSON on the command line; everything else is given as text."""
    sample: ClassVar[str] = ""
    """What such JSON looks like."""
    no_such: ClassVar[str] = common_texts.NO_TEXT
    """What a stored value of another kind is called."""
    has_options: ClassVar[bool] = False
    has_columns: ClassVar[bool] = False
    has_unit: ClassVar[bool] = False
    """Whether a field of the kind has a unit, bounds and decimals."""
    is_counted: ClassVar[bool] = False
    """Whether `most` says how many things may be chosen."""
    is_text: ClassVar[bool] = False
    """Whether it holds free text."""
    is_chosen: ClassVar[bool] = False
    """Whether it is chosen and never typed."""
    is_one_choice: ClassVar[bool] = False
    """Whether one thing is chosen, so that the choice ends the answer."""
    is_countable: ClassVar[bool] = False
    """Whether the answers of several are so few that they can be counted."""
    is_amount: ClassVar[bool] = False
    """Whether it is money, which is worked out from what the plan says of money."""
    is_number: ClassVar[bool] = False
    is_day: ClassVar[bool] = False
    """Whether it holds an ISO day or month."""
    is_ink: ClassVar[bool] = False
    """Whether it is left blank for ink."""
    is_shown_alone: ClassVar[bool] = False
    """Whether it shows what stands elsewhere in the plan and asks nothing, so that no document prints it."""
    settles: ClassVar[bool] = False
    """Whether what is half typed can be read as something else, so that it is stored when the person pauses."""

    # -- read ------------------------------------------------------------------------------------------------------
    def check(self, field: Field, given: object) -> Value | None:
        """Return what was given in the form it is stored as an answer or a cell, None where nothing was given.

        Raises:
            InputError: it does not fit the field; the sentence says what would.
        """
        if given is None or given == [] or (isinstance(given, str) and not given.strip()):
            return None
        return self._checked(field, given)

    def _checked(self, field: Field, given: object) -> Value | None:
        raise NotImplementedError

    def take(self, field: Field, given: Any, find: Finding) -> Any:
        """Return what was given for a field of a shared object as the object's model takes it.

        Raises:
            InputError: it does not fit the field, without the field's name.
        """
        if not isinstance(given, str):
            return given
        text = clean(given).strip()
        return self._taken(field, text, find) if text else text

    def _taken(self, field: Field, text: str, find: Finding) -> Any:
        return text

    def from_cell(self, field: Field, typed: str) -> Value | None:
        """Read what stands in one cell of a spreadsheet; an empty cell is no answer.

        Raises:
            InputError: it does not fit the field.
        """
        return self.check(field, typed)

    def in_pieces(self, field: Field, typed: str) -> list[str]:
        """Return the values that stand in one cell, each as it is written; one, for kinds that hold one."""
        return [typed]

    def check_stored(self, field: Field, value: object) -> None:
        """Make sure that what a file holds is what `check` could have made: anyone can have written the file.

        Raises:
            InputError: it is not; the sentence says why.
        """
        if not isinstance(value, str):
            raise self._wrong()
        longest = max(field.longest, MOST_STORED)
        if len(value) > longest:
            raise InputError(common_texts.VALUE_TOO_LONG.format(length=len(value), most=longest))

    def _wrong(self) -> InputError:
        return InputError(common_texts.VALUE_WRONG_KIND.format(kind=self.no_such))

    # -- show ------------------------------------------------------------------------------------------------------
    def show(self, field: Field, value: Any, naming: Naming = by_id, *, unit: str | None = None, between: str = "\n"
             ) -> str:
        """Return a stored value as a person reads it; an empty string where there is none.

        Args:
            field: what the value answers.
            value: one value, or several.
            naming: the words for references.
            unit: another unit than the field's, empty for none.
            between: what stands between several.
        """
        if value in _NOTHING:
            return ""
        if isinstance(value, list | tuple):
            return between.join(text for one in value if (text := self.show_one(field, one, naming, unit)))
        return self.show_one(field, value, naming, unit)

    def show_one(self, field: Field, value: Any, naming: Naming = by_id, unit: str | None = None) -> str:
        """Return one value that is there as a person reads it."""
        return str(value)

    def typed(self, field: Field, value: Any) -> str:
        """Return a stored value as a person would type it; a list has an item a line."""
        if value in _NOTHING:
            return ""
        if isinstance(value, list | tuple):
            return "\n".join(str(one) for one in value)
        return self._typed(value)

    def _typed(self, value: Any) -> str:
        return str(value)

    def in_cell(self, field: Field, value: Any) -> str:
        """Return a stored value as it stands in one cell of a spreadsheet, so that it reads back as the same."""
        return self.show(field, value)

    def in_list(self, field: Field, value: Any, naming: Naming = by_id) -> str:
        """Return a stored value as it stands in a list that a person looks through."""
        return self.show(field, value, naming)

    def to_json(self, field: Field, value: Value | None) -> Json:
        """Return a stored value as `--json` prints it."""
        return list(value) if isinstance(value, list) else value

    # -- what it says ----------------------------------------------------------------------------------------------
    def choices(self, field: Field) -> Sequence[Choice]:
        """Return what a coded field chooses among; nothing for other kinds."""
        return ()

    def codes(self, value: Value) -> set[str]:
        """Return the codes that a condition can ask about."""
        return {value} if isinstance(value, str) else set()

    def toggled(self, field: Field, chosen: Sequence[str], code: str) -> list[str]:
        """Return what is chosen among several after one of them was ticked or unticked.

        Raises:
            InputError: there is no room for more.
        """
        return [one for one in chosen if one != code] if code in chosen else [*chosen, code]

    def by_key(self, field: Field, key: str) -> Cell | None:
        """Return the value that one key gives, None where the key only begins an answer."""
        return None

    def days(self, field: Field, value: Any) -> Iterator[Day]:
        """Yield the days that an answer holds."""
        yield from ()

    def filled(self, field: Field, value: Any) -> Fraction:
        """Return how much of the field is filled in: 0 for nothing, 1 for everything that it asks for."""
        return Fraction(0) if value in _NOTHING else Fraction(1)

    def order(self, field: Field, value: Any) -> Decimal | int | None:
        """Return what a list is sorted by, None where the words are."""
        return None


def as_text(given: object) -> str:
    """Return what was given where a text is asked for, with a number in its own digits.

    Raises:
        InputError: it is something else.
    """
    if isinstance(given, bool) or not isinstance(given, str | int | Decimal):
        raise InputError(common_texts.VALUE_NOT_TEXT)
    return str(given)


def option_words(options: Sequence[Option], typed: str) -> str:
    """Return what there is to choose among as a person reads it: what comes near to what was typed, else everything."""
    labels = [option.label for option in options]
    return ", ".join(f"”{label}”" for label in nearest(typed, labels, most=8) or labels)
