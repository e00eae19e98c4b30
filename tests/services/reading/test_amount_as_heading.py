"""A heading that is only an amount is told from a name: the amount has a field of its own."""

from __future__ import annotations

import pytest

from nvplan.services.reading.object_fields import amount_meant


@pytest.mark.parametrize("typed", ["1200000", "1 200 000", "1 200 000 kr", " 1,5 mnkr ", "1.200.000 kronor"])
def test_an_amount_in_the_heading_is_led_to_its_field(typed: str) -> None:
    found = amount_meant("medel", "title", typed)
    assert found is not None
    assert found.label == "Beviljat"


@pytest.mark.parametrize(("kind", "name", "typed"), [
    ("medel", "title", "Statsbidrag 2027"), ("medel", "title", "2027 års medel"), ("medel", "title", ""),
    ("medel", "decision", "1200000"), ("hinder", "title", "1177"), ("medel", "title", "."), ("medel", "title", "kr"),
])
def test_a_name_and_other_fields_are_left_alone(kind: str, name: str, typed: str) -> None:
    assert amount_meant(kind, name, typed) is None
