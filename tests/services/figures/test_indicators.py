"""What a county follows: series with source and year, beside the national value of the same year and no other."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from nvplan.services.figures.indicators import verdict
from tests.cli.runner import nvplan


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """A plan with values of IND-06, which is better the lower it is, and of something of the county's own."""
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    for fields in (
        {"indicator": "IND-06", "value": 700, "date": "2018-12-31", "source": "Vårddatalagret", "unit": "antal"},
        {"indicator": "IND-06", "value": 640.5, "date": "2023-12-31", "unit": "antal"},
        {"indicator": "IND-06", "value": 1, "date": "2018-12-31", "actor": "region", "unit": "antal"},
        {"indicator": "IND-01", "value": 0.5, "date": "2018-12-31", "unit": "index"},
        {"title": "Hembesök", "value": 12, "date": "2025-12-31", "unit": "annan", "unit_text": "per månad"},
        {"title": "Hembesök", "value": 20, "date": "2026-12-31", "unit": "annan", "unit_text": "per månad"},
    ):
        assert nvplan("objekt", path, "matning", "satt", stdin=json.dumps(fields)).code == 0
    return path


def by_label(path: str, *options: str) -> dict[str, Any]:
    return {one["id"] or one["label"]: one for one in nvplan("indikatorer", path, "--json", *options).json}


def test_a_value_is_compared_with_the_same_year_only_and_the_gap_is_worked_out(plan: str) -> None:
    series = by_label(plan)["IND-06"]
    assert series["direction"] == "lagre"
    assert [(one["year"], one["value"], one["measured_that_year"]) for one in series["national"]] == [
        (2018, 731, True), (2023, 585, False)]
    first, second = series["values"]
    assert (first["national"], first["gap"], first["verdict"]) == (731, -31, "battre")
    assert first["source"] == "Vårddatalagret"
    assert (second["national"], second["gap"], second["verdict"]) == (None, None, None)
    assert (series["change"], series["trend"]) == (-59.5, "battre")


def test_a_value_in_another_unit_is_not_compared(plan: str) -> None:
    assert [one["gap"] for one in by_label(plan)["IND-01"]["values"]] == [None]


def test_the_county_s_own_are_series_too(plan: str) -> None:
    own = by_label(plan)["Hembesök"]
    assert (own["unit"], own["national"], own["change"], own["trend"]) == ("per månad", [], 8, None)
    assert [one["value"] for one in own["values"]] == [12, 20]


def test_all_eighteen_are_shown_when_asked_for(plan: str) -> None:
    assert set(by_label(plan)) == {"IND-01", "IND-06", "Hembesök"}
    assert len(by_label(plan, "--alla")) == 19
    printed = nvplan("indikatorer", plan, "--alla")
    assert printed.out.count("Inte mätt hos er.") == 16


def test_it_is_told_in_words(plan: str) -> None:
    out = " ".join(nvplan("indikatorer", plan).out.split())
    for told in ("lägre är bättre", "31 december 2018: 700, källa Vårddatalagret; riket samma år 731, skillnad −31",
                 "källa saknas; inget värde för riket samma år", "585 (2023 års bild, mätår anges inte)",
                 "Från första till senaste: −59,5 (bättre)."):
        assert told in out


def test_without_values_it_says_how_to_begin(tmp_path: Path) -> None:
    path = str(tmp_path / "a.nvplan")
    nvplan("ny", path, "--lan", "07")
    assert "Lägg till en mätning" in nvplan("indikatorer", path).out


@pytest.mark.parametrize(("difference", "direction", "expected"), [
    ("1", "hogre", "battre"), ("1", "lagre", "samre"), ("-1", "lagre", "battre"), ("0", "lagre", "lika"),
    ("1", None, None), (None, "hogre", None)])
def test_what_a_difference_means(difference: str | None, direction: str | None, expected: str | None) -> None:
    assert verdict(Decimal(difference) if difference else None, direction) == expected
