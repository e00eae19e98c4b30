"""Swedish dates: several ways to write one, each real day stored as ISO, nothing else let through."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvplan.model.dates import FIRST_YEAR, LAST_YEAR, first_day, format_date, parse_date
from nvplan.model.errors import InputError

DAYS = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))


@pytest.mark.parametrize(("typed", "iso"), [
    ("2027-03-01", "2027-03-01"), ("2027-3-1", "2027-03-01"), ("1 mars 2027", "2027-03-01"),
    ("1 MARS 2027", "2027-03-01"),
    ("31 dec 2026", "2026-12-31"), ("mars 2027", "2027-03"), ("2027-03", "2027-03"), ("v. 9 2027", "2027-03-01"),
    ("vecka 53 2026", "2026-12-28"),
])
def test_what_a_swede_writes_is_read(typed: str, iso: str) -> None:
    assert parse_date(typed) == iso


@pytest.mark.parametrize("typed", ["2027-02-30", "31 juni 2027", "2027-13-01", "v. 54 2027", "", "snart", "2027",
                                   "1/3 2027", "٢٠٢٧-03-01",
                                   "ma 2027", "j 2027", "0001-01-01", "9999-01-01", "2027-03-01T10"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        parse_date(typed)


@given(DAYS)
def test_a_day_survives_being_written_in_words(day: dt.date) -> None:
    assert parse_date(format_date(day.isoformat())) == day.isoformat()
    assert first_day(day.isoformat()) == day


@given(DAYS)
def test_a_month_survives_being_written_in_words(day: dt.date) -> None:
    month = day.isoformat()[:7]
    assert parse_date(format_date(month)) == month
    assert first_day(month) == day.replace(day=1)


@given(st.text(max_size=15))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        iso = parse_date(text)
    except InputError as error:
        said = str(error)
    else:
        said = f"{first_day(iso).year} är ett år."
    assert said.endswith(".")
