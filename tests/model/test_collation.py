"""Swedish order and search: å ä ö last and in that order; `atgard` finds ”Åtgärd”."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvplan.model.collation import fold, nearest, sort_key


def test_the_letters_that_come_last_come_in_their_order() -> None:
    names = ["Örebro", "Älvsbyn", "Ådalen", "Zinkgruvan", "Ängelholm", "Åmål", "Östersund", "arboga"]
    assert sorted(names, key=sort_key) == ["arboga", "Zinkgruvan", "Ådalen", "Åmål", "Älvsbyn", "Ängelholm", "Örebro",
                                           "Östersund"]


def test_folding_finds_what_is_typed_without_dots_and_rings() -> None:
    assert fold("Åtgärd för öppenvård") == "atgard for oppenvard"
    assert fold("A\u030atga\u0308rd") == "atgard"


def test_the_nearest_name_is_offered() -> None:
    counties = ["Kronoberg", "Kalmar", "Västra Götaland", "Värmland"]
    assert nearest("kronobreg", counties)[0] == "Kronoberg"
    assert nearest("vastra", counties)[0] == "Västra Götaland"
    assert nearest("qqqq", counties) == []


@pytest.mark.parametrize(("written", "typed"), [
    ("primär\u00advård", "primarvard"), ("e\u2011hälsa", "e-halsa"), ("e\u2010hälsa", "e-halsa"),
    ("20\u201366 år", "20-66 ar"), ("247\u00a0175", "247 175"), ("247\u202f175", "247 175"),
    ("nära\u200b vård", "nara vard"), ("\ufeffSkåne", "skane"), ("o\ufb03ciell", "officiell"), ("\u2212 3", "- 3"),
    ("”Hjärtat”", '"hjartat"'), ("Vård\u2028central", "vard central"), ("m\u00b2", "m2"),
])
def test_what_is_copied_from_a_document_is_found_by_what_is_typed(written: str, typed: str) -> None:
    assert fold(written) == typed
    assert fold(typed) == typed


def test_a_soft_hyphen_does_not_change_the_order() -> None:
    assert sort_key("Åt\u00adgärd")[0] == sort_key("Åtgärd")[0]


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
def test_a_text_typed_in_parts_is_the_same_text(text: str) -> None:
    parts, whole = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    assert sort_key(parts)[0] == sort_key(whole)[0]
    assert fold(parts) == fold(whole)
