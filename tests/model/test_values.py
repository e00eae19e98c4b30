"""Answer values are read by the question's kind and never by their looks."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvplan.model.errors import InputError
from nvplan.model.question import Question
from nvplan.model.safetext import clean, one_line, visible
from nvplan.model.values import check_value, json_value, read_value, show_value

OPTIONS = [{"id": "ja_delvis", "label": "Ja, delvis"}, {"id": "nej", "label": "Nej"}]
COLUMNS = [{"id": "namn", "label": "Namn"}, {"id": "andel", "label": "Andel", "kind": "tal", "unit": "%"},
           {"id": "lage", "label": "Läge", "kind": "val", "options": OPTIONS}]


def question(kind: str, **more: Any) -> Question:
    """Make a question of a kind."""
    return Question.model_validate({"id": "1.0.x", "plan": "gemensam", "chapter": "1.0", "kind": kind,
                                    "label": "Fråga?", "core": True, **more})


def test_text_that_looks_like_something_else_is_text() -> None:
    for typed in ("[X] klar", "=1+1", "2027-03-01", "true", "[1]", "null", "<b>"):
        assert read_value(question("text"), typed) == typed


def test_a_text_of_one_kind_on_one_line_and_of_the_other_on_many() -> None:
    assert read_value(question("langtext"), "a\r\nb") == "a\nb"
    with pytest.raises(InputError):
        read_value(question("text"), "a\nb")


def test_a_number_keeps_every_digit_and_its_bounds() -> None:
    share = question("tal", unit="%", least=0, most=100, decimals=1)
    assert read_value(share, "12,50".replace("50", "5")) == "12.5"
    assert read_value(share, "55 %") == "55"
    assert show_value(share, "12.5") == "12,5\u00a0%"
    assert json_value(share, "12.5") == 12.5
    assert read_value(question("tal", unit="index"), "0,30") == "0.30"
    for wrong in ("101", "-1", "12,55", "12,5x"):
        with pytest.raises(InputError):
            read_value(share, wrong)


def test_a_choice_is_found_by_id_or_label_and_nothing_else() -> None:
    choice = question("val", options=OPTIONS)
    assert read_value(choice, "ja_delvis") == read_value(choice, "Ja, delvis") == "ja_delvis"
    with pytest.raises(InputError, match="”Ja, delvis”"):
        read_value(choice, "kanske")


def test_several_are_stored_in_the_order_of_the_question() -> None:
    several = question("flerval", options=OPTIONS)
    assert read_value(several, '["nej", "ja_delvis"]') == ["ja_delvis", "nej"]
    assert read_value(several, "[]") is None
    for wrong in ("nej", '{"a": 1}', '["x"]', "[1.5]"):
        with pytest.raises(InputError):
            read_value(several, wrong)


def test_yes_and_no() -> None:
    assert read_value(question("ja_nej"), "Ja") is True
    assert read_value(question("ja_nej"), "nej") is False
    with pytest.raises(InputError):
        read_value(question("ja_nej"), "kanske")


def test_a_table_is_checked_cell_by_cell() -> None:
    table = question("tabell", columns=COLUMNS)
    stored = read_value(table, json.dumps([{"namn": "Åsa [X]", "andel": "12,5", "lage": "nej"}, {}]))
    assert stored == [{"namn": "Åsa [X]", "andel": "12.5", "lage": "nej"}]
    assert json_value(table, stored) == [{"namn": "Åsa [X]", "andel": 12.5, "lage": "nej"}]
    assert "Andel: 12,5\u00a0%" in show_value(table, stored)
    with pytest.raises(InputError, match="Rad 1, Andel"):
        read_value(table, '[{"andel": "12,5x"}]')
    with pytest.raises(InputError, match="namn, andel, lage"):
        read_value(table, '[{"nam": "x"}]')


def test_a_number_in_json_is_not_rounded() -> None:
    table = question("tabell", columns=COLUMNS)
    assert read_value(table, '[{"andel": 0.1}]') == [{"andel": "0.1"}]


@pytest.mark.parametrize("kind", ["text", "langtext", "tal", "datum", "val", "flerval", "ja_nej", "tabell"])
def test_an_empty_string_is_no_answer(kind: str) -> None:
    assert read_value(question(kind, options=OPTIONS, columns=COLUMNS, unit="x"), "  ") is None


@given(st.text(max_size=200))
def test_any_text_is_stored_as_typed_after_composing(text: str) -> None:
    try:
        stored = check_value(question("langtext"), text)
    except InputError:
        assert any(0xD800 <= ord(character) <= 0xDFFF for character in text)
        return
    assert stored == (clean(text) if text.strip() else None)
    if stored is not None:
        assert clean(str(stored)) == stored


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-10**6, max_value=10**6))
def test_a_number_survives_store_and_screen(number: Decimal) -> None:
    plain = question("tal", unit="")
    typed = f"{number:f}".replace(".", ",")
    stored = read_value(plain, typed)
    assert Decimal(str(stored)) == number
    assert read_value(plain, show_value(plain, stored)) == stored


@given(st.text(max_size=100))
def test_no_control_character_reaches_a_terminal(text: str) -> None:
    shown = visible(text)
    assert all(character in "\n\t" or not (ord(character) < 32 or 0x7F <= ord(character) < 0xA0) for character in shown)
    assert "\n" not in one_line(text)
