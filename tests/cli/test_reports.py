"""The reports by commands: a year's reporting told as a story, and what goes wrong on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import nvplan


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = str(tmp_path / "kronoberg.nvplan")
    assert nvplan("ny", path, "--lan", "07", "--ar", "2027").code == 0
    return path


def test_a_year_of_reporting(plan: str, tmp_path: Path) -> None:
    assert "Inga rapporttillfällen" in nvplan("tillfalle", plan).out
    first = nvplan("tillfalle", plan, "ny", "region2021", "--del", "--json").json["id"]
    assert nvplan("tillfalle", plan, "svara", first, "1.2.1", "-", stdin="Vi möts\nvarje vecka\n").code == 0
    assert nvplan("tillfalle", plan, "visa", first, "1.2.1").out == "Vi möts\nvarje vecka\n"
    shown = {row["number"]: row for row in nvplan("tillfalle", plan, "visa", first, "--json").json}
    assert shown["1.2.1"]["standing"] == "skrivet"
    assert shown["1.2.1"]["answered_by"] == "samordnare"
    assert shown["1.2.2"]["standing"] == "saknas"
    asked = nvplan("tillfalle", plan, "frys", first)
    assert (asked.code, asked.out) == (1, "")
    assert "28 frågor saknar svar: 1.1, 1.2.2, " in asked.err
    assert "inte fryst" in asked.err
    assert "--ja" in asked.err
    frozen = nvplan("tillfalle", plan, "frys", first, "--ja")
    assert "allmän handling" in frozen.out
    assert "Fryst: 1 skrivna eller hämtade ur planen, 28 utan svar." in frozen.out
    again = nvplan("tillfalle", plan, "svara", first, "1.2.1", "Nytt")
    assert again.code == 1
    assert "går inte att ändra" in again.err
    assert nvplan("objekt", plan, "rapporttillfalle", "satt", first, stdin='{"title": "X"}').code == 1
    second = nvplan("tillfalle", plan, "ny", "region2021", "--json").json["id"]
    compared = {row["number"]: row["change"] for row in nvplan("tillfalle", plan, "jamfor", second, "--json").json}
    assert compared["1.2.1"] == "borta"
    assert nvplan("tillfalle", plan, "kopiera", second, "--json").json == {"carried": ["1.2.1"]}
    assert nvplan("tillfalle", plan, "bekrafta", second, "1.2.1").code == 0
    rows = {row["id"]: row for row in nvplan("tillfalle", plan, "lista", "--json").json}
    assert rows[first]["frozen"]
    assert rows[second]["previous"] == first
    assert rows[second]["deadline_confirmed"] is False
    assert rows[second]["answers"]["written"] == 1
    done = nvplan("exportera", plan, "redovisning-region", "--format", "md", "--till", str(tmp_path), "--tillfalle",
                  first)
    assert done.code == 0
    sent, working = (Path(line).read_text(encoding="utf-8") for line in done.out.splitlines())
    assert "FRYST" in working
    assert "FRYST" not in sent
    assert "varje vecka" in working
    assert "varje vecka" in sent


def test_days_are_listed_and_confirmed(plan: str) -> None:
    assert nvplan("datum", plan, "bekrafta", "d2023-02", "2027-03-26").code == 0
    assert nvplan("datum", plan, "avfarda", "d2023-06").code == 0
    days = {row["id"]: row for row in nvplan("datum", plan, "--json").json}
    assert days["d2023-02"]["confirmed"] is True
    assert days["d2023-06"]["standing"] == "galler_inte"
    status = {row["id"]: row for row in nvplan("status", plan, "--json").json["dates"]}
    assert status["d2023-02"]["date"] == "2027-03-26"
    assert "d2023-06" not in status
    wrong = nvplan("datum", plan, "bekrafta", "d2023-07", "31 februari 2028")
    assert (wrong.code, wrong.out) == (1, "")
    assert "31 februari 2028" in wrong.err
    assert "förslag, inte bekräftat" in nvplan("datum", plan).out


def test_money_is_told_by_actor(plan: str) -> None:
    assert "Inga medel" in nvplan("medel", plan).out
    given = {"title": "Nära vård", "actor": "region", "received": "1 000 000", "costs": ["Löner: 250 000"]}
    assert nvplan("objekt", plan, "medel", "satt", stdin=json.dumps(given)).code == 0
    (row,) = nvplan("medel", plan, "--json").json
    assert (row["received"], row["used"], row["unused"], row["left"]) == (1_000_000, 250_000, 750_000, 750_000)
    assert "750 000 kr, dag inte angiven" in nvplan("medel", plan).out
    wrong = nvplan("objekt", plan, "medel", "satt", stdin=json.dumps({**given, "costs": ["Löner: 1,2,3"]}))
    assert wrong.code == 1
    assert "Kostnader: Rad 1" in wrong.err
    assert len(nvplan("medel", plan, "--json").json) == 1


def test_a_set_is_changed_only_on_the_word(plan: str) -> None:
    shown = nvplan("krav", plan, "byt", "OK2021")
    assert "Inget är ändrat" in shown.out
    assert nvplan("status", plan, "--json").json["requirement_set"] == "OK2023"
    assert nvplan("krav", plan, "byt", "OK2021", "--forhandsvisa", "--json").json["to"] == "OK2021"
    assert nvplan("krav", plan, "byt", "OK2021", "--forhandsvisa", "--ja").code == 1
    assert "orörda" in nvplan("krav", plan, "byt", "OK2021", "--ja").out
    assert nvplan("status", plan, "--json").json["requirement_set"] == "OK2021"
    assert nvplan("krav", plan, "galler", "PROP2025-26-19").code == 1
    assert "länets egen uppgift" in nvplan("krav", plan, "galler", "PROP2025-26-19", "--hanvisning", "SFS 2026:1").out
    assert "länets egen uppgift" in nvplan("status", plan).out
    assert nvplan("krav", plan, "galler-inte", "PROP2025-26-19").code == 0
    assert "länets egen uppgift" not in nvplan("status", plan).out
    assert "angav om Prop. 2025/26:19" in nvplan("historik", plan).out


def test_contact_details_come_from_a_file_and_stay_out_of_everything_else(plan: str, tmp_path: Path) -> None:
    details = tmp_path / "uppgifter.json"
    details.write_text(json.dumps({"region": {"kontaktperson": "Kim Kontakt"}}), encoding="utf-8")
    out = tmp_path / "ut"
    done = nvplan("exportera", plan, "rekvisition", "--aktor", "region", "--format", "md,json", "--till", str(out),
                  "--uppgifter", str(details))
    assert done.code == 0
    markdown, data = (Path(line) for line in done.out.splitlines())
    assert "Kim Kontakt" in markdown.read_text(encoding="utf-8")
    assert "Kim" not in data.read_text(encoding="utf-8")
    assert b"Kim" not in Path(plan).read_bytes()
    assert "Kim" not in nvplan("historik", plan, "--json").out
    blank = nvplan("exportera", plan, "rekvisition", "--aktor", "region", "--format", "md", "--till", str(out),
                   "--uppgifter", str(details), "--utan-namn")
    assert "Kim" not in Path(blank.out.strip()).read_text(encoding="utf-8")


@pytest.mark.parametrize(("arguments", "words"), [
    (("tillfalle", "PLAN", "frys"), "rapporttillfällets id"), (("tillfalle", "PLAN", "ny"), "formuläret"),
    (("tillfalle", "PLAN", "visa", "finns-inte"), "finns inte"),
    (("tillfalle", "PLAN", "ny", "region2021", "--aktor", "0780"), "lämnar inte in"),
    (("tillfalle", "PLAN", "ny", "region1999"), "region1999"), (("datum", "PLAN", "bekrafta"), "datumets id"),
    (("krav", "PLAN", "byt", "OK2023"), "redan"),
    (("exportera", "PLAN", "ekonomi", "--format", "md", "--till", "x", "--aktor", "0780"), "lämnar inte in"),
    (("exportera", "PLAN", "ekonomi", "--format", "md", "--till", "x", "--uppgifter", "saknas.json"),
     "blankettuppgifter"),
    (("exportera", "PLAN", "vfu", "--format", "ics", "--till", "x"), "ics"),
])
def test_what_is_wrong_is_told_in_one_sentence(plan: str, arguments: tuple[str, ...], words: str) -> None:
    done = nvplan(*(plan if one == "PLAN" else one for one in arguments))
    assert done.code == 1
    assert done.out == ""
    assert words in done.err
    assert len(done.err.strip().splitlines()) == 1
