"""`nvplan objekt`: list, set and remove shared objects by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvplan.services.reading.object_fields import kinds
from tests.cli.runner import Printed, nvplan

#: The least that each type takes.
LEAST = {
    "insamling": {"title": "Svar till planen"}, "utskick": {"actor": "0761"},
    "planuppgift": {"title": "Gemensam plan"},
    "insats": {"title": "Team"}, "malomrade": {"title": "God vård"}, "delmal": {"title": "Klart", "effort": "team"},
    "mal": {"title": "Fler"}, "matning": {"title": "Mätning"},
    "kravbedomning": {"requirement": "KON-01", "actor": "region"}, "beslut": {"title": "Uppdrag"},
    "hinder": {"title": "Journalen"}, "aktor": {"type": "privat", "name": "Linden AB"}, "underlag": {"title": "Rutin"},
    "mote": {"title": "Dialog"}, "motespunkt": {"title": "Vad gör vi?", "meeting": "dialog"},
    "inlagg": {"text": "Läkarlinje", "meeting": "dialog"},
    "omgang": {"dimension": "person", "meeting": "dialog"}, "rapporttillfalle": {"title": "Redovisning"},
    "kommentar": {"body": "Socialnämnden", "text": "Bra."}, "medel": {"title": "Nära vård", "actor": "region"},
    "datum": {"title": "Redovisa VFU"}, "matkalla": {"title": "Primärvårdskvalitet"},
    "annanplan": {"title": "Ambulansplan"}, "tjanst": {"title": "Växjö vårdcentral"},
    "godkannande": {"chapter": "1.2", "role": "Styrgruppens ordförande"},
    "kvittens": {"rule": "personnummer", "place": "plan:gemensam", "reason": "Testnummer."},
}


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A new plan file for Kronoberg."""
    path = str(tmp_path / "kronoberg.nvplan")
    assert nvplan("ny", path, "--lan", "07", "--ar", "2027").code == 0
    return path


def satt(plan: str, kind: str, *identity: str, **fields: object) -> Printed:
    """Set fields of an object."""
    return nvplan("objekt", plan, kind, "satt", *identity, stdin=json.dumps(fields))


@pytest.mark.parametrize("kind", list(LEAST))
def test_every_type_is_added_listed_and_removed(plan: str, kind: str) -> None:
    if "meeting" in LEAST[kind]:
        satt(plan, "mote", "dialog", title="Dialog")
    if "effort" in LEAST[kind]:
        satt(plan, "insats", "team", title="Team")
    added = nvplan("objekt", plan, kind, "satt", "--json", stdin=json.dumps(LEAST[kind]))
    identity = added.json["id"]
    assert (added.code, added.json["type"]) == (0, kind)

    listed = nvplan("objekt", plan, kind, "lista", identity, "--json").json
    assert [{name: row[name] for name in LEAST[kind]} for row in listed] == [LEAST[kind]]
    assert identity in nvplan("objekt", plan, kind, "lista").out
    assert nvplan("objekt", plan, kind, "lista", identity).code == 0

    assert nvplan("objekt", plan, kind, "bort", identity).out == "Borttaget.\n"
    assert nvplan("objekt", plan, kind, "lista", identity).code == 1
    assert nvplan("angra", plan).code == 0
    assert nvplan("objekt", plan, kind, "lista", identity, "--json").json == listed


def test_the_least_of_every_type_is_tested() -> None:
    assert set(LEAST) == set(kinds())


def test_a_new_object_tells_its_id(plan: str) -> None:
    assert satt(plan, "insats", title="A").out == "Sparat som insats-1.\n"
    assert satt(plan, "insats", title="B").out == "Sparat som insats-2.\n"
    assert satt(plan, "insats", "insats-1", purpose="Mer").out == "Sparat.\n"
    assert [row["title"] for row in nvplan("objekt", plan, "insats", "lista", "--json").json] == ["A", "B"]


def test_one_decision_is_entered_for_many_kommuner_each_with_its_own_day_and_number(plan: str) -> None:
    each = [{"actor": "Växjö", "date": "4 februari 2026", "diary_number": "KS 1"},
            {"actor": "0764", "date": "våren 2026", "diary_number": "KS 2"}]
    shared = {"title": "Målbilden", "subject": "malbild", "outcome": "antagen", "each": each}
    assert satt(plan, "beslut", **shared).out == "Sparat som beslut-1, beslut-2.\n"
    rows = nvplan("objekt", plan, "beslut", "lista", "--json").json
    assert [(row["actor"], row["date"], row["diary_number"], row["outcome"]) for row in rows] == [
        ("0780", "2026-02-04", "KS 1", "antagen"), ("0764", "2026-var", "KS 2", "antagen")]
    assert "Växjö kommun" in nvplan("objekt", plan, "beslut", "lista").out
    assert nvplan("objekt", plan, "beslut", "satt", "--json", stdin=json.dumps(shared)).json == {
        "type": "beslut", "ids": ["beslut-1", "beslut-2"]}  # the same again is the same decisions
    assert nvplan("angra", plan).code == 0
    assert nvplan("objekt", plan, "beslut", "lista", "--json").json == []


@pytest.mark.parametrize(("given", "told"), [({"each": []}, "tom"), ({"each": "0780"}, "lista av fält"),
                                             ({"each": [{"title": "A"}, {"title": ""}]}, "På rad 2 i ”each”: ")])
def test_several_that_do_not_fit_are_refused_together(plan: str, given: dict[str, object], told: str) -> None:
    result = satt(plan, "beslut", **given)
    assert (result.code, result.out) == (1, "")
    assert told in result.err
    assert nvplan("objekt", plan, "beslut", "lista", "--json").json == []


def test_numbers_come_back_as_numbers(plan: str) -> None:
    satt(plan, "mal", title="Index", target="0,396", baseline=0.33, baseline_year="2019")
    row = nvplan("objekt", plan, "mal", "lista", "--json").json[0]
    assert (row["target"], row["baseline"], row["baseline_year"]) == (0.396, 0.33, 2019)


def test_a_long_number_in_json_is_refused_and_not_rounded(plan: str) -> None:
    result = nvplan("objekt", plan, "mal", "satt", stdin='{"title": "T", "target": 0.1234567890123456789}')
    assert (result.code, result.out) == (1, "")
    assert "Målvärde" in result.err


def test_an_empty_list_says_how_to_add(plan: str) -> None:
    assert "Det finns inget" in nvplan("objekt", plan, "hinder", "lista").out
    assert nvplan("objekt", plan, "hinder", "lista", "--json").json == []


@pytest.mark.parametrize("typed", ["", "[]", "null", "{", "12", '"text"', "[" * 5000])
def test_what_is_no_json_object_is_told(plan: str, typed: str) -> None:
    result = nvplan("objekt", plan, "insats", "satt", stdin=typed)
    assert (result.code, result.out) == (1, "")
    assert "JSON" in result.err


@pytest.mark.parametrize(("arguments", "fields", "words"), [
    (("insatts", "lista"), {}, "insats"),
    (("insats", "bort"), {}, "lista"),
    (("insats", "bort", "insats-9"), {}, "insats-9"),
    (("insats", "satt", "insats-1"), {"titel": "T"}, "title"),
    (("insats", "satt"), {"title": "T", "state": "igång"}, "Läge"),
    (("aktor", "bort", "0780"), {}, "Växjö kommun hör till länet"),
])
def test_faults_are_one_sentence_on_stderr(plan: str, arguments: tuple[str, ...], fields: dict[str, str], words: str
                                           ) -> None:
    result = nvplan("objekt", plan, *arguments, stdin=json.dumps(fields))
    assert (result.code, result.out) == (1, "")
    assert words in result.err
    assert len(result.err.splitlines()) == 1


def test_removing_says_what_still_refers_to_it(plan: str) -> None:
    satt(plan, "mal", title="Fler")
    satt(plan, "insats", title="Team", goals=["mal-1"])
    assert "insats-1 (”Team”)" in nvplan("objekt", plan, "mal", "bort", "mal-1").out


def test_control_characters_are_shown_and_not_obeyed(plan: str) -> None:
    satt(plan, "insats", title="\x1b[31mRött")
    assert "\x1b" not in nvplan("objekt", plan, "insats", "lista").out
