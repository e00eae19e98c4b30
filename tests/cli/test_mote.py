"""`nvplan mote`: a meeting prepared, held and decided by command, as a co-facilitator does beside the projector."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import Printed, nvplan


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A new plan file for Kronoberg."""
    path = str(tmp_path / "kronoberg.nvplan")
    assert nvplan("ny", path, "--lan", "07", "--ar", "2027").code == 0
    return path


def mote(plan: str, *words: str, **fields: object) -> Printed:
    """Run the command with fields as JSON on standard in."""
    return nvplan("mote", plan, *words, stdin=json.dumps(fields))


def test_a_whole_meeting_by_command(plan: str) -> None:
    assert "Inga möten" in mote(plan).out
    one = mote(plan, "ny", "--json", agenda="tillbakablick", date="2026-12-04", participants=["Socialchef, Växjö"]
               ).json["id"]
    assert mote(plan, "--json").json[0]["items"] == 4
    for text in ("Läkarlinjen svarar", "Prover hemma", "Rehab"):
        assert mote(plan, one, "inlagg", item=1, text=text).code == 0
    said = [row["id"] for row in mote(plan, one, "--json").json["items"][0]["contributions"]]
    assert mote(plan, one, "ihop", said[1]).out == "Inläggen hör ihop.\n"
    assert mote(plan, one, "isar", said[1]).code == 0
    assert mote(plan, one, "flytta", said[2], "-2").code == 0
    assert mote(plan, one, "flytta", said[1], "2").code == 0
    assert mote(plan, one, "parkera", said[0]).code == 0
    assert mote(plan, one, "tillbaka", said[0]).code == 0
    assert mote(plan, one, "inlagg", said[0], text="Läkarlinjen svarar nu").code == 0
    effort = mote(plan, one, "insats", said[0], "--json", actor="region", role="Chef", end="2027-06").json["id"]
    assert mote(plan, one, "hinder", said[2], owner="Socialchef").code == 0
    done = mote(plan, one, "besluta", "2", outcome="enig", agreed="Vi ses varje månad.", dissent="RSS tvekar")
    assert "Ni är överens." in done.out
    assert nvplan("visa", plan, "1.18.aret").out == "Vi ses varje månad.\n"
    assert mote(plan, one, "besluta", "3", outcome="oenig").code == 0
    found = mote(plan, one, "--json").json
    assert [row["text"] for row in found["items"][0]["contributions"]] == ["Rehab", "Läkarlinjen svarar nu"]
    assert [row["text"] for row in found["items"][1]["contributions"]] == ["Prover hemma"]
    assert [row["outcome"] for row in found["items"]] == ["oppen", "enig", "oenig", "oppen"]
    assert found["next_steps"]["efforts"] == [effort]
    shown = mote(plan, one).out
    assert "Läkarlinjen svarar nu" in shown
    assert "Överens: Vi ses varje månad." in shown


def test_items_are_added_changed_moved_and_taken_off(plan: str) -> None:
    one = mote(plan, "ny", "--json", title="Startmöte").json["id"]
    assert mote(plan, one, "punkt", question="1.1.lage", minutes=10).code == 0
    assert mote(plan, one, "punkt", title="Något annat").code == 0
    assert mote(plan, one, "punkt", "2", minutes=5, form="tyst").code == 0
    assert mote(plan, one, "flytta", "2", "-1").code == 0
    assert mote(plan, one, "inlagg", item=1, text="hemligt", hidden=True).code == 0
    found = mote(plan, one, "--json").json
    assert [(row["title"], row["minutes"], row["hidden"]) for row in found["items"]] == [
        ("Något annat", 5, 1), ("Hur långt har ni kommit med länets gemensamma målbild?", 10, 0)]
    assert "1 skrivna tyst" in mote(plan, one).out
    assert mote(plan, one, "visa-tysta", "1").out == "1 inlägg visas nu.\n"
    assert mote(plan, one, "dagordning", "spridning").out == "4 punkter, 65 minuter.\n"
    assert "1 inlägg ligger på parkeringen" in mote(plan, one, "bort", "1").out
    assert [row["text"] for row in mote(plan, one, "--json").json["parked"]] == ["hemligt"]
    assert mote(plan, one, "bort", found["items"][0]["id"]).code == 1


@pytest.mark.parametrize(("words", "stdin", "told"), [
    (("finns-inte",), "{}", "finns inte. Välj bland mote-1."),
    (("mote-1", "besluta", "9"), '{"agreed": "x"}', "Skriv ett nummer från 1 till 1."),
    (("mote-1", "besluta", "1"), '{"outcome": "kanske"}', "välj något av"),
    (("mote-1", "besluta", "1"), '{"outcome": "enig"}', "Skriv texten som ni är överens om."),
    (("mote-1", "inlagg"), "inte json", "JSON"),
    (("mote-1", "inlagg"), '["a"]', "JSON"),
    (("mote-1", "inlagg"), '{"texten": "x"}', "Välj bland text, item, hidden."),
    (("mote-1", "inlagg"), '{"item": 1, "text": " "}', "Inlägget är tomt."),
    (("mote-1", "ihop"), "", "Skriv vilken punkt"),
    (("mote-1", "ihop", "inlagg-9"), "", "Inlägget ”inlagg-9” finns inte på mötet."),
    (("mote-1", "flytta", "1", "upp"), "", "inget antal steg"),
    (("mote-1", "dagordning", "okand"), "", "Välj bland forsta-motet"),
    (("ny",), '{"agenda": "okand"}', "Välj bland forsta-motet"),
    (("ny",), '{"fel": 1}', "”fel”"),
])
def test_bad_input_is_a_sentence_and_nothing_is_lost(plan: str, words: tuple[str, ...], stdin: str, told: str) -> None:
    mote(plan, "ny", title="Möte")
    mote(plan, "mote-1", "punkt", title="Punkt")
    before = mote(plan, "mote-1", "--json").json
    done = nvplan("mote", plan, *words, stdin=stdin)
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert "Traceback" not in done.err
    assert mote(plan, "mote-1", "--json").json == before


def test_the_protocol_tells_it_also_in_the_middle_of_the_meeting(plan: str, tmp_path: Path) -> None:
    one = mote(plan, "ny", "--json", title="Startmöte", agenda="spridning", date="2026-12-04").json["id"]
    mote(plan, one, "inlagg", item=1, text="Läkarlinje kvällar")
    mote(plan, one, "inlagg", item=2, text="dolt än", hidden=True)
    mote(plan, one, "besluta", "1", agreed="Läkarlinjen", dissent="Växjö tvekar")
    mote(plan, one, "besluta", "3", outcome="oenig", dissent="Kostnaden")
    mote(plan, one, "insats", "inlagg-1", actor="region", role="Primärvårdschef", end="2027-06")
    for name in ("protokoll", "workshop-underlag"):
        written = nvplan("exportera", plan, name, "--mote", one, "--format", "md", "--till", str(tmp_path / name))
        assert written.code == 0
    minutes = next((tmp_path / "protokoll").glob("*.md")).read_text(encoding="utf-8")
    for words in ("Läkarlinjen (punkt 1, ”", "Växjö tvekar", "inte överens", "Kostnaden", "Nästa steg",
                  "Region Kronoberg, primärvårdschef | juni 2027", "1 inlägg är skrivna tyst"):
        assert words in minutes, words
    assert "dolt än" not in minutes
    sheet = next((tmp_path / "workshop-underlag").glob("*.md")).read_text(encoding="utf-8")
    for words in ("Dagordning", "| 1 | Vilken insats prövar vi? | Samtal | 10 |", "Vi är överens om"):
        assert words in sheet, words
    assert "Läkarlinje" not in sheet


def test_a_word_that_is_nothing_to_do_is_told_with_those_that_are(plan: str) -> None:
    done = nvplan("mote", plan, "mote-1", "visa")
    assert done.code == 2
    assert "”visa” går inte att välja. Välj bland dagordning, punkt, " in done.err
    assert "''" not in done.err
