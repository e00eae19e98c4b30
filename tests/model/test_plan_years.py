"""The years of a plan as people write them, and what is no plan's years."""

from __future__ import annotations

import pytest

from nvplan.model.errors import InputError
from nvplan.model.plan import PlanInfo
from nvplan.model.plan_years import PlanYears, read_years


@pytest.mark.parametrize(("typed", "first", "last"), [
    ("2027", 2027, 2027), (" 2027 ", 2027, 2027), ("2024-2030", 2024, 2030), ("2024–2030", 2024, 2030),
    ("2024 — 2030", 2024, 2030), ("2024 till 2030", 2024, 2030), ("2026-2026", 2026, 2026), ("2011-2025", 2011, 2025)])
def test_a_year_and_a_span_are_read(typed: str, first: int, last: int) -> None:
    years = read_years(typed)
    assert (years.first, years.last, years.is_long) == (first, last, last > first)


@pytest.mark.parametrize(("typed", "told"), [
    ("2030-2024", "Planen kan inte sluta 2024, före 2030 då den börjar."), ("2024-24", "Skriv båda åren"),
    ("24-30", "Skriv båda åren"), ("2024-2060", "2024–2060 är 37 år."), ("", "är inget år"), ("2028,5", "är inget år"),
    ("20266", "är inget år"), ("2024-2030-2031", "är inget år"), ("²⁰²⁷", "är inget år"),
    ("1999", "Välj ett år från 2020"),
    ("2005-2015", "Välj år från 2010"), ("2012-2018", "Välj år från 2010"), ("2095-2101", "till 2100")])
def test_what_is_no_plans_years_is_refused_in_a_sentence(typed: str, told: str) -> None:
    with pytest.raises(InputError) as refused:
        read_years(typed)
    assert told in str(refused.value)
    assert str(refused.value).endswith(".")


def test_a_yearly_plan_is_told_by_its_year_and_a_long_one_by_both() -> None:
    yearly = PlanInfo(county_code="07", year=2027, requirement_set="OK2023")
    assert (yearly.years, yearly.years_told) == (PlanYears.one(2027), "2027")
    long = yearly.model_copy(update={"first_year": 2024, "last_year": 2030})
    assert (long.years.span, long.years_told) == ("2024–2030", "2024–2030 · uppföljning 2027")


def test_a_file_whose_span_leaves_out_its_year_is_read_as_yearly() -> None:
    for first, last in ((2024, None), (None, 2030), (2028, 2030), (2020, 2024)):
        info = PlanInfo(county_code="07", year=2027, requirement_set="OK2023", first_year=first, last_year=last)
        assert info.years == PlanYears.one(2027)
