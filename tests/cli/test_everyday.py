"""The short commands of every day."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.cli.runner import nvplan


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A new plan file for Kronoberg."""
    path = str(tmp_path / "kronoberg.nvplan")
    assert nvplan("ny", path, "--lan", "07", "--ar", "2027").code == 0
    return path


def effort(plan: str, title: str, days: int) -> None:
    end = (dt.date.today() + dt.timedelta(days=days)).isoformat()
    fields = {"title": title, "plans": ["gemensam"], "state": "pagaende", "end": end, "actor": "region"}
    assert nvplan("objekt", plan, "insats", "satt", stdin=json.dumps(fields)).code == 0


def test_what_is_due_in_words_and_as_json(plan: str) -> None:
    effort(plan, "Sent [/] {0}", -3)
    effort(plan, "Snart", 10)
    effort(plan, "Senare", 200)
    printed = nvplan("framat", plan, "--dagar", "30")
    assert printed.code == 0
    lines = printed.out.splitlines()
    assert "! 3 dagar sent" in lines[1]
    assert "Sent [/] {0}" in lines[1]
    assert "Region Kronoberg" in lines[1]
    assert any("om 10 dagar" in line for line in lines)
    assert "Senare" not in printed.out
    assert lines[-1].startswith("1 försenat,")
    rows = nvplan("framat", plan, "--json").json
    first = rows[0]
    assert (first["late"], first["days"], first["type"], first["actor"]) == (True, -3, "insats", "region")
    assert "Senare" in str(rows)


@pytest.mark.parametrize("typed", ["-1", "3,5", "trettio", "999999999"])
def test_what_is_no_number_of_days_is_told(plan: str, typed: str) -> None:
    printed = nvplan("framat", plan, "--dagar", typed)
    assert (printed.code, printed.out) == (1, "")
    assert "inget antal dagar" in printed.err


def test_nothing_due_is_said(plan: str) -> None:
    assert nvplan("framat", plan, "--dagar", "0").out == "Inget är försenat, och inget infaller inom 0 dagar.\n"


def test_the_standing_is_shown_and_said(plan: str) -> None:
    assert nvplan("lage", plan).out == "Planens läge: utkast\n"
    assert nvplan("lage", plan, "remiss").code == 0
    lacking = nvplan("lage", plan, "beslutad")
    assert (lacking.code, lacking.out) == (1, "")
    assert "vilken dag" in lacking.err
    assert nvplan("lage", plan, "beslutad", "--datum", "2027-03-01", "--organ", "Samverkansnämnden").code == 0
    assert nvplan("lage", plan).out == "Planens läge: beslutad · 2027-03-01 · Samverkansnämnden\n"
    assert nvplan("lage", plan, "--json").json == {"standing": "beslutad", "date": "2027-03-01",
                                                   "body": "Samverkansnämnden"}
    assert nvplan("lage", plan, "klar").code == 2
    assert nvplan("lage", plan, "--datum", "2027-03-01").code == 2


def test_a_word_is_found_wherever_it_stands(plan: str) -> None:
    effort(plan, "Mobilt team [/] för äldre", 10)
    assert nvplan("svara", plan, "1.2.fungerar", "Teamet för de äldsta.").code == 0
    assert nvplan("svara", plan, "1.0.agare", "Förvaltningschef", "--aktor", "0780").code == 0
    rows = nvplan("sok", plan, "aldre", "TEAM", "--json").json
    assert (rows[0]["place"], rows[0]["text"]) == ("insats:insats-1", "Mobilt team [/] för äldre")
    answered = nvplan("sok", plan, "teamet", "äldsta", "--json").json
    assert [row["place"] for row in answered] == ["fraga:1.2.fungerar@lan"]
    assert nvplan("sok", plan, "forvaltningschef", "--json").json[0]["place"] == "fraga:1.0.agare@0780"
    assert nvplan("sok", plan, "KON-04", "--json").json[0]["place"].startswith("krav:KON-04@")
    assert any(row["place"].startswith("begrepp:") for row in nvplan("sok", plan, "SIP", "--json").json)
    shown = nvplan("sok", plan, "mobilt", "team").out.splitlines()
    assert shown[0].split() == ["Var", "Vad", "Står", "där"]
    assert "Mobilt team [/] för äldre" in shown[1]


def test_a_word_that_stands_nowhere_is_told_and_none_is_misuse(plan: str) -> None:
    assert nvplan("sok", plan, "xyzzy").out == "Inget hittades. Prova ett kortare ord.\n"
    assert nvplan("sok", plan, "xyzzy", "--json").json == []
    assert nvplan("sok", plan, " ", "--json").json == []
    assert nvplan("sok", plan).code == 2


def test_who_has_not_answered_is_told_by_step_by_actor_and_by_question(plan: str) -> None:
    assert nvplan("svara", plan, "1.1.beslut", "antagen", "--aktor", "Alvesta").code == 0
    printed = nvplan("saknas", plan)
    assert printed.code == 0
    assert "● klart   ◐ påbörjat   ○ inget svar   · frågas inte här" in printed.out
    assert "Länet tillsammans" in printed.out
    one = nvplan("saknas", plan, "--fraga", "1.1.beslut").out.splitlines()
    assert "Alvesta kommun" not in one
    assert "Lessebo kommun" in one
    mine = nvplan("saknas", plan, "--aktor", "Alvesta", "--plan", "gemensam")
    assert "Gemensam plan för primärvård: " in mine.out
    assert "1.1.beslut" not in mine.out
    found = nvplan("saknas", plan, "--plan", "gemensam", "--json").json["plans"][0]["actors"]
    alvesta = next(row for row in found if row["name"] == "Alvesta kommun")
    assert (alvesta["answered"], alvesta["left"]) == (1, len(alvesta["questions_left"]))
    assert nvplan("saknas", plan, "--fraga", "9.9.finns-inte").code == 1
    step = nvplan("saknas", plan, "--plan", "gemensam", "--steg", "1", "--json").json["plans"][0]["actors"]
    assert step
    assert all(set(row["steps"]) == {"g1"} for row in step)
    assert nvplan("saknas", plan, "--steg", "Mandat", "--plan", "gemensam", "--json").json["plans"][0]["actors"] == step
    told = nvplan("saknas", plan, "--steg", "g1").out.splitlines()
    assert any(line.startswith("Lessebo kommun: ") and line.endswith("kvar") for line in told)
    left = nvplan("saknas", plan, "--steg", "g1", "--kvar", "--json").json["plans"][0]["actors"]
    assert left == [row for row in step if row["left"]]
    wrong = nvplan("saknas", plan, "--steg", "finns-inte")
    assert (wrong.code, wrong.out) == (1, "")
    assert nvplan("saknas", plan, "--aktor", "Göteborg").code == 1
