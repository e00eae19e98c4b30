"""The faster engine counts what the figures' own way counts, to the last digit, and leaves alone what is not plain.

duckdb is an extra that need not be there; without it these tests are skipped, and say so.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from nvplan.files.read import visits_duckdb, visits_parts
from nvplan.files.read.visit_file import open_visits
from nvplan.files.read.visits_duckdb import count_visits
from nvplan.model.errors import InputError
from nvplan.services.figures.columns import find_columns
from nvplan.services.figures.index import work_out
from nvplan.services.figures.rule import Rule
from nvplan.services.figures.telling import outcome_json
from tests.services.figures.test_rows import FAULTY
from tests.services.figures.visits import HEADER, TODAY, in_a_row, made_up_rows

BY = ("enhet", "yrke")
FULL = [*HEADER, "enhet", "listad", "yrke"]

needs_duckdb = pytest.mark.skipif(not visits_duckdb.is_installed(), reason="duckdb, an extra, is not installed")


def write(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, end: str = "\n") -> Path:
    path.write_text(end.join(";".join(row) for row in (header, *rows)) + end, encoding="utf-8", newline="")
    return path


def fast(path: Path, rule: Rule | None = None, by: Sequence[str] = BY) -> dict[str, Any] | None:
    with open_visits(path) as table:
        found = count_visits(table, find_columns(table.header, (), {}), rule or Rule(), TODAY, by)
    return None if found is None else outcome_json(found)


def own(path: Path, rule: Rule | None = None, by: Sequence[str] = BY) -> dict[str, Any]:
    with open_visits(path) as table:
        return outcome_json(work_out(table, find_columns(table.header, (), {}), rule or Rule(), TODAY, by))


@needs_duckdb
@pytest.mark.parametrize("rule", [
    Rule(), Rule(own_unit=False), Rule(least_visits=2, months=12), Rule(end=dt.date(2025, 10, 31), smallest_group=20),
    Rule(professions=("Läkare",)), Rule(professions=("läkare", "sjuksköterska"), own_unit=False, least_visits=4)])
@pytest.mark.parametrize("header", [HEADER, FULL], ids=["bare", "full"])
def test_the_engines_agree(tmp_path: Path, rule: Rule, header: list[str]) -> None:
    if rule.professions and "yrke" not in header:
        return
    path = write(tmp_path / "b.csv", made_up_rows(1000, 11, header), header)
    found = fast(path, rule)
    assert found is not None
    assert found == own(path, rule)
    assert found["measures"]["coc"] is not None


@needs_duckdb
@pytest.mark.parametrize("header", [HEADER, FULL], ids=["bare", "full"])
@pytest.mark.parametrize("in_part", [40, 700])
def test_the_engines_agree_whatever_part_of_the_patients_is_added_up_at_a_time(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_part: int, header: list[str]) -> None:
    path = write(tmp_path / "b.csv", made_up_rows(800, 5, header), header)
    monkeypatch.setattr(visits_parts, "_IN_PART", in_part)
    assert fast(path) == own(path)


@needs_duckdb
@pytest.mark.parametrize("odd", [
    "P1;Dr  Ek;2025-03-01", "P1; Dr Ek;2025-03-01", "P1;Dr Ek ;2025-03-01", "P 1;Dr Ek;2025-03-01",
    "P1;Dr Å;2025-03-01", "På1;Ek;2025-03-01", "P1;Dr\u00a0Ek;2025-03-01", "P1;Dr\u200bEk;2025-03-01",
    "P1;Dr\tEk;2025-03-01", "P1;Δ;2025-03-01", "P1;Ek;2025/03/01", "P1;Ek;02025-3-01", "P1;Ek;2025-3-01",
    "P1;Ek;2025-03-01 ", ";Ek;2025-03-01", "P1;;2025-03-01", "P1;Ek;2025-02-30", "P1;Ek;1899-12-31",
    "1-2-3-4-5-6-7-8-9-0;Ek;2025-03-01", "P1;Ek;2025-03-01;x", "P1;Ek"])
def test_one_odd_row_is_read_as_the_other_way_reads_it(tmp_path: Path, odd: str) -> None:
    rows = made_up_rows(60, 3)
    path = write(tmp_path / "b.csv", [*rows[:100], odd.split(";"), *rows[100:]])
    found = fast(path)
    assert found is not None
    assert found == own(path)


@needs_duckdb
def test_rows_that_are_not_plain_are_counted_all_the_same(tmp_path: Path) -> None:
    rows = made_up_rows(300, 5)
    chance = random.Random(3)
    forms = ("{0:%Y%m%d}", "{0.day}.{0.month}.{0.year}", "{0:%Y/%m/%d}", " {0} ", "{0}")
    rows = [[row[0], chance.choice((row[1], f" {row[1]}", f"Dr Å {row[1]}")),
             chance.choice(forms).format(dt.date.fromisoformat(row[2]))] for row in rows]
    faulty = [row for row, reason in FAULTY if "".join(row) and not any(sign in cell for sign in '";' for cell in row)
              and reason != "date_month_first"]
    rows += [["", "", ""], ["p", "x", "13/02/2025"], *faulty]
    chance.shuffle(rows)
    path = write(tmp_path / "b.csv", rows)
    found = fast(path)
    assert found is not None
    assert found == own(path)
    assert len(found["excluded"]) > 6


@needs_duckdb
@pytest.mark.parametrize("seed", range(3))
def test_the_engines_agree_on_damaged_files(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = write(tmp_path / "b.csv", made_up_rows(60, seed, FULL), FULL)
    counted = 0
    for _ in range(6):
        text = list(path.read_text(encoding="utf-8"))
        for _ in range(4):
            sign = chance.choice((";", " ", "å", "\t", "9", "-", "\u2028", "\x01"))
            text.insert(chance.randrange(60, len(text)), sign)
        damaged = tmp_path / "damaged.csv"
        damaged.write_text("".join(text), encoding="utf-8", newline="")
        found = fast(damaged)
        counted += found is not None
        assert found is None or found == own(damaged)
    assert counted > 2


@needs_duckdb
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_last_line_may_lack_its_end_and_lines_may_end_in_two_ways(tmp_path: Path, end: str) -> None:
    path = write(tmp_path / "b.csv", in_a_row(*["AABC"] * 6), end=end)
    whole = path.read_bytes()
    assert fast(path) == own(path)
    path.write_bytes(whole.removesuffix(end.encode()))
    assert fast(path) == own(path)
    assert fast(path) is not None


@needs_duckdb
@pytest.mark.parametrize("content", [
    'patient;läkare;datum\n"p";A;2025-01-01\n', "patient;läkare;datum\n\np;A;2025-01-01\n",
    "patient;läkare;datum\np;A;2025-01-01 09:00\n", "patient;läkare;datum;tid\np;A;2025-01-01;09:00\n",
    "patient;läkare;datum;fast läkare\np;A;2025-01-01;A\n", "sep=;\npatient;läkare;datum\np;A;2025-01-01\n",
    "patient;läkare;datum\rp;A;2025-01-01\r", "patient;läkare;datum\np;A;2025-01-01;1;2;3\np;A;2025-01-01\n"])
def test_a_file_that_is_not_plain_is_left_alone(tmp_path: Path, content: str) -> None:
    path = tmp_path / "b.csv"
    path.write_bytes(content.encode())
    found = fast(path)
    assert found is None or found == own(path)
    assert own(path)["rows"]["read"] >= 1


@needs_duckdb
def test_what_the_other_way_alone_can_count_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "b.csv", in_a_row("AAB"))
    assert fast(path, Rule(once_a_day=False)) is None
    assert fast(path, by=("period",)) is None
    assert fast(path) is not None


@needs_duckdb
def test_a_personnummer_stops_it_too(tmp_path: Path) -> None:
    path = write(tmp_path / "b.csv", [*in_a_row("AAB"), ["191212121212", "A", "2025-01-01"]])
    with pytest.raises(InputError, match="Rad 5: patientkolumnen"):
        fast(path)


@needs_duckdb
def test_too_little_memory_leaves_the_file_to_the_other_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "b.csv", made_up_rows(20_000, 2))
    monkeypatch.setattr(visits_duckdb, "MOST_MEMORY", "1MB")
    monkeypatch.chdir(tmp_path)
    assert fast(path) is None
    assert [one.name for one in tmp_path.iterdir()] == ["b.csv"]


def test_without_duckdb_the_other_way_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits_duckdb, "is_installed", lambda: False)
    path = write(tmp_path / "b.csv", in_a_row(*["AABC"] * 6))
    assert fast(path) is None
    assert own(path)["patients"] == 6
