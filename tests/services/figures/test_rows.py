"""Rows of a file: a visit, or a reason; none is dropped in silence, and none says who it was about."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest

from nvplan.model.errors import InputError
from nvplan.services.figures.spill import Spill
from nvplan.services.figures.telling import excluded, outcome_json
from nvplan.services.figures.visit_days import read_day
from nvplan.services.figures.visits import Visit
from tests.services.figures.visits import HEADER, TODAY, Table, in_a_row, outcome_of


@pytest.mark.parametrize(("text", "day", "minute"), [
    ("2025-03-01", "2025-03-01", -1), ("2025/3/1", "2025-03-01", -1), ("2025.03.01", "2025-03-01", -1),
    ("20250301", "2025-03-01", -1), ("01.03.2025", "2025-03-01", -1), ("1/3 2025", "2025-03-01", -1),
    ("1/3/2025", "2025-03-01", -1), ("13-02-2025", "2025-02-13", -1), ("1 mars 2025", "2025-03-01", -1),
    ("3 jan 2025", "2025-01-03", -1), ("2025-03-01 13:45", "2025-03-01", 825),
    ("2025-03-01T08:05:30", "2025-03-01", 485), ("2025-03-01T08:05:30.123+01:00", "2025-03-01", 485),
    ("20250301 0805", None, -1), ("01/03/2025 23.59", "2025-03-01", 1439), ("45717", "2025-03-01", -1),
    ("45717,5", "2025-03-01", 720), ("45717.25", "2025-03-01", 360), ("  2025-03-01  ", "2025-03-01", -1)])
def test_days_are_read_in_the_forms_that_systems_write(text: str, day: str | None, minute: int) -> None:
    found = read_day(text)
    assert found == ((dt.date.fromisoformat(day).toordinal(), minute) if day else "date_unreadable")


#: A hundred rows that are no visits, each with its reason.
FAULTY: list[tuple[list[str], str]] = [
    *[([patient, "A", "2025-01-01"], "patient_missing") for patient in ("", " ", "\t", "\u00a0", "\u2003")],
    *[(["p", provider, "2025-01-01"], "provider_missing") for provider in ("", "  ", "\u00a0", "\u2009")],
    *[(["p", "A", day], "date_missing") for day in ("", " ", "\u00a0")],
    *[(["p", "A", day], "date_unreadable") for day in (
        "i går", "2025", "2025-03", "mars 2025", "v. 9 2025", "25-03-01", "250301", "2025-3", "abc", "2025-01-01x",
        "x2025-01-01", "2025--01-01", "2025-01", "1/3", "1/3-25", "01-03-25", "2025-01-01-01", "2025_01_01",
        "2025-01/01", "0", "-1", "1", "99", "1234", "123456", "1234567", "123456789", "2025-W09", "2025-W09-1",
        "nu", "?", "-", "NULL", "NaN", "#VÄRDEFEL!", "2025-01-01 kl 9", "=A1", "1e5", "45717,x", "1 maj", "32",
        "２０２５-０１-０１", "12:30", "1.3", "2025:01:01", "20250301 0805", "första mars 2025",
        "2025 03 01", "2025-03-01Z", "2025-03-01T", "20250301T", "1 mar. 25", "mån 3 mars 2025", "2025-03-01 08")],
    *[(["p", "A", day], "date_no_such_day") for day in (
        "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025-04-31", "20251301", "20250230", "31/04/2025",
        "30.02.2025", "0000-01-01", "2025-99-99", "00/01/2025", "32/01/2025", "2100-02-29")],
    *[(["p", "A", day], "date_too_old") for day in ("1899-12-31", "0001-01-01", "1066-10-14", "31.12.1899")],
    *[(["p", "A", day], "date_month_first") for day in ("02/28/2025", "12/31/2025")],
    *[(["p", "A", day], "date_future") for day in (
        "2026-06-02", "2027-01-01", "9999-12-31", "99999", "2 juni 2026", "02.06.2026", "20260602")],
    *[(row, "cells_missing") for row in ([""], ["p"], ["p", "A"], ["p;A;2025-01-01"], ["p,A,2025-01-01"])],
    *[(["p", "A", "2025-01-01", *more], "cells_too_many") for more in (["x"], ["", "x"], ["0"], ["", "", "", "."])],
]
#: What looks wrong and is not: cells that are empty after the last column.
PADDED = ["p", "A", "2025-01-01", "", " "]


def test_a_hundred_kinds_of_faulty_rows_are_all_accounted_for() -> None:
    assert len(FAULTY) >= 100
    good = [*in_a_row("AAB", "ABC"), ["q", "A", "31/01/2025"], ["q", "A", "30/01/2025"], ["q", "A", "29/01/2025"]]
    rows = [row for pair in zip([row for row, _ in FAULTY], good * 20, strict=False) for row in pair]
    outcome = outcome_of(Table([*rows, PADDED]))
    expected: dict[str, list[int]] = {}
    for at, (_, reason) in enumerate(FAULTY):
        expected.setdefault(reason, []).append(2 + 2 * at)
    assert {reason: fault.rows for reason, fault in outcome.faults.items()} == expected
    assert {reason: fault.count for reason, fault in outcome.faults.items()} == {
        reason: len(numbers) for reason, numbers in expected.items()}
    assert outcome.rows == len(rows) + 1
    accounted = sum(fault.count for fault in outcome.faults.values()) + sum(outcome.filtered.values())
    assert accounted + outcome.merged + outcome.total.measures.contacts == outcome.rows


def test_what_is_left_out_is_told_by_reason_and_number() -> None:
    outcome = outcome_of(Table([*in_a_row("AAB", "AB"), ["p", "", "2025-01-01"], ["p", "A", "okänt"]]))
    assert excluded(outcome) == {"provider_missing": 1, "date_unreadable": 1, "too_few_visits": 1}
    assert outcome_json(outcome)["rows"]["faulty"] == [{"reason": "provider_missing", "n": 1, "rows": [7]},
                                                       {"reason": "date_unreadable", "n": 1, "rows": [8]}]


@pytest.mark.parametrize("patient", [
    "19121212-1212", "191212121212", "121212-1212", "1212121212", "121212+1212", "19 121212-1212", "1912-12-12-1212",
    "pat 191212121212", "191272121212", "１９１２１２１２１２１２"])
def test_a_personnummer_for_a_patient_is_refused_without_being_quoted(patient: str) -> None:
    rows = [*in_a_row("AAB"), [patient, "A", "2025-01-01"]]
    if patient == "191272121212":  # a coordination number with a check digit of its own
        rows[-1][0] = "191212721219"
    with pytest.raises(InputError) as refused:
        outcome_of(Table(rows))
    assert str(refused.value).startswith("Rad 5: ")
    assert "Pseudonymisera" in str(refused.value)
    assert not any(digit in str(refused.value).removeprefix("Rad 5") for digit in "0123456789")


@pytest.mark.parametrize("patient", ["1", "P-000001", "123456789", "a3f1-99c2-1b7e", "9999999999", "20251301-0000"])
def test_a_pseudonym_is_no_personnummer(patient: str) -> None:
    assert outcome_of(Table([[patient, "A", "2025-01-01"]])).rows == 1


def test_dates_with_the_month_first_are_refused_before_half_of_them_are_misread() -> None:
    rows = [["p", "A", day] for day in ("02/03/2025", "02/28/2025", "03/31/2025", "04/05/2025")]
    with pytest.raises(InputError, match="månaden först"):
        outcome_of(Table(rows))


def test_nothing_but_faults_is_said_with_the_commonest_reasons() -> None:
    with pytest.raises(InputError, match=r"patient saknas \(2\), datum saknas \(1\)"):
        outcome_of(Table([["", "A", "2025-01-01"], ["", "A", "2025-01-01"], ["p", "A", ""]]))
    with pytest.raises(InputError, match="inga besök"):
        outcome_of(Table([]))


def test_what_waits_on_disk_has_no_name_and_nothing_that_names_anybody(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    rows = [[f"hemlig{at % 50}", f"doktor{at % 7}", "2025-01-01"] for at in range(20_000)]
    seen: list[str] = []

    class Watched(Table):
        def __iter__(self):  # type: ignore[no-untyped-def]
            for row in super().__iter__():
                seen.extend(path.name for path in tmp_path.iterdir())
                yield row

    outcome_of(Watched(rows))
    assert seen == []
    assert list(tmp_path.iterdir()) == []


def test_visits_come_back_by_patient_whole() -> None:
    visits = [Visit(at % 101, at % 13 + 1, 0, 739_000 + at, -1, 1, 2, 3, 4) for at in range(30_000)]
    with Spill(file_size=300_000_000) as spill:
        for one in visits:
            spill.add(one)
        found = {of_one[0].patient: of_one for of_one in spill.patients()}
    assert found == {patient: [one for one in visits if one.patient == patient] for patient in range(101)}


def test_headings_decide_and_may_be_said() -> None:
    from nvplan.services.figures.columns import find_columns

    assert find_columns(["Besöksdatum", "Patient-ID", "LÄKARE"], (), {}) == {
        "datum": 0, "patient": 1, "vardgivare": 2}
    assert find_columns(["a", "b", "c"], ["patient=a", "vardgivare=3", "datum=B"], {}) == {
        "patient": 0, "vardgivare": 2, "datum": 1}
    with pytest.raises(InputError, match="samma kolumn"):
        find_columns(HEADER, ["tid=datum"], {})
    with pytest.raises(InputError, match="Kolumnen för datum hittades inte"):
        find_columns(["patient", "läkare", "1912121212"], (), {})


def test_today_is_no_fault() -> None:
    assert outcome_of(Table([["p", "A", TODAY.isoformat()]])).faults == {}
