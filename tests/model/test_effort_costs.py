"""What an insats costs is told with the years that it is for, and never a share of a year that nobody has given."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nvplan.model.effort_costs import EffortCost, cost_in, cost_of, joined, used_in
from nvplan.model.objects import Effort


def effort(**fields: object) -> Effort:
    return Effort.model_validate({"id": "a", "title": "A", "state": "pagaende", **fields})


@pytest.mark.parametrize(("fields", "amount", "years", "in_2027"), [
    ({"cost": "900", "start": "2026-03-01", "end": "2028-02"}, 900, (2026, 2028), None),
    ({"cost": "900", "start": "våren 2027", "end": "2027"}, 900, (2027, 2027), 900),
    ({"cost": "900", "start": "2024-03-01"}, 900, None, None),
    ({"cost": "900", "start": "2027-03-01"}, 900, None, 900),
    ({"cost": "900"}, 900, None, 900),
    ({"cost": "900", "end": "2026-12"}, 900, None, None),
    ({"yearly_costs": ["2026: 100", "2027: 200"]}, 300, (2026, 2027), 200),
    ({"yearly_costs": ["2026: 100", "2028: 200"]}, 300, (2026, 2028), None),
    ({"cost": "300", "yearly_costs": ["2026: 100", "2027: 200"], "start": "2026"}, 300, (2026, 2027), 200),
    ({"cost": "900", "yearly_costs": ["2027: 200"], "start": "2026", "end": "2028"}, 900, (2026, 2028), 200),
])
def test_a_cost_has_the_years_that_are_told_and_no_others(
        fields: dict[str, object], amount: int, years: tuple[int, int] | None, in_2027: int | None) -> None:
    one = effort(**fields)
    assert cost_of(one) == EffortCost(Decimal(amount), years)
    assert cost_in(one, 2027) == in_2027


def test_an_insats_without_a_cost_costs_nothing_that_is_known() -> None:
    assert cost_of(effort()) is None
    assert cost_in(effort(), 2027) is None


def test_money_is_used_only_by_what_has_begun() -> None:
    one = {"cost": "900", "start": "2027-03-01", "end": "2027-12-31"}
    assert used_in(effort(**one), 2027) == 900
    assert used_in(effort(**one, state="planerad"), 2027) is None


def test_a_sum_has_the_years_of_its_parts_and_none_where_one_of_them_has_none() -> None:
    first, last = EffortCost(Decimal(1), (2026, 2026)), EffortCost(Decimal(2), (2027, 2029))
    assert joined([first, last]) == EffortCost(Decimal(3), (2026, 2029))
    assert joined([first, EffortCost(Decimal(2), None)]) == EffortCost(Decimal(3), None)
