"""Swedish order and search: å ä ö last and in that order; `atgard` finds «Åtgärd»."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from nvplan.model.collation import fold, nearest, nfc, sort_key


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


@given(st.text(alphabet="abcåäöÅÄÖéü -", max_size=30))
def test_folding_keeps_the_length_so_that_a_hit_can_be_shown(text: str) -> None:
    assert len(fold(text)) == len(nfc(text))


@given(st.text(max_size=30))
def test_a_text_typed_in_parts_is_the_same_text(text: str) -> None:
    parts, whole = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    assert sort_key(parts)[0] == sort_key(whole)[0]
    assert fold(parts) == fold(whole)
