"""The reporting year's days: a pattern that the county makes its own, and that counts as passed only then."""

from __future__ import annotations

import datetime as dt

import pytest

from nvplan.catalog.reference import year_dates
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.services.reading.report_days import calendar_events, find_day, pattern_rows, report_days, status_dates
from nvplan.services.reading.status import status_json
from nvplan.services.writing.commands import ConfirmDay, DismissDay, Undo
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import new_county, put
from tests.store.places import Place


@pytest.fixture
def session(place: Place) -> PlanSession:
    return new_county(place)


def test_the_pattern_is_moved_to_the_plans_year_and_nothing_of_it_is_confirmed(session: PlanSession) -> None:
    days = report_days(session.state)
    assert {day.id for day in days} == {row.id.lower() for row in year_dates()
                                        if row.year == 2023 and (row.actors or row.form)}
    assert {day.id: day.date for day in days}["d2023-07"] == "2028-03-31"
    assert {day.id: day.date for day in days}["d2023-06"] == "2027-12-01"
    assert not any(day.is_confirmed for day in days)
    assert [day.date for day in days] == sorted(day.date for day in days)


def test_only_a_confirmed_day_can_have_passed(session: PlanSession) -> None:
    later = dt.date(2030, 1, 1)
    assert not any(day.has_passed(later) for day in report_days(session.state))
    assert "31 mars 2027" in session.do(ConfirmDay("d2023-02"))
    passed = [day.id for day in report_days(session.state) if day.has_passed(later)]
    assert passed == ["d2023-02"]
    assert not find_day(session.state, "d2023-02").has_passed(dt.date(2027, 3, 31))


def test_a_day_is_confirmed_on_the_countys_own_date_and_can_be_undone(session: PlanSession) -> None:
    session.do(ConfirmDay("D2023-02", "26 mars 2027"))
    assert find_day(session.state, "d2023-02").date == "2027-03-26"
    session.do(Undo())
    assert find_day(session.state, "d2023-02").date == "2027-03-31"
    assert not find_day(session.state, "d2023-02").is_confirmed


@pytest.mark.parametrize("date", ["2027-02-30", "våren", "2027-05"])
def test_a_date_that_will_not_do_is_refused_and_nothing_is_stored(session: PlanSession, date: str) -> None:
    revision = session.state.revision
    with pytest.raises(InputError):
        session.do(ConfirmDay("d2023-02", date))
    assert session.state.revision == revision
    with pytest.raises(UnknownNameError, match="d2023-0"):
        session.do(ConfirmDay("d2023-99"))


def test_a_day_that_does_not_concern_the_county_is_no_longer_told(session: PlanSession) -> None:
    session.do(DismissDay("d2023-02"))
    assert "d2023-02" not in {day.id for day in report_days(session.state)}
    assert "d2023-02" in {day.id for day in report_days(session.state, everything=True)}
    assert "d2023-02" not in {one["id"] for one in status_dates(session.state)}
    session.do(ConfirmDay("d2023-02"))
    assert find_day(session.state, "d2023-02").is_confirmed


def test_the_days_stand_in_the_status_with_whether_they_are_confirmed(session: PlanSession) -> None:
    put(session, "datum", "egen", title="Vår egen dag", date="2027-05-05", standing="bekraftad")
    put(session, "rapporttillfalle", "r", title="Redovisning", form="region2021", actor="region", deadline="2028-03-31")
    put(session, "rapporttillfalle", "s", title="Skickad", actor="region", deadline="2027-03-31", sent="2027-03-01")
    dates = status_json(session.state)["dates"]
    assert [one["date"] for one in dates] == sorted(one["date"] for one in dates)
    told = {one["id"]: one for one in dates}
    assert told["egen"] == {"date": "2027-05-05", "what": "Vår egen dag", "type": "datum", "id": "egen",
                            "confirmed": True}
    assert told["r"]["confirmed"] is False
    assert told["d2023-06"]["confirmed"] is False
    assert "s" not in told


def test_the_calendar_says_which_days_are_only_suggestions_and_where_they_come_from(session: PlanSession) -> None:
    session.do(ConfirmDay("d2023-02"))
    events = {event.key: event for event in calendar_events(session.state)}
    assert "förslag" not in events["datum-d2023-02"].title
    assert events["datum-d2023-06"].title.endswith("(förslag, inte bekräftat)")
    assert "Mönster från 2023: 1 december 2023." in events["datum-d2023-06"].description
    assert all(len(event.day) == 10 for event in events.values())


def test_the_latest_reporting_year_is_the_pattern() -> None:
    assert {row.year for row in pattern_rows()} == {2023}
