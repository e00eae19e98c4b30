"""What is due: every kind of thing with a day, what is late first, and nothing that is done."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from nvplan.model.plan import Answer, PlanState
from nvplan.services.reading.due import Due, due
from tests.services.review.plans import state, thing

TODAY = dt.date(2027, 6, 15)
_DAYS = ("start", "end", "date", "review", "valid_to", "raised", "repay_by")
LATE, AHEAD = "2027-06-14", "2027-06-20"


def told(plan: PlanState, within: int | None = None) -> list[Due]:
    """Return what is due besides the reporting year's suggested days."""
    return [one for one in due(plan, TODAY, within) if one.type != "datum"]


def only(kind: str, **fields: Any) -> PlanState:
    """Return a plan with one object and nothing else that has a day."""
    known = type(thing(kind)[1]).model_fields
    bare = {name: "" for name in _DAYS if name in known}
    return state(objects=[thing(kind, **{**bare, **fields})])


KINDS: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = [
    ("insats", {"start": "2026-01"}, "end", {"state": "avslutad"}),
    ("insats", {"state": "planerad", "spread": "projekt"}, "start", {"state": "avbruten"}),
    ("mal", {}, "date", {}),
    ("delmal", {}, "date", {"done": "2027-06-13"}),
    ("mal", {"form": "lage", "measure": None, "denominator": None, "baseline": None, "baseline_year": None,
             "target": None, "direction": None}, "date", {"state": "natt"}),
    ("beslut", {"outcome": "vantar"}, "date", {"outcome": "antagen"}),
    ("underlag", {}, "review", {"status": "utgaget"}),
    ("underlag", {}, "valid_to", {"status": "utgaget"}),
    ("planuppgift", {}, "review", {"review": ""}),
    ("hinder", {}, "answer_due", {"answered": "2027-06-13"}),
    ("rapporttillfalle", {"deadline_standing": "bekraftad"}, "deadline", {"sent": "2027-06-13"}),
    ("rapporttillfalle", {"deadline": "", "deadline_standing": ""}, "repayment_date", {"sent": "2027-06-13"}),
    ("annanplan", {"date": ""}, "review", {"state": "upphort"}),
    ("tjanst", {}, "date", {"state": "i_drift"}),
    ("matkalla", {"interval": None, "date": ""}, "due", {"date": "2027-06-14"}),
    ("medel", {"received_date": "2027-03-01"}, "repay_by", {"repaid": "2027-06-13", "repaid_amount": "40"}),
]


@pytest.mark.parametrize(("kind", "fields", "field", "over"), KINDS, ids=[f"{row[0]}-{row[2]}" for row in KINDS])
def test_each_kind_is_late_ahead_and_done(kind: str, fields: dict[str, Any], field: str, over: dict[str, Any]) -> None:
    late = told(only(kind, **{**fields, field: LATE}))
    assert [(one.place, one.days(TODAY), one.is_late(TODAY)) for one in late] == [(f"{kind}:{kind}-1", -1, True)]
    ahead = told(only(kind, **{**fields, field: AHEAD}))
    assert [(one.days(TODAY), one.is_late(TODAY)) for one in ahead] == [(5, False)]
    if over:
        assert not told(only(kind, **{**fields, field: LATE, **over}))


def test_what_is_only_a_note_of_a_day_is_gone_when_the_day_is() -> None:
    assert told(only("mote", date=AHEAD))
    assert not told(only("mote", date=LATE))
    assert not told(only("beslut", in_force=LATE))
    assert not told(only("insats", start=LATE, end=""))


def test_a_goal_that_somebody_has_measured_is_not_late() -> None:
    plan = state(objects=[thing("mal", date=LATE), thing("matning", goal="mal-1", date="2027-06-01")])
    assert not told(plan)


def test_money_with_nothing_left_is_not_to_be_paid_back() -> None:
    assert not told(only("medel", repay_by=LATE, costs=["Löner: 100"]))
    assert told(only("medel", repay_by=LATE, costs=[]))


def test_a_suggested_day_is_never_late_and_says_what_it_is() -> None:
    suggested = {"deadline_standing": "forslag"}
    assert not told(only("rapporttillfalle", deadline=LATE, **suggested))
    assert told(only("rapporttillfalle", deadline=AHEAD, **suggested))[0].what.endswith("(förslag, inte bekräftat)")


def test_reviews_of_the_plans_are_late_and_other_days_in_answers_only_lie_ahead() -> None:
    assert [one.place for one in told(state({"1.1.lage": "i_kraft", "1.1.oversyn": LATE}))] == [
        "fraga:1.1.oversyn@lan"]
    assert not told(state({"1.1.lage": "i_kraft", "1.1.oversyn": Answer(value=LATE, carried=True)}))
    assert not told(state({"1.15.beslutspunkt": LATE}))
    assert not told(only("planuppgift", review=LATE, carried=True))
    assert not told(only("planuppgift", valid_to=LATE))
    rows = [{"datum": AHEAD, "milstolpe": "Halva länet"}, {"datum": LATE, "milstolpe": "Först ut"}]
    milestones = told(state({"2.15.milstolpar": rows}))
    assert [(one.place, "Halva länet" in one.what) for one in milestones] == [("fraga:2.15.milstolpar@lan", True)]


def test_late_first_then_soonest_and_only_so_many_days_ahead() -> None:
    ends = {"A": "2027-08-01", "B": LATE, "C": "2027-06", "D": "2027-01-01"}
    plan = state(objects=[thing("insats", title.lower(), title=title, end=end) for title, end in ends.items()])
    assert [one.what[-1] for one in told(plan)] == ["D", "B", "C", "A"]
    assert [one.what[-1] for one in told(plan, 30)] == ["D", "B", "C"]
    assert told(plan)[0].actor == "region"
