"""What counts as a personnummer in a text."""

from __future__ import annotations

import pytest

from nvplan.model.personal_numbers import has_personal_number


@pytest.mark.parametrize("text", [
    "811218-9876", "8112189876", "19811218-9876", "198112189876", "811218+9876", "811218 9876", "1981-12-18-9876",
    "19 811218-9876", "811218–9876", "811218\u20119876", "811218\u00a09876", "811278-9873", "19811278-9873",
    "Anna (811218-9876) har", "x811218-9876y", "8 och 811218-9876", "\u0668\u0661\u0661\u0662\u0661\u0668-9876",
    "８１１２１８９８７６", "000229-9816",
])
def test_these_are_found(text: str) -> None:
    assert has_personal_number(text)


@pytest.mark.parametrize("text", [
    "", "811218-9877", "811318-9875", "811232-9878", "212000-0662", "RS 2027/00764", "070-123 45 67", "0470-58 80 00",
    "98112189876", "8112189876543", "2027-03-01", "https://example.se/811218/9876", "1 000 000 000", "010229-9815",
])
def test_these_are_not(text: str) -> None:
    assert not has_personal_number(text)
