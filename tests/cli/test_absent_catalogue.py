"""A plan made with a county's own data folder is read, changed, reviewed and exported where that folder is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvplan.catalog.location import data_from
from nvplan.services.writing.session import PlanSession
from tests.catalog.copies import add_line
from tests.catalog.whole_set import SET, folder_with_whole_set
from tests.cli.runner import nvplan
from tests.tui.planner import planner, press, screen_text, until

_QUESTION = {
    "id": "1.18.egen", "plan": "gemensam", "chapter": "1.18", "kind": "text", "label": "Vad är eget hos er?",
    "core": False, "asks": "Svara kort.", "why": "Det syns inte annars.", "example": "Till exempel: ett råd.",
    "group": "Vad glömmer andra?", "sources": [
        {"document": "002", "heading": "2.3.1 Insatser som regionerna ska genomföra", "lines": [821, 824]}]}


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A plan with answers and assessments of its own set and question, opened without the folder that has them."""
    folder = folder_with_whole_set(tmp_path).rename(tmp_path / "lanets-data")
    add_line(folder / "fragor" / "gemensam.jsonl", json.dumps(_QUESTION, ensure_ascii=False))
    add_line(folder / "dokument" / "gemensam.jsonl",
             json.dumps({"question": "1.18.egen", "role": "innehall", "heading": "Eget"}, ensure_ascii=False))
    path = str(tmp_path / "lan.nvplan")
    with data_from(folder):
        assert nvplan("katalog", "kontrollera").code == 0
        for command in (("ny", path, "--lan", "07", "--ar", "2027"), ("svara", path, "1.18.egen", "Eget svar"),
                        ("svara", path, "1.1.lage", "beslutad")):
            printed = nvplan(*command)
            assert (printed.code, printed.err) == (0, ""), "with the folder nothing is missing"
        for kind, body in (("kravbedomning", {"requirement": "26-KON-01", "actor": "region", "judgement": "uppfyllt"}),
                           ("insats", {"title": "Team", "requirements": ["26-KON-01"]})):
            assert nvplan("objekt", path, kind, "satt", stdin=json.dumps(body)).code == 0
    return path


def test_it_says_in_one_sentence_what_is_missing(plan: str) -> None:
    printed = nvplan("status", plan)
    assert printed.code == 0
    assert "OK2026 (kravmängden saknas i den här datamappen)" in printed.out
    assert printed.err.count("Här saknas") == 1
    assert "Planen är gjord med datamappen lanets-data (" in printed.err
    assert ("Här saknas kravmängden OK2026, en fråga som har svar och ett krav som är bedömt. "
            "Allt ni har skrivit finns kvar i planen.") in printed.err
    assert "NVPLAN_DATA" in printed.err
    assert nvplan("status", plan, "--json").json["requirement_set"] == SET


@pytest.mark.parametrize("command", [
    ("svara", "{}", "1.1.lage", "pagar"), ("visa", "{}", "1.1.lage"), ("historik", "{}"), ("historik", "{}", "--json"),
    ("krav", "{}", "byt", "OK2023"), ("krav", "{}", "byt", "OK2023", "--forhandsvisa", "--json"),
    ("objekt", "{}", "insats", "lista"), ("objekt", "{}", "kravbedomning", "lista", "--json"), ("angra", "{}"),
    ("aterstall", "{}"), ("jamfor", "{}", "{}"),
])
def test_every_command_goes_on_working(plan: str, command: tuple[str, ...]) -> None:
    printed = nvplan(*(part.format(plan) for part in command))
    assert printed.code == 0, printed.err
    assert "Något gick fel" not in printed.out + printed.err


def test_granska_reviews_what_there_is(plan: str) -> None:
    printed = nvplan("granska", plan, "--json")
    assert printed.code == 1
    assert any(row["place"] == "insats:insats-1" for row in printed.json)


def test_what_the_plan_holds_is_read_and_exported(plan: str, tmp_path: Path) -> None:
    shown = nvplan("visa", plan, "1.18.egen")
    assert shown.code == 0
    assert shown.out.splitlines() == ["Frågan 1.18.egen finns inte i den här datamappen. Svaret finns kvar i planen:",
                                      "Eget svar"]
    assert nvplan("visa", plan, "1.18.egen", "--json").json[0]["value"] == "Eget svar"
    printed = nvplan("exportera", plan, "allt", "--format", "md", "--till", str(tmp_path / "ut"))
    assert printed.code == 0, printed.err
    checklist = next((tmp_path / "ut").rglob("checklista*.md")).read_text(encoding="utf-8")
    assert "OK2026 (kravmängden saknas i den här datamappen)" in checklist
    nvplan("exportera", plan, "arkiv", "--format", "json", "--till", str(tmp_path / "arkiv"))
    archive = next((tmp_path / "arkiv").glob("*.json")).read_text(encoding="utf-8")
    assert "Eget svar" in archive
    assert "26-KON-01" in archive


def test_a_change_of_set_lets_the_plan_go_on_here_and_nothing_is_lost(plan: str) -> None:
    assert nvplan("krav", plan, "byt", "OK2023", "--ja").code == 0
    state = PlanSession.open(Path(plan)).state
    assert (state.info.requirement_set, state.info.catalog) == ("OK2023", "")
    assert "Eget svar" in nvplan("visa", plan, "1.18.egen").out
    assert "kravmängden OK2026" not in nvplan("status", plan).err


async def test_the_planner_opens_and_says_so(plan: str) -> None:
    async with planner(Path(plan)) as pilot:
        shown = await until(pilot, "kravmängden OK2026")
        assert "OK2026" in shown
        await press(pilot, "f3")
        assert pilot.app.is_running
        assert screen_text(pilot).strip()
