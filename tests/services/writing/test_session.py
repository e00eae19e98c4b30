"""The one way to change a plan: what a session shows after a command, also one that was refused."""

from __future__ import annotations

import pytest

from nvplan.model.errors import ConflictError, InputError, UnknownNameError
from nvplan.services.reports.opening import find_occasion, report_of
from nvplan.services.writing.commands import Command, RemoveObject, SetAnswer, SetObject
from nvplan.services.writing.commands_plans import FreezePlan, SayInForce, SetStanding, SwitchSet
from nvplan.services.writing.commands_reports import (
    BeginReport,
    CarryReportOver,
    ConfirmReportText,
    FreezeReport,
    HandInReport,
    WriteReportText,
)
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.store.places import Place


@pytest.fixture
def session(place: Place) -> PlanSession:
    return create_plan(place.address(), "07", 2027)


def test_a_refused_freeze_leaves_the_session_as_fresh_as_the_file(session: PlanSession) -> None:
    occasion = session.do(BeginReport("region2021"))
    other = PlanSession.open(session.address)
    other.do(FreezeReport(occasion))
    other.do(SetAnswer("1.0.struktur", "byggs"))
    with pytest.raises(InputError, match="fryst"):
        session.do(FreezeReport(occasion))
    assert session.state.revision == other.state.revision
    assert session.state == other.state
    assert report_of(session, occasion).is_frozen
    assert session.watch(), "what is on the screen is older than the state"
    assert not session.watch()


@pytest.mark.parametrize("command", [
    WriteReportText("finns-inte", "1.1", "Text"), CarryReportOver("finns-inte"), ConfirmReportText("finns-inte", "1.1"),
    FreezeReport("finns-inte"), HandInReport("finns-inte", ""), RemoveObject("insats", "finns-inte"),
    FreezePlan(" "), SwitchSet("OK2023"), SayInForce("OK2023", "SFS"), SetStanding("beslutad"),
    SetObject("insats", "", {"end": "igår"}), SetAnswer("1.0.struktur", "finns", seen="saknas")],
    ids=lambda one: type(one).__name__)
def test_after_a_refused_command_nothing_is_written_and_the_next_look_is_fresh(
        session: PlanSession, command: Command[object]) -> None:
    other = PlanSession.open(session.address)
    other.do(SetAnswer("1.0.struktur", "byggs"))
    with pytest.raises((InputError, UnknownNameError, ConflictError)):
        session.do(command)
    session.watch()
    assert session.state == other.state
    assert session.state.revision == other.state.revision
    assert other.watch() is False


def test_what_another_wrote_in_a_report_is_not_carried_over(session: PlanSession) -> None:
    first = session.do(BeginReport("region2021", year=2026))
    session.do(WriteReportText(first, "1.6", "Förra årets svar"))
    second = session.do(BeginReport("region2021", year=2027))
    PlanSession.open(session.address).do(WriteReportText(second, "1.6", "Skrivet av någon annan"))
    assert find_occasion(session.state, second).previous == first
    assert session.do(CarryReportOver(second)) == []
    assert [one.text for one in (report_of(session, second).written or {}).values()] == ["Skrivet av någon annan"]


def test_two_who_add_at_once_get_an_id_each(session: PlanSession) -> None:
    other = PlanSession.open(session.address)
    assert other.do(BeginReport("region2021")) != session.do(BeginReport("region2021"))
    assert len(session.state.objects["rapporttillfalle"]) == 2
