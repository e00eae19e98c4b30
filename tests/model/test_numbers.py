"""Swedish numbers: what is typed is what is stored, or it is refused with a sentence; nothing changes in silence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvplan.catalog.questions import find_question
from nvplan.model.errors import InputError
from nvplan.model.numbers import MOST_DIGITS, format_number, parse_number
from nvplan.model.values import read_value, show_value


@pytest.mark.parametrize(("typed", "value"), [
    ("12,5", "12.5"), ("12.5", "12.5"), ("1 000", "1000"), ("1 000,5", "1000.5"), ("1\u00a0000", "1000"), ("-3", "-3"),
    ("\u22123", "-3"), ("0,30", "0.30"), (" 7 ", "7"), ("1000", "1000"), ("0.125", "0.125"),
])
def test_what_a_swede_types_is_read(typed: str, value: str) -> None:
    assert str(parse_number(typed)) == value


@pytest.mark.parametrize("typed", ["12,5x", "", "x", "1,2,3", "1.000", "12.345", "1 00", "10 00,5", "1,", ",5", "1e5",
                                   "NaN",
                                   "∞", "0x10", "1_000", "12 5", "1.000,5", "٣", "9" * 16])
def test_what_can_be_misread_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        parse_number(typed)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-10**9, max_value=10**9))
def test_a_number_survives_being_shown_and_typed_again(number: Decimal) -> None:
    shown = format_number(number)
    assert parse_number(shown) == number
    assert "." not in shown


@given(st.text(max_size=20))
def test_any_text_is_read_exactly_or_refused(text: str) -> None:
    try:
        number = parse_number(text)
    except InputError:
        return
    digits = "".join(character for character in text if character.isdigit())
    assert len(digits) <= MOST_DIGITS
    assert "".join(character for character in f"{number:f}" if character.isdigit()).lstrip("0") == digits.lstrip("0")


@pytest.mark.parametrize("typed", ["0,305", "0,305 (index 0–1)", "0,305 index 0–1", "0,305\u00a0index 0–1"])
def test_a_scale_stands_in_brackets_and_is_read_with_them_and_without(typed: str) -> None:
    field = find_question("2.4.lakare-basvarde")
    assert read_value(field, typed) == "0.305"
    assert show_value(field, "0.305") == "0,305 (index 0–1)"


def test_what_lies_outside_a_scale_is_told_by_its_ends_alone() -> None:
    with pytest.raises(InputError, match=r"Skriv ett tal från 0 till 1\.$"):
        read_value(find_question("2.4.lakare-basvarde"), "2")
