"""Trends, goals and the arithmetic of the money tables, on small made-up numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from nvplan.model.figures import Background, Figure, Goal, Indicator
from nvplan.model.funding import Money, check_row, check_timeline, has_its_items, thousandths
from nvplan.model.history import Vision, vision_group
from nvplan.model.money import FundingBasis, FundingRow, FundingRule, FundingTotal, TimelineRow
from nvplan.model.requirement import Source
from nvplan.model.trends import figure_change, goal_level, relative_change, trend

SOURCE = Source(document="002", heading="Rubrik", lines=(1, 2))


def indicator(value: str, comparison: str, direction: str = "hogre") -> Indicator:
    return Indicator.model_validate({
        "id": "I", "label": "Mått", "value": Decimal(value), "unit": "procent", "year": 2023, "source": SOURCE,
        "direction": direction, "comparison_value": Decimal(comparison), "comparison_year": 2019, "order": 1,
        "group": "proaktiv",
    })


def goal(kind: str, value: str | None) -> Goal:
    return Goal.model_validate({
        "id": "G", "kind": kind, "title": "Mål", "text": "Text.", "value": value and Decimal(value), "unit": "procent",
        "set": "OK2023", "source": SOURCE,
    })


@pytest.mark.parametrize(
    ("value", "comparison", "direction", "expected"),
    [
        ("80.1", "79.8", "hogre", "battre"),
        ("0.31", "0.33", "hogre", "samre"),
        ("585", "731", "lagre", "battre"),
        ("3369", "3283", "lagre", "samre"),
        ("85", "85", "lagre", "oforandrad"),
        ("85.0", "85", "hogre", "oforandrad"),
    ],
)
def test_the_trend_follows_the_direction(value: str, comparison: str, direction: str, expected: str) -> None:
    assert trend(indicator(value, comparison, direction)) == expected


def test_without_a_comparison_or_a_direction_there_is_no_trend() -> None:
    alone = Background(id="B", label="Antal", value=Decimal(9), unit="län", year=2020, source=SOURCE, topic="samverkan")
    assert trend(alone) is None
    assert figure_change(alone) is None
    compared = alone.model_copy(update={"comparison_value": Decimal(6), "comparison_year": 2019})
    assert trend(compared) is None
    assert figure_change(compared) == Decimal("50.0")


def test_relative_change_is_percent_of_the_base_and_not_percentage_points() -> None:
    assert relative_change(Decimal("0.31"), Decimal("0.33")) == Decimal("-6.1")
    assert relative_change(Decimal(69), Decimal(40)) == Decimal("72.5")
    assert relative_change(Decimal("100.05"), Decimal(100)) == Decimal("0.1")
    assert relative_change(Decimal(5), Decimal(0)) is None


def test_a_goal_of_twenty_percent_needs_the_countys_own_base() -> None:
    rise = goal("okning_relativ", "20")
    assert rise.is_increase
    assert goal_level(rise) is None
    assert goal_level(rise, Decimal("0.33")) == Decimal("0.396")
    assert goal_level(rise, Decimal("0.31")) == Decimal("0.372")


def test_a_share_is_its_own_level_and_a_guide_value_is_none() -> None:
    assert goal_level(goal("andel_minst", "55"), Decimal(40)) == 55
    guide = goal("riktvarde", "1100")
    assert not guide.is_limit
    assert goal_level(guide) is None
    assert goal_level(goal("okning_utan_tal", None), Decimal("0.3")) is None


def test_a_figure_must_say_when() -> None:
    with pytest.raises(ValidationError):
        Figure(label="Antal", value=Decimal(1), unit="st", source=SOURCE)
    assert Figure(label="Antal", value=Decimal(1), unit="st", date="2021-12", source=SOURCE).year is None
    with pytest.raises(ValidationError):
        Figure(label="Antal", value=Decimal(1), unit="st", date="december 2021", source=SOURCE)


def test_numbers_are_numbers_in_json_and_exact_in_the_model() -> None:
    figure = Figure(label="Andel", value=Decimal("78.5"), unit="procent", year=2021, source=SOURCE)
    assert figure.model_dump(mode="json")["value"] == 78.5
    assert figure.model_copy(update={"value": Decimal("6394500000")}).model_dump(mode="json")["value"] == 6394500000
    assert Figure.model_validate_json(figure.model_dump_json()).value == Decimal("78.5")


def county(code: str, population: int, interventions: int, amounts: dict[str, int], rural: int = 0) -> list[Any]:
    recipient = "region" if "ehalsa" in amounts or rural else "kommuner"
    row = FundingRow.model_validate({
        "county_code": code, "year": 2023, "recipient": recipient, "population": population, "items": amounts,
        "of_which_rural": rural, "total": sum(amounts.values()),
    })
    basis = FundingBasis(county_code=code, year=2023, population=population, population_thousandths=0,
                         interventions=interventions, interventions_thousandths=0, names=("A", "A", "A"),
                         sources=(SOURCE, SOURCE, SOURCE))
    return [row, basis]


def rule(key: str, recipient: str, item: str, base: int = 0) -> FundingRule:
    return FundingRule.model_validate({
        "id": "N", "title": "Nyckel", "recipient": recipient, "items": (item,), "key": key, "text": "Text.",
        "base_amount": base, "in_appendices": True, "year": 2023, "source": SOURCE,
    })


def tables(*counties: list[Any]) -> Money:
    return Money(2023, [entry[0] for entry in counties], [entry[1] for entry in counties])


def test_half_follows_population_and_half_follows_interventions() -> None:
    money = tables(county("01", 300, 10, {"nara_vard": 500}), county("03", 100, 30, {"nara_vard": 500}))
    key = rule("halften_befolkning_halften_insatser", "kommuner", "nara_vard")
    assert [money.expected(key, "nara_vard", row) for row in money.rows] == [500, 500]
    assert money.largest_deviation(key) == 0


def test_a_base_amount_comes_before_the_share() -> None:
    money = tables(county("01", 300, 1, {"ehalsa": 1000}), county("03", 100, 1, {"ehalsa": 600}))
    key = rule("grundbelopp_och_befolkning", "region", "ehalsa", base=400)
    assert [money.expected(key, "ehalsa", row) for row in money.rows] == [1000, 600]


def test_rural_money_is_inside_the_regions_nara_vard() -> None:
    money = tables(
        county("01", 300, 1, {"nara_vard": 310}, rural=10),
        county("03", 100, 1, {"nara_vard": 190}, rural=90),
    )
    key = rule("befolkning_och_landsbygd", "region", "nara_vard")
    assert [money.expected(key, "nara_vard", row) for row in money.rows] == [310, 190]
    assert money.column_sum("region", "total") == 500


def test_a_key_says_nothing_about_other_cells_or_without_its_input() -> None:
    money = tables(county("01", 300, 10, {"nara_vard": 500, "medarbetare": 7}))
    assert money.expected(rule("befolkning", "kommuner", "nara_vard"), "medarbetare", money.rows[0]) is None
    assert money.expected(rule("befolkning", "region", "nara_vard"), "nara_vard", money.rows[0]) is None
    assert money.largest_deviation(rule("landsbygdsvikt", "kommuner", "nara_vard")) is None


def test_a_deviation_is_told_in_kronor() -> None:
    money = tables(county("01", 2, 1, {"nara_vard": 70}), county("03", 1, 1, {"nara_vard": 31}))
    assert money.largest_deviation(rule("befolkning", "kommuner", "nara_vard")) == Fraction(8, 3)


def test_another_years_rows_are_kept_apart() -> None:
    row, basis = county("01", 300, 10, {"nara_vard": 500})
    money = Money(2023, [row, row.model_copy(update={"year": 2024})], [basis])
    assert money.column_sum("kommuner", "total") == 500


def test_a_total_is_checked_against_its_column_and_against_every_division() -> None:
    def total(identity: str, value: int, **more: object) -> FundingTotal:
        return FundingTotal.model_validate({
            "id": identity, "label": "Summa", "value": value, "unit": "kr", "year": 2023, "source": SOURCE,
            "holds": True, **more,
        })

    money = tables(county("01", 300, 10, {"nara_vard": 500}), county("03", 100, 1, {"nara_vard": 498}))
    parts = [total("A", 600), total("B", 400), total("C", 999)]
    whole = total("ALLT", 1000, recipient="kommuner", column="nara_vard", parts=(("A", "B"), ("C",)))
    checks = money.check_total(whole, [whole, *parts])
    assert [(check.difference, check.holds) for check in checks] == [(-2, False), (0, True), (-1, False)]


def test_a_row_that_does_not_add_up_is_seen() -> None:
    row = county("01", 300, 10, {"nara_vard": 1, "medarbetare": 2, "vidareutbildning": 3})[0]
    assert check_row(row).holds
    assert has_its_items(row)
    assert not check_row(row.model_copy(update={"total": 7})).holds
    assert not has_its_items(row.model_copy(update={"of_which_rural": 1}))
    assert not has_its_items(row.model_copy(update={"items": {"nara_vard": 6}}))


def test_a_sum_in_the_time_line_is_checked_only_when_its_parts_are_all_of_it() -> None:
    row = TimelineRow.model_validate({
        "id": "T", "title": "Avtal", "year": 2020, "last_year": 2020, "scope": "avtal", "value": 10, "source": SOURCE,
        "parts": [{"label": "del", "recipient": "skr", "value": 9}], "parts_complete": True,
    })
    check = check_timeline(row)
    assert check is not None
    assert check.difference == -1
    assert check_timeline(row.model_copy(update={"parts_complete": False})) is None
    assert check_timeline(row.model_copy(update={"value": None})) is None


def test_thousandths_round_half_up() -> None:
    assert thousandths(1, 2000) == 1
    assert thousandths(2437158, 10514719) == 232


@pytest.mark.parametrize(
    ("vision", "expected"),
    [
        (Vision(status="beslutad", decided=2021), "finns_2021"),
        (Vision(status="i_kraft", in_force=2020), "finns_2021"),
        (Vision(status="forslag", in_force=2022, conditional=True), "planerad_2022"),
        (Vision(status="pagar", decision_planned=2022), "planerad_2022"),
        (Vision(status="pagar", decision_planned=2022, in_force=2023), "senare_eller_okand"),
        (Vision(status="forslag"), "senare_eller_okand"),
    ],
)
def test_a_malbild_is_grouped_by_when_it_was_or_would_be_in_force(vision: Vision, expected: str) -> None:
    assert vision_group(vision) == expected
