"""`nvplan lamna-in`: a kommun with nvplan gets its delplan, answers her own questions and makes the file to send."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvplan.services.reading.guide import next_actions, stops
from nvplan.services.reading.status import plan_status
from nvplan.services.writing.session import PlanSession
from tests.cli.runner import nvplan
from tests.tui.planner import NARROW, planner, press, until

LESSEBO = "0761"


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = str(tmp_path / "kronoberg.nvplan")
    assert nvplan("ny", path, "--lan", "07", "--ar", "2027").code == 0
    about = {"title": "Svar", "actor": "rss", "last_day": "2026-10-16", "address": "samverkan@exempel.se"}
    nvplan("objekt", path, "insamling", "satt", stdin=json.dumps(about))
    nvplan("svara", path, "1.0.struktur", "byggs")
    return path


@pytest.fixture
def part(plan: str, tmp_path: Path) -> Path:
    nvplan("objekt", plan, "utskick", "satt", stdin=json.dumps({"actor": LESSEBO, "form": "nvplan"}))
    assert nvplan("exportera", plan, "utskick", "--aktor", LESSEBO, "--till", str(tmp_path / "ut")).code == 0
    return tmp_path / "ut" / "delplan Kronoberg 2027 Lessebo kommun.nvplan"


def test_a_delplan_asks_only_what_is_hers(part: Path) -> None:
    session = PlanSession.open(part)
    asked = {(stop.question.per, stop.actor) for plan in ("gemensam", "kontinuitet", "patientkontrakt")
             for stop in stops(session.form(plan), session.state, everything=True)}
    assert asked == {("aktor", LESSEBO)}
    assert all(stop.actor == LESSEBO for stop in next_actions(session.state))
    assert sum(plan_status(plan, session.state).progress.applicable
               for plan in ("gemensam", "kontinuitet", "patientkontrakt")) == 9


def test_it_is_handed_in_and_comes_back_whole(plan: str, part: Path) -> None:
    assert nvplan("svara", str(part), "1.0.agare", "Socialchef", "--aktor", LESSEBO).code == 0
    done = nvplan("lamna-in", str(part))
    assert done.code == 0
    for told in ("samverkan@exempel.se", "16 oktober 2026", "Har ni antagit länets målbild?"):
        assert told in done.out
    sent = part.with_name("delplan Kronoberg 2027 Lessebo kommun svar.nvplan")
    assert nvplan("importera", plan, str(sent)).code == 0
    assert nvplan("visa", plan, "1.0.agare", "--aktor", LESSEBO, "--json").json["value"] == "Socialchef"
    assert nvplan("visa", plan, "1.0.struktur", "--json").json["value"] == "byggs"
    assert {row["actor"]: bool(row["came"]) for row in nvplan("status", plan, "--json").json["returns"]}[LESSEBO]
    letter = (part.parent / "mejl Kronoberg 2027 Lessebo kommun.txt").read_text(encoding="utf-8")
    assert "välj ”Lämna in”" in letter


def test_a_whole_plan_is_not_handed_in(plan: str) -> None:
    refused = nvplan("lamna-in", plan)
    assert refused.code == 1
    assert "ingen delplan" in refused.err


async def test_the_planner_has_it_as_the_last_step(part: Path) -> None:
    async with planner(part, NARROW) as pilot:
        assert "Lämna in" in await until(pilot, "Lämna in")
        await press(pilot, "down", "down", "down", "down", "down", "down", "enter")
        assert "samverkan@exempel.se" in " ".join((await until(pilot, "samverkan@exempel.se")).split())
    assert len(list(part.parent.glob("*svar.nvplan"))) == 1
