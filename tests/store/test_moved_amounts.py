"""A plan of 0.1.0 whose reports told amounts: they stand on the actor's funds, and what says otherwise is told."""

from __future__ import annotations

import datetime as dt
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from nvplan.model.objects import Funds, ReportOccasion
from nvplan.services.reports.money import account
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession

KEPT = Path(__file__).parent / "kept" / "0.1.0-rapporter.nvplan"
_AMOUNTS = ("received", "costs", "unused", "repayment_date")


@pytest.fixture
def plan(tmp_path: Path) -> PlanSession:
    path = tmp_path / "lan.nvplan"
    shutil.copy(KEPT, path)
    return PlanSession.open(path)


def left(plan: PlanSession, identity: str) -> dict[str, str]:
    one = plan.state.objects["rapporttillfalle"][identity]
    assert isinstance(one, ReportOccasion)
    return {name: str(value) for name in _AMOUNTS if (value := getattr(one, name)) not in (None, "")}


def test_amounts_without_funds_become_funds(plan: PlanSession) -> None:
    one = plan.state.objects["medel"]["medel-region-2026"]
    assert isinstance(one, Funds)
    assert (one.title, one.actor, one.year) == ("Medel 2026", "region", 2026)
    assert (one.received, one.used, one.repay_by) == (Decimal(1_000_000), Decimal(800_000), "2027-03-31")
    assert account(plan.state, "region", 2026).unused == Decimal(200_000)
    assert left(plan, "rapporttillfalle-5") == {}


def test_amounts_that_the_funds_say_too_stand_there_alone_and_the_day_joins_them(plan: PlanSession) -> None:
    one = plan.state.objects["medel"]["medel-1"]
    assert isinstance(one, Funds)
    assert (one.received, one.costs, one.used, one.repay_by) == (
        Decimal(500_000), ("Utbildning: 300000", "VFU: 150000"), None, "2027-03-31")
    assert left(plan, "rapporttillfalle-6") == {}


def test_an_amount_that_says_otherwise_stays_and_is_told_until_it_is_chosen(plan: PlanSession) -> None:
    assert left(plan, "rapporttillfalle-7") == {"received": "950000", "unused": "10000"}
    one = plan.state.objects["medel"]["medel-2"]
    assert isinstance(one, Funds)
    assert (one.received, one.used) == (Decimal(900_000), Decimal(900_000))

    def told() -> list[str]:
        return [one.place for one in review(plan, dt.date(2026, 6, 1)) if one.rule == "ekonomi-annan-summa-an-medel"]

    assert told() == ["rapporttillfalle:rapporttillfalle-7"]
    plan.do(SetObject("rapporttillfalle", "rapporttillfalle-7", {"received": "", "unused": ""}))
    assert told() == []


def test_the_file_opens_the_same_again_after_it_is_written(plan: PlanSession) -> None:
    plan.do(SetObject("rapporttillfalle", "rapporttillfalle-5", {"note": "x"}))
    again = PlanSession.open(plan.address)
    assert again.state.objects["medel"] == plan.state.objects["medel"]
    assert again.state.answers == plan.state.answers
