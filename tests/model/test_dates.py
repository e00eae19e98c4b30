"""Swedish dates: several ways to write one, each real day stored as ISO, nothing else let through."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvplan.model.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    PARTS,
    date_order,
    first_day,
    format_date,
    last_day,
    parse_date,
    parse_day,
    short_date,
)
from nvplan.model.errors import InputError

DAYS = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize(("typed", "iso"), [
    ("2027-03-01", "2027-03-01"), ("2027-3-1", "2027-03-01"), ("1 mars 2027", "2027-03-01"),
    ("1 MARS 2027", "2027-03-01"),
    ("31 dec 2026", "2026-12-31"), ("mars 2027", "2027-03"), ("2027-03", "2027-03"), ("v. 9 2027", "2027-03-01"),
    ("vecka 53 2026", "2026-12-28"), ("31/12 2027", "2027-12-31"), ("1/3 2027", "2027-03-01"),
    ("31/12-2027", "2027-12-31"), ("den 1 mars 2027", "2027-03-01"), ("2027", "2027"), ("år 2027", "2027"),
    ("våren 2022", "2022-var"), ("Hösten 2021", "2021-host"), ("vt 2027", "2027-var"), ("ht 2027", "2027-host"),
    ("sommaren 2027", "2027-sommar"), ("första halvåret 2027", "2027-h1"), ("halvår 2 2027", "2027-h2"),
    ("kvartal 3 2027", "2027-k3"), ("fjärde kvartalet 2027", "2027-k4"),
    ("2024–2030", "2024/2030"), ("2024-2030", "2024/2030"), ("2024 - 2030", "2024/2030"),
    ("från 2024 till 2030", "2024/2030"), ("mars–juni 2027", "2027-03/2027-06"), ("1–15 mars 2027",
                                                                              "2027-03-01/2027-03-15"),
    ("mars 2026 till och med juni 2027", "2026-03/2027-06"), ("våren 2026–hösten 2027", "2026-var/2027-host"),
    ("2027-03-01 – 2027-04-15", "2027-03-01/2027-04-15"), ("december 2026–februari 2027", "2026-12/2027-02"),
    ("2027–2027", "2027"),
])
def test_what_a_swede_writes_is_read(typed: str, iso: str) -> None:
    assert parse_date(typed) == iso


@pytest.mark.parametrize("typed", ["2027-02-30", "31 juni 2027", "2027-13-01", "v. 54 2027", "", "snart", "20277",
                                   "våren 20266", "1800", "vintern 2027", "2022-23", "2022/23", "31/13 2027",
                                   "12/31 2027", "2030–2024", "juni–mars 2027", "hösten 2027–våren 2027",
                                   "2024–", "–2030", "2024–2026–2030", "2024/2026/2030", "våren",
                                    "٢٠٢٧-03-01",
                                   "ma 2027", "j 2027", "0001-01-01", "9999-01-01", "2027-03-01T10"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        parse_date(typed)


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is slow, and no day is the worse for it
@given(DAYS)
def test_a_day_survives_being_written_in_words(day: dt.date) -> None:
    assert parse_date(format_date(day.isoformat())) == day.isoformat()
    assert first_day(day.isoformat()) == day


@given(DAYS)
def test_a_month_survives_being_written_in_words(day: dt.date) -> None:
    month = day.isoformat()[:7]
    assert parse_date(format_date(month)) == month
    assert first_day(month) == day.replace(day=1)


def test_what_ends_before_it_begins_and_what_is_half_a_number_get_one_sentence_each() -> None:
    with pytest.raises(InputError, match=r"”2030–2024” slutar innan den börjar\."):
        parse_date("2030–2024")
    with pytest.raises(InputError, match=r"”våren 20266” är inget datum\."):
        parse_date("våren 20266")
    with pytest.raises(InputError, match="december 2026–februari 2027"):
        parse_date("vintern 2026")


@pytest.mark.parametrize(("stored", "words", "first", "last"), [
    ("2022-var", "våren 2022", "2022-01-01", "2022-06-30"), ("2021-host", "hösten 2021", "2021-07-01", "2021-12-31"),
    ("2027-h1", "första halvåret 2027", "2027-01-01", "2027-06-30"),
    ("2027-k1", "första kvartalet 2027", "2027-01-01", "2027-03-31"), ("2026", "2026", "2026-01-01", "2026-12-31"),
    ("2024/2030", "2024–2030", "2024-01-01", "2030-12-31"), ("2027-02", "februari 2027", "2027-02-01", "2027-02-28"),
    ("2027-03/2027-06", "mars 2027 – juni 2027", "2027-03-01", "2027-06-30"),
])
def test_precision_is_kept_shown_and_counted_to_its_last_day(stored: str, words: str, first: str, last: str) -> None:
    assert format_date(stored) == words
    assert parse_date(words) == parse_date(stored) == stored
    assert (first_day(stored).isoformat(), last_day(stored).isoformat()) == (first, last)


def test_times_of_all_precisions_are_sorted_by_their_last_day() -> None:
    given = ["", "2024/2030", "2027", "2027-var", "2027-03", "2027-03-05"]
    assert sorted(given, key=date_order) == ["2027-03-05", "2027-03", "2027-var", "2027", "2024/2030", ""]


@pytest.mark.parametrize("typed", ["2027", "våren 2027", "2024–2030"])
def test_a_year_is_not_enough_where_a_day_is_needed(typed: str) -> None:
    with pytest.raises(InputError, match="räcker inte här"):
        parse_day(typed)
    assert parse_day("mars 2027") == "2027-03"


@given(st.sampled_from(sorted(PARTS)), st.integers(FIRST_YEAR, LAST_YEAR))
def test_a_part_of_a_year_survives_being_written_in_words(part: str, year: int) -> None:
    assert parse_date(format_date(f"{year}-{part}")) == f"{year}-{part}"


@given(st.text(max_size=15))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        iso = parse_date(text)
    except InputError as error:
        said = str(error)
    else:
        said = f"{first_day(iso).year} är ett år."
    assert said.endswith(".")


def test_a_brief_date_leaves_out_the_year_only_where_it_can_be_no_other() -> None:
    near = dt.date(2026, 11, 23)
    assert short_date("2026-12-01", near) == "1 dec"
    assert short_date("2027-11-22", near) == "22 nov"
    assert short_date("2027-11-30", near) == "30 nov 2027"
    assert short_date("2026-11-20", near) == "20 nov 2026"
    assert short_date("2027-12") == "dec 2027"
    assert short_date("2027-var", near) == "våren 2027"
    assert short_date("2027", near) == "2027"
