"""The commands on a plan that is no file: an address is all they ask for, and they close what they open."""

from __future__ import annotations

import json

import pytest

from nvplan.cli import run
from nvplan.services.writing.commands_plans import FreezePlan
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import MemoryPlace, Place


@pytest.fixture
def address(place: Place) -> str:
    """Where a plan with a frozen state is kept; nobody has it open."""
    with create_plan(place.address(), "07", 2027) as session:
        session.do(FreezePlan("Mars"))
        return session.address


def test_commands_do_their_job_wherever_the_plan_is_and_leave_nothing_open(
        place: Place, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", address, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["county_code"] == "07"
    done = [["svara", address, "1.0.struktur", "byggs"], ["visa", address, "1.0.struktur"],
            ["objekt", address, "aktor", "lista"], ["granska", address, "--json"], ["historik", address],
            ["angra", address], ["gorom", address], ["aterstall", address, "--nr", "1", "--ja"],
            ["tillfalle", address, "lista"], ["svara", address, "1.0.struktur", "finns inte som val"]]
    codes = [run(arguments) for arguments in done]
    assert codes == [0, 0, 0, codes[3], 0, 0, 0, 0, 0, 1]
    if isinstance(place, MemoryPlace):
        assert place.store.open_plans == 0


def test_a_plan_that_is_not_there_is_said(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", place.address("saknas")]) == 1
    assert "saknas.nvplan" in capsys.readouterr().err


def test_what_a_command_writes_is_there_for_the_next(address: str) -> None:
    assert run(["svara", address, "1.0.struktur", "byggs"]) == 0
    with PlanSession.open(address) as session:
        assert session.state.answer("1.0.struktur").value == "byggs"
