"""The sum of a post of money while it is typed: the same as when it is stored, and a sentence from the first amount."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from nvplan.services.reports.money import account
from nvplan.services.reports.typed_money import typed_money
from nvplan.services.writing.commands import AddObject
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import new_county, put


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county with two insatser, one of which has a cost."""
    session = new_county(tmp_path / "lan.nvplan")
    put(session, "insats", "team", title="Hemteam", cost=300000)
    put(session, "insats", "linje", title="Läkarlinje")
    return session


def told(session: PlanSession, **given: Any) -> str:
    return typed_money(session.state, given).told.replace("\u00a0", " ")


@pytest.mark.parametrize(("given", "words"), [
    ({}, ""),
    ({"received": "1 000 000"}, "Mottaget 1 000 000 kr, använt 0 kr. Kvar 1 000 000 kr. Dag för återbetalning saknas."),
    ({"received": "1 000 000", "used": "400 000", "repay_by": "31 mars 2027"},
     "Mottaget 1 000 000 kr, använt 400 000 kr. Kvar 600 000 kr att betala tillbaka senast 31 mars 2027."),
    ({"received": "1 000 000", "efforts": ["team", "linje"]},
     "Mottaget 1 000 000 kr, använt 300 000 kr. Kvar 700 000 kr. Dag för återbetalning saknas. "
     "Belopp saknas för ”Läkarlinje”."),
    ({"received": "100", "costs": "Lokal: 60\nteam: 70"},
     "Mottaget 100 kr, använt 130 kr. Kostnaderna är 30 kr mer än det mottagna. Det betalar ni själva."),
    ({"received": "100", "used": "100"}, "Mottaget 100 kr, använt 100 kr. Kvar 0 kr."),
    ({"received": "hundra", "costs": "Lokal: "}, ""),
    ({"received": "100", "costs": "Lokal: 60\nHyra"},
     "Mottaget 100 kr, använt 60 kr. Kvar 40 kr. Dag för återbetalning saknas. Belopp saknas för ”Hyra”.")])
def test_what_is_typed_is_added_up_and_what_is_missing_is_said(session: PlanSession, given: dict[str, Any],
                                                               words: str) -> None:
    assert told(session, **given) == words


def test_the_sum_in_the_form_is_the_account_once_it_is_stored(session: PlanSession) -> None:
    given = {"title": "Bidrag", "actor": "region", "year": "2027", "received": "1 000 000", "efforts": ["team"],
             "repay_by": "2027-03-31", "received_date": "2027-01-10"}
    typed = typed_money(session.state, given)
    session.do(AddObject("medel", given))
    stored = account(session.state, "region", 2027)
    assert (typed.received, typed.used, typed.left) == (stored.received, stored.used, stored.left) == (
        Decimal(1000000), Decimal(300000), Decimal(700000))
    assert [cost.title for cost in typed.costs] == ["Hemteam"]
