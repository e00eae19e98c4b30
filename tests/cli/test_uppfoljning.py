"""A plan over 2024–2030 followed up in two years, told by commands."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.runner import nvplan


def test_a_plan_over_seven_years_is_followed_up_in_two_of_them(tmp_path: Path) -> None:
    plan = str(tmp_path / "kalmar.nvplan")
    made = nvplan("ny", plan, "--lan", "kalmar", "--ar", "2024-2030", "--uppfoljning", "2025")
    assert "plan 2024–2030 · uppföljning 2025" in made.out
    nvplan("svara", plan, "1.0.struktur", "finns")
    nvplan("svara", plan, "1.2.fungerar", "Två av fyra vårdcentraler har fast kontakt.")
    nvplan("objekt", plan, "mal", "satt", "lakare", stdin=json.dumps({
        "title": "Fast läkare", "plans": ["gemensam"], "unit": "procent", "target": "55", "date": "2030",
        "denominator": "befolkning"}))
    _measure(plan, "m25", "41", "2025-10-01")
    report = nvplan("tillfalle", plan, "ny", "region2021", "--json").json["id"]
    first = nvplan("status", plan, "--json").json
    assert (first["year"], first["years"]) == (2025, {"first": 2024, "last": 2030, "followed_up": []})
    assert nvplan("tillfalle", plan, "lamnat", report, "2026-02-15").code == 0

    assert "Uppföljningen gäller nu 2026" in nvplan("uppfoljning", plan, "nasta").out
    after = nvplan("status", plan, "--json").json
    assert (after["year"], after["years"]["followed_up"]) == (2026, [2025])
    assert after["plans"][0]["answered"] == 0
    assert after["plans"][0]["to_confirm"] == first["plans"][0]["answered"]
    assert nvplan("visa", plan, "1.2.fungerar").out == "Två av fyra vårdcentraler har fast kontakt.\n"
    assert nvplan("bekrafta", plan, "--allt").code == 0
    nvplan("svara", plan, "1.2.fungerar", "Alla vårdcentraler har fast kontakt.")
    _measure(plan, "m26", "47", "2026-10-01")
    second = nvplan("tillfalle", plan, "ny", "region2021", "--json").json["id"]

    years = {row["year"]: row for row in nvplan("uppfoljning", plan, "--json").json["years"]}
    assert {year: row["phase"] for year, row in years.items()} == {
        2024: "unseen", 2025: "done", 2026: "now", 2027: "coming", 2028: "coming", 2029: "coming", 2030: "coming"}
    assert [(row["measurements"], [one["id"] for one in row["reports"]]) for row in (years[2025], years[2026])] == [
        (1, [report]), (1, [second])]
    assert years[2025]["reports"][0]["sent"] == "2026-02-15"
    table = nvplan("uppfoljning", plan).out
    assert "Planen gäller 2024–2030. 2026 följs upp." in table
    assert "1 av 1 lämnade" in table
    assert "0 av 1 lämnade" in table
    changed = nvplan("jamfor", f"{plan}@{years[2025]['frozen']}", plan).out
    assert "Två av fyra" in changed
    assert "Alla vårdcentraler" in changed

    nvplan("exportera", plan, "gemensam-plan", "--format", "md", "--till", str(tmp_path / "d"))
    [written] = (tmp_path / "d").iterdir()
    assert written.name == "gemensam-plan Kalmar 2024–2030 uppföljning 2026.md"
    text = written.read_text(encoding="utf-8")
    assert "Kalmar län, plan 2024–2030 · uppföljning 2026" in text
    [row] = [line for line in text.splitlines() if line.startswith("| **Fast läkare**") and "41" in line]
    assert row.index("41") < row.index("47") < row.index("55")


def _measure(plan: str, identity: str, value: str, date: str) -> None:
    done = nvplan("objekt", plan, "matning", "satt", identity, stdin=json.dumps({
        "goal": "lakare", "value": value, "unit": "procent", "denominator": "befolkning", "date": date}))
    assert done.code == 0, done.err


def test_a_form_that_went_out_before_the_move_is_taken_in_after_it(tmp_path: Path) -> None:
    plan, folder = str(tmp_path / "k.nvplan"), str(tmp_path / "ut")
    nvplan("ny", plan, "--lan", "07", "--ar", "2024-2030", "--uppfoljning", "2025")
    assert nvplan("exportera", plan, "checklista", "--format", "xlsx", "--till", folder).code == 0
    nvplan("uppfoljning", plan, "nasta")
    [form] = (tmp_path / "ut").iterdir()
    back = nvplan("importera", plan, str(form), "--forhandsvisa")
    assert "gäller" not in back.err, back.err


def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path) -> None:
    plan = str(tmp_path / "k.nvplan")
    for words in (("2030-2024",), ("2024-24",), ("2024-2060",), ("2024-2030", "--uppfoljning", "2031"),
                  ("2024-2030", "--uppfoljning", "2025-2026")):
        refused = nvplan("ny", plan, "--lan", "07", "--ar", *words)
        assert refused.code == 1
        assert len(refused.err.strip().splitlines()) == 1, refused.err
    assert "Skriv planens år också" in nvplan("ny", plan, "--lan", "07", "--uppfoljning", "2025").err
    assert not Path(plan).exists()
    nvplan("ny", plan, "--lan", "07", "--ar", "2027")
    assert "Planen gäller ett år, 2027." in nvplan("uppfoljning", plan, "nasta").err
    assert "Skriv planens första och sista år" in nvplan("uppfoljning", plan, "ar").err
    assert nvplan("uppfoljning", plan, "ar", "2024-2030").out == "Sparat: planen gäller 2024–2030.\n"
    assert "2027 (nu)" in nvplan("uppfoljning", plan).out
