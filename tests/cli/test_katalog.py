"""`nvplan katalog`: every part as a readable table and as JSON, search without å ä ö, and the check of data/."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nvplan.services.reading.look_up import TOPICS
from nvplan.services.reading.question_list import questions_json
from nvplan.texts.catalog import TOPIC_NAMES
from tests.catalog.copies import add_line, change_row, copy_of_data
from tests.cli.runner import nvplan

DESIGN = ("lan", "kommuner", "krav", "mal", "medel", "indikatorer", "exempel", "begrepp", "fragor", "redovisning",
          "datum")
COUNTS = {"lan": 21, "kommuner": 290, "krav": 152, "mal": 7, "medel": 42, "indikatorer": 18, "exempel": 237,
          "begrepp": 171, "fragor": 377, "datum": 18, "historik": 126, "medelsummor": 22, "medeltidslinje": 10}


def rows(*arguments: str) -> list[dict[str, Any]]:
    """Return what a command prints as JSON."""
    printed = nvplan("katalog", *arguments, "--json")
    assert (printed.code, printed.err) == (0, "")
    found = printed.json
    assert isinstance(found, list)
    return found


def test_everything_of_the_design_can_be_looked_up_and_help_names_it() -> None:
    assert set(DESIGN) <= set(TOPICS)
    assert set(TOPIC_NAMES) == set(TOPICS)
    told = " ".join(nvplan("katalog", "--help").out.split())
    assert all(name in told for name in (*TOPICS, "kontrollera"))


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_a_part_is_json_and_a_table_that_fits_100_columns(topic: str) -> None:
    found = rows(topic)
    assert len(found) == COUNTS.get(topic, len(found)) > 0
    printed = nvplan("katalog", topic)
    assert printed.code == 0
    assert max(len(line) for line in printed.out.splitlines()) <= 100
    assert len(printed.out.splitlines()) > len(found)


def test_a_requirement_has_the_contracts_fields_and_its_sets_label() -> None:
    found = {row["id"]: row for row in rows("krav")}
    row = found["KON-07"]
    assert {"id", "set", "modality", "addressees", "stated", "area", "text", "plans", "sources", "covers"} <= set(row)
    assert row["sources"][0]["document"] == "002"
    assert row["sources"][0]["lines"] == [832, 834]
    assert row["set_label"] == "Överenskommelsen 2023 (avslutad), den senast verifierade"
    assert row["binding"] == "Ska"


def test_what_is_proposed_is_never_shown_as_law() -> None:
    proposed = [row for row in rows("krav") if row["set"] == "PROP2025-26-19"]
    assert {(row["set_standing"], row["binding"]) for row in proposed} == {("foreslagen", "FÖRESLAGET")}
    lines = nvplan("katalog", "krav", "--sok", "Prop. 2025/26:19").out.splitlines()
    assert lines[0] == "FÖRESLAGET: Prop. 2025/26:19 (föreslagen – inte verifierad)"
    told = [line.split() for line in lines if line.startswith(("SAM-19", "SAM-20", "SAM-21", "KON-21"))]
    assert [words[1] for words in told] == ["FÖRESLAGET"] * 4


def test_the_table_says_the_set_and_who_is_our_reading() -> None:
    printed = nvplan("katalog", "krav", "--sok", "PK-04").out
    assert printed.startswith("Överenskommelsen 2023 (avslutad), den senast verifierade\n")
    assert "(vår läsning)" in " ".join(nvplan("katalog", "krav").out.split())
    words = " ".join(printed.split())
    assert "Överenskommelsen 2023," in words
    assert not re.search(r"\b002\b|\brad \d", words), "a source is told as a reader can find it"


def test_money_follows_the_contract_and_rural_money_is_never_added() -> None:
    found = [row for row in rows("medel", "--sok", "kronoberg") if row["county_code"] == "07"]
    region = next(row for row in found if row["recipient"] == "region")
    assert {"county_code", "year", "recipient", "population", "items", "of_which_rural", "total"} <= set(region)
    assert sum(region["items"].values()) == region["total"] == 96_423_963
    assert 0 < region["of_which_rural"] < region["items"]["nara_vard"]
    assert region["source"]["lines"] == [2215, 2215]
    assert "Räkna inte med dem en gång till" in nvplan("katalog", "medel").out


@pytest.mark.parametrize("topic", ["mal", "indikatorer", "bakgrund", "medelsummor"])
def test_a_figure_always_has_value_unit_time_and_source(topic: str) -> None:
    for row in rows(topic):
        assert {"value", "unit", "source"} <= set(row)
        assert row["date"] or row["year"], row["id"]
        assert row["source"]["document"]


def test_indicators_carry_their_trend_and_the_one_that_cannot_be_right_its_warning() -> None:
    found = {row["id"]: row for row in rows("indikatorer")}
    assert found["IND-02"]["trend"] == "samre"
    assert found["IND-02"]["change_percent"] == -6.1
    assert found["IND-18"]["warning"]
    assert "OBS: " in nvplan("katalog", "indikatorer", "--sok", "ST-läkare").out


def test_a_goal_says_that_it_has_no_base_year_and_a_guide_value_that_it_is_no_limit() -> None:
    found = {row["id"]: row for row in rows("mal")}
    assert found["KON-M2"]["base_year_stated"] is False
    assert [identity for identity, row in found.items() if not row["is_limit"]] == ["KON-RV1", "KON-RV2"]
    printed = nvplan("katalog", "mal").out
    assert "varken golv eller tak" in " ".join(printed.split())
    assert "inget basår" in " ".join(printed.split())


def test_questions_follow_the_contract_of_fragor() -> None:
    for shown, listed in zip(rows("fragor"), questions_json(), strict=True):
        assert {name: shown[name] for name in listed} == listed
        assert shown["why"]


def test_a_missing_figure_is_called_missing_and_not_0() -> None:
    printed = nvplan("katalog", "historik").out
    assert "saknas: rutan är tom" in printed
    assert "inte länets svar i dag" in printed
    assert any(row["text"] is None and row["missing"] for row in rows("historik"))


def test_an_outline_is_never_called_official() -> None:
    printed = " ".join(nvplan("katalog", "redovisning").out.split())
    assert printed.count("Dispositionen är nvplans egen och inget officiellt formulär.") == 2
    assert {row["origin"] for row in rows("redovisning")} == {"officiell", "ur_kraven", "disposition"}


@pytest.mark.parametrize(("topic", "word", "hit"), [
    ("lan", "ostergotland", "Östergötlands län"), ("kommuner", "ANGELHOLM", "Ängelholms kommun"),
    ("lan", "Östergötland", "Östergötlands län"), ("kommuner", "alvesta", "Alvesta kommun"),
    ("begrepp", "fast vardkontakt", "fast vårdkontakt"), ("exempel", "gavleborg", "Gävleborg"),
])
def test_search_folds_a_ring_and_dots(topic: str, word: str, hit: str) -> None:
    found = rows(topic, "--sok", word)
    assert 0 < len(found) < COUNTS[topic]
    assert hit in json.dumps(found, ensure_ascii=False)


def test_search_looks_in_words_and_not_in_the_names_of_fields() -> None:
    assert rows("lan", "--sok", "aliases") == []
    assert rows("lan", "--sok", "rss_suggested") == []
    assert nvplan("katalog", "lan", "--sok", "aliases").out == "Inget hittades. Prova ett kortare ord.\n"


def test_search_shows_the_whole_text_of_a_requirement() -> None:
    whole = next(row for row in rows("krav", "--sok", "KON-07"))["text"]
    printed = nvplan("katalog", "krav", "--sok", "KON-07").out
    assert "Innebörd" in printed
    assert all(word in printed for word in whole.split())
    assert "Innebörd" not in nvplan("katalog", "krav").out


@pytest.mark.parametrize("topic", ["län", "Frågor", " krav "])
def test_a_part_may_be_written_with_dots_and_capitals(topic: str) -> None:
    assert nvplan("katalog", topic, "--json").code == 0


def test_an_unknown_part_is_told_with_those_there_are() -> None:
    printed = nvplan("katalog", "rymden")
    assert (printed.code, printed.out) == (1, "")
    assert printed.err.startswith("Katalogen har ingen del som heter ”rymden”. Välj bland lan, ")


def test_the_check_says_what_it_went_through() -> None:
    printed = nvplan("katalog", "kontrollera")
    assert (printed.code, printed.err) == (0, "")
    first, *notes = printed.out.splitlines()
    assert first == "Hela data/ håller: 152 krav, 377 frågor och 466 källrader är kontrollerade."
    assert notes == ["Obs: katalogen har inga krav ur överenskommelsen 2024 (avslutad, inte verifierad). Planer med "
                     "den visar bara lagkrav och rekommendationer."]
    assert nvplan("katalog", "kontrollera", "--json").json == []


def test_the_check_of_another_folder_tells_each_fault_and_exits_1(tmp_path: Path) -> None:
    folder = copy_of_data(tmp_path)
    change_row(folder / "krav" / "SKR.jsonl", 2, area="rymden")
    add_line(folder / "lan.csv", "07,Kronobergs län,Kronoberg,Region Kronoberg,,")
    printed = nvplan("katalog", "kontrollera", "--data", str(folder))
    assert printed.code == 1
    assert "Filen data/krav/SKR.jsonl, rad 2: området ”rymden”" in printed.out
    assert "Filen data/lan.csv, rad 23: " in printed.out
    assert printed.err.startswith(f"{len(printed.out.splitlines())} fel i data/. Det första: Filen data/")
    told = nvplan("katalog", "kontrollera", "--data", str(folder), "--json")
    assert told.code == 1
    assert [row["text"] for row in told.json] == printed.out.splitlines()
    assert nvplan("katalog", "kontrollera").code == 0, "the program's own data/ is as it was"


@pytest.mark.parametrize("arguments", [
    ("krav", "--kallor", "x"), ("krav", "--data", "x"), ("kontrollera", "--sok", "x"), (),
])
def test_a_wrongly_written_command_exits_2(arguments: tuple[str, ...]) -> None:
    printed = nvplan("katalog", *arguments)
    assert (printed.code, printed.out) == (2, "")
    assert printed.err.strip()


@pytest.mark.parametrize("option", ["--kallor", "--data"])
def test_a_folder_that_is_not_there_is_told(option: str, tmp_path: Path) -> None:
    printed = nvplan("katalog", "kontrollera", option, str(tmp_path / "saknas"))
    assert (printed.code, printed.out) == (1, "")
    assert "saknas" in printed.err
    assert len(printed.err.splitlines()) == 1


def test_nvplan_data_points_at_another_folder_and_must_hold_the_catalogue(tmp_path: Path) -> None:
    folder = copy_of_data(tmp_path)
    change_row(folder / "begrepp.jsonl", 1, term="påhittat begrepp")
    assert "påhittat" in _run(folder, "begrepp", "--sok", "pahittat").stdout
    refused = _run(tmp_path / "tom", "lan")
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert "finns inget lan.csv" in refused.stderr


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "nvplan", "katalog", *arguments], text=True, capture_output=True,
                          check=False, encoding="utf-8", env={**os.environ, "NVPLAN_DATA": str(folder)})
