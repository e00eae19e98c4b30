"""The index of a whole file: against the worked example and a brute force, and what must not matter to it."""

from __future__ import annotations

import datetime as dt
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nvplan.model.errors import InputError
from nvplan.services.figures.outcome import Group, Outcome
from nvplan.services.figures.rule import Rule, month_ends, months_before, window_to
from nvplan.services.figures.spill import MOST_VISITS_OF_ONE
from nvplan.services.figures.telling import decimals, outcome_json, outcome_parts
from tests.services.figures.visits import HEADER, Table, brute_means, in_a_row, made_up_rows, outcome_of

#: The unit of the worked example.
UNIT = ("AAAA", "AABC", "ABCD", "AABB", "AAB", "AB", "A")
FULL = [*HEADER, "enhet", "listad", "yrke", "fast läkare"]


def figures(outcome: Outcome) -> tuple[object, ...]:
    whole = outcome.total.measures
    return whole.n, whole.coc, whole.upc, whole.secon


def by_name(outcome: Outcome, by: str) -> dict[str, Group]:
    return {one.name: one for one in outcome.groups if one.by == by}


def test_the_worked_unit_with_three_visits_and_with_two() -> None:
    three = outcome_of(Table(in_a_row(*UNIT)))
    assert (three.total.measures.n, three.total.measures.coc, three.too_few) == (5, Fraction(11, 30), 2)
    two = outcome_of(Table(in_a_row(*UNIT)), Rule(least_visits=2))
    assert (two.total.measures.n, two.total.measures.coc, two.too_few) == (6, Fraction(11, 36), 1)
    assert (decimals(three.total.measures.coc, 3), decimals(two.total.measures.coc, 3)) == ("0,367", "0,306")


def test_a_thousand_patients_against_a_brute_force() -> None:
    rows = made_up_rows(1000, seed=1)
    end = max(dt.date.fromisoformat(row[2]) for row in rows)
    outcome = outcome_of(Table(rows))
    expected = brute_means(rows, end, months_before(end, 18))
    assert figures(outcome) == (expected["n"], expected["coc"], expected["upc"], expected["secon"])
    assert outcome.ties > 0
    assert outcome.merged > 0


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_neither_the_order_of_the_rows_nor_names_matter(seed: int) -> None:
    rows = made_up_rows(30, seed, FULL)
    outcome = outcome_json(outcome_of(Table(rows, FULL)))
    random.Random(seed + 1).shuffle(rows)
    assert outcome_json(outcome_of(Table(rows, FULL))) == outcome
    renamed = [[row[0], f"läkare {row[1]}", *row[2:6], f"läkare {row[6]}"] for row in rows]
    assert outcome_json(outcome_of(Table(renamed, FULL))) == outcome


def test_the_same_provider_on_the_same_day_is_one_contact_unless_every_visit_counts() -> None:
    rows = [*in_a_row("AAB"), in_a_row("A")[0]]
    once, every = outcome_of(Table(rows)), outcome_of(Table(rows), Rule(once_a_day=False))
    assert (once.total.measures.coc, once.merged) == (Fraction(1, 3), 1)
    assert (every.total.measures.coc, every.merged) == (Fraction(1, 2), 0)


def test_visits_on_one_day_are_ordered_by_time_where_there_is_one() -> None:
    header = [*HEADER, "tid"]
    rows = [["p", "A", "2025-01-01", "09:00"], ["p", "B", "2025-01-02", "15.30"], ["p", "A", "2025-01-02", "0800"]]
    ordered = outcome_of(Table(rows, header))
    assert (ordered.total.measures.secon, ordered.ties) == (Fraction(1, 2), 0)
    rows[1][3] = "kl nio"
    tied = outcome_of(Table(rows, header))
    assert (tied.total.measures.secon, tied.ties, tied.unread_times) == (Fraction(1, 4), 1, 1)


@pytest.mark.parametrize(("end", "start"), [
    ("2025-08-31", "2024-02-29"), ("2024-08-31", "2023-02-28"), ("2025-12-31", "2024-06-30"),
    ("2025-06-30", "2023-12-30"), ("2025-03-15", "2023-09-15")])
def test_the_window_is_eighteen_calendar_months(end: str, start: str) -> None:
    assert months_before(dt.date.fromisoformat(end), 18).isoformat() == start


def test_the_windows_ends_count_as_the_rule_says() -> None:
    days = ("2023-12-30", "2023-12-31", "2025-06-30", "2025-07-01")
    outcome = outcome_of(Table([["p", "A", day] for day in days]), Rule(end=dt.date(2025, 6, 30), least_visits=2))
    assert outcome.window.first.isoformat() == "2023-12-31"
    assert (outcome.total.measures.contacts, dict(outcome.filtered)) == (2, {"before_window": 1, "after_window": 1})


def test_own_unit_is_the_listed_unit_at_the_visit_and_the_minimum_is_tested_after_it() -> None:
    header = [*HEADER, "enhet", "listad"]
    rows = [[*row, "V1", "v1"] for row in in_a_row("AAA", "ABB")]
    rows[1][3], rows[5][4] = "V2", ""
    outcome = outcome_of(Table(rows, header), Rule(least_visits=2))
    assert dict(outcome.filtered) == {"other_unit": 1, "no_unit": 1}
    assert figures(outcome)[:2] == (2, Fraction(1, 2))
    assert outcome_of(Table(rows, header)).total.measures.n == 0
    assert outcome_of(Table(rows, header), Rule(own_unit=False)).total.measures.n == 2


def test_what_the_file_has_no_column_for_is_said() -> None:
    told = " ".join(outcome_json(outcome_of(Table(in_a_row(*UNIT))))["rule"]["text"])
    for word in ("egen enhet", "yrke", "fast läkarkontakt", "klockslag"):
        assert word in told.rpartition("Filen saknar kolumn för")[2]
    assert "Besök på alla enheter" in told


def test_named_doctor_counts_every_patient_also_those_without_enough_visits() -> None:
    header = [*HEADER, "fast läkare"]
    rows = [[*row, "A" if row[0] != "P2" else ""] for row in in_a_row("AAB", "A", "ABC", "B", "A")]
    whole = outcome_of(Table(rows, header)).total.measures
    assert (whole.n, whole.named, whole.without_named) == (2, Fraction(4, 9), 3)


def test_groups_are_by_unit_and_profession_with_the_whole_as_the_mean_over_patients() -> None:
    header = [*HEADER, "enhet", "yrke"]
    rows = [[*row, "Norr" if int(row[0][1:]) < 6 else "Söder", "läkare"]
            for row in in_a_row(*["AAAA"] * 6, *["ABCD"] * 10)]
    outcome = outcome_of(Table(rows, header))
    units = by_name(outcome, "enhet")
    assert [(name, one.measures.n, one.measures.coc) for name, one in units.items()] == [
        ("Norr", 6, Fraction(1)), ("Söder", 10, Fraction(0))]
    assert outcome.total.measures.coc == Fraction(6, 16)
    assert by_name(outcome, "yrke")["läkare"].measures.n == 16


def test_small_groups_are_hidden_and_so_is_what_gives_them_away() -> None:
    header = [*HEADER, "enhet"]
    sizes = {"Liten": 3, "Mellan": 7, "Stor": 20}
    rows = []
    for unit, size in sizes.items():
        rows += [[unit + row[0], *row[1:], unit] for row in in_a_row(*["AAB"] * size)]
    rows += [[f"x{at}", "A", "2025-01-01", "Liten"] for at in range(2)]
    outcome = outcome_of(Table(rows, header))
    shown = {name: one.shows_index for name, one in by_name(outcome, "enhet").items()}
    assert shown == {"Liten": False, "Mellan": False, "Stor": True}
    told = outcome_json(outcome)
    assert [one["coc"] for one in told["groups"] if one["name"] != "Stor"] == [None, None]
    assert [one["n"] for one in told["groups"]] == [None, None, 20]
    few = outcome_json(outcome_of(Table(in_a_row("AAB"))))
    assert (few["patients"], few["measures"]) == (None, {"coc": None, "upc": None, "secon": None, "named": None})
    assert few["if_moved"] == []


def test_a_group_of_so_few_is_not_even_named() -> None:
    """A column that was taken for the unit's may hold names of patients."""
    header = [*HEADER, "enhet"]
    rows = [[*row, f"hemlig {row[0]}" if row[0] != "P9" else "Norr"] for row in in_a_row(*["AAB"] * 9)]
    rows += [[f"y{row[0]}", *row[1:], "Norr"] for row in in_a_row(*["AAB"] * 5)]
    outcome = outcome_of(Table(rows, header))
    told = str(outcome_json(outcome)) + str(list(outcome_parts(outcome)))
    assert "hemlig" not in told
    assert "9 grupper med färre än 5 patienter visas inte" in told
    assert outcome_json(outcome)["groups_too_small_to_name"] == {"enhet": 9}


def test_a_patient_who_counts_in_the_whole_and_in_no_unit_cannot_be_worked_out() -> None:
    header = [*HEADER, "enhet"]
    rows = [[f"n{row[0]}", *row[1:], "Norr"] for row in in_a_row(*["AAB"] * 6)]
    rows += [[f"s{row[0]}", *row[1:], "Söder"] for row in in_a_row(*["ABB"] * 8)]
    rows += [["ensam", "A", "2025-01-01", "Norr"], ["ensam", "A", "2025-02-01", "Söder"],
             ["ensam", "B", "2025-03-01", "Söder"]]
    outcome = outcome_of(Table(rows, header))
    assert outcome.total.measures.n == 15
    assert {name: one.shows_index for name, one in by_name(outcome, "enhet").items()} == {"Norr": False, "Söder": True}


def test_a_rolling_value_is_worked_out_for_each_month_with_a_whole_window() -> None:
    rows = made_up_rows(200, seed=3)
    outcome = outcome_of(Table(rows), Rule(months=12), by=("period",))
    days = sorted(dt.date.fromisoformat(row[2]) for row in rows)
    ends = [end for end in month_ends(days[0], days[-1]) if window_to(end, 12).first >= days[0]]
    periods = by_name(outcome, "period")
    assert list(periods) == [end.isoformat() for end in ends]
    assert len(ends) > 2
    for end in ends:
        expected = brute_means(rows, end, months_before(end, 12))
        found = periods[end.isoformat()].measures
        assert [found.n, found.coc, found.secon] == [expected["n"], expected["coc"], expected["secon"]]
    told = [note for part in outcome_parts(outcome) for note in part.notes]
    assert any("överlappar" in note for note in told)


def test_what_it_would_take_begins_with_the_index_there_is_and_grows() -> None:
    header = [*HEADER, "fast läkare"]
    outcome = outcome_of(Table([[*row, "B"] for row in in_a_row(*UNIT)], header))
    assert [float(one.share) for one in outcome.if_moved] == [0, 0.05, 0.1, 0.2]
    assert outcome.if_moved[0].coc == outcome.if_moved[0].coc_named == outcome.total.measures.coc
    values = [one.coc for one in outcome.if_moved]
    assert values == sorted(set(values))
    # AABC has two other visits, ABCD three, AABB two and AAB one: eight in all.
    assert [one.visits for one in outcome.if_moved] == [0, Fraction(2, 5), Fraction(4, 5), Fraction(8, 5)]


def test_professions_and_types_can_be_chosen() -> None:
    header = [*HEADER, "yrke", "besökstyp"]
    rows = [[*row, "Läkare" if row[1] == "A" else "sköterska", "fysiskt"] for row in in_a_row("AAAB", "AABB")]
    outcome = outcome_of(Table(rows, header), Rule(professions=("läkare",), least_visits=2))
    assert (figures(outcome)[:2], dict(outcome.filtered)) == ((2, 1), {"other_profession": 3})
    with pytest.raises(InputError, match="digital"):
        outcome_of(Table(rows, header), Rule(types=("digital",)))
    with pytest.raises(InputError, match="ingen kolumn för yrke"):
        outcome_of(Table(in_a_row("AAA")), Rule(professions=("läkare",)))


def test_a_patient_with_more_visits_than_anyone_has_stops_it() -> None:
    rows = [["samma", "A", "2025-01-01"]] * (MOST_VISITS_OF_ONE + 1)
    with pytest.raises(InputError, match="Kontrollera att rätt kolumn"):
        outcome_of(Table(rows))


def test_a_unit_column_with_a_name_for_every_row_stops_it() -> None:
    rows = [[f"p{at}", "A", "2025-01-01", f"enhet {at}"] for at in range(5_100)]
    with pytest.raises(InputError, match="fler än 5000 olika värden"):
        outcome_of(Table(rows, [*HEADER, "enhet"]))


def test_no_patient_and_no_provider_is_told() -> None:
    rows = made_up_rows(60, 5, FULL)
    named = [[f"hemlig-{row[0]}", f"doktor-{row[1]}", *row[2:6], f"doktor-{row[6]}"] for row in rows]
    outcome = outcome_of(Table(named, FULL), by=("enhet", "yrke", "period"))
    told = str(outcome_json(outcome)) + str(list(outcome_parts(outcome))) + repr(outcome)
    assert "hemlig" not in told
    assert "doktor" not in told
