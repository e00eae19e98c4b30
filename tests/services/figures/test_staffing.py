"""Need and supply of doctors: the worked examples, the county's own numbers, and the years to come."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from nvplan.model.dimensioning import Dimensioning, YearChange
from nvplan.services.figures.staffing import in_words, numbers_of, over_years
from tests.cli.runner import nvplan

EXAMPLE = ("--listade", "8800", "--specialister", "5", "--st", "2")


def test_the_worked_example() -> None:
    one = Dimensioning(Decimal(8800), Decimal(5), Decimal(2))
    assert [one.need, one.capacity, one.gap] == [Decimal("8.0"), 6600, 2200]
    assert [one.gap_in_specialists, one.gap_in_trainees, one.listed_per_specialist] == [Decimal("2.0"), 4, 1467]


@pytest.mark.parametrize(("listed", "need"), [("204257", "185.7"), ("368963", "335.4")])
def test_a_county_s_need(listed: str, need: str) -> None:
    assert Dimensioning(Decimal(listed), Decimal(0), Decimal(0)).need == Decimal(need)


def test_the_words_always_say_that_the_value_is_neither_floor_nor_ceiling() -> None:
    for numbers in ((8800, 5, 2), (1000, 5, 0), (1100, 1, 0), (100, 0, 0), (0, 0, 0)):
        assert "varken golv eller tak" in in_words(Dimensioning(*map(Decimal, numbers)))
    assert "Glappet är 2\u00a0200 personer, det vill säga 2,0 specialister eller 4,0 ST-läkare" in in_words(
        Dimensioning(Decimal(8800), Decimal(5), Decimal(2)))
    assert "plats för 4\u00a0500 personer" in in_words(Dimensioning(Decimal(1000), Decimal(5), Decimal(0)))
    assert "räcker precis" in in_words(Dimensioning(Decimal(1100), Decimal(1), Decimal(0)))
    assert "Utan läkare" in in_words(Dimensioning(Decimal(100), Decimal(0), Decimal(0)))


def test_a_row_without_listed_or_doctors_cannot_be_counted() -> None:
    assert numbers_of({"listade": "100"}) is None
    assert numbers_of({"specialister": "1"}) is None
    assert numbers_of({"listade": "100", "st_lakare": "1"}) == Dimensioning(Decimal(100), Decimal(0), Decimal(1))


def test_years_follow_each_other() -> None:
    start = Dimensioning(Decimal(8800), Decimal(5), Decimal(2))
    found = over_years(start, {2027: YearChange(new_trainees=Decimal(2)), 2029: YearChange(
        finished=Decimal(3), leaving=Decimal(1), recruited=Decimal("0.5"), listed=Decimal(-200))})
    assert [[year, one.listed, one.specialists, one.trainees] for year, one in found] == [
        [2027, 8800, 5, 4], [2028, 8800, 5, 4], [2029, 8600, Decimal("7.5"), 1]]


def test_the_command_counts_what_is_typed() -> None:
    told = nvplan("bemanning", *EXAMPLE, "--egen-kvot", "1300", "--justera", "0,5=Handledning", "--klara", "2028=2",
                  "--json").json
    assert (told["rows"][0]["capacity"], told["rows"][0]["gap"], told["rows"][0]["need"]) == (6600, 2200, 8)
    assert (told["whole"]["specialists"], told["whole"]["capacity"]) == (4.5, 6050)
    assert told["own"]["ratio"] == 1300
    assert told["adjustments"] == [{"specialists": 0.5, "reason": "Handledning"}]
    assert [(one["year"], one["specialists"], one["trainees"]) for one in told["years"]] == [(2028, 6.5, 0)]
    printed = nvplan("bemanning", *EXAMPLE, "--justera", "0,5=Handledning")
    for word in ("Glappet är 2 750 personer", "varken golv eller tak", "0,5 (Handledning)", "Efter avdragen"):
        assert word in " ".join(printed.out.split())


def test_the_command_counts_what_stands_in_the_plan(tmp_path: Path) -> None:
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    assert "2.8" in nvplan("bemanning", path).err
    rows = [{"regi": "Egen regi", "listade": "8800", "specialister": "5", "st_lakare": "2"},
            {"regi": "Privat regi", "listade": "1100", "specialister": "1"}]
    assert nvplan("svara", path, "2.8.lage", json.dumps(rows)).code == 0
    told = nvplan("bemanning", path, "--json").json
    assert [(row["name"], row["gap"]) for row in told["rows"]] == [
        ("Egen regi", 2200), ("Privat regi", 0), ("Sammanlagt", 2200)]


@pytest.mark.parametrize(("arguments", "told"), [
    ([], "Ange planens fil"), (["--listade", "100"], "Ange planens fil"),
    (["--listade", "-1", "--specialister", "1"], "--listade kan inte vara mindre än 0"),
    (["--listade", "många", "--specialister", "1"], "många"),
    ([*EXAMPLE, "--egen-kvot", "0"], "mer än 0"), ([*EXAMPLE, "--justera", "1"], "Skälet behövs"),
    ([*EXAMPLE, "--justera", "9=Annat"], "större än antalet specialister"),
    ([*EXAMPLE, "--klara", "i år=1"], "--klara ÅR=ANTAL"), ([*EXAMPLE, "--klara", "2028=3"], "år 2028"),
    ([*EXAMPLE, "--slutar", "2028=-1"], "mindre än 0"),
    ([*EXAMPLE, "--slutar", "2000=1", "--slutar", "2100=1"], "30 år"),
    (["plan.nvplan", *EXAMPLE], "inte båda")])
def test_bad_input_is_said_in_a_sentence(arguments: list[str], told: str) -> None:
    printed = nvplan("bemanning", *arguments)
    assert (printed.code, printed.out) == (1, "")
    assert told in printed.err


def test_without_doctors_nothing_is_divided_by_zero() -> None:
    told = nvplan("bemanning", "--listade", "100", "--specialister", "0", "--json").json
    assert (told["whole"]["listed_per_specialist"], told["whole"]["gap"]) == (None, 100)
    assert "inga läkare" in " ".join(nvplan("bemanning", "--listade", "100", "--st", "0").out.split())
