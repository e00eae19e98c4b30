"""The requirements: as binding as their source and never more, labelled with their set, covering every sentence."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from nvplan.catalog.checking import LEFT_OUT, LEFT_OUT_COLUMNS, ROW_COLUMNS, ROWS, covered_rows
from nvplan.catalog.documents import documents
from nvplan.catalog.figures import goals
from nvplan.catalog.reading import read_csv
from nvplan.catalog.reference import codes
from nvplan.catalog.requirements import (
    find_requirement,
    find_set,
    latest_verified,
    requirement_sets,
    requirements,
    requirements_in_force,
)
from nvplan.model.errors import UnknownNameError

REGION, BOTH, REPORTING = {"region"}, {"region", "kommun"}, {"region", "rss"}
MONEY, CARE = {"region", "rss", "skr"}, {"vardgivare"}
#: The domain's table of requirements (../shared/domain.md 2.3): id, modality, addressees, whether the text names them
#: (None where the table does not tell), and the set. What is only asked in a report of 2021 is a duty to answer then.
TABLE = """
SAM-01 ska BOTH | SAM-02 ska BOTH | SAM-03 ska BOTH | SAM-04 central BOTH | SAM-05 central BOTH | SAM-06 central BOTH
SAM-07 central BOTH | SAM-08 bor BOTH | SAM-09 central BOTH | SAM-10 central BOTH | SAM-11 ska BOTH
SAM-12 central BOTH | SAM-13 central BOTH | SAM-14 bor BOTH | SAM-15 lag BOTH LAG | SAM-16 kan BOTH | HFF-01 bor BOTH
HFF-02 central REGION | USV-01 ska BOTH | RES-01 ska REGION | RES-02 central REGION | RES-03 kan REGION
RES-04 ska BOTH | RES-05 central UNSAID | PRI-01 bor REGION | PRI-02 ska UNSAID | PRI-03 kan REGION | TIL-01 ska REGION
TIL-02 ska REGION | TIL-03 central REGION | TIL-04 kan REGION | TIL-05 central UNSAID | LAND-01 ska REGION
LAND-02 kan REGION | LAND-03 bor REGION | KON-M1 mal REGION | KON-M2 mal REGION | KON-M3 mal REGION | KON-M4 mal REGION
KON-M5 mal REGION | KON-01 ska REGION | KON-02 ska REGION | KON-03 ska REGION OK2021 | KON-04 ska REGION
KON-05 ska REGION | KON-06 ska REGION | KON-07 ska REGION | KON-08 central REGION | KON-09 ska REGION
KON-10 bor REGION | KON-11 ska REGION | KON-12 ska REGION | KON-13 bor UNSAID | KON-14 central UNSAID
KON-15 lag CARE LAG | KON-16 lag REGION LAG | KON-17 ska UNSAID | KON-18 central UNSAID | KON-19 ska REGION OK2021
KON-21 lag CARE PROP2025-26-19 | PK-01 ska REGION | PK-04 ska UNSAID | PK-05 ska UNSAID | PK-06 ska UNSAID
PK-08 ska UNSAID | PK-09 ska REGION | PK-10 ska REGION | PK-11 ska REGION | PK-12 ska REGION | PK-13 ska REGION
PK-14 ska REGION | PK-16 central UNSAID | PK-17 ska REGION OK2021 | MED-01 ska BOTH | MED-02 bor BOTH | MED-03 ska BOTH
MED-04 ska BOTH | MED-05 kan REGION | MED-06 ska BOTH | MED-07 ska BOTH | MED-08 ska REGION | EH-01 kan REGION
AMB-01 ska REGION | AMB-02 lag REGION LAG | RED-01 ska REPORTING | RED-02 ska REPORTING | EKO-01 ska MONEY
EKO-02 ska MONEY | EKO-03 ska MONEY | EKO-04 ska MONEY | EKO-05 ska MONEY | EKO-06 ska MONEY | EKO-07 kan MONEY
EKO-08 ska BOTH
"""
GROUPS = {"REGION": REGION, "UNSAID": REGION, "BOTH": BOTH, "REPORTING": REPORTING, "MONEY": MONEY, "CARE": CARE}
ENTRIES = [entry.split() for entry in TABLE.replace("\n", " | ").split(" | ") if entry.strip()]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry[0] for entry in ENTRIES])
def test_a_requirement_is_as_binding_as_the_domains_table_says(entry: list[str]) -> None:
    identity, modality, group, *its_set = entry
    found = requirements()[identity]
    assert (found.modality, set(found.addressees), found.set) == (modality, GROUPS[group], (its_set or ["OK2023"])[0])
    if group == "UNSAID":
        assert not found.stated, "the text names no addressee"


def test_the_table_is_whole() -> None:
    assert len(ENTRIES) == 94
    removed = ("HFF-03", "SAM-18", "21-RED-2", "MED-09", "EH-02", "AMB-03", "RED-03", "KON-20", "PK-15")
    assert not set(removed) & set(requirements())


def test_there_are_as_many_requirements_as_a_person_would_tick() -> None:
    assert 90 <= len(requirements()) <= 152
    assert Counter(row.set for row in requirements().values())["OK2023"] == 105


def test_a_goal_of_20_percent_has_no_base_year_and_the_requirement_and_the_goal_say_so() -> None:
    for identity in ("KON-M2", "KON-M3"):
        assert "basår" in requirements()[identity].note + requirements()[identity].text
        assert next(goal for goal in goals() if goal.id == identity).base_year_stated is False


def test_nothing_binds_skr_alone() -> None:
    assert all(set(row.addressees) != {"skr"} for row in requirements().values())


def test_every_requirement_says_where_it_stands_and_what_typically_shows_it() -> None:
    areas = {code.id for code in codes("omrade").codes}
    for row in requirements().values():
        assert row.sources
        assert row.evidence
        assert row.title
        assert row.area in areas
        assert {source.document for source in row.sources} <= set(documents())
        for source in row.sources:
            assert source.heading
            assert bool(source.lines) == documents()[source.document].has_lines


def test_an_ended_or_proposed_set_says_so_in_its_label() -> None:
    sets = requirement_sets()
    assert "(avslutad)" in sets["OK2023"].label
    assert "den senast verifierade" in sets["OK2023"].label
    assert "(avslutad)" in sets["OK2021"].label
    assert sets["PROP2025-26-19"].label == "Prop. 2025/26:19 (föreslagen – inte verifierad)"
    assert "inte verifierad" in sets["OK2024"].label
    assert [row.id for row in sets.values() if row.always] == ["LAG", "SKR2023", "SKR2025"]
    assert latest_verified() == "OK2023"


def test_recommendations_are_never_more_than_kan() -> None:
    assert {row.modality for row in requirements().values() if row.set.startswith("SKR")} == {"kan"}


def test_a_proposal_is_told_as_one_until_the_county_says_that_it_is_in_force() -> None:
    its_set = requirement_sets()["PROP2025-26-19"]
    proposed = [row for row in requirements().values() if row.set == its_set.id]
    assert len(proposed) == 6
    for row in proposed:
        assert row.text.startswith("Föreslagen – inte verifierad")
        assert row.title.startswith("Föreslagen")
        switched = row.in_force()
        assert "öreslagen" not in switched.title + switched.text
        assert "Länet har angett" in switched.text
    assert "{1}: SFS 2026:1" in its_set.label_with("{1}: SFS 2026:1"), "the county's own text is text"
    assert not any(row.set == its_set.id for row in requirements_in_force("OK2023"))


def test_a_plan_meets_its_set_and_what_always_applies_and_nothing_that_was_replaced() -> None:
    found = requirements_in_force("OK2023")
    assert {row.set for row in found} == {"OK2023", "LAG", "SKR2023", "SKR2025"}
    replaced = {old for row in found for old in row.replaces}
    assert replaced
    assert not replaced & {row.id for row in found}
    assert all("kontinuitet" in row.plans for row in requirements_in_force("OK2023", "kontinuitet"))


def test_a_replaced_requirement_exists_in_an_earlier_set() -> None:
    for row in requirements().values():
        for old in row.replaces:
            assert requirements()[old].set != row.set


def test_every_sentence_that_asks_something_of_a_county_is_covered_or_left_out_with_a_reason() -> None:
    rows = read_csv(ROWS, ROW_COLUMNS)
    left_out = {row["id"]: row["reason"] for row in read_csv(LEFT_OUT, LEFT_OUT_COLUMNS)}
    asked = {row["id"] for row in rows if row["actor"] != "skr"}
    assert len(rows) == 466
    assert len(asked) == 413
    assert asked - covered_rows() == set(left_out)
    assert len(left_out) * 10 <= len(asked)
    assert all(len(reason) > 20 for reason in left_out.values())
    assert covered_rows() <= {row["id"] for row in rows}


def test_no_requirement_speaks_of_another_by_an_id_that_is_gone() -> None:
    named = re.compile(r"\b(?:21-)?(?:SAM|HFF|USV|RES|PRI|TIL|LAND|KON|PK|MED|EH|AMB|RED|EKO)-M?\d+\b")
    for row in requirements().values():
        for identity in named.findall(f"{row.text} {row.note}"):
            assert identity in requirements(), f"{row.id} nämner {identity}"


def test_names_are_found_in_any_case_and_unknown_ones_get_the_nearest() -> None:
    assert find_requirement(" kon-07 ").id == "KON-07"
    assert find_set("ok2023").id == "OK2023"
    with pytest.raises(UnknownNameError, match="KON-0"):
        find_requirement("KON-007")
    with pytest.raises(UnknownNameError, match="OK2021"):
        find_set("OK2019")
