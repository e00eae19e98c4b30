"""The money tables in data/: every checksum recomputed, the appendices joined on names, the keys tried on every row."""

from __future__ import annotations

from collections import Counter

from nvplan.catalog import figures
from nvplan.catalog.counties import counties, find_county
from nvplan.model.funding import check_row, check_timeline, thousandths
from nvplan.model.money import FundingRow, FundingTotal

CODES = [county.code for county in counties()]


def row(code: str, recipient: str) -> FundingRow:
    return next(entry for entry in figures.funding() if (entry.county_code, entry.recipient) == (code, recipient))


def total(identity: str) -> FundingTotal:
    return next(entry for entry in figures.funding_totals() if entry.id == f"2023-{identity}")


def test_every_county_has_one_row_for_its_kommuner_and_one_for_its_region() -> None:
    assert len(CODES) == 21
    assert Counter(entry.recipient for entry in figures.funding()) == {"kommuner": 21, "region": 21}
    assert [entry.county_code for entry in figures.funding_basis()] == CODES


def test_every_row_sums_to_the_krona() -> None:
    assert [check.id for check in map(check_row, figures.funding()) if not check.holds] == []


def test_columns_sum_to_the_printed_totals() -> None:
    money = figures.money(2023)
    million = 1_000_000
    assert money.column_sum("kommuner", "nara_vard") == 750 * million
    assert money.column_sum("kommuner", "medarbetare") == 200 * million
    assert money.column_sum("kommuner", "vidareutbildning") == 100 * million
    assert money.column_sum("kommuner", "total") == 1050 * million
    assert money.column_sum("region", "nara_vard") == 2389 * million
    assert money.column_sum("region", "medarbetare") == 1999 * million
    assert money.column_sum("region", "vidareutbildning") == 400 * million
    assert money.column_sum("region", "karriartjanster") == 100 * million
    assert money.column_sum("region", "ehalsa") == 70 * million
    assert money.column_sum("region", "ambulans") == 85 * million
    assert money.column_sum("region", "total") == 5043 * million
    assert money.column_sum("kommuner", "population") == money.column_sum("region", "population") == 10_514_719
    assert money.column_sum("kommuner", "interventions") == 404_637


def test_only_the_rural_total_differs_from_its_rows_and_by_two_kronor() -> None:
    money = figures.money(2023)
    failing = {
        check.id: check
        for entry in figures.funding_totals()
        for check in money.check_total(entry, figures.funding_totals())
        if not check.holds
    }
    assert list(failing) == ["2023-R-LANDSBYGD"]
    rural = failing["2023-R-LANDSBYGD"]
    assert (rural.printed, rural.computed, rural.difference) == (300_000_000, 299_999_998, -2)
    assert not total("R-LANDSBYGD").holds
    assert "299 999 998" in total("R-LANDSBYGD").note


def test_the_whole_agreement_divides_by_receiver_and_by_area() -> None:
    checks = figures.money(2023).check_total(total("ALLT"), figures.funding_totals())
    assert [check.computed for check in checks] == [6_394_500_000, 6_394_500_000]


def test_rural_money_lies_inside_the_regions_nara_vard() -> None:
    for entry in figures.funding():
        if entry.recipient == "region":
            assert 0 < entry.of_which_rural < entry.items["nara_vard"]
        else:
            assert entry.of_which_rural == 0
    assert figures.money(2023).column_sum("region", "total") == total("REGION").value


def test_rows_are_exact_to_the_krona() -> None:
    kronoberg = row("07", "region")
    assert kronoberg.items == {"nara_vard": 44_275_788, "medarbetare": 38_832_207, "vidareutbildning": 7_770_327,
                               "karriartjanster": 1_942_582, "ehalsa": 1_655_836, "ambulans": 1_947_223}
    assert (kronoberg.of_which_rural, kronoberg.total, kronoberg.population) == (3_704_642, 96_423_963, 204_257)
    assert row("07", "kommuner").total == 28_519_976
    assert row("23", "region").of_which_rural == 14_897_341
    assert row("23", "kommuner").items["nara_vard"] == 10_134_426


def test_a_row_has_the_fields_of_the_contract_in_json() -> None:
    dumped = row("08", "kommuner").model_dump(mode="json")
    assert list(dumped) == ["county_code", "year", "recipient", "population", "items", "of_which_rural", "total"]
    assert dumped["items"] == {"nara_vard": 26_692_182, "medarbetare": 7_117_916, "vidareutbildning": 3_558_957}


def test_the_three_tables_are_joined_on_names() -> None:
    for entry in figures.funding_basis():
        assert {find_county(name).code for name in entry.names} == {entry.county_code}
    jamtland = next(entry for entry in figures.funding_basis() if entry.county_code == "23")
    assert jamtland.names == ("Jämtland Härjedalen", "Region Jämtland Härjedalen", "Jämtland")


def test_the_rural_table_has_an_order_of_its_own() -> None:
    by_county = sorted(figures.funding_basis(), key=lambda entry: entry.sources[0].lines)
    assert [entry.source_of("region").lines for entry in by_county] == sorted(
        entry.source_of("region").lines for entry in by_county)
    rural = [entry.source_of_rural.lines for entry in by_county]
    assert rural != sorted(rural)
    assert sorted(lines[0] for lines in rural) == list(range(2260, 2281))


def test_printed_shares_follow_from_population_and_interventions() -> None:
    for entry in figures.funding_basis():
        assert entry.population_thousandths == thousandths(entry.population, 10_514_719)
        assert entry.interventions_thousandths == thousandths(entry.interventions, 404_637)


def test_the_keys_reproduce_the_rows_within_their_tolerance() -> None:
    money = figures.money(2023)
    deviations = {rule.id: money.largest_deviation(rule) for rule in figures.funding_rules()}
    for rule in figures.funding_rules():
        deviation = deviations[rule.id]
        assert (deviation is None) == (rule.tolerance is None)
        if deviation is not None and rule.tolerance is not None:
            assert deviation <= rule.tolerance, rule.id
    within_two = [rule.id for rule in figures.funding_rules() if rule.tolerance == 2]
    assert within_two == [f"2023-NYCKEL-{key}" for key in ("K1", "K2", "R1", "R2", "R3")]


def test_the_key_for_nara_vard_does_not_pretend_to_be_exact() -> None:
    rule = next(rule for rule in figures.funding_rules() if rule.key == "befolkning_och_landsbygd")
    deviation = figures.money(2023).largest_deviation(rule)
    assert deviation is not None
    assert deviation > 100_000


def test_every_item_has_one_key_and_vfu_stands_outside() -> None:
    covered = Counter((rule.recipient, item) for rule in figures.funding_rules() for item in rule.items)
    assert covered == Counter({(entry.recipient, item): 1 for entry in figures.funding() for item in entry.items})
    assert [rule.key for rule in figures.funding_rules() if not rule.in_appendices] == ["vfu_okning"]
    assert total("VFU").column is None
    assert "bilaga 2" in total("VFU").note


def test_the_time_line_sums_where_the_source_gives_all_parts() -> None:
    checked = {entry.id: check for entry in figures.timeline() if (check := check_timeline(entry))}
    assert {entry: check.printed for entry, check in checked.items()} == {
        "TID-2018": 2_000_000_000, "TID-2020": 2_919_000_000, "TID-2021": 3_281_000_000, "TID-2022": 2_963_000_000,
        "TID-2023-MEDARBETARE": 3_049_000_000, "TID-2023": 6_394_500_000}
    assert all(check.holds for check in checked.values())
    assert [entry.id for entry in figures.timeline() if entry.value is None] == ["TID-2016"]
