"""What the next undo would take back is told in words and by its place, and undo says afterwards what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.reading.undo_place import next_redo, next_undo
from nvplan.services.writing.commands import (
    Command,
    Judge,
    RemoveObject,
    SetAnswer,
    SetAnswers,
    SetObject,
    SkipQuestion,
    Undo,
)
from nvplan.services.writing.commands_plans import SetStanding
from nvplan.services.writing.commands_reports import WriteReportText
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A plan with an insats and a report."""
    opened = create_plan(tmp_path / "k.nvplan", "07", 2027)
    opened.do(SetObject("insats", "team", {"title": "Mobila team"}))
    opened.do(SetObject("rapporttillfalle", "reg", {"title": "Mars", "form": "region2021", "actor": "region"}))
    return opened


BOTH = SetAnswers((SetAnswer("2.1.deltar", "ja", "0780"), SetAnswer("2.1.deltar", "nej", "0760")))


@pytest.mark.parametrize(("command", "place", "words"), [
    (SetAnswer("1.2.fungerar", "Teamen."), "fraga:1.2.fungerar@lan", "Vad fungerar redan bra"),
    (SetAnswer("1.1.beslut", "antagen", "0780"), "fraga:1.1.beslut@0780", "Växjö kommun"),
    (SetAnswer("2.1.deltar", "ja", "0780"), "fraga:2.1.deltar@0780", "Växjö kommun"),
    (BOTH, "fraga:2.1.deltar@0760", "Har er kommun varit med"),
    (SkipQuestion("1.0.struktur", True), "fraga:1.0.struktur@lan", "Har ni i dag en gemensam struktur"),
    (Judge("SAM-11", "0760", "uppfyllt"), "krav:SAM-11@0760", "Uppvidinge kommun: bedömning av SAM-11"),
    (SetObject("insats", "team", {"state": "planerad"}), "insats:team", "Mobila team"),
    (RemoveObject("insats", "team"), "insats:team", "Mobila team"),
    (SetObject("aktor", "lu", {"name": "Linnéuniversitetet", "type": "ovrig"}), "aktor:lu", "Linnéuniversitetet"),
    (SetStanding("remiss"), "plan:", "på remiss"),
    (WriteReportText("reg", "2.1", "Fullmäktige."), "rapporttillfalle:reg", "2.1"),
], ids=lambda one: type(one).__name__ if isinstance(one, Command) else None)
def test_a_change_is_told_in_words_and_by_its_place(session: PlanSession, command: Command[object], place: str,
                                                    words: str) -> None:
    session.do(command)
    found = next_undo(session)
    assert found is not None
    assert place in found.places
    assert words in found.words
    assert session.do(Undo()) == f"Ångrat: {found.words}"
    back = next_redo(session)
    assert back is not None
    assert back.places == found.places


def test_with_nothing_to_undo_there_is_no_place(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "tom.nvplan", "07", 2027)
    assert next_undo(session) is None
    assert next_redo(session) is None


def test_the_command_says_what_it_undid(session: PlanSession) -> None:
    session.do(Judge("SAM-11", "0760", "uppfyllt"))
    path = session.address
    session.close()
    assert nvplan("angra", path).out == "Ångrat: Uppvidinge kommun: bedömning av SAM-11\n"
    assert nvplan("gorom", path).out == "Gjort om: Uppvidinge kommun: bedömning av SAM-11\n"
