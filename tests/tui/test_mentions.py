"""What mentions a thing is told type by type, each title once."""

from __future__ import annotations

from nvplan.texts import mentions as mentions_texts
from nvplan.tui.widgets.object_facts import mention_words


def test_one_thing_is_called_by_its_type_and_several_by_the_word_for_them() -> None:
    assert mentions_texts.mentioned_in("insats", {"Mobilt team": 1}) == "Insats: Mobilt team"
    assert mentions_texts.mentioned_in("mal", {"Indexet ökar.": 1, "Fler ringer.": 1}) == (
        "Mål: Indexet ökar; Fler ringer")


def test_a_title_that_several_have_stands_once_with_their_number() -> None:
    told = mentions_texts.mentioned_in("matning", {"Andel med fast läkarkontakt": 2, "Index": 1})
    assert told == "Mätningar: Andel med fast läkarkontakt (2); Index"


def test_what_has_no_room_is_counted() -> None:
    found = [("insats", f"Insats {number}") for number in range(1, 4)] + [("underlag", "Rutin")]
    assert mention_words(found, 8) == ["Insatser: Insats 1; Insats 2; Insats 3", "Underlag: Rutin"]
    assert mention_words(found, 2) == ["Insatser: Insats 1; Insats 2", "och 2 till"]
