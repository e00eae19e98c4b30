"""What a coordinator does with the shared objects that came along from last year's plan, told as stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.services.reading.carried import unconfirmed, unconfirmed_objects
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan
from tests.tui.planner import WIDE, go_to, planner, press, screen_text, type_text, until


@pytest.fixture
def carried(tmp_path: Path) -> Path:
    """Next year's plan: two insatser and a judged requirement from this year's."""
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetObject("insats", "sip", {"title": "SIP för alla", "plans": ["gemensam"]}))
    session.do(SetObject("insats", "team", {"title": "Mobila team"}))
    session.do(SetObject("kravbedomning", "", {"requirement": "KON-01", "actor": "region", "judgement": "uppfyllt"}))
    session.close()
    carry_over(tmp_path / "a.nvplan", tmp_path / "b.nvplan").session.close()
    return tmp_path / "b.nvplan"


def left(path: Path) -> list[str]:
    """Return the ids of what is not confirmed on disk."""
    return [one.id for one in unconfirmed_objects(PlanSession.open(path).state)]


async def test_the_overview_leads_to_the_first_and_one_key_confirms_and_goes_on(carried: Path) -> None:
    async with planner(carried, WIDE) as pilot:
        assert "3  poster från 2027 att bekräfta" in screen_text(pilot)
        await press(pilot, "down", "enter")
        assert "Från förra årets plan. Ctrl+G" in await until(pilot, "SIP för alla")
        await press(pilot, "ctrl+g")
        assert "Insatser › Mobila team" in await until(pilot, "Mobila team")
        assert left(carried) == ["team", "kon-01@region"]
        await press(pilot, "ctrl+g")
        assert "Ctrl+G" not in screen_text(pilot).splitlines()[2]
        await press(pilot, "escape")
        assert "1  post från 2027 att bekräfta" in await until(pilot, "post från")
        await press(pilot, "enter")
        assert "KON-01" in await until(pilot, "↻")
        await press(pilot, "ctrl+g")
        assert not left(carried)


async def test_in_a_list_they_are_marked_filtered_confirmed_and_the_confirming_undone(carried: Path) -> None:
    async with planner(carried, WIDE) as pilot:
        await go_to(pilot, "insatser")
        assert "↻ SIP för alla" in screen_text(pilot)
        assert "↻ från förra årets plan. Ctrl+G bekräftar" in screen_text(pilot)
        await press(pilot, "f3")
        await type_text(pilot, "bekr")
        await press(pilot, "enter")
        assert "Urval: Från förra året: inte bekräftade" in screen_text(pilot)
        await press(pilot, "ctrl+g")
        shown = screen_text(pilot)
        assert "Bekräftat: posten gäller även i år." in shown
        assert "1 av 2" in shown
        assert "↻ Mobila team" in shown
        await press(pilot, "ctrl+z")
        assert "↻ SIP för alla" in screen_text(pilot)
        assert "sip" in left(carried)


async def test_what_is_the_plan_s_own_cannot_be_confirmed_and_it_is_said(carried: Path) -> None:
    PlanSession.open(carried).do(SetObject("insats", "ny", {"title": "Alldeles ny"}))
    async with planner(carried) as pilot:
        await go_to(pilot, "insatser")
        await press(pilot, "end", "ctrl+g")
        assert "eller redan" in screen_text(pilot)


async def test_one_key_confirms_a_chapter_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    session = create_plan(tmp_path / "a.nvplan", "07", 2027)
    session.do(SetAnswer("1.0.struktur", "byggs"))
    session.do(SetAnswer("1.0.stallning", "beslut"))
    session.close()
    path = tmp_path / "b.nvplan"
    carry_over(tmp_path / "a.nvplan", path).session.close()
    async with planner(path, WIDE) as pilot:
        assert "2  svar från 2027 att bekräfta" in screen_text(pilot)
        await go_to(pilot, "1.0.struktur")
        assert "Ctrl+O alla 2" in await until(pilot, "Ctrl+O alla 2")
        await press(pilot, "ctrl+o")
        shown = await until(pilot, "Ctrl+Z ångrar")
        assert "2 svar från förra årets plan gäller även i år" in shown
        assert "Ctrl+O alla" not in shown
        assert not list(unconfirmed(PlanSession.open(path).state))
        await press(pilot, "ctrl+z")
        await until(pilot, "Ångrat")
        assert len(list(unconfirmed(PlanSession.open(path).state))) == 2


def test_a_command_confirms_too_and_says_what_it_did(carried: Path) -> None:
    assert nvplan("objekt", str(carried), "insats", "bekrafta", "sip").out == "Bekräftat: posten gäller även i år.\n"
    assert "sip" not in left(carried)
    again = nvplan("objekt", str(carried), "insats", "bekrafta", "sip")
    assert (again.code, again.err) == (1, "Posten är inte från förra årets plan, eller redan bekräftad.\n")
    assert nvplan("objekt", str(carried), "insats", "bekrafta", "nej").code == 1
    assert nvplan("objekt", str(carried), "insats", "bekrafta", "team", "--json").json["confirmed"] is True


def test_documents_say_what_nobody_has_confirmed(carried: Path, tmp_path: Path) -> None:
    nvplan("objekt", str(carried), "insats", "bekrafta", "team")
    nvplan("exportera", str(carried), "insatser", "--format", "md,csv", "--till", str(tmp_path / "ut"))
    text, grid = (next((tmp_path / "ut").glob(f"*.{kind}")).read_text(encoding="utf-8-sig") for kind in ("md", "csv"))
    assert "SIP för alla (från förra årets plan, inte bekräftat)" in text
    assert "Mobila team (från" not in text
    assert "SIP för alla (från" not in grid  # a spreadsheet comes back, and its titles are read as titles
