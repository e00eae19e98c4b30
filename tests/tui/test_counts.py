"""How many there are is written as every other number, with a space between thousands, wherever a list tells it."""

from __future__ import annotations

import pytest

from nvplan.texts import counts as counts_texts
from nvplan.texts import due as due_texts
from nvplan.texts import history as history_texts
from nvplan.texts import lists as lists_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import reports_planner as reports_planner_texts
from tests.figures_written import thousands_without_a_space


@pytest.mark.parametrize("told", [
    lists_texts.ticked, lists_texts.more_below, lists_texts.more_above, lists_texts.group_hidden, history_texts.summary,
    counts_texts.days, due_texts.distance, lambda count: planner_objects_texts.counted("insats", count),
    lambda count: reports_planner_texts.days_left(count, confirmed=True)])
def test_a_count_has_a_space_between_thousands(told: object) -> None:
    assert callable(told)
    assert "12\u00a0345" in told(12_345)
    assert "1\u00a0000" in told(1000)
    assert "999" in told(999)
    assert thousands_without_a_space(told(12_345)) == []
