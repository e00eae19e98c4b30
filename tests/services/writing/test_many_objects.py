"""One field of many posts at once, several removed at once, and a copy of one: all or none, and one undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.model.errors import InputError, UnknownNameError
from nvplan.services.writing.commands import DuplicateObject, RemoveMany, SetMany, SetObject, Undo
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import new_county, put

THREE = ("a", "b", "c")


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county with three insatser; the first is underway already."""
    session = new_county(tmp_path / "lan.nvplan")
    put(session, "insats", "a", title="Hemteam", state="pagaende")
    put(session, "insats", "b", title="Läkarlinje", state="planerad", start="2027-06-01")
    put(session, "insats", "c", title="Utbildning")
    return session


def values(session: PlanSession, name: str) -> list[Any]:
    found = PlanSession.open(Path(session.address)).state.objects["insats"]
    return [getattr(found[one], name) for one in THREE if one in found]


def test_a_field_is_changed_in_all_of_them_and_one_undo_takes_it_back(session: PlanSession) -> None:
    told = session.do(SetMany("insats", THREE, {"state": "pagaende"}))
    assert told == "Ändrat i 2 insatser. 1 hade redan det värdet."
    assert values(session, "state") == ["pagaende"] * 3
    session.do(Undo())
    assert values(session, "state") == ["pagaende", "planerad", None]


def test_where_one_does_not_take_it_none_is_changed_and_it_is_named(session: PlanSession) -> None:
    with pytest.raises(InputError, match=r"”Läkarlinje”.*Slutet ligger före starten.*Inget är ändrat"):
        session.do(SetMany("insats", THREE, {"end": "2027-03-01"}))
    assert values(session, "end") == ["", "", ""]


def test_what_someone_else_has_written_since_is_left_and_named(session: PlanSession) -> None:
    seen = {one: {"state": getattr(session.state.objects["insats"][one], "state")} for one in THREE}  # noqa: B009
    other = PlanSession.open(Path(session.address))
    other.do(SetObject("insats", "c", {"state": "pausad"}))
    told = session.do(SetMany("insats", THREE, {"state": "avslutad"}, seen))
    assert told.startswith("Ändrat i 2 insatser. Någon annan har ändrat Utbildning.")
    assert values(session, "state") == ["avslutad", "avslutad", "pausad"]


@pytest.mark.parametrize(("identities", "fault"), [((), InputError), (("a", "borta"), UnknownNameError)])
def test_nothing_chosen_and_one_that_is_gone_change_nothing(session: PlanSession, identities: tuple[str, ...],
                                                            fault: type[Exception]) -> None:
    for command in (SetMany("insats", identities, {"state": "avbruten"}), RemoveMany("insats", identities)):
        with pytest.raises(fault):
            session.do(command)
    assert values(session, "state") == ["pagaende", "planerad", None]


def test_several_are_removed_and_come_back_together(session: PlanSession) -> None:
    assert session.do(RemoveMany("insats", ("a", "c"))) == "2 insatser är borttagna."
    assert values(session, "title") == ["Läkarlinje"]
    session.do(Undo())
    assert values(session, "title") == ["Hemteam", "Läkarlinje", "Utbildning"]


def test_a_copy_has_every_field_but_its_own_name_and_history(session: PlanSession) -> None:
    session.do(SetObject("insats", "b", {"spread": "pilot", "actor": "0780", "goals": []}))
    session.do(SetObject("insats", "b", {"state": "pagaende"}))
    identity = session.do(DuplicateObject("insats", "b"))
    one: Any = session.state.objects["insats"][identity]
    assert (one.title, one.state, one.spread, one.actor, one.start) == (
        "Läkarlinje (kopia)", "pagaende", "pilot", "0780", "2027-06-01")
    assert [(step.field, step.before) for step in one.history] == [("state", ""), ("spread", "")], "it begins anew"


def test_what_there_is_one_of_has_no_copy(session: PlanSession) -> None:
    put(session, "utskick", "0780", actor="0780")
    with pytest.raises(InputError, match="inte att dubblera"):
        session.do(DuplicateObject("utskick", "0780"))
    with pytest.raises(InputError, match="inte att dubblera"):
        session.do(DuplicateObject("aktor", "0780"))
    with pytest.raises(UnknownNameError):
        session.do(DuplicateObject("insats", "borta"))
