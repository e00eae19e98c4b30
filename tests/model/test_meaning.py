"""What a person means by what is written for a choice."""

from __future__ import annotations

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.reference import code_lists
from nvplan.model.errors import InputError
from nvplan.model.kinds.field import Option
from nvplan.model.kinds.meaning import option_meant, pieces, words_of


def _lists() -> dict[str, tuple[Option, ...]]:
    found = {f"fråga {one.id}": one.options for one in all_questions().values() if one.options}
    for name, codes in code_lists().items():
        found[name] = tuple(Option(id=one.id, label=one.label, former=one.former, also=one.also) for one in codes.codes)
    return found


def test_every_word_of_every_choice_means_that_choice_and_no_other() -> None:
    wrong = [(name, word) for name, options in _lists().items() for option in options for word in words_of(option)
             if (found := option_meant(options, word)) is None or found.id != option.id]
    assert wrong == []


def test_a_word_that_might_mean_two_means_none() -> None:
    options = (Option(id="a", label="Planerad"), Option(id="b", label="Planerat"), Option(id="c", label="Klar"))
    assert option_meant(options, "planerade") is None
    found = option_meant(options, "KLART!")
    assert found is not None
    assert found.id == "c"


@pytest.mark.parametrize(("options", "typed"), [
    (("Uppfyllt", "Inte uppfyllt"), "inte alls uppfyllt"), (("Uppfyllt", "Inte uppfyllt"), "uppfyllt 2026"),
    (("Klar", "Pågår"), "oklar"), (("Ja", "Nej"), ""), (("Ja", "Nej"), "…"),
])
def test_what_is_no_choice_is_none(options: tuple[str, ...], typed: str) -> None:
    assert option_meant([Option(id=f"v{at}", label=label) for at, label in enumerate(options)], typed) is None


@pytest.mark.parametrize(("text", "found"), [
    ("KON-01 KON-06", ["KON-01", "KON-06"]), ("KON-01, KON-06", ["KON-01", "KON-06"]),
    ("KON-01 och KON-06", ["KON-01", "KON-06"]), ("• KON-01\n• KON-06", ["KON-01", "KON-06"]),
    ("Barn och unga och KON-01", ["Barn och unga", "KON-01"]), ("KON-01 KON-99", ["KON-01 KON-99"]),
    ("KON-01 – KON-06", ["KON-01 – KON-06"]),
])
def test_several_in_a_cell(text: str, found: list[str]) -> None:
    def read(piece: str) -> None:
        if piece not in ("KON-01", "KON-06", "Barn och unga"):
            raise InputError(piece)

    assert list(pieces(text, read)) == found
